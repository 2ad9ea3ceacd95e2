import type { Day } from '#shared/kernel/day.ts';
import {
  contractSchedule,
  MODULATION_POLICIES,
  modulatedAmount,
  textDay,
  type AidTier,
  type ContractDays,
  type ContractOption,
  type ContractSchedule,
  type ModulationPolicy,
  type Population,
  type RenewedFrom,
  type ScheduledYear,
  type ScheduleYear,
} from '#shared/rules/aid/index.ts';
import type { Computed, Reason } from '#shared/rules/kernel/index.ts';
import type { AidFacts } from './facts.ts';
import type { StoredContract, StoredEvent } from './stored.ts';
import { metricResults, unknownFigures, type YearResult } from './objectives.ts';

/** A contract or a scenario, ready for the rules. */
export interface MoneySituation {
  days: ContractDays;
  tier: AidTier | null;
  fundedEtp: number | null;
  policy: ModulationPolicy | null;
  cumulative: boolean | null;
  population: Population | undefined;
  hireDay: Day | null;
  renews: RenewedFrom | undefined;
  /** What is known of each year. */
  years: (ScheduleYear & { results: YearResult[] })[];
}

export interface MoneyYear extends ScheduledYear {
  option: ContractOption;
  results: YearResult[];
  forecasts: { policy: ModulationPolicy; label: string; amount: Computed }[];
}

export interface Money extends Omit<ContractSchedule, 'years'> {
  years: MoneyYear[];
}

/** The schedule by year: full amount, amount due, payments, and the amount of each modulation rule when it is not known. */
export function moneyOf(situation: MoneySituation, today: Day): Money {
  const { days, tier, fundedEtp, policy, cumulative, population, hireDay, renews, years } = situation;
  const common = {
    ...(policy === null ? {} : { policy }),
    ...(cumulative === null ? {} : { cumulative }),
    ...(population === undefined ? {} : { population }),
  };
  const schedule = contractSchedule(
    {
      ...days,
      ...common,
      ...(tier === null ? {} : { tier }),
      ...(fundedEtp === null || days.option !== 'PER_ETP' ? {} : { fundedEtp }),
      ...(hireDay === null ? {} : { hireDay }),
      ...(renews === undefined ? {} : { renews }),
      years: years.map(({ results, ...year }) => ({ ...year, metrics: metricResults(results) })),
    },
    today,
  );
  return {
    ...schedule,
    years: schedule.years.map((year): MoneyYear => {
      const known = years.find((one) => one.contractYear === year.contractYear);
      const results = known?.results ?? [];
      const signatureDay = known?.terms?.signatureDay ?? days.signatureDay;
      const option = known?.terms?.option ?? days.option;
      const full = year.fullAmount.value;
      const asks = year.dueAmount.value === null && year.dueAmount.missing.includes('policy');
      const forecasts =
        full === null || !asks
          ? []
          : policiesAsked(year.dueAmount).map((one) => ({
              policy: one,
              label: MODULATION_POLICIES[one],
              amount: modulatedAmount({
                signatureDay,
                option,
                contractYear: year.contractYear,
                fullAmount: full,
                metrics: metricResults(results),
                ...common,
                policy: one,
                ...(days.overrides === undefined ? {} : { overrides: days.overrides }),
              }),
            }));
      return { ...year, option, results, forecasts, dueAmount: askingFor(year.dueAmount, results) };
    }),
  };
}

/** The rules the answer hesitates between, as it names them. */
function policiesAsked({ alternatives }: Computed): ModulationPolicy[] {
  const all = Object.entries(MODULATION_POLICIES) as [ModulationPolicy, string][];
  return all.flatMap(([policy, label]) => (alternatives.some(({ words }) => words === label) ? [policy] : []));
}

/** An amount that waits for an objective says which one. */
function askingFor(due: Computed, results: readonly YearResult[]): Computed {
  const unknown: Reason[] = unknownFigures(results);
  if (due.value !== null || !due.missing.includes('metrics') || unknown.length === 0) return due;
  return { ...due, reasons: unknown, missing: unknown.map(({ code }) => code) };
}

/** What avenants changed for a year that starts on this day; each keeps what it does not change. */
export function termsOn(contract: StoredContract, startsOn: Day): NonNullable<ScheduleYear['terms']> {
  const before = ({ kind, onDay }: StoredEvent) => kind === 'AVENANT' && onDay <= startsOn;
  let terms: NonNullable<ScheduleYear['terms']> = {};
  for (const { onDay, ruleSet, option, tier, fundedEtp } of contract.events.filter(before)) {
    terms = {
      ...terms,
      ...(ruleSet === null ? {} : { signatureDay: textDay(onDay, ruleSet) }),
      ...(option === null ? {} : { option }),
      ...(tier === null ? {} : { tier }),
      ...(fundedEtp === null ? {} : { fundedEtp }),
    };
  }
  return terms;
}

/** Day the assistant was hired: of the employment that runs when the contract begins to pay for it. */
export function hireDayOf({ assistants }: StoredContract, facts: AidFacts): Day | null {
  const [first] = assistants;
  if (first === undefined) return null;
  const employments = facts.assistants.find(({ id }) => id === first.assistantId)?.employments ?? [];
  const running = employments.findLast((one) => one.startDay <= first.fromDay);
  return (running ?? employments[0])?.startDay ?? first.fromDay;
}
