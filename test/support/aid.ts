import { randomUUID } from 'node:crypto';
import type { PmtPopulation } from '#shared/domain/counters.ts';
import { hire, unsaidProfile, type AssistantInput, type EmploymentInput, type ProfileInput } from './employer.ts';
import { writeRows } from './employer-rows.ts';
import { key, type Client, type TestPractice } from './practice.ts';

type In<P extends keyof Client['aid']> = Omit<Parameters<Client['aid'][P]>[0], 'idempotencyKey'>;
export type ContractInput = In<'register'>;
export type Objective = ContractInput['objectives'][number];
export type Payment = ContractInput['payments'][number];

/** A full-time contract of today's text; nothing said that a paper does not always say. */
export const signed = (fields: Partial<ContractInput> = {}): ContractInput => ({
  kind: 'INDIVIDUAL',
  doctorId: null,
  number: null,
  cpam: 'CPAM de Meurthe-et-Moselle',
  ruleSet: 'CONV-2024',
  option: 'ETP_1',
  tier: null,
  fundedEtp: null,
  signedOn: '2024-09-02',
  startsOn: '2024-10-01',
  endsOn: null,
  renewsId: null,
  policy: null,
  cumulative: null,
  newlyInstalled: null,
  asWritten: false,
  companyName: null,
  companyForm: null,
  trainingSite: null,
  objectives: [],
  assistants: [],
  members: [],
  payments: [],
  ...fields,
});

export const objective = (metric: Objective['metric'], start: number | null, target: number | null): Objective => ({
  metric,
  start,
  target,
  dueOn: null,
  formerGain: null,
  notified: null,
  notifiedOn: null,
  threshold: null,
  thresholdOn: null,
  asWritten: false,
});

export const payment = (
  kind: Payment['kind'],
  contractYear: number,
  amountCents: number | null,
  onDay: string | null,
  rank: number | null = null,
): Payment => ({ contractYear, kind, rank, amountCents, onDay, words: null });

export const event = (fields: Partial<In<'saveEvent'>> & Pick<In<'saveEvent'>, 'contractId' | 'kind' | 'onDay'>) => ({
  id: null,
  toDay: null,
  assistantId: null,
  words: null,
  ruleSet: null,
  option: null,
  tier: null,
  fundedEtp: null,
  ...fields,
});

export const doctorOf = ({ doctorIds }: TestPractice, index = 0): string => doctorIds[index] ?? '';

/** A general practitioner of sector 1 in an under-dense zone, who works in a group. */
export async function generalist(
  practice: TestPractice,
  doctorId: string = doctorOf(practice),
  fields: Partial<ProfileInput> = {},
): Promise<void> {
  await practice.doctor.employer.addProfile({
    ...key(),
    doctorId,
    ...unsaidProfile,
    fromDay: '2019-01-01',
    sector: 'SECTEUR_1',
    speciality: 'MEDECINE_GENERALE',
    mep: false,
    zone: 'ZIP',
    newlyInstalled: false,
    adaptedSituation: 'NONE',
    doctorsInPractice: 2,
    coordinatedPractice: 'ALREADY',
    childrenShare: 1200,
    ...fields,
  });
}

/** An assistant employed from a day on, ready to be paid for by a contract. */
export async function employed(
  practice: TestPractice,
  startDay: string,
  person: Partial<AssistantInput> = {},
  contract: Partial<EmploymentInput> = {},
): Promise<string> {
  return (await hire(practice, person, { startDay, ...contract })).assistantId;
}

/** A statement of the Assurance Maladie, as the counters area keeps it. */
export const statement = (
  practice: TestPractice,
  doctorId: string,
  metric: 'PMT' | 'FA',
  onDay: string,
  value: number,
  population: PmtPopulation | null = metric === 'PMT' ? 'ADULT_AND_CHILD' : null,
) =>
  writeRows(practice, 'official_count', [
    { id: randomUUID(), doctor_id: doctorId, metric, on_day: onDay, value, population, version: 1 },
  ]);

export async function register(practice: TestPractice, fields: Partial<ContractInput> = {}): Promise<string> {
  const doctorId = fields.kind === 'COLLECTIVE' ? null : doctorOf(practice);
  return (await practice.doctor.aid.register({ ...key(), ...signed({ doctorId, ...fields }) })).id;
}

export const contractOf = ({ doctor }: TestPractice, id: string) => doctor.aid.contract({ id });

/** The year of a contract; fails the test when there is none. */
export function yearOf<Y extends { contractYear: number }>(
  { years }: { years: readonly Y[] },
  contractYear: number,
): Y {
  const year = years.find((one) => one.contractYear === contractYear);
  if (year === undefined) throw new Error(`no contract year ${contractYear}`);
  return year;
}

/** Sentences of a refusal, by field. */
export async function problemsOf(call: Promise<unknown>): Promise<{ field: string; message: string }[]> {
  try {
    await call;
    return [];
  } catch (error) {
    return (error as { data?: { problems?: { field: string; message: string }[] } }).data?.problems ?? [];
  }
}
