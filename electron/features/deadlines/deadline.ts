import { createHash } from 'node:crypto';
import type { DeadlineView } from '#shared/contract/deadlines.ts';
import { nearness, type DeadlineKind, type DeadlinePlace, type DeadlineState } from '#shared/domain/deadlines.ts';
import { daysBetween, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { undetermined, type Computed, type JsonValue, type Reason, type Verdict } from '#shared/rules/kernel/index.ts';

/** What is due, before its place in time is told. */
export interface Due {
  readonly kind: DeadlineKind;
  readonly title: string;
  readonly whom: string | null;
  readonly day: Day | null;
  readonly why: Verdict | Computed<JsonValue>;
  readonly place: DeadlinePlace;
  readonly recordId: string | null;
  /** Tells apart two deadlines of one kind about one record. */
  readonly part?: string;
}

/** Places it in time. The day itself is still in time. */
export function placed(due: Due, today: Day): DeadlineView {
  const { part, ...rest } = due;
  const daysLeft = due.day === null ? null : daysBetween(today, due.day);
  return {
    ...rest,
    id: opaqueId(due.kind, due.recordId ?? '', part ?? ''),
    daysLeft,
    state: due.day === null ? 'open' : nearness(due.day, today),
    when: whenWords(daysLeft),
  };
}

/** The same from one day to the next, whatever its date becomes; nothing of the record can be read in it. */
const opaqueId = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);

function whenWords(daysLeft: number | null): string {
  if (daysLeft === null) return 'sans date';
  if (daysLeft === 0) return 'aujourd’hui';
  const count = Math.abs(daysLeft);
  const words = `${formatNumber(count)}${NBSP}${count > 1 ? 'jours' : 'jour'}`;
  return daysLeft < 0 ? `en retard de ${words}` : `dans ${words}`;
}

const order: Readonly<Record<DeadlineState, number>> = { late: 0, due: 1, ahead: 1, open: 2 };

/** Late first, then by day, then what has no day; the same list gives the same order. */
export function byUrgency(one: DeadlineView, other: DeadlineView): number {
  return (
    order[one.state] - order[other.state] ||
    (one.day ?? '').localeCompare(other.day ?? '') ||
    one.title.localeCompare(other.title, 'fr') ||
    (one.whom ?? '').localeCompare(other.whom ?? '', 'fr') ||
    one.id.localeCompare(other.id)
  );
}

export const reason = (code: string, words: string): Reason => ({ code, words });

/** Something to be filled in before anything can be told. */
export const toFill = (missing: string, words: string): Verdict => undetermined([missing], [reason(missing, words)]);

/** The same answer, with more reasons. */
export function withReasons<Answer extends Verdict | Computed<JsonValue>>(answer: Answer, ...more: Reason[]): Answer {
  return { ...answer, reasons: [...answer.reasons, ...more] };
}

/** `1re`, `2e`. */
export const ordinal = (rank: number): string => (rank === 1 ? '1re' : `${rank}e`);
