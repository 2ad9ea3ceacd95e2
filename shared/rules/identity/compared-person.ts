import type { Day } from '#shared/kernel/day.ts';
import { withoutSeparators } from './digits.ts';

/** What is compared of a person; anything may be missing while a form is being typed. */
export interface ComparedPerson {
  readonly birthName?: string | null;
  readonly firstGivenName?: string | null;
  readonly usedName?: string | null;
  readonly usedGivenName?: string | null;
  readonly sex?: 'M' | 'F' | null;
  readonly birthDate?: Day | null;
  /** INSEE code, 5 characters. */
  readonly birthPlace?: string | null;
  /** Matricule INS of the person, or own NIR; never the number of the insured parent. */
  readonly matricule?: string | null;
  readonly phones?: readonly string[];
  readonly city?: string | null;
}

/** Birth and used names: each is compared with each of the other person. */
export function namesOf(person: ComparedPerson): (string | null | undefined)[] {
  return [person.birthName, person.usedName];
}

export function givensOf(person: ComparedPerson): (string | null | undefined)[] {
  return [person.firstGivenName, person.usedGivenName];
}

/** The 13 characters that identify; shorter texts are not compared. */
export function matriculeKey(matricule: string | null | undefined): string {
  const text = withoutSeparators(matricule ?? '');
  return text.length === 13 || text.length === 15 ? text.slice(0, 13) : '';
}
