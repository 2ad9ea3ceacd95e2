import { MODULE_STATES, TRAINING_ROUTES, type GivenDate } from '#shared/domain/training.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { dayText, figureText, hoursText } from './facts-form.ts';

/** How a field is typed, by its name in the contract. */
const letters: Readonly<Record<string, 'start' | 'complete'>> = {
  'given.start': 'start',
  'given.complete': 'complete',
};
const minutes = ['plannedMinutes', 'doneMinutes', 'exemptMinutes', 'otherMinutes'];
const figures = ['sessionMonths', 'experienceYears', 'vaeHours'];
const isDayField = (field: string) => /(?:On|End)$/u.test(field);

const letterIn = (stored: string | null) => (stored === null ? null : (JSON.parse(stored) as GivenDate));

/** The texts a form holds for a value a conflict gives: one text, three for a letter. */
export function typedOf(field: string, stored: string | null): Readonly<Record<string, string | null>> {
  const kind = letters[field];
  if (kind !== undefined) {
    const letter = letterIn(stored);
    return {
      [`${kind}Given`]: dayText(letter?.value ?? null),
      [`${kind}Origin`]: letter?.origin ?? null,
      [`${kind}Letter`]: dayText(letter?.on ?? null),
    };
  }
  if (field === 'route' || field === 'state') return { [field]: stored };
  if (field === 'levelFour') return { [field]: stored === null ? null : stored === 'true' ? 'oui' : 'non' };
  return { [field]: textOf(field, stored) };
}

function textOf(field: string, stored: string | null): string {
  if (stored === null) return '';
  if (minutes.includes(field)) return hoursText(Number(stored));
  if (figures.includes(field)) return figureText(Number(stored));
  return isDayField(field) ? dayText(stored) : stored;
}

/** Facts where this field holds the value a conflict gives. */
export function withFact<Facts extends object>(facts: Facts, field: string, stored: string | null): Facts {
  const kind = letters[field];
  if (kind !== undefined) {
    const { given } = facts as { given?: object };
    return { ...facts, given: { ...given, [kind]: letterIn(stored) } };
  }
  if (stored === null) return { ...facts, [field]: null };
  if (field === 'levelFour') return { ...facts, [field]: stored === 'true' };
  return { ...facts, [field]: minutes.includes(field) || figures.includes(field) ? Number(stored) : stored };
}

const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  route: TRAINING_ROUTES,
  state: MODULE_STATES,
  levelFour: { true: 'oui', false: 'non' },
};

/** The same value as a person reads it. */
export function wordsOf(field: string, stored: string | null): string {
  if (stored === null) return 'rien';
  const letter = letters[field] === undefined ? null : letterIn(stored);
  if (letter !== null) {
    const source = letter.origin === 'notified' ? 'courrier de la CPAM' : 'contrat';
    return `${formatDay(letter.value)}, ${source}${letter.on === null ? '' : ` du ${formatDay(letter.on)}`}`;
  }
  const words = codes[field]?.[stored] ?? textOf(field, stored);
  return minutes.includes(field) ? `${words}\u00a0h` : words;
}
