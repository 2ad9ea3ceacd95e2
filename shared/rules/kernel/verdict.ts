import type { ParameterUse } from './parameter.ts';

/** One reason of a verdict: a code for programs and tests, French words for the screen. */
export interface Reason {
  readonly code: string;
  readonly words: string;
}

interface VerdictParts {
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
  /** Names of the inputs that were not given and would have decided. */
  readonly missing: readonly string[];
}

/**
 * Answer of a rule. Rules never throw and never guess: what cannot be decided is `undetermined`, with what is missing.
 * Serialises to JSON.
 */
export type Verdict = VerdictParts & { readonly outcome: 'met' | 'not_met' | 'undetermined' };

export function met(reasons: readonly Reason[], parameters: readonly ParameterUse[] = []): Verdict {
  return { outcome: 'met', reasons, parameters, missing: [] };
}

export function notMet(reasons: readonly Reason[], parameters: readonly ParameterUse[] = []): Verdict {
  return { outcome: 'not_met', reasons, parameters, missing: [] };
}

export function undetermined(
  missing: readonly string[],
  reasons: readonly Reason[],
  parameters: readonly ParameterUse[] = [],
): Verdict {
  return { outcome: 'undetermined', reasons, parameters, missing };
}
