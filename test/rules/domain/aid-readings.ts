import * as z from 'zod';
import type { JsonValue } from '#shared/rules/kernel/index.ts';
import document from './aid-parameters.json' with { type: 'json' };

/** A figure, an unknown or a flag of the document, by its path. */
export type Leaf = { readonly path: string; readonly value: number | boolean | null | string };
/** The parameter that holds a figure, and the day it is read for. */
export type Reading = {
  readonly id: string;
  readonly day: string;
  readonly pick?: (value: JsonValue) => JsonValue | undefined;
  /** Where the sources of this figure are listed, when not on its own branch. */
  readonly sourcesAt?: string;
  /** Sources given by the text that goes with the document, when its data list none. */
  readonly among?: readonly string[];
};

export const json: unknown = document;
export const DAYS: Readonly<Record<string, string>> = {
  'AV7-2019': '2019-09-01',
  'RA-2023': '2023-05-01',
  'CONV-2024': '2024-06-22',
  'CONV-2024-REVAL-LEGACY': '2024-06-22',
  'CONV-2024-SECOND-AM': '2024-06-22',
  'COLL-2026': '2026-02-25',
};
const field =
  (...keys: (string | number)[]) =>
  (value: JsonValue): JsonValue | undefined =>
    keys.reduce<JsonValue | undefined>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null
          ? (inner as Record<string, JsonValue>)[key]
          : inner === null
            ? null
            : undefined,
      value,
    );

export const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
export const resolve = (path: string): unknown => path.split('/').reduce(at, json);

/** The name of the option, or the id of the rule set, that stands on a path. */
const nameAt = (path: string, key: string): string => z.string().parse(at(resolve(path), key));

type Rule = readonly [pattern: RegExp, read: (match: RegExpExecArray, day: string, set: string) => Reading | null];
const one = (pattern: RegExp, id: string, pick?: Reading['pick'], sourcesAt?: string): Rule => [
  pattern,
  (_match, day) => ({
    id,
    day,
    ...(pick === undefined ? {} : { pick }),
    ...(sourcesAt === undefined ? {} : { sourcesAt }),
  }),
];

/** Paths inside a rule set. */
const IN_A_RULE_SET: readonly Rule[] = [
  [
    /^eligibility\/specialities\/excluded$/,
    (_match, day) => ({ id: 'aid.eligibility.excluded_specialities', day, among: ['S12', 'S14', 'S54', 'S63'] }),
  ],
  one(/^eligibility\/specialities\/surgeons\/maxTechnicalActFeeSharePercent$/, 'aid.eligibility.technical_share'),
  one(/^eligibility\/specialities\/surgeons\/observationMonths$/, 'aid.eligibility.technical_share_months'),
  one(/^eligibility\/thresholds\/\d\/percentile$/, 'aid.threshold.percentile'),
  one(/^eligibility\/thresholds\/\d\/referenceDate$/, 'aid.percentile.reference_day'),
  [
    /^(eligibility\/thresholds\/\d)\/value$/,
    (match, day, set) => {
      const population = nameAt(`${set}/${match[1]}`, 'population');
      const id = {
        GP: 'aid.percentile.pmt.p30',
        OTHER_SPECIALITY: 'aid.percentile.other_file_active.p30',
        GROUP_MEAN: 'aid.collective.mean_pmt',
      }[population];
      return id === undefined ? null : { id, day };
    },
  ],
  [
    /^(eligibility\/thresholdWaivers\/\d)\/value$/,
    (match, day, set) => {
      const waiver = nameAt(`${set}/${match[1]}`, 'case');
      // No threshold at all is `true` in the book; an adapted one is a figure nobody could read.
      if (waiver === 'NEWLY_INSTALLED')
        return { id: 'aid.waiver.newly_installed', day, pick: (value) => (value === true ? null : value) };
      if (waiver === 'CHILDREN_UNDER_16_SHARE_ABOVE') return { id: 'aid.waiver.children_share', day };
      return { id: 'aid.waiver.adapted_threshold', day };
    },
  ],
  one(/^eligibility\/groupedPracticeRequired$/, 'aid.eligibility.grouped_required'),
  one(/^eligibility\/coordinatedPracticeRequired$/, 'aid.eligibility.coordinated_required'),
  // A null here is « not asked any more »: the flag above says so.
  one(/^eligibility\/groupedPracticeMinDoctors$/, 'aid.eligibility.grouped_doctors'),
  one(/^eligibility\/coordinatedPracticeDelayMonths$/, 'aid.eligibility.coordinated_months'),
  one(/^eligibility\/minContractYear$/, 'aid.second_assistant.contract_year'),
  one(/^transition\/olderContractsContinueToTerm$/, 'aid.transition.continues'),
  one(/^transition\/switchOnRequest$/, 'aid.transition.switch_on_request'),
  [
    /^transition\/olderContractsRenewable\/(ETP_\w+)$/,
    (match, day) => ({ id: `aid.transition.renewable.${match[1]}`, day }),
  ],
  [
    /^tiers\/\d\/(?:lowerPercentileInclusive|upperPercentileExclusive)$/,
    (match, day, set) => {
      const value = resolve(`${set}/${match[0]}`);
      return { id: value === 95 ? 'aid.tier.p95' : 'aid.tier.p90', day, sourcesAt: 'amountsSource' };
    },
  ],
  [
    /^(options\/\d)\/openToNewContracts$/,
    (match, day, set) => ({
      id: `aid.option.${nameAt(`${set}/${match[1]}`, 'code')}.open`,
      day,
      sourcesAt: 'amountsSource',
    }),
  ],
  [
    /^(options\/\d)\/amountsEuroCents\/(\w+)\/(\d)$/,
    (match, day, set) => {
      const code = nameAt(`${set}/${match[1]}`, 'code');
      const legacy = nameAt(set, 'id') === 'CONV-2024-REVAL-LEGACY' ? 'revalued.' : '';
      const id = code === 'PER_ETP' ? 'aid.amount.collective' : `aid.amount.${legacy}${code}.${match[2]}`;
      return { id, day, pick: field(match[3] ?? ''), sourcesAt: 'amountsSource' };
    },
  ],
  one(/^durationYears$/, 'aid.contract.duration'),
  one(/^renewable$/, 'aid.contract.renewable'),
  [
    /^payments\/(1|2|3plus)(?:\/(\d)\/(\w+))?$/,
    (match, day) => {
      const id =
        { '1': 'aid.payment.year_1', '2': 'aid.payment.year_2', '3plus': 'aid.payment.year_3_plus' }[match[1] ?? ''] ??
        '';
      const inside = {
        sharePercent: ['sharePercent'],
        dueDaysAfterHire: ['due', 'days'],
        dueMonthsAfterContract: ['due', 'months'],
        due: ['due'],
      }[match[3] ?? ''];
      return inside === undefined ? { id, day } : { id, day, pick: field(match[2] ?? '', ...inside) };
    },
  ],
  one(/^objectives\/GP\/cumulative$/, 'aid.objective.cumulative.gp'),
  one(/^objectives\/dueByContractYear$/, 'aid.objective.due_year'),
  one(/^objectives\/modulatedFromContractYear$/, 'aid.modulation.first_year', undefined, 'partialAchievement'),
  [
    /^(objectives\/increaseByOption\/(\w+)\/\d)\/increasePercent$/,
    (match, day, set) => {
      const to = at(resolve(`${set}/${match[1]}`), 'to');
      const band = `${nameAt(`${set}/${match[1]}`, 'from')}_${to === null ? 'PLUS' : String(to)}`;
      return { id: `aid.objective.increase.${match[2]}.${band}`, day };
    },
  ],
  one(/^objectives\/highPatienteleMaintainOnly$/, 'aid.objective.high_maintains'),
  one(/^objectives\/rounding$/, 'aid.objective.rounding'),
  [
    /^objectives\/newlyInstalled\/(withinYears|cumulative)$/,
    (match, day) => ({ id: 'aid.objective.newly_installed', day, pick: field(match[1] ?? '') }),
  ],
  one(/^objectives\/newlyInstalled\/(?:target|metrics)$/, 'aid.objective.newly_installed'),
  one(/^objectives$/, 'aid.objective.second_assistant'),
  one(/^partialAchievement\/policy$/, 'aid.modulation.policy'),
  one(/^partialAchievement\/toleranceMargin$/, 'aid.modulation.tolerance'),
  one(/^partialAchievement\/measurementDate$/, 'aid.modulation.measurement_date'),
  [/^amendments\/0\/validFrom$/, (_match, day) => ({ id: 'aid.av8.month', day })],
];

/** Where the collective contract has parameters of its own. */
const IN_THE_COLLECTIVE: readonly Rule[] = [
  one(/^durationYears$/, 'aid.contract.collective_duration'),
  [
    /^etpCap\/bonus\/(\d)\/perDoctorEtp$/,
    (match) => ({
      id: match[1] === '0' ? 'aid.collective.bonus_hosting_doctor' : 'aid.collective.bonus_training_site',
      day: '2026-11-01',
    }),
  ],
  [
    /^objectives\/perFundedEtp\/(\w+)$/,
    (match, day) => ({ id: 'aid.objective.collective.gain', day, pick: field(match[1] ?? '') }),
  ],
  one(/^objectives\/withinYears$/, 'aid.objective.collective.years'),
  one(/^objectives\/reductionFormula$/, 'aid.objective.collective.reduction'),
  one(/^objectives\/modulatedFromContractYear$/, 'aid.modulation.collective_first_year'),
  one(
    /^objectives\/newlyInstalled\/maxMonthsSinceInstallation$/,
    'aid.objective.collective.newly_installed',
    field('maxMonths'),
  ),
  one(
    /^objectives\/newlyInstalled\/withinYearsOfMembership$/,
    'aid.objective.collective.newly_installed',
    field('withinYears'),
  ),
  [
    /^objectives\/newlyInstalled\/values\/(\w+)$/,
    (match, day) => ({ id: 'aid.objective.collective.newly_installed', day, pick: field(match[1] ?? '') }),
  ],
  one(/^partialAchievement\/formula$/, 'aid.modulation.collective_formula'),
  one(/^partialAchievement\/toleranceMargin$/, 'aid.modulation.collective_tolerance'),
  one(/^termination\/belowStartLevelMayTerminate$/, 'aid.collective.below_start_may_terminate'),
  one(/^termination\/belowP30DuringContractTerminates$/, 'aid.collective.below_threshold_terminates'),
  one(/^termination\/waitingPeriodYearsAfterEnd$/, 'aid.collective.waiting_years'),
];

const ELSEWHERE: readonly Rule[] = [
  [
    /^percentileTables\/(\d)\/(values|approximate)\/P(\d\d)$/,
    (match) => {
      const table = `percentileTables/${match[1]}`;
      const metric = nameAt(table, 'metric') === 'FILE_ACTIVE' ? 'file_active' : 'pmt';
      return { id: `aid.percentile.${metric}.p${match[3]}`, day: tableDay(table) };
    },
  ],
  [
    /^(percentileTables\/\d)\/values$/,
    (match) => ({ id: 'aid.percentile.other_file_active.p30', day: tableDay(match[1] ?? '') }),
  ],
  [
    /^(percentileTables\/\d)\/referenceDate$/,
    (match) => ({ id: 'aid.percentile.reference_day', day: tableDay(match[1] ?? '') }),
  ],
  [/^workingTime\/fullTimeHoursPerWeek$/, (_match, day) => ({ id: 'aid.working_time.full', day })],
  [/^workingTime\/halfTimeHoursPerWeek$/, (_match, day) => ({ id: 'aid.working_time.half', day })],
  [/^contractEvents\/0\/maxMonths$/, (_match, day) => ({ id: 'aid.absence.short_months', day })],
  [/^contractEvents\/2\/minMonthsExclusive$/, (_match, day) => ({ id: 'aid.absence.long_months', day })],
  [/^contractEvents\/4\/noticeMonths$/, (_match, day) => ({ id: 'aid.termination.notice_months', day })],
];

/** Leaves that are no figure of the rules, each with what stands for it. */
export const STRUCTURE: readonly RegExp[] = [
  /^(?:schemaVersion|asOf)$/,
  /\/valid(?:From|To)$/, // days of the texts, compared below
  /\/tiers\/(?:0\/lower|2\/upper)Percentile\w+$/, // open ends
  /\/increaseByOption\/\w+\/4\/to$/, // open end
  /\/OTHER_SPECIALITY\/cumulative$/, // a single metric
  /\/thresholdWaivers\/\d\/effect$/, // unknown effect: the rule answers undetermined
  /\/eligibility\/(?:grouped|coordinated)Practice(?:MinDoctors|DelayMonths)$/, // null once not asked any more
  /\/(?:mepExcluded|objectivesAlreadyReached|partnersInOwnName|noRunningIndividualContract)$/, // conditions of the rules
  /^ruleSets\/5\/(?:tiersKnown|renewable|options\/0\/openToNewContracts)$/, // collective contract: one row, no tier
  /^ruleSets\/5\/objectives\/(?:reducedByFormerIndividualGains|newlyInstalled\/cumulative)$/,
  /^ruleSets\/3\/options\/\d\/openToNewContracts$/, // raised amounts only: nothing can be signed under them
];

function tableDay(table: string): string {
  const [first = ''] = z.array(z.string()).parse(at(resolve(table), 'usedBy'));
  return DAYS[first] ?? '';
}

/** The parameter of a figure; null when nothing says where it is held. */
export function readingOf({ path }: Leaf): Reading | null {
  const inside = /^(ruleSets\/\d)\/(.*)$/.exec(path);
  const set = inside?.[1] ?? '';
  const rest = inside?.[2] ?? path;
  const id = inside === null ? '' : nameAt(set, 'id');
  const rules =
    inside === null ? ELSEWHERE : id === 'COLL-2026' ? [...IN_THE_COLLECTIVE, ...IN_A_RULE_SET] : IN_A_RULE_SET;
  for (const [pattern, read] of rules) {
    const match = pattern.exec(rest);
    if (match !== null) return read(match, DAYS[id] ?? '2026-11-22', set);
  }
  return null;
}
