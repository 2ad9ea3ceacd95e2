import { addMonths, dayOf, daysInMonth, formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, type Computed } from '../kernel/index.ts';
import { REASONS } from './wording.ts';

const DAY = 'jour';

/**
 * Same day `months` later, or earlier when negative; the last day of a month that has no such day. Contracts, series
 * of vaccines and delays all count this way.
 */
export function monthsLater(from: Day, months: number): Computed<Day> {
  const place = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(place / 12), (((place % 12) + 12) % 12) + 1];
  if (dayOf(year, month, 1) === null) return notComputed<Day>(DAY, ['months'], { reasons: [REASONS.beyondYears()] });
  const value = addMonths(from, months);
  const asked = Number(from.slice(8));
  const label = months < 0 ? 'Mois en arrière' : 'Mois en avant';
  const words = `${formatDay(from)} ${months < 0 ? '−' : '+'} ${Math.abs(months)}${NBSP}mois`;
  return computed<Day>(value, DAY, {
    steps: [{ label, words, value, unit: DAY }],
    reasons: asked > daysInMonth(year, month) ? [REASONS.clamped(asked, value)] : [],
  });
}

/** Same day `years` later: 28 February of common years for a delay begun on the 29th. */
export function anniversary(from: Day, years: number): Computed<Day> {
  return monthsLater(from, years * 12);
}

/** First day somebody is `years` old: 1 March of common years for a birth on 29 February, as ages are shown. */
export function birthday(birth: Day, years: number): Computed<Day> {
  const year = Number(birth.slice(0, 4)) + years;
  const [month, date] = [Number(birth.slice(5, 7)), Number(birth.slice(8))];
  const same = dayOf(year, month, date);
  const value = same ?? dayOf(year, 3, 1);
  if (value === null) return notComputed<Day>(DAY, ['years'], { reasons: [REASONS.beyondYears()] });
  return computed<Day>(value, DAY, {
    steps: [
      {
        label: 'Anniversaire',
        words: `${formatDay(birth)} + ${years}${NBSP}${years === 1 ? 'an' : 'ans'}`,
        value,
        unit: DAY,
      },
    ],
    reasons: same === null ? [REASONS.leapBirthday()] : [],
  });
}
