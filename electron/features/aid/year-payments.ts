import type { Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { textDay } from '#shared/rules/aid/index.ts';
import { notComputed, withGiven, type Computed } from '#shared/rules/kernel/index.ts';
import type { StoredContract, StoredPayment } from './stored.ts';
import type { MoneyYear } from './money.ts';
import { suspensionsOf } from './situation.ts';

export interface PaymentLine {
  rank: number;
  sharePercent: number | null;
  due: Computed<Day>;
  amount: Computed;
  received: { id: string; cents: number; on: Day | null } | null;
  state: 'received' | 'late' | 'expected' | 'day_unknown';
}

/** Payments of a year beside what came. An expected payment typed wins over the rule; the rule stays readable. */
export function paymentLines(year: MoneyYear, contract: StoredContract, today: Day): PaymentLine[] {
  const own = contract.payments.filter(({ contractYear }) => contractYear === year.contractYear);
  const expected = own.filter(({ kind }) => kind === 'EXPECTED');
  const came = receivedByRank(own.filter(({ kind }) => kind === 'RECEIVED'));
  const ranks = [...new Set([...year.payments.map(({ rank }) => rank), ...rankedOf(expected)])].toSorted(
    (a, b) => a - b,
  );
  const several = ranks.length > 1;
  const unsure = countedFromSignature(year, contract);
  return ranks.map((rank): PaymentLine => {
    const rule = year.payments.find((one) => one.rank === rank);
    const typed = expected.find((one) => (one.rank ?? 1) === rank);
    const day = rule !== undefined && !unsure ? rule.due : unknownDay;
    const due = withGiven(day, typed?.onDay == null ? null : { value: typed.onDay, origin: 'typed', on: null });
    const share = rule === undefined || (rule.sharePercent === null && several) ? unknownShare : rule.amount;
    const letter = own.findLast((one) => one.kind === 'NOTIFIED' && one.rank === rank);
    const amount = withGiven(
      withGiven(share, typed?.amountCents == null ? null : { value: typed.amountCents, origin: 'typed', on: null }),
      letter?.amountCents == null ? null : { value: letter.amountCents, origin: 'notified', on: letter.onDay },
    );
    const line = came.get(rank) ?? null;
    return {
      rank,
      sharePercent: rule?.sharePercent ?? null,
      due,
      amount,
      received: line,
      state: stateOf(due.value, line !== null, contract, today),
    };
  });
}

const unknownDay = notComputed<Day>('jour', ['expectedDays'], {
  reasons: [{ code: 'payment_day_unknown', words: `Date de versement inconnue${NBSP}: saisir la date attendue.` }],
});
const unknownShare = notComputed('EUR_CENTS', ['amount'], {
  reasons: [
    { code: 'payment_share_unknown', words: `Part de ce versement inconnue${NBSP}: saisir le montant attendu.` },
  ],
});

/** A first payment counted from the signature cannot be counted when the text was corrected by hand. */
const countedFromSignature = ({ contractYear }: MoneyYear, { fields }: StoredContract): boolean =>
  contractYear === 1 && fields.ruleSet !== 'AV7-2019' && textDay(fields.signedOn, fields.ruleSet) !== fields.signedOn;

const rankedOf = (expected: readonly StoredPayment[]): number[] => expected.map(({ rank }) => rank ?? 1);

/** Those without a rank take the first places left, in the order of their days. */
function receivedByRank(received: readonly StoredPayment[]): Map<number, NonNullable<PaymentLine['received']>> {
  const byRank = new Map<number, NonNullable<PaymentLine['received']>>();
  const put = (rank: number, { id, amountCents, onDay }: StoredPayment) => {
    const before = byRank.get(rank);
    byRank.set(rank, { id, cents: (before?.cents ?? 0) + (amountCents ?? 0), on: onDay });
  };
  for (const one of received) if (one.rank !== null) put(one.rank, one);
  for (const one of received.filter(({ rank }) => rank === null)) {
    let rank = 1;
    while (byRank.has(rank)) rank += 1;
    put(rank, one);
  }
  return byRank;
}

function stateOf(due: Day | null, received: boolean, contract: StoredContract, today: Day): PaymentLine['state'] {
  if (received) return 'received';
  if (due === null) return 'day_unknown';
  const stopped = suspensionsOf(contract.events).some(({ from, to }) => from <= due && (to === null || due <= to));
  const ended = contract.endedOn !== null && contract.endedOn < due;
  return due < today && !stopped && !ended ? 'late' : 'expected';
}
