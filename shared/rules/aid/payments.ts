import { addDays, addMonths, formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import {
  computed,
  euros,
  notComputed,
  valueOn,
  withGiven,
  type Alternative,
  type Computed,
  type Parameter,
  type ParameterUse,
  type Reason,
} from '../kernel/index.ts';
import { signedText } from './amount-table-of-year.ts';
import { CENTS, centsOf, reason, yearWords } from './amount-words.ts';
import { DAY, yearStart, type ContractDays } from './contract-years.ts';
import {
  collectivePayments,
  firstYearPayments,
  laterPayments,
  secondAssistantPayments,
  secondYearPayments,
  type Instalment,
  type PaymentPlan,
} from './payment-figures.ts';

export interface PaymentSituation extends ContractDays {
  readonly contractYear: number;
  /** Day the assistant was hired: the first payment of an avenant 7 contract counts from it. */
  readonly hireDay?: Day;
  /** Days the practice expects a payment on, or was told of, by rank in the year. */
  readonly expectedDays?: readonly { readonly rank: number; readonly day: Day }[];
}

export interface Payment {
  /** 1 for the first of the year. */
  readonly rank: number;
  /** Null when the way the year is paid is not known: one line for the whole. */
  readonly sharePercent: number | null;
  readonly due: Computed<Day>;
  readonly amount: Computed;
}

export interface YearPayments {
  readonly contractYear: number;
  readonly payments: readonly Payment[];
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
}

/**
 * Payments of a contract year, by the text the contract was signed under: a revalued year keeps that calendar. Dates
 * nobody could read are asked; a typed one wins. `amount` is the amount of the year to split.
 */
export function yearPayments(situation: PaymentSituation, amount: Computed): YearPayments {
  const { contractYear, signatureDay } = situation;
  const text = signedText(situation);
  const use = text.ok ? valueOn(planOf(situation), signatureDay) : null;
  const parameters = [...text.parameters, ...(use === null ? [] : [use])];
  if (!text.ok) return { contractYear, payments: [], reasons: text.reasons, parameters };
  if (use?.value == null) {
    const words = `${yearWords(contractYear)}${NBSP}: nombre et dates des versements inconnus. Saisir la date attendue.`;
    const asked = notComputed<Day>(DAY, ['expectedDays'], {
      reasons: [reason('payment_day_unknown', words)],
      parameters,
    });
    const whole: Payment = { rank: 1, sharePercent: null, due: expected(situation, 1, asked), amount };
    return { contractYear, payments: [whole], reasons: [reason('payment_plan_unknown', words)], parameters };
  }
  const plan = use.value;
  const payments = plan.map((instalment, index): Payment => ({
    rank: index + 1,
    sharePercent: instalment.sharePercent,
    due: expected(situation, index + 1, dueDay(instalment, situation, [use])),
    amount: shareOf(amount, plan, index),
  }));
  return { contractYear, payments, reasons: [], parameters };
}

function planOf({ option, contractYear }: PaymentSituation): Parameter<PaymentPlan> {
  if (option === 'PER_ETP') return collectivePayments;
  if (option === 'ETP_1_5' || option === 'ETP_2') return secondAssistantPayments;
  return contractYear === 1 ? firstYearPayments : contractYear === 2 ? secondYearPayments : laterPayments;
}

function expected({ expectedDays = [] }: PaymentSituation, rank: number, due: Computed<Day>): Computed<Day> {
  const typed = expectedDays.find((one) => one.rank === rank);
  return withGiven(due, typed === undefined ? null : { value: typed.day, origin: 'typed', on: null });
}

function dueDay({ due }: Instalment, situation: PaymentSituation, parameters: readonly ParameterUse[]): Computed<Day> {
  const { signatureDay, startDay, hireDay, contractYear } = situation;
  switch (due?.from) {
    case 'HIRE': {
      if (hireDay === undefined) {
        const words = `Date d’embauche à saisir${NBSP}: versement dans les ${due.days}${NBSP}jours.`;
        return notComputed<Day>(DAY, ['hireDay'], { reasons: [reason('hire_day_missing', words)], parameters });
      }
      const value = addDays(hireDay, due.days);
      const words = `Embauche du ${formatDay(hireDay)} + ${due.days}${NBSP}jours`;
      return computed(value, DAY, { steps: [{ label: 'Au plus tard', words, value, unit: DAY }], parameters });
    }
    case 'CONTRACT': {
      const value = addMonths(signatureDay, due.months);
      const other = addMonths(startDay, due.months);
      const words = `Contrat signé le ${formatDay(signatureDay)} + ${due.months}${NBSP}mois`;
      // « Dans le mois qui suit le contrat » : the signature; the start is the other way to read it.
      const alternatives: Alternative<Day>[] =
        other === value
          ? []
          : [{ value: other, words: 'Compté du début du contrat', sources: parameters[0]?.sources ?? [] }];
      return computed(value, DAY, {
        steps: [{ label: 'Au plus tard', words, value, unit: DAY }],
        parameters,
        alternatives,
      });
    }
    case 'ANNIVERSARY': {
      const anniversary = yearStart(situation, contractYear);
      return { ...anniversary, parameters: [...parameters, ...anniversary.parameters] };
    }
    case undefined: {
      const words = `Date de versement inconnue${NBSP}: saisir la date attendue.`;
      return notComputed<Day>(DAY, ['expectedDays'], { reasons: [reason('payment_day_unknown', words)], parameters });
    }
  }
}

/** The share of the year, rounded half up; the last payment takes what is left, so that they add up. */
function shareOf(amount: Computed, plan: PaymentPlan, index: number): Computed {
  const split = (cents: number | null): number | null => (cents === null ? null : partOf(cents, plan, index));
  const value = split(amount.value);
  const share = formatNumber(plan[index]?.sharePercent ?? 0);
  const words = amount.value === null ? '' : `${share}${NBSP}% de ${euros(amount.value)}`;
  return {
    ...amount,
    value,
    ruleValue: split(amount.ruleValue),
    alternatives: amount.alternatives.map((one) => ({ ...one, value: split(one.value) })),
    steps: value === null ? amount.steps : [...amount.steps, { label: 'Versement', words, value, unit: CENTS }],
  };
}

function partOf(cents: number, plan: PaymentPlan, index: number): number {
  const part = ({ sharePercent }: Instalment): number => centsOf(cents, { over: BigInt(sharePercent), under: 100n });
  const before = plan.slice(0, index).reduce((sum, one) => sum + part(one), 0);
  const here = plan[index];
  if (here === undefined || index === plan.length - 1) return cents - before;
  return part(here);
}
