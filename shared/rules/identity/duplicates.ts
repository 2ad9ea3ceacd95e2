import { isDay, type Day } from '#shared/kernel/day.ts';
import { phoneDigits } from '#shared/kernel/format.ts';
import { compactKey } from '#shared/kernel/text.ts';
import { givensOf, matriculeKey, namesOf, type ComparedPerson } from './compared-person.ts';
import { compareTraits, type TraitComparison } from './duplicate-traits.ts';
import { compareAnyName, type NameComparison } from './names.ts';

/** Rising order. */
export const DUPLICATE_LEVELS = ['none', 'possible', 'tres_probable', 'certain'] as const;
export type DuplicateLevel = (typeof DUPLICATE_LEVELS)[number];
export const DUPLICATE_LABELS: Readonly<Record<DuplicateLevel, string>> = {
  none: 'Personne différente',
  possible: 'Possible',
  tres_probable: 'Très probable',
  certain: 'Certain',
};

export interface DuplicateScore {
  readonly level: DuplicateLevel;
  readonly reasons: readonly string[];
  readonly traits: readonly TraitComparison[];
  /** Same birth date and name, other given name: never merged; mark `homonyme`. */
  readonly twins: boolean;
  /** Same birth or used name and same first given name. */
  readonly homonym: boolean;
}

export const DUPLICATE_WORDS = {
  matricule: 'Même matricule.',
  century: 'Même matricule, naissances éloignées\u00A0: vérifier le siècle.',
  identical: 'Même nom, même prénom, même date de naissance.',
  closeNames: 'Nom ou prénom proche, même date de naissance.',
  inverted: 'Nom et prénom inversés, même date de naissance.',
  swappedDate: 'Même nom et même prénom, jour et mois inversés.',
  nearDateNames: 'Nom proche, dates de naissance proches.',
  changedName: 'Même prénom, même date de naissance, même téléphone\u00A0: le nom a pu changer.',
  noDate: 'Même nom, même prénom, même téléphone.',
  phone: 'Même téléphone.',
  twins: 'Même nom et même date de naissance, prénoms différents\u00A0: jumeaux possibles, ne pas fusionner.',
} as const;

// The other reasons already count the telephone, or are not about it.
const PHONE_RAISES: readonly string[] = [
  DUPLICATE_WORDS.closeNames,
  DUPLICATE_WORDS.inverted,
  DUPLICATE_WORDS.swappedDate,
  DUPLICATE_WORDS.nearDateNames,
];

/** Brothers and sisters share a name and a telephone: it says nothing when the given names differ. */
function siblings(facts: Facts): boolean {
  return facts.given !== 'same' && !facts.inverted;
}

interface Facts {
  readonly name: NameComparison;
  readonly given: NameComparison;
  readonly inverted: boolean;
  readonly date: 'same' | 'swapped' | 'near' | 'different' | 'unknown';
  readonly sexDiffers: boolean;
  readonly phone: boolean;
}

/**
 * Compares two records. Same matricule: certain. Same date, name and first given name: très probable. Same date and
 * close or inverted names of the same sex, or the same names with a mistyped date: possible. A shared telephone raises
 * « possible » by one step and is nothing alone. Twins are never duplicates. Source: README.md, facts 2.4.
 */
export function scoreDuplicate(a: ComparedPerson, b: ComparedPerson): DuplicateScore {
  const facts = factsOf(a, b);
  const homonym = facts.name === 'same' && facts.given === 'same';
  const twins = facts.date === 'same' && facts.name === 'same' && facts.given === 'different';
  const { level, reason } = matriculeLevel(a, b) ?? namesLevel(facts, twins);
  const raised = level === 'possible' && facts.phone && PHONE_RAISES.includes(reason ?? '') && !siblings(facts);
  const reasons = [reason, raised ? DUPLICATE_WORDS.phone : null].filter((words) => words !== null);
  return { level: raised ? 'tres_probable' : level, reasons, traits: compareTraits(a, b, facts), twins, homonym };
}

function matriculeLevel(a: ComparedPerson, b: ComparedPerson): { level: DuplicateLevel; reason: string } | null {
  const left = matriculeKey(a.matricule);
  if (left === '' || left !== matriculeKey(b.matricule)) return null;
  // The same 13 characters can belong to two people a century apart.
  const years = [a.birthDate, b.birthDate].map((day) => (isDay(day) ? Number(day.slice(0, 4)) : null));
  const [one, two] = years;
  if (one != null && two != null && Math.abs(one - two) >= 90)
    return { level: 'possible', reason: DUPLICATE_WORDS.century };
  return { level: 'certain', reason: DUPLICATE_WORDS.matricule };
}

function namesLevel(facts: Facts, twins: boolean): { level: DuplicateLevel; reason: string | null } {
  const { name, given, date } = facts;
  const bothSame = name === 'same' && given === 'same';
  const bothAlike = (name === 'same' || name === 'close') && (given === 'same' || given === 'close');
  // At least one exact name keeps these pairs reachable by equality of keys.
  const oneExact = bothAlike && (name === 'same' || given === 'same');
  if (twins) return { level: 'none', reason: DUPLICATE_WORDS.twins };
  if (date === 'same') {
    if (bothSame) return { level: 'tres_probable', reason: DUPLICATE_WORDS.identical };
    if (bothAlike && !facts.sexDiffers) return { level: 'possible', reason: DUPLICATE_WORDS.closeNames };
    if (facts.inverted && !facts.sexDiffers) return { level: 'possible', reason: DUPLICATE_WORDS.inverted };
    if (given === 'same' && facts.phone && !facts.sexDiffers)
      return { level: 'possible', reason: DUPLICATE_WORDS.changedName };
  }
  if (date === 'swapped' && oneExact) {
    return { level: 'possible', reason: bothSame ? DUPLICATE_WORDS.swappedDate : DUPLICATE_WORDS.nearDateNames };
  }
  if (date === 'near' && oneExact) return { level: 'possible', reason: DUPLICATE_WORDS.nearDateNames };
  if (date === 'unknown' && bothSame && facts.phone) return { level: 'possible', reason: DUPLICATE_WORDS.noDate };
  return { level: 'none', reason: null };
}

function factsOf(a: ComparedPerson, b: ComparedPerson): Facts {
  const names = [namesOf(a), namesOf(b)] as const;
  const givens = [givensOf(a), givensOf(b)] as const;
  return {
    name: compareAnyName(...names),
    given: compareAnyName(...givens),
    inverted: compareAnyName(names[0], givens[1]) === 'same' && compareAnyName(givens[0], names[1]) === 'same',
    date: compareDates(a.birthDate, b.birthDate),
    sexDiffers: a.sex != null && b.sex != null && a.sex !== b.sex,
    phone: sharesPhone(a.phones ?? [], b.phones ?? []),
  };
}

function compareDates(a: Day | null | undefined, b: Day | null | undefined): Facts['date'] {
  if (!isDay(a) || !isDay(b)) return 'unknown';
  if (a === b) return 'same';
  const [yearA, monthA, dayA] = a.split('-');
  const [yearB, monthB, dayB] = b.split('-');
  if (yearA === yearB && monthA === dayB && dayA === monthB) return 'swapped';
  const equal = Number(yearA === yearB) + Number(monthA === monthB) + Number(dayA === dayB);
  return equal === 2 ? 'near' : 'different';
}

function sharesPhone(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(a.map(phoneDigits).filter((digits) => digits.length >= 6));
  return known.size > 0 && b.some((phone) => known.has(phoneDigits(phone)));
}

/** Two different people who share a birth or used name and the first given name. Derived, unlike the INS attribute. */
export function areHomonyms(a: ComparedPerson, b: ComparedPerson): boolean {
  return sharesKey(namesOf(a), namesOf(b)) && sharesKey([a.firstGivenName], [b.firstGivenName]);
}

function sharesKey(
  left: readonly (string | null | undefined)[],
  right: readonly (string | null | undefined)[],
): boolean {
  const known = new Set(left.map((name) => compactKey(name ?? '')).filter((key) => key !== ''));
  return right.some((name) => known.has(compactKey(name ?? '')));
}
