import { daysInMonth, type Day } from '#shared/kernel/day.ts';
import type { FigureUnit } from './model.ts';

// All rules of a whole practice are millions of additions: done on the figures of the text, without a date object.

/**
 * The day `count` weeks, months or years after `day`. Months and years keep the day number, or take the last day of
 * the month when it does not exist: who is born on 29 February reaches an age on 28 February of common years.
 * `day` is a real one; `count` is whole and not negative. Weeks of amenorrhoea are weeks.
 */
export function addPeriod(day: Day, count: number, unit: FigureUnit): Day {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  if (unit === 'week' || unit === 'sa') return addDays(year, month, date + count * 7);
  const months = month - 1 + (unit === 'year' ? count * 12 : count);
  const newYear = year + Math.floor(months / 12);
  const newMonth = (months % 12) + 1;
  return written(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}

/** The day `count` days after; `count` is whole and not negative. */
export function daysAfter(day: Day, count: number): Day {
  return addDays(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)) + count);
}

function addDays(year: number, month: number, date: number): Day {
  let [y, m, d] = [year, month, date];
  for (let length = daysInMonth(y, m); d > length; length = daysInMonth(y, m)) {
    d -= length;
    m = m === 12 ? 1 : m + 1;
    if (m === 1) y += 1;
  }
  return written(y, m, d);
}

// Beyond the last writable year nothing is compared any more: the last day stands for « never ».
const LAST_DAY = '9999-12-31';

function written(year: number, month: number, date: number): Day {
  if (year > 9999) return LAST_DAY;
  const y = year < 1000 ? String(year).padStart(4, '0') : String(year);
  return `${y}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** First and last days of the season year, 1 July to 30 June, that holds `day`. */
export function seasonYear(day: Day): { readonly from: Day; readonly to: Day; readonly label: string } {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '07' ? 1 : 0);
  return { from: written(year, 7, 1), to: written(year + 1, 6, 30), label: `${year}-${year + 1}` };
}
