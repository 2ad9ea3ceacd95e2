import { isDay, type Day } from '#shared/kernel/day.ts';
import type { Citation, Citations } from './citation.ts';
import type { JsonValue } from './json.ts';

export const CONFIDENCES = [
  'official',
  'multiple_secondary',
  'single_source',
  'inferred',
  'disputed',
  'unverified',
  'design_choice',
  'unknown',
] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Shape checked by the compiler for a day written in the code; the calendar is checked when the parameter is built. */
export type WrittenDay = `${number}-${number}-${number}`;

export interface DatedValue<Value extends JsonValue> {
  /** First day of the value; null when it has no known beginning. */
  readonly from: WrittenDay | null;
  /** Null only with the confidence `unknown`: a figure nobody could read stays unknown. */
  readonly value: Value | null;
  readonly sources: Citations;
  readonly confidence: Confidence;
  /** Other values that a source supports, when they contradict each other. */
  readonly disputed?: readonly { readonly value: Value | null; readonly sources: Citations }[];
}

/** How a doctor of the practice may change a value. */
export type Editable =
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, string>> }
  /** `{ from, to }`, two days. */
  | { readonly kind: 'window' };

export interface Parameter<Value extends JsonValue = JsonValue> {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly values: readonly [DatedValue<Value>, ...DatedValue<Value>[]];
  /** Day somebody last compared the values with their sources. */
  readonly checkedOn: WrittenDay;
  /** Absent: the practice cannot change it. */
  readonly editable?: Editable;
}

/** Who changed a value, and from which day. */
export interface Signature {
  readonly by: string;
  readonly from: Day;
}

/** A value chosen by the practice or by the doctor for one patient; null switches the threshold off. */
export interface Overrides {
  readonly practice?: Readonly<Record<string, JsonValue>>;
  readonly patient?: Readonly<Record<string, JsonValue>>;
  readonly signatures?: Readonly<Record<string, Signature>>;
}

export type ValueOrigin = 'default' | 'practice' | 'patient';

/** The value a rule used, with all that « Pourquoi ? » shows. Serialises to JSON. */
export interface ParameterUse<Value extends JsonValue = JsonValue> {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly value: Value | null;
  readonly origin: ValueOrigin;
  /** Value of the rule book, shown beside an overridden one. */
  readonly defaultValue: Value | null;
  readonly from: Day | null;
  readonly confidence: Confidence;
  readonly sources: readonly Citation[];
  readonly checkedOn: Day;
  /** Day for which the value was read. */
  readonly on: Day;
  /** Behind a value of the practice. */
  readonly signature: Signature | null;
}

/**
 * Builds a parameter. Refuses, with an error naming the parameter, an empty id or label, a value without a titled
 * source, days that do not exist, values that are not in the order of their days, and a null value whose confidence
 * is not `unknown`. Such an error is a mistake of the rule book, found when the module is loaded.
 */
export function parameter<Value extends JsonValue>(definition: Parameter<Value>): Parameter<Value> {
  const problem = problemOf(definition);
  if (problem !== null) throw new TypeError(`Parameter ${definition.id || '(no id)'}: ${problem}`);
  return deepFreeze(definition);
}

function problemOf(definition: Parameter): string | null {
  if (definition.id.trim() === '') return 'no id';
  if (definition.label.trim() === '') return 'no label';
  if (!isDay(definition.checkedOn)) return 'no check day';
  if (!Array.isArray(definition.values) || definition.values.length === 0) return 'no value';
  let previous = '';
  for (const [index, dated] of definition.values.entries()) {
    if (!Array.isArray(dated.sources) || dated.sources.length === 0) return 'a value has no source';
    if (dated.sources.some((source: Citation) => source.title.trim() === '')) return 'a source has no title';
    if (!CONFIDENCES.includes(dated.confidence)) return 'a value has no confidence';
    if ((dated.value === null) !== (dated.confidence === 'unknown')) return 'null and unknown go together';
    if (dated.from === null ? index > 0 : !isDay(dated.from) || dated.from <= previous) return 'days out of order';
    previous = dated.from ?? '';
  }
  return null;
}

/**
 * The value in force on `day`: the patient's, else the practice's, else the one of the rule book. Null when the
 * parameter has no value yet on that day. An override of another type than the default is ignored; over an unknown
 * default, it must be of the kind the parameter is edited with.
 */
export function valueOn<Value extends JsonValue>(
  definition: Parameter<Value>,
  day: Day,
  overrides?: Overrides,
): ParameterUse<Value> | null {
  const dated = definition.values.findLast((candidate) => candidate.from === null || candidate.from <= day);
  if (dated === undefined) return null;
  const { origin, value } = chosenValue(definition, dated.value, overrides);
  return {
    id: definition.id,
    label: definition.label,
    unit: definition.unit,
    value,
    origin,
    defaultValue: dated.value,
    from: dated.from,
    confidence: dated.confidence,
    sources: dated.sources,
    checkedOn: definition.checkedOn,
    on: day,
    signature: origin === 'practice' ? (overrides?.signatures?.[definition.id] ?? null) : null,
  };
}

function chosenValue<Value extends JsonValue>(
  { id, editable }: Parameter<Value>,
  byDefault: Value | null,
  overrides: Overrides | undefined,
): { origin: ValueOrigin; value: Value | null } {
  for (const origin of ['patient', 'practice'] as const) {
    const chosen = overrides?.[origin];
    if (chosen === undefined || !Object.hasOwn(chosen, id)) continue;
    const value = chosen[id];
    if (value === null || (byDefault === null ? ofItsKind(value, editable) : sameKind(value, byDefault))) {
      return { origin, value: value as Value | null };
    }
  }
  return { origin: 'default', value: byDefault };
}

function sameKind(value: JsonValue | undefined, byDefault: JsonValue): boolean {
  return typeof value === typeof byDefault && Array.isArray(value) === Array.isArray(byDefault) && value === value;
}

/** A figure nobody could read has no type of its own: the way it is edited tells what the practice may put there. */
function ofItsKind(value: JsonValue | undefined, editable: Editable | undefined): boolean {
  switch (editable?.kind) {
    case 'number':
      return typeof value === 'number' && value >= editable.min && value <= editable.max;
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(editable.choices, value);
    case 'window':
      return typeof value === 'object' && !Array.isArray(value);
    case undefined:
      return false;
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
