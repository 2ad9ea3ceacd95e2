import type { Kysely } from 'kysely';
import { DomainError } from '#shared/contract/errors.ts';
import type { Stage } from '#shared/domain/stage.ts';
import type { Interval } from '#shared/domain/visit-slots.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { Stored } from '#electron/storage/unit-of-work.ts';

export type VisitRow = Stored<'visit'> & { stage: Stage };

/** @throws NOT_FOUND */
export async function requireVisit(db: Kysely<Schema>, id: string): Promise<VisitRow> {
  const row = await db.selectFrom('visit').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', { what: 'visit' });
  return row as VisitRow;
}

/** A record that may be chosen today: not archived. @throws NOT_FOUND */
export async function requireOpen(db: Kysely<Schema>, table: 'doctor' | 'room' | 'reason', id: string): Promise<void> {
  const row = await db.selectFrom(table).select('archived_at').where('id', '=', id).executeTakeFirst();
  if (row === undefined || row.archived_at !== null) throw new DomainError('NOT_FOUND', { what: table });
}

/** What holds a doctor's time on a day. `except` leaves one visit out. */
export async function takenOn(
  db: Kysely<Schema>,
  doctorId: string,
  day: string,
  except?: string,
): Promise<(Interval & { id: string })[]> {
  const rows = await db
    .selectFrom('visit')
    .select(['id', 'start_minute', 'end_minute'])
    .where('day', '=', day)
    .where('doctor_id', '=', doctorId)
    .where('occupies', '=', 1)
    .orderBy('start_minute')
    .execute();
  return rows
    .filter((row) => row.id !== except)
    .map((row) => ({ id: row.id, start: Number(row.start_minute), end: Number(row.end_minute) }));
}

/**
 * Who last changed a record, and when, from the journal; limited to some procedures when given.
 * Empty texts when the journal no longer says.
 */
export async function lastChange(
  db: Kysely<Schema>,
  recordId: string,
  procedures: readonly string[] = [],
): Promise<{ by: string; at: string }> {
  let found = db
    .selectFrom('journal_value as v')
    .innerJoin('journal as j', 'j.seq', 'v.seq')
    .leftJoin('account as a', 'a.id', 'j.account_id')
    .select(['a.given_name', 'a.family_name', 'j.at'])
    .where('v.record_id', '=', recordId);
  if (procedures.length > 0) found = found.where('j.procedure', 'in', [...procedures]);
  const row = await found.orderBy('v.seq', 'desc').limit(1).executeTakeFirst();
  return { by: [row?.given_name, row?.family_name].filter(Boolean).join(' '), at: row?.at ?? '' };
}

/** Local minute of an instant, from the practice's offset of today (« +01:00 »). */
export function localMinute(instant: string, offset: string): number {
  const shift = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * (offset.startsWith('-') ? -1 : 1);
  return (((Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) + shift) % 1440) + 1440) % 1440;
}
