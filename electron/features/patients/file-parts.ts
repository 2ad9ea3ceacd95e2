import { sql, type Kysely } from 'kysely';
import type { FileView, FileVisit, MeasureSeries } from '#shared/contract/patient-views.ts';
import { SPLIT_DAYS } from '#shared/domain/patient.ts';
import { addDays } from '#shared/kernel/day.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { namesOfAccounts } from './people.ts';

const lastVisits = 20;
const lastPoints = 12;

/** The last visits, newest first, and how many there are in all. */
export async function visitsOf(
  db: Kysely<Schema>,
  patientId: string,
): Promise<{ visits: FileVisit[]; visitCount: number }> {
  const rows = await db
    .selectFrom('visit as v')
    .leftJoin('reason as r', 'r.id', 'v.reason_id')
    .leftJoin('account as a', 'a.id', 'v.prepared_by')
    .select([
      'v.id',
      'v.day',
      'v.start_minute',
      'v.doctor_id',
      'r.label',
      'v.stage',
      'v.walk_in',
      'a.given_name',
      'a.family_name',
      'v.outcome_reason',
    ])
    .select(({ fn }) => fn.countAll<number>().over().as('count'))
    .where('v.patient_id', '=', patientId)
    .orderBy('v.day', 'desc')
    .orderBy('v.start_minute', 'desc')
    .orderBy('v.id', 'desc')
    .limit(lastVisits)
    .execute();
  const visits = rows.map((row) => ({
    id: row.id,
    day: row.day,
    startMinute: row.start_minute === null ? null : Number(row.start_minute),
    doctorId: row.doctor_id,
    reasonLabel: row.label,
    stage: row.stage,
    walkIn: Number(row.walk_in) === 1,
    preparedBy: row.given_name === null ? null : [row.given_name, row.family_name].join(' '),
    outcomeReason: row.outcome_reason,
  }));
  return { visits, visitCount: Number(rows[0]?.count ?? 0) };
}

interface PointRow {
  id: string;
  code: string;
  unit: string;
  value: number;
  decimals: number;
  measured_at: string;
  visit_id: string | null;
}

/** The last twelve values of each measure, oldest first. What was corrected or not done is not a value. */
export async function measuresOf(db: Kysely<Schema>, patientId: string): Promise<MeasureSeries[]> {
  const { rows } = await sql<PointRow>`select * from (
      select id, code, unit, value, decimals, measured_at, visit_id,
        row_number() over (partition by code order by measured_at desc, reading desc, id desc) as place
      from observation where patient_id = ${patientId} and superseded = 0 and value is not null) o
    where place <= ${lastPoints} order by code, place desc`.execute(db);
  const series = new Map<string, MeasureSeries>();
  for (const row of rows) {
    const known = series.get(row.code) ?? {
      code: row.code,
      unit: row.unit,
      decimals: Number(row.decimals),
      points: [],
    };
    known.points.push({
      id: row.id,
      value: Number(row.value) / 10 ** Number(row.decimals),
      at: row.measured_at,
      visitId: row.visit_id,
    });
    series.set(row.code, known);
  }
  return [...series.values()];
}

/** Files merged into this one, their own mergers included, newest first. */
export async function mergesOf(
  db: Kysely<Schema>,
  patientId: string,
  today: string,
): Promise<{ merges: FileView['merges']; oldNumbers: number[] }> {
  const { rows } = await sql<{
    number: number;
    direct: number;
    merge_id: string;
    merged_on: string;
    account_id: string;
  }>`
    with recursive absorbed (id, depth) as (
      select id, 1 from patient where merged_into = ${patientId}
      union all select p.id, a.depth + 1 from patient p join absorbed a on p.merged_into = a.id)
    select p.number, case when a.depth = 1 then 1 else 0 end as direct, m.id as merge_id, m.merged_on, m.account_id
    from absorbed a join patient p on p.id = a.id join merge_record m on m.merged_id = a.id and m.split_at is null
    order by m.id desc`.execute(db);
  const names = await namesOfAccounts(
    db,
    rows.map((row) => row.account_id),
  );
  return {
    oldNumbers: rows.map((row) => Number(row.number)),
    merges: rows
      .filter((row) => Number(row.direct) === 1)
      .map((row) => {
        const splitUntil = addDays(row.merged_on, SPLIT_DAYS);
        return {
          mergeId: row.merge_id,
          number: Number(row.number),
          mergedOn: row.merged_on,
          by: names.get(row.account_id) ?? '',
          splitUntil,
          canSplit: splitUntil >= today,
        };
      }),
  };
}

/** Other visible files of the same name and first given name. */
export async function homonymNumbers(db: Kysely<Schema>, number: number): Promise<number[]> {
  const { rows } = await sql<{
    number: number;
  }>`select distinct o.number from patient_block b join patient_block o on o.key = b.key and o.number <> b.number
    join visible_patient q on q.number = o.number where b.number = ${number} and b.key >= 'h:' and b.key < 'h;' order by o.number`.execute(
    db,
  );
  return rows.map((row) => Number(row.number));
}
