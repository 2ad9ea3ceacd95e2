import { z } from 'zod';
import { aidEventKinds, aidPaymentKinds } from '#shared/domain/aid.ts';
import { DayValue, Id } from '#shared/domain/values.ts';
import {
  AID_TIERS,
  COMPANY_FORMS,
  CONTRACT_KINDS,
  CONTRACT_OPTIONS,
  METRICS,
  MODULATION_POLICIES,
  SIGNED_RULE_SETS,
  type CompanyForm,
  type ContractKind,
  type ModulationPolicy,
} from '#shared/rules/aid/index.ts';

const keysOf = <K extends string>(record: Readonly<Record<K, string>>) => Object.keys(record) as [K, ...K[]];

export const Metric = z.enum(METRICS);
export const Option = z.enum(CONTRACT_OPTIONS);
export const RuleSet = z.enum(SIGNED_RULE_SETS);
export const Policy = z.enum(keysOf<ModulationPolicy>(MODULATION_POLICIES));
export const Kind = z.enum(keysOf<ContractKind>(CONTRACT_KINDS));
const Words = (max: number) => z.string().trim().min(1).max(max);

export const ContractDay = DayValue.refine((day) => day >= '2015-01-01' && day <= '2099-12-31', {
  message: 'Date hors du calendrier d’un contrat\u00a0: vérifier l’année.',
});
/** Whole patients. */
export const Patients = z.number().int().min(0).max(1_000_000);
export const Cents = z.number().int().min(0).max(1_000_000_000);
export const ContractYear = z.number().int().min(1).max(50);
export const Etp = z.number().positive().multipleOf(0.5, 'Par demi-ETP.').max(500);

/** A contract as signed. Null = not written, not read or not known; never zero. */
export const aidContractFields = {
  kind: Kind,
  /** Null for a collective contract. */
  doctorId: Id.nullable(),
  number: Words(60).nullable(),
  cpam: Words(100).nullable(),
  ruleSet: RuleSet,
  /** `PER_ETP` for a collective contract. */
  option: Option,
  /** Written in the contract; null asks, or lets the rule answer when it can. */
  tier: z.enum(AID_TIERS).nullable(),
  /** Collective contract only. */
  fundedEtp: Etp.nullable(),
  signedOn: ContractDay,
  startsOn: ContractDay,
  /** Last day written in the contract; null = five years, by the rule. */
  endsOn: ContractDay.nullable(),
  renewsId: Id.nullable(),
  policy: Policy.nullable(),
  /** Both counters asked for by the contract, or one being enough. */
  cumulative: z.boolean().nullable(),
  /** The doctor had just settled at the signature. */
  newlyInstalled: z.boolean().nullable(),
  /** Typed from an old paper: what contradicts itself is kept and shown. */
  asWritten: z.boolean(),
  companyName: Words(120).nullable(),
  companyForm: z.enum(keysOf<CompanyForm>(COMPANY_FORMS)).nullable(),
  trainingSite: z.boolean().nullable(),
};
export const AidContractFields = z.strictObject(aidContractFields);
export type AidContractFields = z.infer<typeof AidContractFields>;

const objectiveFigures = {
  start: Patients.nullable(),
  target: Patients.nullable(),
  dueOn: ContractDay.nullable(),
  /** Collective contract: gains of the former individual contracts. */
  formerGain: Patients.nullable(),
  /** Objective a letter of the CPAM gives to this doctor, and its day: it wins over the contract and the text. */
  notified: Patients.nullable(),
  notifiedOn: ContractDay.nullable(),
  /** Minimum patientèle the CPAM wrote for this doctor, and the day of the letter: it wins over the text. */
  threshold: Patients.nullable(),
  thresholdOn: ContractDay.nullable(),
  /** Keeps an objective below the start, because the paper says so. */
  asWritten: z.boolean(),
};
export const aidObjectiveFields = { metric: Metric, ...objectiveFigures };
/** What is typed of an objective, its counter apart. */
export const AidObjectiveFigures = z.strictObject(objectiveFigures);
export type AidObjectiveFigures = z.infer<typeof AidObjectiveFigures>;
export const aidAssistantFields = { assistantId: Id, fromDay: ContractDay, toDay: ContractDay.nullable() };
export const aidMemberFields = {
  doctorId: Id,
  joinedOn: ContractDay,
  leftOn: ContractDay.nullable(),
  pamsu: z.boolean(),
  ownShares: z.boolean().nullable(),
  adhesion: z.boolean().nullable(),
};
export const aidPaymentFields = {
  contractYear: ContractYear,
  kind: z.enum(aidPaymentKinds),
  /** Place in the year, from 1; null: the whole year. */
  rank: z.number().int().min(1).max(12).nullable(),
  amountCents: Cents.nullable(),
  /** Expected day, day of the letter, day on the account. */
  onDay: ContractDay.nullable(),
  words: Words(300).nullable(),
};
export const aidEventFields = {
  kind: z.enum(aidEventKinds),
  onDay: ContractDay,
  toDay: ContractDay.nullable(),
  assistantId: Id.nullable(),
  words: Words(500).nullable(),
  /** What an avenant changes from its day on; null = unchanged. Years that start on or after it follow. */
  ruleSet: RuleSet.nullable(),
  option: Option.nullable(),
  tier: z.enum(AID_TIERS).nullable(),
  fundedEtp: Etp.nullable(),
};
/** A doctor of a scenario, counters at the start. */
export const scenarioFields = {
  kind: Kind,
  /** Empty for a collective contract: `memberIds` then. */
  doctorId: Id.nullable(),
  memberIds: z.array(Id).max(60),
  signedOn: ContractDay,
  startsOn: ContractDay,
  option: Option,
  fundedEtp: Etp.nullable(),
  companyForm: z.enum(keysOf<CompanyForm>(COMPANY_FORMS)).nullable(),
  /** Null: the rule answers when it can, else asks. */
  tier: z.enum(AID_TIERS).nullable(),
  newlyInstalled: z.boolean().nullable(),
  policy: Policy.nullable(),
  cumulative: z.boolean().nullable(),
  /** Null: the last statement before the signature, else asked. */
  starts: z.array(z.strictObject({ metric: Metric, start: Patients.nullable(), target: Patients.nullable() })).max(3),
  /** Patients gained each year from the start; null: no projection, the result is asked. */
  growth: z.strictObject({
    pmt: z.number().int().min(-5000).max(5000).nullable(),
    fileActive: z.number().int().min(-5000).max(5000).nullable(),
  }),
  suspensions: z.array(z.strictObject({ from: ContractDay, to: ContractDay.nullable() })).max(5),
  /** The contract it would renew. */
  renewsId: Id.nullable(),
};
