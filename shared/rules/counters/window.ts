import { addDays, addMonths, daysInMonth, type Day } from '#shared/kernel/day.ts';
import type { Overrides, ParameterUse } from '../kernel/index.ts';
import { used, WINDOW } from './parameters.ts';

export interface SlidingWindow {
  readonly from: Day;
  /** Included. */
  readonly to: Day;
  readonly months: number;
  readonly use: ParameterUse<number>;
}

/**
 * The sliding year that ends on `day`, both ends included: it starts on the same date as the next day, N months
 * earlier. A window that ends with a month is made of whole months, leap years included.
 */
export function slidingWindow(day: Day, overrides?: Overrides): SlidingWindow {
  const { value: months, use } = used(WINDOW, day, overrides);
  const next = addDays(day, 1);
  const start = addMonths(next, -months);
  // 29 February has no counterpart in a common year: the window then starts on 1 March.
  return { from: start.slice(8) === next.slice(8) ? start : addDays(start, 1), to: day, months, use };
}

/** Last day of a month written `YYYY-MM`. */
export function monthEnd(month: string): Day {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return `${month}-${String(days).padStart(2, '0')}`;
}
