import type { AidDifference } from '#shared/domain/aid.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { euros, type Computed } from '#shared/rules/kernel/index.ts';
import type { StoredPayment } from './stored.ts';
import type { PaymentLine } from './year-payments.ts';

export interface Difference {
  code: AidDifference;
  words: string;
  cents: number | null;
}

export interface YearAmounts {
  /** Amount due, the notified one winning. */
  due: Computed;
  lines: readonly PaymentLine[];
  /** Letters of the year, the latest last. */
  notified: readonly StoredPayment[];
  expected: readonly StoredPayment[];
  receivedCents: number | null;
  today: Day;
}

/** Where what was computed, awaited, announced and received do not agree. */
export function differencesOf(amounts: YearAmounts): Difference[] {
  const { due, lines, notified, expected, receivedCents } = amounts;
  const found: Difference[] = [];
  const say = (code: AidDifference, words: string, cents: number | null = null) =>
    void found.push({ code, words, cents });
  const letter = notified.at(-1)?.amountCents ?? null;
  const distinct = new Set(notified.map(({ amountCents }) => amountCents));
  if (distinct.size > 1) {
    const list = notified.map(({ amountCents }) => euros(amountCents ?? 0)).join(', ');
    say('several_notified', `Montants notifiés différents pour la même année${NBSP}: ${list}. Le dernier est retenu.`);
  }
  if (letter !== null && due.ruleValue !== null && due.ruleValue !== letter) {
    const gap = letter - due.ruleValue;
    say(
      'notified_not_computed',
      `Notifié ${euros(letter)}, calculé ${euros(due.ruleValue)}${NBSP}: ${signed(gap)}.`,
      gap,
    );
  }
  const awaited =
    expected.length > 0 && expected.every(({ amountCents }) => amountCents !== null)
      ? expected.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0)
      : null;
  if (letter !== null && awaited !== null && awaited !== letter) {
    const gap = letter - awaited;
    say('notified_not_expected', `Notifié ${euros(letter)}, attendu ${euros(awaited)}${NBSP}: ${signed(gap)}.`, gap);
  }
  const whole = lines.every(({ received }) => received !== null);
  const asked = letter ?? awaited ?? due.value;
  if (receivedCents !== null && asked !== null && asked !== receivedCents && (whole || receivedCents > asked)) {
    const gap = receivedCents - asked;
    const code = letter === null ? 'received_not_expected' : 'received_not_notified';
    const words = letter === null ? 'attendu' : 'notifié';
    say(code, `Reçu ${euros(receivedCents)}, ${words} ${euros(asked)}${NBSP}: ${signed(gap)}.`, gap);
  }
  for (const { state, due: day, amount } of lines) {
    if (state !== 'late' || day.value === null) continue;
    const sum = amount.value === null ? '' : ` de ${euros(amount.value)}`;
    say('late', `Versement${sum} attendu le ${formatDay(day.value)}${NBSP}: aucun versement saisi.`, amount.value);
  }
  return found;
}

const signed = (cents: number): string => (cents > 0 ? `${euros(cents)} de plus` : `${euros(-cents)} de moins`);
