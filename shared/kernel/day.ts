/**
 * A calendar day as text, `YYYY-MM-DD`, over the native Temporal.PlainDate. No time zone, no clock: whoever needs
 * « today » receives it. Functions that take a Day expect a real one (`isDay`); a wrong text raises RangeError.
 */
export type Day = string;

export interface Age {
  readonly years: number;
  /** Completed months beyond the years, 0 to 11. */
  readonly months: number;
  /** Days beyond the completed months. */
  readonly days: number;
}

const DAY_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

function plain(day: Day): Temporal.PlainDate {
  if (!DAY_PATTERN.test(day)) throw new RangeError('Expected a day written YYYY-MM-DD');
  return Temporal.PlainDate.from(day, { overflow: 'reject' });
}

/** True for a real day of the calendar, years 0001 to 9999. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !DAY_PATTERN.test(value)) return false;
  return dayOf(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8, 10))) === value;
}

/** The day of these figures, or null when it does not exist. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Number of days of a month, leap years included. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** `17/11/2026`. */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
export const MONTH_NAMES = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** `mardi 17 novembre 2026`; the first of the month is written `1er`. */
export function formatLongDay(day: Day): string {
  const date = plain(day);
  const number = date.day === 1 ? '1er' : String(date.day);
  return `${WEEKDAYS[date.dayOfWeek - 1]} ${number} ${MONTH_NAMES[date.month - 1]} ${date.year}`;
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(day: Day): number {
  return plain(day).dayOfWeek;
}

/** Negative when `a` is before `b`: usable by sort. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function addDays(day: Day, days: number): Day {
  return plain(day).add({ days }).toString();
}

/** Same day `months` later (or earlier when negative); the last day of a shorter month where it does not exist. */
export function addMonths(day: Day, months: number): Day {
  return plain(day).add({ months }, { overflow: 'constrain' }).toString();
}

export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** Days from `from` to `to`: 1 for the next day, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return plain(from).until(plain(to), { largestUnit: 'day' }).days;
}

/**
 * Completed age on `day`; someone born on 29 February completes a year on 1 March of common years.
 * Null when `day` is before the birth.
 */
export function ageOn(birth: Day, day: Day): Age | null {
  if (compareDays(birth, day) > 0) return null;
  let months =
    (Number(day.slice(0, 4)) - Number(birth.slice(0, 4))) * 12 + Number(day.slice(5, 7)) - Number(birth.slice(5, 7));
  if (day.slice(8) < birth.slice(8)) months -= 1;
  return {
    years: Math.floor(months / 12),
    months: months % 12,
    days: daysBetween(addMonths(birth, months), day),
  };
}

/** Age as shown: `67 ans`, `8 mois` under 2 years, `12 jours` under one month; empty before the birth. */
export function ageLabel(birth: Day, day: Day): string {
  const age = ageOn(birth, day);
  if (age === null) return '';
  if (age.years >= 2) return `${age.years}\u00A0ans`;
  const months = age.years * 12 + age.months;
  if (months >= 1) return `${months}\u00A0mois`;
  return age.days === 0 ? 'né ce jour' : `${age.days}\u00A0${age.days === 1 ? 'jour' : 'jours'}`;
}

/** Words of the typed-date parser, one place. */
export const TYPED_DATE_WORDS = {
  unreadable: 'Date à écrire en jour, mois, année\u00A0: 14/06/1999.',
  impossible: 'Cette date n’existe pas.',
  future: 'Cette date est dans le futur.',
  tooFar: 'Cette date est trop lointaine.',
  tooOld: 'Cette date est trop ancienne.',
  century: 'Quel siècle\u00A0?',
} as const;

export type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly day: Day }
  /** Two-digit year with two plausible centuries, oldest first: the form asks, the search tries both. */
  | { readonly kind: 'ambiguous'; readonly days: readonly [Day, Day]; readonly message: string }
  | { readonly kind: 'refused'; readonly message: string };

export interface TypedDateOptions {
  readonly today: Day;
  /** Last day accepted; `today` when absent, which suits a birth date. */
  readonly latest?: Day;
  /** First day accepted; 130 years before `today` when absent. */
  readonly earliest?: Day;
}

const OLDEST_FULL_YEAR = 130;
// With two digits, a century is offered only for an age somebody alive can have.
const OLDEST_TWO_DIGITS = 115;
const SEPARATED = /^(\d{1,2})[/.\-\s]+(\d{1,2})[/.\-\s]+(\d{4}|\d{2})$/;
const COMPACT = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Strict reading of a date typed the French way: `14/06/1999`, `14061999`, `14 6 99`, `14-6-1999`, `14.06.99`; a
 * pasted `1999-06-14` is accepted. Never guesses: what cannot be read or does not exist is refused with a sentence.
 */
export function parseFrenchDate(raw: string, options: TypedDateOptions): TypedDate {
  const text = raw.trim().replace(/\s+/gu, ' ');
  if (text === '') return { kind: 'empty' };
  const iso = ISO.exec(text);
  const parts = iso === null ? (SEPARATED.exec(text) ?? COMPACT.exec(text)) : [text, iso[3], iso[2], iso[1]];
  const [, dayText, monthText, yearText] = parts ?? [];
  if (dayText === undefined || monthText === undefined || yearText === undefined) {
    return { kind: 'refused', message: TYPED_DATE_WORDS.unreadable };
  }
  const typedYear = Number(yearText);
  const earliestFull = options.earliest ?? addYears(options.today, -OLDEST_FULL_YEAR);
  const latest = options.latest ?? options.today;
  const years = yearText.length === 4 ? [typedYear] : centuriesOf(typedYear, latest);
  const existing = years.map((year) => dayOf(year, Number(monthText), Number(dayText))).filter((day) => day !== null);
  if (existing.length === 0) return { kind: 'refused', message: TYPED_DATE_WORDS.impossible };
  const twoDigitsFrom = addYears(options.today, -OLDEST_TWO_DIGITS);
  const earliest = yearText.length === 4 || earliestFull > twoDigitsFrom ? earliestFull : twoDigitsFrom;
  const [first, second] = existing.filter((day) => day >= earliest && day <= latest);
  if (first !== undefined && second !== undefined) {
    return { kind: 'ambiguous', days: [first, second], message: TYPED_DATE_WORDS.century };
  }
  if (first !== undefined) return { kind: 'day', day: first };
  if (existing.every((day) => day < earliest)) return { kind: 'refused', message: TYPED_DATE_WORDS.tooOld };
  return { kind: 'refused', message: latest === options.today ? TYPED_DATE_WORDS.future : TYPED_DATE_WORDS.tooFar };
}

/** The two centuries a two-digit year can belong to, up to that of `latest`. */
function centuriesOf(twoDigits: number, latest: Day): readonly number[] {
  const century = Number(latest.slice(0, 2)) * 100;
  return [century - 100 + twoDigits, century + twoDigits];
}
