import type { Day } from '#shared/kernel/day.ts';
import type { Citation } from './citation.ts';
import type { JsonValue } from './json.ts';
import type { ParameterUse } from './parameter.ts';
import type { Reason } from './verdict.ts';

/** One line of a calculation, readable by itself: « 3 % de 1 200 patients », 36. */
export interface Step {
  readonly label: string;
  /** The operation in French, figures included. */
  readonly words: string;
  readonly value: JsonValue;
  /** Unit of `value`: `EUR_CENTS`, `patients`, `jour`, `heures`, `%`. */
  readonly unit: string;
}

/** Another answer that a source supports; shown beside, never used in silence. */
export interface Alternative<Value extends JsonValue> {
  readonly value: Value | null;
  readonly words: string;
  readonly sources: readonly Citation[];
}

/** A value written in a contract or in a letter of the CPAM: it wins over the computed one. */
export interface Given<Value extends JsonValue> {
  readonly value: Value;
  readonly origin: 'typed' | 'notified';
  /** Day of the contract or of the letter, when known. */
  readonly on: Day | null;
}

/**
 * A figure or a day with its explanation. `value` is the one that counts; `ruleValue` is what the rule says and stays
 * beside a given one. Undetermined: `value` is null, and `missing` or `reasons` say what to do. Serialises to JSON.
 */
export interface Computed<Value extends JsonValue = number> {
  readonly outcome: 'computed' | 'undetermined';
  readonly value: Value | null;
  readonly unit: string;
  readonly origin: 'computed' | 'typed' | 'notified';
  readonly ruleValue: Value | null;
  /** Day of the letter or of the contract behind a given value. */
  readonly givenOn: Day | null;
  readonly steps: readonly Step[];
  readonly alternatives: readonly Alternative<Value>[];
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
  /** Names of the inputs that were not given and would have decided. */
  readonly missing: readonly string[];
}

interface Explanation<Value extends JsonValue> {
  readonly steps?: readonly Step[];
  readonly alternatives?: readonly Alternative<Value>[];
  readonly reasons?: readonly Reason[];
  readonly parameters?: readonly ParameterUse[];
}

/** A value the rule could compute. */
export function computed<Value extends JsonValue>(
  value: Value,
  unit: string,
  why: Explanation<Value> = {},
): Computed<Value> {
  return { outcome: 'computed', value, ...rest(value, unit, why, []) };
}

/** A value nobody can compute: `reasons` say what to type, `missing` names the inputs. Alternatives may be shown. */
export function notComputed<Value extends JsonValue = number>(
  unit: string,
  missing: readonly string[],
  why: Explanation<Value> & { readonly reasons: readonly Reason[] },
): Computed<Value> {
  return { outcome: 'undetermined', value: null, ...rest<Value>(null, unit, why, missing) };
}

function rest<Value extends JsonValue>(
  ruleValue: Value | null,
  unit: string,
  why: Explanation<Value>,
  missing: readonly string[],
): Omit<Computed<Value>, 'outcome' | 'value'> {
  const { steps = [], alternatives = [], reasons = [], parameters = [] } = why;
  return {
    unit,
    origin: 'computed',
    ruleValue,
    givenOn: null,
    steps,
    alternatives,
    reasons,
    parameters,
    missing,
  };
}

/** The value of the contract or of the letter wins; the computed one stays in `ruleValue`, with its explanation. */
export function withGiven<Value extends JsonValue>(
  answer: Computed<Value>,
  given: Given<Value> | null | undefined,
): Computed<Value> {
  if (given === null || given === undefined) return answer;
  return {
    ...answer,
    outcome: 'computed',
    value: given.value,
    origin: given.origin,
    givenOn: given.on,
    missing: [],
  };
}
