import { dayOf, type Day } from '#shared/kernel/day.ts';

/**
 * Easter Sunday of a year of the Gregorian calendar (Meeus' arithmetic, with the letters of its author). Null outside
 * the years it is written for.
 */
export function easterOf(year: number): Day | null {
  if (!Number.isInteger(year) || year < 1583 || year > 9999) return null;
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const rank = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(rank / 31), (rank % 31) + 1);
}
