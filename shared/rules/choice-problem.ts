import { isDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import type { Editable, JsonValue, Overrides, Parameter } from './kernel/index.ts';
import { thresholdProblem, thresholdRule } from './vital-signs/index.ts';

/**
 * Why the practice cannot choose this value, in one sentence; null when it can. `choice` null is the value of the rule
 * book, `{ value: null }` switches it off. Thresholds of the vital signs also keep the order of their levels.
 */
export function choiceProblem(
  parameter: Parameter,
  choice: { readonly value: JsonValue } | null,
  day: Day,
  overrides: Overrides,
): string | null {
  const threshold = thresholdRule(parameter.id);
  if (threshold !== null) {
    const value = choice?.value;
    if (value === null) return null;
    if (value !== undefined && typeof value !== 'number') return 'Un nombre est attendu.';
    return thresholdProblem(threshold, value ?? null, day, overrides);
  }
  if (parameter.editable === undefined) return 'Cette valeur vient d’un texte\u00A0: elle ne se change pas ici.';
  return choice === null || choice.value === null ? null : kindProblem(parameter.editable, choice.value);
}

function kindProblem(editable: Editable, value: JsonValue): string | null {
  switch (editable.kind) {
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'Un nombre est attendu.';
      return value < editable.min || value > editable.max
        ? `De ${formatNumber(editable.min)} à ${formatNumber(editable.max)}.`
        : null;
    case 'flag':
      return typeof value === 'boolean' ? null : 'Oui ou non.';
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(editable.choices, value)
        ? null
        : `Valeurs possibles${NBSP}: ${Object.values(editable.choices).join(', ')}.`;
    case 'window':
      return windowProblem(value);
  }
}

function windowProblem(value: JsonValue): string | null {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) {
    return 'Deux dates sont attendues\u00A0: le début et la fin.';
  }
  const { from, to } = value;
  if (!isDay(from) || !isDay(to)) return 'Cette date n’existe pas.';
  return from <= to ? null : 'La fin précède le début.';
}
