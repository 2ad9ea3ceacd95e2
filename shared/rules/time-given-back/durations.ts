import { roundHalfUp } from '#shared/kernel/format.ts';
import type { TimedVisit, TimeStep } from './types.ts';

const millisOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds;

/** Minutes between two instants; null when one is not known. */
export function minutesBetween(from: string | undefined, to: string | undefined): number | null {
  if (from === undefined || to === undefined) return null;
  return (millisOf(to) - millisOf(from)) / 60_000;
}

/** Minutes of a step of this visit; null when it was not noted at both ends. */
export function stepMinutes(visit: TimedVisit, step: TimeStep): number | null {
  const { arrivedAt, preparationAt, readyAt, consultationAt, finaliseAt, leftAt } = visit;
  switch (step) {
    case 'waiting':
      return minutesBetween(arrivedAt, preparationAt);
    case 'preparation':
      return minutesBetween(preparationAt, readyAt);
    case 'ready':
      return minutesBetween(readyAt, consultationAt);
    case 'consultation':
      return minutesBetween(consultationAt, finaliseAt ?? leftAt);
    case 'finalising':
      return minutesBetween(finaliseAt, leftAt);
  }
}

/** Is this duration one to keep? Longer, the departure was noted late. */
export const isKept = (minutes: number, longest: number): boolean => minutes >= 0 && minutes <= longest;

/** The middle value, or the mean of the two middle ones, to a tenth of a minute. Null without values. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((one, other) => one - other);
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return roundHalfUp((low + high) / 2, 1);
}
