import { sql, type Kysely } from 'kysely';
import { shownValue } from '#shared/domain/observation.ts';
import type { VitalSignCode } from '#shared/rules/vital-signs/index.ts';
import type { Schema } from '#electron/storage/schema.ts';

const figureColumns = [
  ...(['o.id', 'o.visit_id', 'o.code', 'o.reading', 'o.value', 'o.decimals', 'o.context'] as const),
  ...(['o.not_done_reason', 'o.not_done_detail', 'o.measured_at', 'o.confirmed_out_of_range'] as const),
] as const;

/** Current readings of every visit of the day. */
export function figuresOfDay(db: Kysely<Schema>, day: string) {
  return db
    .selectFrom('visit as v')
    .innerJoin('observation as o', 'o.visit_id', 'v.id')
    .select(figureColumns)
    .where('v.day', '=', day)
    .where('o.superseded', '=', 0)
    .orderBy('o.visit_id')
    .orderBy('o.code')
    .orderBy('o.reading')
    .execute();
}

/** Current readings of one visit, with who measured. */
export function figuresOfVisit(db: Kysely<Schema>, visitId: string) {
  return db
    .selectFrom('observation as o')
    .leftJoin('account as a', 'a.id', 'o.account_id')
    .select([...figureColumns, 'a.initials as by'])
    .where('o.visit_id', '=', visitId)
    .where('o.superseded', '=', 0)
    .orderBy('o.code')
    .orderBy('o.reading')
    .execute();
}

/** Earlier weights and heights, back to `since`, of the people weighed on that day. */
export async function bodyHistoryOf(db: Kysely<Schema>, day: string, since: string) {
  const { rows } = await sql<{
    patient_id: string;
    code: VitalSignCode;
    value: number;
    decimals: number;
    measured_at: string;
  }>`
    select o.patient_id, o.code, o.value, o.decimals, o.measured_at
    from visit v
    join observation w on w.visit_id = v.id and w.code = 'POIDS' and w.superseded = 0 and w.value is not null
    join observation o on o.patient_id = w.patient_id and o.code in ('POIDS', 'TAILLE')
      and o.measured_at >= ${since} and o.measured_at < ${day}
    where v.day = ${day} and o.superseded = 0 and o.value is not null`.execute(db);
  return rows.map((row) => ({
    patientId: row.patient_id,
    code: row.code,
    day: row.measured_at.slice(0, 10),
    value: shownValue(Number(row.value), Number(row.decimals)),
  }));
}

/** Figures of earlier visits of one patient, latest first; the day is that of the visit when there is one. */
export async function historyOf(
  db: Kysely<Schema>,
  patientId: string,
  before: { day: string; visitId: string },
  limit = 400,
) {
  const rows = await db
    .selectFrom('observation as o')
    .leftJoin('visit as v', 'v.id', 'o.visit_id')
    .select([...figureColumns, 'v.day'])
    .where('o.patient_id', '=', patientId)
    .where('o.superseded', '=', 0)
    .where('o.value', 'is not', null)
    .orderBy('o.measured_at', 'desc')
    .limit(limit)
    .execute();
  return rows
    .map((row) => ({ ...row, day: row.day ?? row.measured_at.slice(0, 10) }))
    .filter((row) => row.visit_id !== before.visitId && row.day <= before.day);
}
export type HistoryRow = Awaited<ReturnType<typeof historyOf>>[number];
