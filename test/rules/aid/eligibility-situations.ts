import fc from 'fast-check';
import { addDays, daysBetween } from '#shared/kernel/day.ts';
import {
  ADAPTED_SITUATIONS,
  AID_OPTIONS,
  COMPANY_FORMS,
  CONTRACT_KINDS,
  COORDINATED_PRACTICES,
  EMPLOYMENT_KINDS,
  FIRST_OPTIONS,
  PERCENTILE_TABLES,
  SECOND_OPTIONS,
  SECTORS,
  SPECIALITIES,
  ZONES,
} from '#shared/rules/aid/index.ts';

const keys = <Key extends string>(record: Readonly<Record<Key, string>>): fc.Arbitrary<Key> =>
  fc.constantFrom(...(Object.keys(record) as Key[]));
export const dayFrom = (min: string, max: string): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: daysBetween(min, max) }).map((days) => addDays(min, days));
export const day = fc.oneof(
  dayFrom('2019-08-01', '2030-12-31'),
  fc.constantFrom('1900-01-01', '2199-12-31', '2020-02-29', '2024-02-29', '2023-01-31'),
);
export const count = fc.oneof(fc.integer({ min: 0, max: 4000 }), fc.constantFrom(639, 640, 774, 775, 1044, 1045, 1e9));
const percent = fc.double({ min: 0, max: 100, noNaN: true });
export const flag = fc.boolean();
const practice = fc.dictionary(
  fc.constantFrom('aid.threshold.operator', 'aid.percentile.pmt.p90', 'aid.av8.month', 'aid.absence.short_days'),
  fc.oneof(fc.constantFrom('>=', '>', null, true), fc.integer({ min: -5, max: 3000 })),
);
const overrides = fc.record({ practice });
const some: { requiredKeys: [] } = { requiredKeys: [] };
const given = fc.record({
  value: fc.constantFrom('STANDARD', 'P90_P94', 'P95_PLUS'),
  origin: fc.constantFrom('typed', 'notified'),
  on: fc.option(day),
});
const doctor = {
  sector: keys(SECTORS),
  speciality: keys(SPECIALITIES),
  particularPractice: flag,
  pmt: count,
  collectiveEndedOn: day,
};

/** A situation for every rule: mostly usable, sometimes not (days in the wrong order). */
export const SITUATIONS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'aid.rule_set': fc.record({ signatureDay: day, kind: keys(CONTRACT_KINDS) }),
  'aid.eligibility': fc.record(
    {
      ...doctor,
      signatureDay: day,
      option: fc.constantFrom(...FIRST_OPTIONS),
      specialityListed: flag,
      newlyInstalled: flag,
      fileActive: count,
      childrenShare: percent,
      technicalShare: percent,
      adaptedSituation: keys(ADAPTED_SITUATIONS),
      thresholds: fc.record({ pmt: count, fileActive: count }, some),
      zone: keys(ZONES),
      doctorsInPractice: fc.integer({ min: 1, max: 9 }),
      coordinatedPractice: keys(COORDINATED_PRACTICES),
      joinBy: day,
      overrides,
    },
    { requiredKeys: ['signatureDay', 'option'] },
  ),
  'aid.options': fc.record({ signatureDay: day, zone: keys(ZONES) }, { requiredKeys: ['signatureDay'] }),
  'aid.second_assistant': fc.record(
    {
      signatureDay: day,
      option: fc.constantFrom(...SECOND_OPTIONS),
      speciality: keys(SPECIALITIES),
      particularPractice: flag,
      runningOption: fc.option(fc.constantFrom(...AID_OPTIONS)),
      contractYear: fc.integer({ min: 1, max: 20 }),
      objectivesReached: flag,
      zone: keys(ZONES),
      overrides,
    },
    { requiredKeys: ['signatureDay', 'option'] },
  ),
  'aid.tier': fc.record(
    {
      signatureDay: day,
      population: fc.constantFrom('GP', 'OTHER_SPECIALITY'),
      particularPractice: flag,
      newlyInstalled: flag,
      startFigure: count,
      tierOfContract: given,
      overrides,
    },
    { requiredKeys: ['signatureDay', 'population'] },
  ),
  'aid.working_time': fc.record({
    option: fc.constantFrom(...AID_OPTIONS),
    weeklyHours: fc.double({ min: 0, max: 500, noNaN: true }),
  }),
  'aid.employment': fc.record(
    {
      kind: keys(EMPLOYMENT_KINDS),
      lawfulGround: flag,
      renewals: count,
      totalMonths: fc.double({ min: 0, max: 1200, noNaN: true }),
      formerSecretary: flag,
      secretaryReplaced: flag,
    },
    { requiredKeys: ['kind'] },
  ),
  'aid.absence': fc.record({ firstDay: day, lastDay: day, replaced: flag, overrides }, { requiredKeys: ['firstDay'] }),
  'aid.departure': fc.record({ lastDay: day, nextHireDay: fc.option(day) }, { requiredKeys: ['lastDay'] }),
  'aid.notice': fc.record({ letterDay: day }),
  'aid.doctor_change': fc.record({ tooFar: flag, newSpeciality: flag }, some),
  'aid.renewal': fc.record({ signatureDay: day, option: fc.constantFrom(...FIRST_OPTIONS), renewalDay: day }),
  'aid.collective_eligibility': fc.record(
    {
      signatureDay: day,
      form: keys(COMPANY_FORMS),
      members: fc.array(
        fc.record(
          {
            ...doctor,
            sharesInOwnName: flag,
            adhesionSigned: flag,
            individualContractEndsOn: fc.option(day),
            collectiveEndedOn: fc.option(day),
          },
          some,
        ),
        { minLength: 1, maxLength: 5 },
      ),
      threshold: count,
      overrides,
    },
    { requiredKeys: ['signatureDay', 'members'] },
  ),
  'aid.etp_cap': fc.record({
    doctors: fc.integer({ min: 1, max: 20 }),
    hostingDoctors: fc.integer({ min: 0, max: 20 }),
    trainingSite: flag,
  }),
  'aid.collective_documents': fc.record(
    {
      signatureDay: day,
      companyExtractOn: fc.option(day),
      statutes: flag,
      managersInStatutes: flag,
      managersAct: flag,
      bankDetails: flag,
      employmentContracts: flag,
      adhesions: flag,
      bonusAsked: flag,
      approvals: flag,
    },
    { requiredKeys: ['signatureDay'] },
  ),
  'aid.collective_continuation': fc.record({
    startPmt: count,
    currentPmt: count,
    doctors: fc.integer({ min: 1, max: 20 }),
  }),
  'aid.collective_waiting': fc.record({ endDay: day }),
  'aid.position': fc.record(
    { signatureDay: day, table: keys(PERCENTILE_TABLES), figure: count, overrides },
    { requiredKeys: ['signatureDay', 'table', 'figure'] },
  ),
  'aid.collective_member_change': fc.record({ contractStartDay: day, changeDay: day }),
  'aid.individual_to_collective': fc.record(
    { individualStartDay: day, individualEndDay: day, collectiveStartDay: day, assistantAgrees: flag },
    { requiredKeys: ['individualStartDay', 'individualEndDay', 'collectiveStartDay'] },
  ),
};
