import { parseFrenchDate, formatDay, isDay } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import type { Editable, JsonValue, Parameter } from '#shared/rules/kernel/index.ts';

/** How the value of a parameter is typed: thresholds of the vital signs are numbers without bounds of their own. */
export const editableOf = (parameter: Parameter): Editable =>
  parameter.editable ?? { kind: 'number', min: 0, max: 1_000_000 };

/** Texts of the form, from a stored value. A window has two. */
export function typedOf(value: JsonValue): { first: string; second: string } {
  if (typeof value === 'object' && value !== null && 'from' in value) {
    return { first: dayText(value.from), second: dayText(value.to) };
  }
  if (value === null) return { first: '', second: '' };
  return { first: typeof value === 'number' ? formatNumber(value) : String(value), second: '' };
}

const dayText = (value: JsonValue | undefined) => (isDay(value) ? formatDay(value) : '');

/** The value of typed texts, or why there is none, in one sentence. */
export function readTyped(
  editable: Editable,
  typed: { first: string; second: string },
  today: string,
): { value: JsonValue; problem: null } | { value: null; problem: string } {
  const refused = (problem: string) => ({ value: null, problem });
  switch (editable.kind) {
    case 'number': {
      const text = typed.first.replace(/[\u00a0\u202f ]/gu, '').replace(',', '.');
      if (!/^\d{1,7}(?:\.\d{1,4})?$/u.test(text)) return refused('Un nombre, par exemple 135.');
      return { value: Number(text), problem: null };
    }
    case 'flag':
      return typed.first === '' ? refused('Choisir oui ou non.') : { value: typed.first === 'true', problem: null };
    case 'choice':
      return typed.first === '' ? refused('Choisir une valeur.') : { value: typed.first, problem: null };
    case 'window': {
      const options = { today, latest: '2099-12-31' };
      const [from, to] = [parseFrenchDate(typed.first, options), parseFrenchDate(typed.second, options)];
      if (from.kind !== 'day' || to.kind !== 'day') return refused('Deux dates, par exemple 13/10/2026.');
      return { value: { from: from.day, to: to.day }, problem: null };
    }
  }
}
