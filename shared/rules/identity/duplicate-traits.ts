import { formatDay, isDay, type Day } from '#shared/kernel/day.ts';
import { formatPhone } from '#shared/kernel/format.ts';
import { compactKey } from '#shared/kernel/text.ts';
import { matriculeKey, type ComparedPerson } from './compared-person.ts';
import { samePlace, UNKNOWN_PLACE } from './places.ts';

export interface TraitComparison {
  readonly trait: 'nom' | 'prenom' | 'naissance' | 'sexe' | 'lieu' | 'telephone' | 'matricule' | 'commune';
  readonly label: string;
  readonly typed: string;
  readonly existing: string;
  readonly result: 'same' | 'different' | 'unknown';
}

/** Answers already found by the score. */
interface KnownFacts {
  readonly name: string;
  readonly given: string;
  readonly date: string;
  readonly phone: boolean;
}

/** The trait-by-trait table shown beside the form; an empty side makes a trait `unknown`. */
export function compareTraits(a: ComparedPerson, b: ComparedPerson, facts: KnownFacts): TraitComparison[] {
  const line = (
    trait: TraitComparison['trait'],
    label: string,
    typed: string,
    existing: string,
    same: boolean,
  ): TraitComparison => ({
    trait,
    label,
    typed,
    existing,
    result: typed === '' || existing === '' ? 'unknown' : same ? 'same' : 'different',
  });
  const day = (value: Day | null | undefined): string => (isDay(value) ? formatDay(value) : '');
  const place = (value: string | null | undefined): string => (value == null || value === UNKNOWN_PLACE ? '' : value);
  const phones = (person: ComparedPerson): string =>
    (person.phones ?? [])
      .map(formatPhone)
      .filter((text) => text !== '')
      .join(', ');
  const lines = [
    line('nom', 'Nom', nameShown(a.birthName, a.usedName), nameShown(b.birthName, b.usedName), facts.name === 'same'),
    line(
      'prenom',
      'Prénom',
      nameShown(a.firstGivenName, a.usedGivenName),
      nameShown(b.firstGivenName, b.usedGivenName),
      facts.given === 'same',
    ),
    line('naissance', 'Naissance', day(a.birthDate), day(b.birthDate), facts.date === 'same'),
    line('sexe', 'Sexe', a.sex ?? '', b.sex ?? '', a.sex === b.sex),
    line(
      'lieu',
      'Lieu de naissance',
      place(a.birthPlace),
      place(b.birthPlace),
      samePlace(a.birthPlace ?? '', b.birthPlace ?? ''),
    ),
    line('telephone', 'Téléphone', phones(a), phones(b), facts.phone),
    line('commune', 'Commune', a.city ?? '', b.city ?? '', compactKey(a.city ?? '') === compactKey(b.city ?? '')),
  ];
  const matricules = [matriculeKey(a.matricule), matriculeKey(b.matricule)] as const;
  if (matricules[0] !== '' || matricules[1] !== '') {
    lines.push(line('matricule', 'Matricule', ...matricules, matricules[0] === matricules[1]));
  }
  return lines;
}

function nameShown(birth: string | null | undefined, used: string | null | undefined): string {
  const first = (birth ?? '').trim();
  const second = (used ?? '').trim();
  if (first === '' || second === '' || compactKey(first) === compactKey(second)) return first === '' ? second : first;
  return `${first} (${second})`;
}
