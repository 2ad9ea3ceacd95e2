import type { Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, type Computed } from '../kernel/index.ts';
import type { AmountSituation } from './amount-lookup.ts';
import { CENTS, centsStep, reason, yearWords } from './amount-words.ts';
import { contractAmount } from './amount.ts';
import { contractCalendar, type ContractCalendar, type ContractYear } from './calendar.ts';
import type { GivenAmounts } from './given-amounts.ts';
import { modulatedAmount, type MetricResult, type ModulationSituation } from './modulation.ts';
import { renewedAmount, renewedDue, type RenewedFrom } from './renewed-contract.ts';
import { yearPayments, type PaymentSituation, type YearPayments } from './payments.ts';

export interface ScheduleYear extends GivenAmounts {
  readonly contractYear: number;
  /** Starting, asked and counted patients of the year. */
  readonly metrics?: readonly MetricResult[];
  readonly expectedDays?: NonNullable<PaymentSituation['expectedDays']>;
  /** What an avenant changed for this year: text (by a day it is read on), option, tier, ETP. */
  readonly terms?: Partial<Pick<AmountSituation, 'signatureDay' | 'option' | 'tier' | 'fundedEtp'>>;
}

export interface ScheduleSituation
  extends
    Omit<AmountSituation, 'contractYear' | 'typed' | 'notified'>,
    Pick<ModulationSituation, 'policy' | 'cumulative' | 'population'> {
  readonly hireDay?: Day;
  /** What is known of each year; years not given have no result yet. */
  readonly years?: readonly ScheduleYear[];
  /** Set when the contract renews another as such: the amounts are then those of a renewed contract. */
  readonly renews?: RenewedFrom;
}

export interface ScheduledYear extends ContractYear, Pick<YearPayments, 'payments'> {
  /** Amount of the table, or typed from the contract. */
  readonly fullAmount: Computed;
  /** After the effect of the objectives, or notified. */
  readonly dueAmount: Computed;
}

export interface ContractSchedule extends Pick<
  ContractCalendar,
  'ruleSet' | 'term' | 'currentYear' | 'nextAnniversary' | 'reasons'
> {
  readonly years: readonly ScheduledYear[];
  /** Sum of the full amounts: at most. */
  readonly fullTotal: Computed;
  /** Sum of the amounts due. */
  readonly dueTotal: Computed;
}

/** A whole contract, year by year: dates, full amount, amount due, payments. `day` only says which year runs. */
export function contractSchedule(situation: ScheduleSituation, day: Day): ContractSchedule {
  const calendar = contractCalendar(situation, day);
  const years = calendar.years.map((year) => scheduledYear(situation, year));
  return {
    ruleSet: calendar.ruleSet,
    term: calendar.term,
    currentYear: calendar.currentYear,
    nextAnniversary: calendar.nextAnniversary,
    reasons: calendar.reasons,
    years,
    fullTotal: totalOf(years.map(({ contractYear, fullAmount }) => ({ contractYear, amount: fullAmount }))),
    dueTotal: totalOf(years.map(({ contractYear, dueAmount }) => ({ contractYear, amount: dueAmount }))),
  };
}

function scheduledYear({ years = [], renews, ...contract }: ScheduleSituation, year: ContractYear): ScheduledYear {
  const { contractYear } = year;
  const known = years.find((one) => one.contractYear === contractYear);
  const { typed, notified, metrics, expectedDays, terms } = known ?? {};
  const held = { ...contract, ...terms, contractYear };
  const asked = { ...held, ...(typed === undefined ? {} : { typed }) };
  const fullAmount = renews === undefined ? contractAmount(asked) : renewedAmount(asked, renews);
  const due = (counted: number): Computed =>
    dueOf(
      { ...held, contractYear: counted, metrics: metrics ?? [], ...(notified === undefined ? {} : { notified }) },
      fullAmount,
    );
  const dueAmount = renews === undefined ? due(contractYear) : renewedDue(asked, renews, due);
  const { payments } = yearPayments({ ...held, ...(expectedDays === undefined ? {} : { expectedDays }) }, dueAmount);
  return { ...year, fullAmount, dueAmount, payments };
}

/** The amount due follows from the full amount; without it, only a notified amount can be told. */
function dueOf(situation: Omit<ModulationSituation, 'fullAmount'>, full: Computed): Computed {
  if (full.value !== null) {
    const due = modulatedAmount({ ...situation, fullAmount: full.value });
    return { ...due, steps: [...full.steps, ...due.steps], parameters: [...full.parameters, ...due.parameters] };
  }
  const { notified } = situation;
  if (notified === undefined) return full;
  return {
    ...full,
    outcome: 'computed',
    value: notified.value,
    origin: 'notified',
    givenOn: notified.on ?? null,
    missing: [],
  };
}

function totalOf(amounts: readonly { readonly contractYear: number; readonly amount: Computed }[]): Computed {
  const unknown = amounts.filter(({ amount }) => amount.value === null);
  const steps = amounts.flatMap(({ contractYear, amount }) =>
    amount.value === null ? [] : [centsStep(yearWords(contractYear), 'Montant de l’année', amount.value)],
  );
  if (unknown.length === 0 && amounts.length > 0) {
    return computed(
      steps.reduce((sum, { value }) => sum + Number(value), 0),
      CENTS,
      { steps },
    );
  }
  const missing = unknown.map(({ contractYear }) => `years.${contractYear}`);
  const list = unknown.map(({ contractYear }) => yearWords(contractYear)).join(', ');
  const words = amounts.length === 0 ? 'Aucune année à compter.' : `Total incomplet${NBSP}: ${list}.`;
  return notComputed(CENTS, missing, { steps, reasons: [reason('total_incomplete', words)] });
}
