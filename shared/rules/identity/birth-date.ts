import { ageOn, dayOf, isDay, type Day } from '#shared/kernel/day.ts';

/** Age from which the typed year is read again. Choice of the software (clarifications of the domain). */
export const AGE_TO_CHECK = 110;

export const BIRTH_DATE_WORDS = {
  future: 'Cette date est dans le futur.',
  partial: 'Date incomplète\u00A0: la date retenue suit la règle des dates partielles.',
} as const;

/** Sentence about a full birth date on `day`, or null when there is nothing to say. */
export function birthDateWarning(birthDate: Day, day: Day): string | null {
  if (!isDay(birthDate) || !isDay(day)) return null;
  const age = ageOn(birthDate, day);
  if (age === null) return BIRTH_DATE_WORDS.future;
  return age.years >= AGE_TO_CHECK ? `${age.years}\u00A0ans\u00A0: relire l’année de naissance.` : null;
}

export type BirthDatePrecision = 'day' | 'month' | 'year' | 'lunar';

/** What the record keeps of a birth date: a usable day, the text as received and what is really known. */
export interface UsableBirthDate {
  readonly day: Day;
  readonly raw: string;
  readonly precision: BirthDatePrecision;
}

/**
 * Usable day of a partial or lunar date: day unknown → the 1st; month unknown → 31 December (fact 2.25, a rule not
 * read again: the screen says so). Figures of old cards (month 0 or above 12, day 0 or above 31) count as unknown and
 * give the precision `lunar`. Null when the year is not one.
 */
export function usableBirthDate(
  year: number,
  month: number | null,
  day: number | null,
  raw: string,
): UsableBirthDate | null {
  const monthKnown = month !== null && month >= 1 && month <= 12;
  const dayKnown = day !== null && day >= 1 && day <= 31;
  const lunar = (month !== null && !monthKnown) || (day !== null && !dayKnown);
  const exact = monthKnown && dayKnown ? dayOf(year, month, day) : null;
  if (exact !== null) return { day: exact, raw, precision: 'day' };
  const usable = monthKnown ? dayOf(year, month, 1) : dayOf(year, 12, 31);
  if (usable === null) return null;
  return { day: usable, raw, precision: lunar ? 'lunar' : monthKnown ? 'month' : 'year' };
}
