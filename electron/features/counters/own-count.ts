import { sql, type Kysely } from 'kysely';
import type { Period } from '#shared/rules/counters/index.ts';
import type { Schema } from '#electron/storage/schema.ts';

/** Days between which a doctor's passages are recorded, and by which import; null = in Prélude. */
export interface RecordedPeriod extends Period {
  importId: string | null;
}

const published = sql`(select id from past_visit_import where state = 'published')`;
const listOf = (values: readonly string[]) => sql.join(values.map((one) => sql`${one}`));

/**
 * Persons seen by a doctor between two days: the patient of each passage, or the digest of an imported one without a
 * file. A merge moves the passages, so that a merged file counts once.
 */
const persons = (doctorId: string, from: string, to: string, stages: readonly string[]) => sql`
  select patient_id as person from visit
    where doctor_id = ${doctorId} and day between ${from} and ${to} and stage in (${listOf(stages)})
  union
  select coalesce(patient_id, patient_key) from past_visit
    where doctor_id = ${doctorId} and day between ${from} and ${to} and import_id in ${published}`;

/** Different patients, and how many of them have no file. */
export async function countSeen(
  db: Kysely<Schema>,
  doctorId: string,
  from: string,
  to: string,
  stages: readonly string[],
): Promise<{ counted: number; unlinked: number }> {
  const { rows } = await sql<{ counted: number }>`
    select count(*) as counted from (${persons(doctorId, from, to, stages)}) seen`.execute(db);
  const unlinked = await sql<{ count: number }>`
    select count(distinct patient_key) as count from past_visit
    where doctor_id = ${doctorId} and day between ${from} and ${to} and patient_id is null
      and import_id in ${published}`.execute(db);
  return { counted: Number(rows[0]?.counted ?? 0), unlinked: Number(unlinked.rows[0]?.count ?? 0) };
}

/** Persons seen during one month or part of it. */
async function seenBetween(
  db: Kysely<Schema>,
  doctorId: string,
  from: string,
  to: string,
  stages: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ person: string }>`${persons(doctorId, from, to, stages)}`.execute(db);
  return rows.map(({ person }) => person);
}

/** Between two slices, the thread that answers serves the others. */
export const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Different patients over the `span` months ending with each of these months, in order and following each other. Each
 * month is read once: a patient counts at the end of a month when the last month they were seen is in the window.
 * One slice a month: the thread that answers is never held.
 * @param months first and last day of each, the `span` - 1 months before the first one included
 */
export async function countByMonth(
  db: Kysely<Schema>,
  doctorId: string,
  months: readonly Period[],
  span: number,
  stages: readonly string[],
): Promise<number[]> {
  const lastSeen = new Map<string, number>();
  const bySeen = months.map(() => 0);
  const counts: number[] = [];
  let inWindow = 0;
  for (const [index, { from, to }] of months.entries()) {
    inWindow -= bySeen[index - span] ?? 0;
    for (const person of await seenBetween(db, doctorId, from, to, stages)) {
      const before = lastSeen.get(person);
      lastSeen.set(person, index);
      if (before !== undefined && before > index - span) bySeen[before] = (bySeen[before] ?? 0) - 1;
      else inWindow += 1;
      bySeen[index] = (bySeen[index] ?? 0) + 1;
    }
    counts.push(inWindow);
    await breathe();
  }
  return counts;
}

/** What is recorded of a doctor: in Prélude from the first passage seen to today, and by each published import. */
export async function recordedPeriods(
  db: Kysely<Schema>,
  doctorId: string,
  today: string,
  stages: readonly string[],
): Promise<RecordedPeriod[]> {
  const first = await db
    .selectFrom('visit')
    .select('day')
    .where('doctor_id', '=', doctorId)
    .where('stage', 'in', [...stages])
    .where('day', '<=', today)
    .orderBy('day')
    .limit(1)
    .executeTakeFirst();
  const imports = await db
    .selectFrom('past_visit_import')
    .select(['id', 'periods'])
    .where('state', '=', 'published')
    .execute();
  const brought = imports.flatMap(({ id, periods }) =>
    (JSON.parse(periods) as { doctorId: string; from: string; to: string }[])
      .filter((one) => one.doctorId === doctorId)
      .map(({ from, to }) => ({ from, to, importId: id })),
  );
  const own = first === undefined ? [] : [{ from: first.day, to: today, importId: null }];
  return [...brought, ...own].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}
