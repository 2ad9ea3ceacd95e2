import { retainedPressure } from '#shared/rules/vital-signs/index.ts';
import type { ScreeningSituation } from '#shared/rules/screening/index.ts';
import type { BulkWriter } from '#electron/storage/bulk.ts';

type ScreeningTest = ScreeningSituation['tests'][number];

/** What the base holds of a person that the rules of prevention read. */
export interface RecordedPerson {
  readonly number: number;
  readonly birthDay: string;
  readonly sex: 'M' | 'F';
  /** Days the blood pressure was measured; other tests and the doses are not kept yet. */
  readonly tests: readonly ScreeningTest[];
}

interface PersonRow {
  id: string;
  number: number;
  birth_day: string;
  sex: string;
}

interface PressureRow {
  patient_id: string;
  day: string;
  systolic: number;
  diastolic: number;
}

export const countPersons = (bulk: BulkWriter): number =>
  bulk.all<{ count: number }>('select count(*) as count from visible_patient')[0]?.count ?? 0;

/** The next persons after this file number, in the order of the numbers. */
export function personsAfter(bulk: BulkWriter, after: number, limit: number): RecordedPerson[] {
  const rows = bulk.all<PersonRow>(
    'select id, number, birth_day, sex from visible_patient where number > ? order by number limit ?',
    after,
    limit,
  );
  const last = rows.at(-1)?.number ?? after;
  const pressures = Map.groupBy(pressuresBetween(bulk, after, last), (row) => row.patient_id);
  return rows.map(({ id, number, birth_day: birthDay, sex }) => ({
    number,
    birthDay,
    sex: sex === 'F' ? 'F' : 'M',
    tests: pressureTests(pressures.get(id) ?? [], { birthDate: birthDay, sex: sex === 'F' ? 'F' : 'M' }),
  }));
}

/** Readings with both figures, oldest first; a reading without a visit has the day it was written. */
function pressuresBetween(bulk: BulkWriter, after: number, last: number): PressureRow[] {
  return bulk.all<PressureRow>(
    `select s.patient_id, coalesce(v.day, substr(s.measured_at, 1, 10)) as day, s.value as systolic, d.value as diastolic
     from visible_patient p
     join observation s on s.patient_id = p.id and s.code = 'PAS' and s.superseded = 0 and s.value is not null
     join observation d on d.patient_id = p.id and d.code = 'PAD' and d.superseded = 0 and d.value is not null
       and d.reading = s.reading and d.visit_id is s.visit_id and d.measured_at = s.measured_at
     left join visit v on v.id = s.visit_id
     where p.number > ? and p.number <= ?
     order by day, s.reading`,
    after,
    last,
  );
}

/** One test a day: the retained figure of three readings, else the last reading, as the curves show it. */
function pressureTests(
  rows: readonly PressureRow[],
  patient: { readonly birthDate: string; readonly sex: 'M' | 'F' },
): ScreeningTest[] {
  return [...Map.groupBy(rows, ({ day }) => day)].flatMap(([day, readings]) => {
    const last = readings.at(-1);
    if (last === undefined || day < patient.birthDate) return [];
    const kept = retainedPressure(readings, 'always_three', { patient, day });
    const { systolic, diastolic } = kept.state === 'retained' ? kept : last;
    return [{ programme: 'HTA_OPP', day, pressure: { systolic, diastolic } }];
  });
}
