import type { Kysely } from 'kysely';
import { profileOn, type DoctorProfile } from '#shared/contract/doctor-profile.ts';
import type { PmtPopulation } from '#shared/domain/counters.ts';
import type { Assistant } from '#shared/domain/employer-record.ts';
import type { Day } from '#shared/kernel/day.ts';
import { statementUnit, unitReason, type Metric } from '#shared/rules/aid/index.ts';
import type { Overrides, Reason } from '#shared/rules/kernel/index.ts';
import type { CounterForecast } from '#electron/features/counters/index.ts';
import { doctorProfiles, readAssistants } from '#electron/features/employer/index.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import type { Clock } from '#electron/platform/clock.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { readContracts } from './contract.repository.ts';
import type { StoredContract } from './stored.ts';

export interface OfficialCountFact {
  id: string;
  doctorId: string;
  metric: string;
  onDay: Day;
  value: number;
  /** Whom a patientèle médecin traitant counts; null when the statement does not say. */
  population: PmtPopulation | null;
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
  /** Contract years whose file was sent to the CPAM, by contract. */
  sentYears: ReadonlyMap<string, readonly number[]>;
  /** Where the file active of a doctor is going, by doctor; empty where no forecast is shown. */
  forecasts: ReadonlyMap<string, CounterForecast>;
}

/** Reads contracts and what they are judged with. */
export async function readFacts(db: Kysely<Schema>, clock: Clock): Promise<AidFacts> {
  const today = clock.today();
  const doctors = await db.selectFrom('doctor').select(['id', 'civility', 'given_name', 'family_name']).execute();
  const counts = await db
    .selectFrom('official_count')
    .select(['id', 'doctor_id', 'metric', 'on_day', 'value', 'population'])
    .orderBy('on_day')
    .orderBy('id')
    .execute();
  const proofs = await db
    .selectFrom('document')
    .select(({ fn }) => ['about_id', fn.countAll().as('many')])
    .where('about_kind', 'in', ['aid_contract', 'aid_event', 'aid_objective', 'aid_payment'])
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
      id: one.id,
      doctorId: one.doctor_id,
      metric: one.metric,
      onDay: one.on_day,
      value: Number(one.value),
      population: one.population as PmtPopulation | null,
    })),
    profiles: await doctorProfiles(db),
    proofs: new Map(proofs.map((one) => [one.about_id, Number(one.many)])),
    sentYears: await readSentYears(db),
    forecasts: new Map(),
  };
}

/** Contract years whose file was sent, by contract. */
async function readSentYears(db: Kysely<Schema>): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await db
    .selectFrom('renewal as r')
    .innerJoin('renewal_sending as s', 's.renewal_id', 'r.id')
    .select(['r.contract_id', 'r.contract_year'])
    .execute();
  const years = new Map<string, number[]>();
  for (const { contract_id: id, contract_year: year } of rows) {
    if (year !== null) years.set(id, [...(years.get(id) ?? []), Number(year)]);
  }
  return years;
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

interface Between {
  from?: Day;
  to: Day;
}

/** Last statement between two days, both included, that counts the patients of this metric or does not say whom. */
export function countFact(
  facts: Pick<AidFacts, 'counts'>,
  doctorId: string,
  metric: Metric,
  between: Between,
): OfficialCountFact | null {
  const mine = statementsOf(facts, doctorId, metric, between);
  return mine.findLast(({ population }) => statementUnit(metric, population) !== 'other') ?? null;
}

/**
 * What is to be told of the last statement between two days: it counts other patients than the metric, and is left
 * out, or does not say whom it counts. Null when it can be compared as it is.
 */
export function unitTold(
  facts: Pick<AidFacts, 'counts'>,
  doctorId: string,
  metric: Metric,
  between: Between,
): (Reason & { statementId: string }) | null {
  const latest = statementsOf(facts, doctorId, metric, between).at(-1);
  const compared = countFact(facts, doctorId, metric, between);
  // Another one of the same day counts the right patients: nothing is left out.
  if (latest === undefined || (compared?.id !== latest.id && compared?.onDay === latest.onDay)) return null;
  const told = unitReason(metric, latest);
  return told === null ? null : { ...told, statementId: latest.id };
}

/** Statements are typed for two counters, in the order of their days. */
function statementsOf(
  { counts }: Pick<AidFacts, 'counts'>,
  doctorId: string,
  metric: Metric,
  { from, to }: Between,
): OfficialCountFact[] {
  const typed = metric === 'FILE_ACTIVE' ? 'FA' : 'PMT';
  return counts.filter(
    (one) =>
      one.doctorId === doctorId &&
      (one.metric === typed || one.metric === metric) &&
      one.onDay <= to &&
      (from === undefined || from <= one.onDay),
  );
}

export const assistantName = ({ assistants }: AidFacts, id: string): string => {
  const one = assistants.find((assistant) => assistant.id === id);
  return one === undefined ? '' : `${one.givenName} ${one.familyName}`;
};
