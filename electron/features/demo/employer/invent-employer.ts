import type { Schema } from '#electron/storage/schema.ts';
import type { Draw } from '../draw.ts';
import { millisOf } from '../instants.ts';
import type { Staff } from '../staff.ts';
import { inventAid } from './aid-rows.ts';
import { inventCounts } from './count-rows.ts';
import { employerDays, type EmployerDays } from './employer-days.ts';
import { inventEmployment } from './employment-rows.ts';
import { inventProfiles } from './profile-rows.ts';
import { inventProofs, type Proof } from './proofs.ts';
import { inventTrainings } from './training-rows.ts';

/** Rows by table; every row of a table has the same columns. */
export type EmployerRows = { [Table in keyof Schema]?: Schema[Table][] };

/** What the parts of the employer's side share. */
export interface EmployerContext {
  days: EmployerDays;
  staff: Staff;
  /** Id of a record of this day. */
  id(day: string): string;
}

/** Joins lists of rows by table. */
export function joined(...parts: readonly EmployerRows[]): EmployerRows {
  const all: Record<string, object[]> = {};
  for (const part of parts)
    for (const [table, rows] of Object.entries(part)) all[table] = [...(all[table] ?? []), ...rows];
  return all as EmployerRows;
}

/**
 * The employer's side of the demonstration: three doctors, two assistants and one who left, two contracts of aid, their
 * counters, and the proofs to keep beside the rows. A few things are missing, as everywhere.
 */
export function inventEmployer(draw: Draw, staff: Staff, today: string): { rows: EmployerRows; proofs: Proof[] } {
  const days = employerDays(today);
  let drawn = 0;
  // A millisecond apart: ids sort in the order of the list, as those of records typed one after the other.
  const context: EmployerContext = { days, staff, id: (day) => draw.id(millisOf(day, 600) + drawn++) };
  const profiles = inventProfiles(context);
  const { people, rows: employment } = inventEmployment(context);
  const { training, rows: trainings } = inventTrainings(context, people);
  const aid = inventAid(context, people);
  const counts = inventCounts(context);
  const { documents, proofs } = inventProofs(context, { people, training, aid, counts });
  return { rows: joined(profiles, employment, trainings, aid.rows, counts.rows, documents), proofs };
}
