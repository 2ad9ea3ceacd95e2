import { sql, type Kysely } from 'kysely';
import type { CounterMetric } from '#shared/domain/counters.ts';
import type { GapSituation } from '#shared/rules/counters/index.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { breathe } from './own-count.ts';

type Counts = GapSituation['counts'];

interface Question {
  doctorId: string;
  /** The sliding year that ends on the day of the statement. */
  from: string;
  to: string;
  stages: readonly string[];
  /** Born after this day: minor on the day of the statement. */
  minorsAfter: string;
}

const listOf = (values: readonly string[]) => sql.join(values.map((one) => sql`${one}`));
const published = sql`(select id from past_visit_import where state = 'published')`;

/** Files of the patients a doctor saw, passages in Prélude and imported ones. */
const seenFiles = ({ doctorId, from, to, stages }: Question) => sql`
  select patient_id from visit
    where doctor_id = ${doctorId} and day between ${from} and ${to} and stage in (${listOf(stages)})
  union
  select patient_id from past_visit
    where doctor_id = ${doctorId} and day between ${from} and ${to} and patient_id is not null
      and import_id in ${published}`;

/** Files read by one statement: a whole year of them at once would hold the thread that answers. */
const lot = 400;

/** Answers of one statement asked lot after lot, each one a slice, added up. */
async function summed<Name extends string>(
  ids: readonly string[],
  names: readonly Name[],
  ask: (ids: readonly string[]) => Promise<{ rows: Record<Name, number>[] }>,
): Promise<Record<Name, number>> {
  const sums = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (let from = 0; from < ids.length; from += lot) {
    const [row] = (await ask(ids.slice(from, from + lot))).rows;
    for (const name of names) sums[name] += Number(row?.[name] ?? 0);
    await breathe();
  }
  return sums;
}

async function seenIds(db: Kysely<Schema>, asked: Question): Promise<string[]> {
  const { rows } = await sql<{ patient_id: string }>`${seenFiles(asked)}`.execute(db);
  return rows.map(({ patient_id: id }) => id);
}

async function declaredIds(db: Kysely<Schema>, doctorId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from visible_patient p where p.gp_doctor_id = ${doctorId} and p.gp_kind = 'cabinet'`.execute(db);
  return rows.map(({ id }) => id);
}

/** Those of the first list that are not in the second. */
function without(ids: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return ids.filter((id) => !known.has(id));
}

/** What the recorded data can say of the difference with a statement, in slices. */
export async function gapCounts(db: Kysely<Schema>, metric: CounterMetric, asked: Question): Promise<Counts> {
  return metric === 'FA' ? fileActiveCounts(db, asked) : declarationCounts(db, asked);
}

async function fileActiveCounts(db: Kysely<Schema>, asked: Question): Promise<Counts> {
  const { doctorId, from, to } = asked;
  const unfinished = await sql<{ count: number }>`
    select count(distinct patient_id) as count from visit
    where doctor_id = ${doctorId} and day between ${from} and ${to} and stage = 'expected'
      and patient_id not in (${seenFiles(asked)})`.execute(db);
  const unlinked = await sql<{ count: number }>`
    select count(distinct patient_key) as count from past_visit
    where doctor_id = ${doctorId} and day between ${from} and ${to} and patient_id is null
      and import_id in ${published}`.execute(db);
  return {
    unfinished: Number(unfinished.rows[0]?.count ?? 0),
    unlinked: Number(unlinked.rows[0]?.count ?? 0),
    seen_by_other: await seenByOther(db, asked),
  };
}

/** Patients of this doctor whom only a colleague saw during the year. */
async function seenByOther(db: Kysely<Schema>, asked: Question): Promise<number> {
  const { doctorId, from, to, stages } = asked;
  const unseen = without(await declaredIds(db, doctorId), await seenIds(db, asked));
  const { count } = await summed(unseen, ['count'], (ids) =>
    sql<{ count: number }>`
      select count(distinct v.patient_id) as count from visit v
      where v.patient_id in (${listOf(ids)}) and v.day between ${from} and ${to}
        and v.stage in (${listOf(stages)})`.execute(db),
  );
  return count;
}

async function declarationCounts(db: Kysely<Schema>, asked: Question): Promise<Counts> {
  const { doctorId, to, minorsAfter } = asked;
  const seen = await seenIds(db, asked);
  await breathe();
  const { undeclared, elsewhere, colleague } = await summed(seen, ['undeclared', 'elsewhere', 'colleague'], (ids) =>
    sql<Record<'undeclared' | 'elsewhere' | 'colleague', number>>`
      select
        count(case when p.gp_kind is null then 1 end) as undeclared,
        count(case when p.gp_kind = 'autre' then 1 end) as elsewhere,
        count(case when p.gp_kind = 'cabinet' and p.gp_doctor_id <> ${doctorId} then 1 end) as colleague
      from visible_patient p where p.id in (${listOf(ids)})`.execute(db),
  );
  const declared = await sql<Record<'minors' | 'undated' | 'after', number>>`
    select
      count(case when p.birth_day > ${minorsAfter} then 1 end) as minors,
      count(case when p.gp_declared_on is null then 1 end) as undated,
      count(case when p.gp_declared_on > ${to} then 1 end) as after
    from visible_patient p where p.gp_doctor_id = ${doctorId} and p.gp_kind = 'cabinet'`.execute(db);
  await breathe();
  const unseen = without(await declaredIds(db, doctorId), seen);
  const [two] = declared.rows;
  return {
    undeclared,
    declared_elsewhere: elsewhere,
    declared_to_colleague: colleague,
    not_seen: unseen.length,
    minors: Number(two?.minors ?? 0),
    undated: Number(two?.undated ?? 0),
    out_of_window: Number(two?.after ?? 0),
  };
}

/** Declarations to a doctor as they stand now. */
export async function declarationsOf(
  db: Kysely<Schema>,
  doctorId: string,
  minorsAfter: string,
): Promise<{ declared: number; minors: number; undated: number }> {
  const { rows } = await sql<Record<'declared' | 'minors' | 'undated', number>>`
    select count(*) as declared,
      count(case when p.birth_day > ${minorsAfter} then 1 end) as minors,
      count(case when p.gp_declared_on is null then 1 end) as undated
    from visible_patient p where p.gp_doctor_id = ${doctorId} and p.gp_kind = 'cabinet'`.execute(db);
  const [row] = rows;
  return {
    declared: Number(row?.declared ?? 0),
    minors: Number(row?.minors ?? 0),
    undated: Number(row?.undated ?? 0),
  };
}
