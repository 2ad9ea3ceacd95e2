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
import { euros, type Computed, type Reason } from '#shared/rules/kernel/index.ts';
import type { AidFacts } from './facts.ts';
import type { StoredContract, StoredEvent } from './stored.ts';
import { basisOf, metricResults, unknownFigures, type YearResult } from './year-results.ts';

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
  const scheduleAt = (bound?: Bound) =>
    contractSchedule(
      {
        ...days,
        ...common,
        ...(tier === null ? {} : { tier }),
        ...(fundedEtp === null || days.option !== 'PER_ETP' ? {} : { fundedEtp }),
        ...(hireDay === null ? {} : { hireDay }),
        ...(renews === undefined ? {} : { renews }),
        years: years.map(({ results, ...year }) => ({ ...year, metrics: metricResults(results, bound) })),
      },
      today,
    );
  const schedule = scheduleAt();
  // A projection has a band: what the year would pay at both ends of it.
  const projected = years.some(({ results }) => results.some(({ low }) => low !== null));
  const ends = projected ? [scheduleAt('low'), scheduleAt('high')] : [];
  return {
    ...schedule,
    years: schedule.years.map((year, index): MoneyYear => {
      const known = years.find((one) => one.contractYear === year.contractYear);
      const results = known?.results ?? [];
      const signatureDay = known?.terms?.signatureDay ?? days.signatureDay;
      const option = known?.terms?.option ?? days.option;
      const full = year.fullAmount.value;
      const asks = year.dueAmount.value === null && year.dueAmount.missing.includes('policy');
      const byRule = (rule: ModulationPolicy, fullAmount: number, bound?: Bound) =>
        modulatedAmount({
          signatureDay,
          option,
          contractYear: year.contractYear,
          fullAmount,
          metrics: metricResults(results, bound),
          ...common,
          policy: rule,
          ...(days.overrides === undefined ? {} : { overrides: days.overrides }),
        });
      const forecasts =
        full === null || !asks
          ? []
          : policiesAsked(year.dueAmount).map((one) => ({
              policy: one,
              label: MODULATION_POLICIES[one],
              amount: resting(
                byRule(one, full),
                results,
                projected ? BOUNDS.map((bound) => byRule(one, full, bound)) : [],
              ),
            }));
      const atEnds = ends.flatMap((end) => end.years[index]?.dueAmount ?? []);
      const dueAmount = resting(askingFor(year.dueAmount, results), results, atEnds);
      return { ...year, option, results, forecasts, dueAmount };
    }),
  };
}

const BOUNDS = ['low', 'high'] as const;
type Bound = (typeof BOUNDS)[number];

/** An estimated amount says which count it rests on, and what it becomes at both ends of a projection. */
function resting(answer: Computed, results: readonly YearResult[], ends: readonly Computed[]): Computed {
  if (!answer.reasons.some(({ code }) => code === 'estimate')) return answer;
  const [low = null, high = null] = ends.map(({ value }) => value);
  const projected = results.some(({ origin, on }) => origin === 'projection' && on !== null);
  const range: Reason[] =
    !projected || low === null || high === null
      ? []
      : [
          {
            code: 'projection_range',
            words:
              low === high
                ? 'Même montant aux deux bornes de la projection.'
                : `Entre ${euros(Math.min(low, high))} et ${euros(Math.max(low, high))} aux deux bornes de la projection.`,
          },
        ];
  return { ...answer, reasons: [...answer.reasons, ...basisOf(results), ...range] };
}

/** The rules the answer hesitates between, as it names them. */
function policiesAsked({ alternatives }: Computed): ModulationPolicy[] {
  const all = Object.entries(MODULATION_POLICIES) as [ModulationPolicy, string][];
  return all.flatMap(([policy, label]) => (alternatives.some(({ words }) => words === label) ? [policy] : []));
}

/** An amount that waits for an objective says which one; one that waits for a statement of another sort says why. */
function askingFor(due: Computed, results: readonly YearResult[]): Computed {
  if (due.value !== null) return due;
  const unknown: Reason[] = unknownFigures(results);
  if (due.missing.includes('metrics') && unknown.length > 0)
    return { ...due, reasons: unknown, missing: unknown.map(({ code }) => code) };
  if (!due.missing.some((one) => one.endsWith('.achieved'))) return due;
  const apart = basisOf(results.filter(({ achieved }) => achieved === null)).filter(({ code }) =>
    code.startsWith('statement_unit'),
  );
  return apart.length === 0 ? due : { ...due, reasons: [...due.reasons, ...apart] };
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
