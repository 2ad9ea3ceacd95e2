import { z } from 'zod';
import { isDay } from '#shared/kernel/day.ts';
import { countSchema, daySchema as anyDay, percentSchema } from '../kernel/index.ts';
import { COMPANY_FORMS } from './collective-situation.ts';
import { ADAPTED_SITUATIONS, COORDINATED_PRACTICES } from './eligibility-situation.ts';
import { SECTORS, SPECIALITIES, ZONES } from './parameters-eligibility.ts';
import { EMPLOYMENT_KINDS } from './employment.ts';
import { PERCENTILE_TABLES } from './position.ts';
import { AID_OPTIONS, AID_TIERS, CONTRACT_KINDS, FIRST_OPTIONS, SECOND_OPTIONS } from './rule-sets.ts';

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(record) as Key[];

/** A day a contract can have: years and months are added to it. */
const daySchema = anyDay
  .refine((day) => !isDay(day) || day >= '1900-01-01', { message: 'Date trop ancienne.' })
  .refine((day) => !isDay(day) || day <= '2199-12-31', { message: 'Date trop lointaine.' });

/** Values changed by the practice, by parameter id. */
export const overridesSchema = z.strictObject({
  practice: z.record(z.string(), z.union([z.number(), z.boolean(), z.string(), z.null()])).exactOptional(),
});

const flag = z.boolean().exactOptional();
const count = countSchema.exactOptional();
const percent = percentSchema.exactOptional();
const sector = z.enum(keysOf(SECTORS)).exactOptional();
const speciality = z.enum(keysOf(SPECIALITIES)).exactOptional();
const zone = z.enum(keysOf(ZONES)).exactOptional();
const overrides = overridesSchema.exactOptional();
const dayOrNone = daySchema.nullable().exactOptional();

export const ruleSetSituation = z.strictObject({ signatureDay: daySchema, kind: z.enum(keysOf(CONTRACT_KINDS)) });

export const eligibilitySituation = z
  .strictObject({
    signatureDay: daySchema,
    option: z.enum(FIRST_OPTIONS),
    sector,
    speciality,
    specialityListed: flag,
    particularPractice: flag,
    newlyInstalled: flag,
    pmt: count,
    fileActive: count,
    childrenShare: percent,
    technicalShare: percent,
    adaptedSituation: z.enum(keysOf(ADAPTED_SITUATIONS)).exactOptional(),
    thresholds: z.strictObject({ pmt: count, fileActive: count }).exactOptional(),
    zone,
    doctorsInPractice: countSchema.min(1).exactOptional(),
    coordinatedPractice: z.enum(keysOf(COORDINATED_PRACTICES)).exactOptional(),
    joinBy: daySchema.exactOptional(),
    collectiveEndedOn: daySchema.exactOptional(),
    overrides,
  })
  .refine(({ joinBy, signatureDay }) => joinBy === undefined || joinBy >= signatureDay, {
    path: ['joinBy'],
    message: 'Date avant la signature.',
  });

export const optionsSituation = z.strictObject({ signatureDay: daySchema, zone });

export const secondAssistantSituation = z.strictObject({
  signatureDay: daySchema,
  option: z.enum(SECOND_OPTIONS),
  speciality,
  particularPractice: flag,
  runningOption: z.enum(AID_OPTIONS).nullable().exactOptional(),
  contractYear: countSchema.min(1).exactOptional(),
  objectivesReached: flag,
  zone,
  overrides,
});

export const tierSituation = z.strictObject({
  signatureDay: daySchema,
  population: z.enum(['GP', 'OTHER_SPECIALITY']),
  particularPractice: flag,
  newlyInstalled: flag,
  startFigure: count,
  tierOfContract: z
    .strictObject({ value: z.enum(AID_TIERS), origin: z.enum(['typed', 'notified']), on: daySchema.nullable() })
    .exactOptional(),
  overrides,
});

const member = z.strictObject({
  speciality,
  particularPractice: flag,
  sector,
  sharesInOwnName: flag,
  adhesionSigned: flag,
  pmt: count,
  individualContractEndsOn: dayOrNone,
  collectiveEndedOn: dayOrNone,
});

export const collectiveSituation = z.strictObject({
  signatureDay: daySchema,
  form: z.enum(keysOf(COMPANY_FORMS)).exactOptional(),
  members: z.array(member).min(1),
  threshold: count,
  overrides,
});

export const etpCapSituation = z
  .strictObject({
    doctors: countSchema.min(1),
    hostingDoctors: countSchema,
    trainingSite: z.boolean(),
    overrides,
  })
  .refine(({ doctors, hostingDoctors }) => hostingDoctors <= doctors, {
    path: ['hostingDoctors'],
    message: 'Plus de médecins que d’adhérents.',
  });

export const collectiveFileSituation = z
  .strictObject({
    signatureDay: daySchema,
    companyExtractOn: dayOrNone,
    statutes: flag,
    managersInStatutes: flag,
    managersAct: flag,
    bankDetails: flag,
    employmentContracts: flag,
    adhesions: flag,
    bonusAsked: flag,
    approvals: flag,
  })
  .refine(({ companyExtractOn: on, signatureDay }) => on === undefined || on === null || on <= signatureDay, {
    path: ['companyExtractOn'],
    message: 'Date après la signature.',
  });

export const continuationSituation = z.strictObject({
  startPmt: countSchema,
  currentPmt: countSchema,
  doctors: countSchema.min(1),
});

export const memberChangeSituation = z
  .strictObject({ contractStartDay: daySchema, changeDay: daySchema })
  .refine(({ contractStartDay, changeDay }) => changeDay >= contractStartDay, {
    path: ['changeDay'],
    message: 'Date avant le début du contrat.',
  });

export const positionSituation = z.strictObject({
  signatureDay: daySchema,
  table: z.enum(keysOf(PERCENTILE_TABLES)),
  figure: countSchema,
  overrides,
});

export const waitingSituation = z.strictObject({ endDay: daySchema });

export const absenceSituation = z
  .strictObject({ firstDay: daySchema, lastDay: daySchema.exactOptional(), replaced: flag, overrides })
  .refine(({ firstDay, lastDay }) => lastDay === undefined || lastDay >= firstDay, {
    path: ['lastDay'],
    message: 'Fin avant le début.',
  });

export const departureSituation = z.strictObject({ lastDay: daySchema, nextHireDay: dayOrNone });

export const noticeSituation = z.strictObject({ letterDay: daySchema });

export const doctorChangeSituation = z.strictObject({ tooFar: flag, newSpeciality: flag });

export const moveToCollectiveSituation = z
  .strictObject({
    individualStartDay: daySchema,
    individualEndDay: daySchema,
    collectiveStartDay: daySchema,
    assistantAgrees: flag,
  })
  .refine(({ individualStartDay, individualEndDay }) => individualEndDay >= individualStartDay, {
    path: ['individualEndDay'],
    message: 'Fin avant le début.',
  });

export const renewalSituation = z
  .strictObject({ signatureDay: daySchema, option: z.enum(FIRST_OPTIONS), renewalDay: daySchema })
  .refine(({ signatureDay, renewalDay }) => renewalDay >= signatureDay, {
    path: ['renewalDay'],
    message: 'Date avant la signature.',
  });

export const workingTimeSituation = z.strictObject({
  option: z.enum(AID_OPTIONS),
  weeklyHours: z.number().min(0).max(500),
});

export const employmentSituation = z.strictObject({
  kind: z.enum(keysOf(EMPLOYMENT_KINDS)),
  lawfulGround: flag,
  renewals: count,
  totalMonths: z.number().min(0).max(1200).exactOptional(),
  formerSecretary: flag,
  secretaryReplaced: flag,
});
