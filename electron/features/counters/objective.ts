import type { Kysely } from 'kysely';
import type { CounterView } from '#shared/contract/counter-views.ts';
import type { CounterMetric } from '#shared/domain/counters.ts';
import type { Metric } from '#shared/rules/aid/index.ts';
import type { Schema } from '#electron/storage/schema.ts';

/** Metrics of a contract that each counter follows; avenant 7 counts adults alone. */
const followed = { PMT: ['PMT_ADULT', 'PMT_ADULT_AND_CHILD'], FA: ['FILE_ACTIVE'] } as const satisfies Record<
  CounterMetric,
  readonly string[]
>;

export interface FollowedObjective {
  view: NonNullable<CounterView['objective']>;
  metric: Metric;
}

/**
 * The objective of the doctor's own contract in force on a day: of the CPAM's letter, else as typed;
 * null without such a contract or when it follows no such counter. A collective contract counts its group, not one doctor.
 */
export async function objectiveOn(
  db: Kysely<Schema>,
  doctorId: string,
  metric: CounterMetric,
  day: string,
): Promise<FollowedObjective | null> {
  const row = await db
    .selectFrom('aid_contract as c')
    .innerJoin('aid_objective as o', 'o.contract_id', 'c.id')
    .select(['c.id', 'c.starts_on', 'o.metric', 'o.start_value', 'o.target_value', 'o.due_on'])
    .select(['o.notified_value', 'o.notified_on'])
    .where('c.doctor_id', '=', doctorId)
    .where('o.metric', 'in', [...followed[metric]])
    .where('c.starts_on', '<=', day)
    .where((eb) => eb.or([eb('c.ended_on', 'is', null), eb('c.ended_on', '>=', day)]))
    .orderBy('c.starts_on', 'desc')
    .orderBy('o.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const figure = (value: number | null) => (value === null ? null : Number(value));
  const notified = figure(row.notified_value);
  const written = figure(row.target_value);
  return {
    view: {
      contractId: row.id,
      startsOn: row.starts_on,
      startValue: figure(row.start_value),
      targetValue: notified ?? written,
      notifiedOn: notified === null ? null : row.notified_on,
      writtenValue: written,
      dueOn: row.due_on,
    },
    metric: row.metric as Metric,
  };
}
