import type { AidYearView } from '#shared/contract/aid-views.ts';
import type { AidYearState } from '#shared/domain/aid.ts';
import { addDays, addYears, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { contractCalendar } from '#shared/rules/aid/index.ts';
import { computed, euros, notComputed, type Computed } from '#shared/rules/kernel/index.ts';
import { differencesOf } from './differences.ts';
import type { AidFacts } from './facts.ts';
import type { StoredContract, StoredPayment } from './stored.ts';
import { hireDayOf, moneyOf, termsOn, type Money, type MoneyYear } from './money.ts';
import type { ContractObjectives } from './objectives.ts';
import { contractDays, populationOf, renewedFrom, startingPoint, tierOf } from './situation.ts';
import { paymentLines, type PaymentLine } from './year-payments.ts';
import { yearResults } from './year-results.ts';

/** The money of a signed contract. */
export function contractMoney(contract: StoredContract, facts: AidFacts, objectives: ContractObjectives): Money {
  const { fields, payments } = contract;
  const days = contractDays(contract, facts);
  const point = startingPoint(contract, facts);
  const { years } = contractCalendar(days, facts.today);
  const starts = years.map(({ start }) => start.value ?? start.alternatives[0]?.value ?? null);
  // Of every year to come alike: no older than the year before the running one. The statement of the signature comes
  // before the first year, and no statement of a far year is out yet.
  const running = starts.findLastIndex((start) => start !== null && start <= facts.today);
  const since = starts[running - 1] ?? addYears(starts[running] ?? fields.startsOn, -1);
  return moneyOf(
    {
      days,
      tier: tierOf(point)?.value ?? null,
      fundedEtp: fields.fundedEtp,
      policy: fields.policy,
      cumulative: fields.cumulative,
      population: populationOf(point.profile),
      hireDay: hireDayOf(contract, facts),
      renews: renewedFrom(contract, facts),
      years: years.map(({ contractYear, end }, index) => {
        const startsOn = starts[index] ?? fields.startsOn;
        const typed = contract.years.find((one) => one.contractYear === contractYear)?.amountCents ?? null;
        const letter = lettersOf(contract, contractYear).at(-1);
        return {
          contractYear,
          terms: termsOn(contract, startsOn),
          ...(typed === null ? {} : { typed: { value: typed, on: fields.signedOn } }),
          ...(letter?.amountCents == null ? {} : { notified: { value: letter.amountCents, on: letter.onDay } }),
          expectedDays: payments
            .filter((one) => one.kind === 'EXPECTED' && one.contractYear === contractYear)
            .flatMap(({ rank, onDay }) => (onDay === null ? [] : [{ rank: rank ?? 1, day: onDay }])),
          results: yearResults(contract, facts, objectives.metrics, {
            between: { from: starts[index - 1] ?? fields.startsOn, to: end.value ?? addDays(startsOn, 364) },
            since,
          }),
        };
      }),
    },
    facts.today,
  );
}

const lettersOf = ({ payments }: StoredContract, contractYear: number): StoredPayment[] =>
  payments.filter((one) => one.kind === 'NOTIFIED' && one.contractYear === contractYear && one.rank === null);

/** A year as it is shown: computed, announced, received, and what does not agree. */
export function yearView(year: MoneyYear, contract: StoredContract, facts: AidFacts): AidYearView {
  const { contractYear } = year;
  const own = contract.payments.filter((one) => one.contractYear === contractYear);
  const received = own.filter(({ kind }) => kind === 'RECEIVED');
  const receivedCents = received.length === 0 ? null : received.reduce((sum, one) => sum + (one.amountCents ?? 0), 0);
  const lines = paymentLines(year, contract, facts.today);
  const letters = lettersOf(contract, contractYear);
  const letter = letters.at(-1);
  const typed = contract.years.find((one) => one.contractYear === contractYear);
  const costCents = typed?.costCents ?? null;
  return {
    contractYear,
    start: year.start,
    end: year.end,
    table: year.table,
    full: year.fullAmount,
    due: year.dueAmount,
    forecasts: year.forecasts,
    results: year.results,
    state: yearState(year, lines, receivedCents, facts.today),
    option: year.option,
    payments: lines,
    typed: { amountCents: typed?.amountCents ?? null, startsOn: typed?.startsOn ?? null, costCents },
    notified: letter?.amountCents == null ? null : { id: letter.id, cents: letter.amountCents, on: letter.onDay },
    receivedCents,
    differences: differencesOf({
      due: year.dueAmount,
      lines,
      notified: letters,
      expected: own.filter(({ kind }) => kind === 'EXPECTED'),
      receivedCents,
      today: facts.today,
    }),
    leftToPay: leftToPay(costCents, receivedCents, year.dueAmount),
  };
}

function yearState(
  year: MoneyYear,
  lines: readonly PaymentLine[],
  receivedCents: number | null,
  today: Day,
): AidYearState {
  const { dueAmount, fullAmount, start, end, results } = year;
  const all = lines.length > 0 && lines.every(({ received }) => received !== null);
  if (receivedCents !== null && (all || (dueAmount.value !== null && receivedCents >= dueAmount.value))) return 'paid';
  if (lines.some(({ state }) => state === 'late')) return 'late';
  const begun = start.value !== null && start.value <= today;
  if (begun && end.value !== null && today <= end.value) return 'running';
  if (begun || fullAmount.value === null) return 'unknown';
  const counted = results.some(({ achieved }) => achieved !== null);
  return dueAmount.value !== null || counted ? 'forecast' : 'maximum';
}

function leftToPay(costCents: number | null, receivedCents: number | null, due: Computed): Computed {
  const aid = receivedCents ?? due.value;
  if (costCents === null || aid === null) {
    const missing = [...(costCents === null ? ['costCents'] : []), ...(aid === null ? ['due'] : [])];
    const words =
      costCents === null
        ? `Coût du poste à saisir pour cette année${NBSP}: salaires bruts et cotisations.`
        : `Aide de l’année encore inconnue${NBSP}: le reste à payer suivra.`;
    return notComputed('EUR_CENTS', missing, { reasons: [{ code: 'left_to_pay_missing', words }] });
  }
  const left = costCents - aid;
  return computed(left, 'EUR_CENTS', {
    steps: [
      { label: 'Coût du poste', words: 'Saisi pour cette année', value: costCents, unit: 'EUR_CENTS' },
      { label: 'Aide', words: receivedCents === null ? 'Attendue' : 'Reçue', value: aid, unit: 'EUR_CENTS' },
      { label: 'Reste à payer', words: `${euros(costCents)} − ${euros(aid)}`, value: left, unit: 'EUR_CENTS' },
    ],
  });
}
