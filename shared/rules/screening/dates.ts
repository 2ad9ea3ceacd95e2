import { daysInMonth, type Day } from '#shared/kernel/day.ts';

// All programmes of a whole practice are millions of additions: done on the figures of the text, and on any figure a
// practice may have typed (rounded to a whole number), without a date object.

/** Same day `count` months later, or the last day of a shorter month. */
export function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + Math.round(count);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return written(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)));
}

/** Birthday of that age: 28 February of common years for somebody born on the 29th. */
export function addYears(day: Day, count: number): Day {
  return addMonths(day, count * 12);
}

/** `count` days later, up to a few years; a negative count goes back. */
export function addDays(day: Day, count: number): Day {
  let year = Number(day.slice(0, 4));
  let month = Number(day.slice(5, 7));
  let date = Number(day.slice(8, 10)) + Math.min(Math.max(Math.round(count), -MOST_DAYS), MOST_DAYS);
  while (date < 1) {
    month = month === 1 ? 12 : month - 1;
    if (month === 12) year -= 1;
    date += daysInMonth(year, month);
  }
  for (let length = daysInMonth(year, month); date > length; length = daysInMonth(year, month)) {
    date -= length;
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
  return written(year, month, date);
}

const MOST_DAYS = 40_000;
// Outside the years a day can be written in, the first or the last day stands for « always » or « never ».
const FIRST_DAY = '0001-01-01';
const LAST_DAY = '9999-12-31';

function written(year: number, month: number, date: number): Day {
  if (!(year >= 1)) return FIRST_DAY;
  if (year > 9999) return LAST_DAY;
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}
