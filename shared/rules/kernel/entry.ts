import { z } from 'zod';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';

/** One field of a situation that cannot be used as written. */
export interface Refusal {
  /** Path of the field: `patientele`, `members.2.pmt`; `day` for the day of the question. */
  readonly field: string;
  readonly code: 'missing' | 'unknown_value' | 'unknown_field' | 'too_small' | 'too_big' | 'not_a_day' | 'invalid';
  readonly words: string;
}

export interface Refused {
  readonly outcome: 'refused';
  readonly refusals: readonly Refusal[];
}

/** A rule that can be called by its name with plain JSON: by a case, by a screen, by the core. */
export interface RuleEntry<Situation = unknown, Answer = unknown> {
  /** Dotted: `aid.amount`. */
  readonly id: string;
  /** In French: « Montant de l’aide pour une année de contrat ». */
  readonly title: string;
  readonly situation: z.ZodType<Situation>;
  /** The rule itself, for callers whose situation is already typed. */
  readonly run: (situation: Situation, day: Day) => Answer;
  /** Checks the situation first. Never throws: a field that cannot be used is refused by its name. */
  readonly ask: (situation: unknown, day: unknown) => Answer | Refused;
}

/** Builds an entry; `situation` is strict: a field it does not know is refused. */
export function ruleEntry<Situation, Answer>(definition: {
  readonly id: string;
  readonly title: string;
  readonly situation: z.ZodType<Situation>;
  readonly run: (situation: Situation, day: Day) => Answer;
}): RuleEntry<Situation, Answer> {
  const ask = (situation: unknown, day: unknown): Answer | Refused => {
    const parsed = definition.situation.safeParse(situation, { reportInput: true });
    const refusals = parsed.success ? [] : parsed.error.issues.flatMap(refusalsOf);
    const usable = isUsable(day);
    if (!usable) refusals.unshift(dayRefusal);
    if (!parsed.success || !usable) return { outcome: 'refused', refusals };
    return definition.run(parsed.data, day);
  };
  return { ...definition, ask };
}

const noSuchDay = 'Cette date n’existe pas.';
const dayRefusal: Refusal = { field: 'day', code: 'not_a_day', words: noSuchDay };

/** A day that exists, far enough from both ends of the calendar for a delay of centuries to be added to it. */
const isUsable = (day: unknown): day is Day => isDay(day) && day >= '0500-01-01' && day < '9500-01-01';

/** A day that exists, `AAAA-MM-JJ`. */
export const daySchema = z.string().refine(isUsable, { message: noSuchDay, params: { code: 'not_a_day' } });
/** A number of patients, of hours, of days: whole, zero or more. */
export const countSchema = z.number().int().min(0);
/** Euro cents, whole, zero or more. */
export const centsSchema = z.number().int().min(0);
export const percentSchema = z.number().min(0).max(100);

function refusalsOf(issue: z.core.$ZodIssue): Refusal[] {
  const field = issue.path.join('.');
  const one = (code: Refusal['code'], words: string): Refusal[] => [{ field, code, words }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        field: [...issue.path, key].join('.'),
        code: 'unknown_field',
        words: `Champ inconnu${NBSP}: ${key}.`,
      }));
    case 'invalid_type':
      return issue.input === undefined
        ? one('missing', 'À renseigner.')
        : one('invalid', `Valeur attendue${NBSP}: ${TYPE_WORDS[issue.expected] ?? issue.expected}.`);
    case 'invalid_value':
      if (issue.input === undefined) return one('missing', 'À renseigner.');
      return one('unknown_value', `Valeur inconnue. Valeurs possibles${NBSP}: ${issue.values.map(String).join(', ')}.`);
    case 'too_small':
      return one('too_small', `Au moins ${String(issue.minimum)}.`);
    case 'too_big':
      return one('too_big', `Au plus ${String(issue.maximum)}.`);
    case 'custom':
      return one(issue.params?.['code'] === 'not_a_day' ? 'not_a_day' : 'invalid', issue.message);
    default:
      return one('invalid', 'Valeur refusée.');
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  number: 'un nombre',
  int: 'un nombre entier',
  string: 'un texte',
  boolean: 'oui ou non',
  array: 'une liste',
  object: 'un ensemble de champs',
};
