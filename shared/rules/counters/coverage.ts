import { addDays, daysBetween, type Day } from '#shared/kernel/day.ts';
import type { Overrides, ParameterUse } from '../kernel/index.ts';
import { GAP_DAYS, used } from './parameters.ts';
import { slidingWindow, type SlidingWindow } from './window.ts';

/** Days between which every passage of the doctor is recorded, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export interface Coverage {
  readonly state: 'covered' | 'partial' | 'none';
  readonly window: SlidingWindow;
  readonly coveredMonths: number;
  /** « compté sur 7 mois sur 12 ». */
  readonly words: string;
  readonly parameters: readonly ParameterUse[];
}

/** Periods that follow each other within the tolerated interruption become one. */
function joined(periods: readonly Period[], gapDays: number): Period[] {
  const ordered = periods.filter(({ from, to }) => from <= to).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const union: Period[] = [];
  for (const one of ordered) {
    const last = union.at(-1);
    if (last === undefined || one.from > addDays(last.to, gapDays + 1)) union.push(one);
    else if (one.to > last.to) union[union.length - 1] = { from: last.from, to: one.to };
  }
  return union;
}

/** How much of the sliding year ending on `day` the recorded periods cover. Never completed by guesswork. */
export function coverage(day: Day, periods: readonly Period[], overrides?: Overrides): Coverage {
  const window = slidingWindow(day, overrides);
  const gap = used(GAP_DAYS, day, overrides);
  const union = joined(periods, gap.value);
  const inside = union.flatMap(({ from, to }) => {
    const [first, last] = [from > window.from ? from : window.from, to < window.to ? to : window.to];
    return first <= last ? [daysBetween(first, last) + 1] : [];
  });
  const days = inside.reduce((sum, one) => sum + one, 0);
  const all = daysBetween(window.from, window.to) + 1;
  const state = days === all ? 'covered' : days === 0 ? 'none' : 'partial';
  // A year short of one day is not a year: the last month is never rounded up.
  const coveredMonths = state === 'covered' ? window.months : Math.floor((days * window.months) / all);
  return {
    state,
    window,
    coveredMonths,
    words: `compté sur ${coveredMonths} mois sur ${window.months}`,
    parameters: [window.use, gap.use],
  };
}
