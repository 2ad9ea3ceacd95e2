import { parseFrenchDate } from '#shared/kernel/day.ts';
import type { PatientField } from '#shared/domain/patient.ts';

export type TypedTraits = Partial<Record<PatientField, string>>;

// In memory only: a name never goes through an address (settled point 18).
let carried: TypedTraits = {};

/** Written as a date, whether or not it is one: the form says what is wrong with 29/02/2023. */
const likeDate = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/u;

/** Reads a search as traits: a date is the birth date, the first word the name, the rest the given name. */
export function traitsOf(text: string, today: string): TypedTraits {
  const words = text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const dates = words.filter(
    (word) => likeDate.test(word) || ['day', 'ambiguous'].includes(parseFrenchDate(word, { today }).kind),
  );
  const [name, ...given] = words
    .filter((word) => !dates.includes(word) && !/\d/u.test(word) && /\p{L}/u.test(word))
    .map((word) => word.toLocaleUpperCase('fr'));
  return {
    ...(dates[0] === undefined ? {} : { birthDay: dates[0] }),
    ...(name === undefined ? {} : { birthName: name }),
    ...(given.length === 0 ? {} : { firstGivenName: given.join(' ') }),
  };
}

/** Hands what was typed elsewhere to the next « Nouveau patient ». */
export const carryTraits = (traits: TypedTraits): void => void (carried = traits);

/** Takes what was handed over, once. */
export function takeCarried(): TypedTraits {
  const taken = carried;
  carried = {};
  return taken;
}
