import { roundHalfUp } from '#shared/kernel/format.ts';
import type { TimedVisit, TimeStep } from './types.ts';

/** Instants of one visit in milliseconds, each read once; null when it was not noted. */
export interface Times {
  arrived: number | null;
  preparation: number | null;
  ready: number | null;
  consultation: number | null;
  finalise: number | null;
  left: number | null;
}

const digits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

/** The same day, sign by sign: nothing is cut out of the text. */
function isOn(text: string, at: number, day: string): boolean {
  for (let index = 9; index >= 0; index -= 1) {
    if (text.charCodeAt(at + index) !== day.charCodeAt(index)) return false;
  }
  return true;
}

/** Signs of an instant to the second, and to the millisecond as Prélude writes it. */
const [toTheSecond, toTheMilli] = [20, 24];
const [letterZ, point] = [90, 46];

/**
 * Milliseconds of an instant (UTC, ISO), `length` signs of a text from `at` on. One of the visit's own day needs no
 * calendar: years of visits are read this way. `midnight`: that day at 0 h UTC.
 */
export function millisOf(text: string, at: number, length: number, day: string, midnight: number): number {
  const plain = length === toTheSecond || (length === toTheMilli && text.charCodeAt(at + toTheSecond - 1) === point);
  if (plain && text.charCodeAt(at + length - 1) === letterZ && isOn(text, at, day)) {
    const seconds = (digits(text, at + 11) * 60 + digits(text, at + 14)) * 60 + digits(text, at + 17);
    const millis = length === toTheMilli ? digits(text, at + 20) * 10 + text.charCodeAt(at + 22) - 48 : 0;
    return midnight + seconds * 1000 + millis;
  }
  return Temporal.Instant.from(text.slice(at, at + length)).epochMilliseconds;
}

/** A day at 0 h UTC, in milliseconds. */
export const midnightOf = (day: string): number => Temporal.Instant.from(`${day}T00:00:00Z`).epochMilliseconds;

/** Of a visit as the rule is asked. */
export function timesOf(visit: TimedVisit): Times {
  const midnight = midnightOf(visit.day);
  const read = (instant: string | undefined) =>
    instant === undefined ? null : millisOf(instant, 0, instant.length, visit.day, midnight);
  return {
    arrived: read(visit.arrivedAt),
    preparation: read(visit.preparationAt),
    ready: read(visit.readyAt),
    consultation: read(visit.consultationAt),
    finalise: read(visit.finaliseAt),
    left: read(visit.leftAt),
  };
}

const minutesBetween = (from: number | null, to: number | null): number | null =>
  from === null || to === null ? null : (to - from) / 60_000;

/** Minutes of a step of a visit; null when it was not noted at both ends. */
export function stepMinutes(
  { arrived, preparation, ready, consultation, finalise, left }: Readonly<Times>,
  step: TimeStep,
): number | null {
  switch (step) {
    case 'waiting':
      return minutesBetween(arrived, preparation);
    case 'preparation':
      return minutesBetween(preparation, ready);
    case 'ready':
      return minutesBetween(ready, consultation);
    case 'consultation':
      return minutesBetween(consultation, finalise ?? left);
    case 'finalising':
      return minutesBetween(finalise, left);
  }
}

/** Is this duration one to keep? Longer, the departure was noted late. */
export const isKept = (minutes: number, longest: number): boolean => minutes >= 0 && minutes <= longest;

/** The middle value, or the mean of the two middle ones, to a tenth of a minute. Null without values. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  // Sorted as numbers without a comparison to call: there may be hundreds of thousands.
  const sorted = Float64Array.from(values).sort();
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return roundHalfUp((low + high) / 2, 1);
}
