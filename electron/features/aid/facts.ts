import type { Kysely } from 'kysely';
import { profileOn, type DoctorProfile } from '#shared/contract/doctor-profile.ts';
import type { Assistant } from '#shared/domain/employer-record.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Metric } from '#shared/rules/aid/index.ts';
import type { Overrides } from '#shared/rules/kernel/index.ts';
import { doctorProfiles, readAssistants } from '#electron/features/employer/index.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import type { Clock } from '#electron/platform/clock.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { readContracts } from './contract.repository.ts';
import type { StoredContract } from './stored.ts';

export interface OfficialCountFact {
  doctorId: string;
  metric: string;
  onDay: Day;
  value: number;
}

/** Everything the views and the refusals are computed from, read once. */
export interface AidFacts {
  today: Day;
  overrides: Overrides;
  contracts: StoredContract[];
  /** Name by doctor, archived ones included. */
  doctors: ReadonlyMap<string, string>;
  assistants: readonly Assistant[];
  /** In the order of their days. */
  counts: readonly OfficialCountFact[];
  profiles: readonly DoctorProfile[];
  /** Number of proofs by record. */
  proofs: ReadonlyMap<string, number>;
}

/** Reads contracts and what they are judged with. */
export async function readFacts(db: Kysely<Schema>, clock: Clock): Promise<AidFacts> {
  const today = clock.today();
  const doctors = await db.selectFrom('doctor').select(['id', 'civility', 'given_name', 'family_name']).execute();
  const counts = await db
    .selectFrom('official_count')
    .select(['doctor_id', 'metric', 'on_day', 'value'])
    .orderBy('on_day')
    .orderBy('id')
    .execute();
  const proofs = await db
    .selectFrom('document')
    .select(({ fn }) => ['about_id', fn.countAll().as('many')])
    .where('about_kind', 'in', ['aid_contract', 'aid_event', 'aid_payment'])
    .groupBy('about_id')
    .execute();
  return {
    today,
    overrides: await readOverrides(db, today),
    contracts: await readContracts(db),
    doctors: new Map(
      doctors.map((one) => [one.id, [one.civility, one.given_name, one.family_name].filter(Boolean).join(' ')]),
    ),
    assistants: await readAssistants(db),
    counts: counts.map((one) => ({
      doctorId: one.doctor_id,
      metric: one.metric,
      onDay: one.on_day,
      value: Number(one.value),
    })),
    profiles: await doctorProfiles(db),
    proofs: new Map(proofs.map((one) => [one.about_id, Number(one.many)])),
  };
}

/** The profile of a doctor in force on a day, or null. */
export function profileFact({ profiles }: AidFacts, doctorId: string | null, day: Day): DoctorProfile | null {
  return doctorId === null
    ? null
    : profileOn(
        profiles.filter((one) => one.doctorId === doctorId),
        day,
      );
}

/** Last statement of a counter between two days, both included. */
export function countFact(
  { counts }: Pick<AidFacts, 'counts'>,
  doctorId: string,
  metric: Metric,
  between: { from?: Day; to: Day },
): OfficialCountFact | null {
  const { from, to } = between;
  const mine = counts.filter((one) => one.doctorId === doctorId && sameCounter(one.metric, metric));
  return mine.findLast((one) => one.onDay <= to && (from === undefined || from <= one.onDay)) ?? null;
}

/** Statements are typed for two counters; the contract says which patients the first one counts. */
function sameCounter(typed: string, metric: Metric): boolean {
  if (typed === metric) return true;
  return metric === 'FILE_ACTIVE' ? typed === 'FA' : typed === 'PMT';
}

export const assistantName = ({ assistants }: AidFacts, id: string): string => {
  const one = assistants.find((assistant) => assistant.id === id);
  return one === undefined ? '' : `${one.givenName} ${one.familyName}`;
};
