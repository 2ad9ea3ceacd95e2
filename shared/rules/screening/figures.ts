import {
  parameter,
  type Citations,
  type Confidence,
  type Editable,
  type JsonValue,
  type Parameter,
  type WrittenDay,
} from '../kernel/index.ts';
import { CHECKED_ON, SCREENING_SOURCES, type ScreeningSource } from './sources.ts';
import type { Programme } from './types.ts';

export type Origin = readonly [Confidence, ScreeningSource, ...ScreeningSource[]];

/** A value, the day it starts and where it was read. Null with `unknown` only. */
type Reading<Value extends JsonValue> = readonly [from: WrittenDay | null, value: Value | null, origin: Origin];

/** A figure of a programme with its successive readings; its id is `screening.<programme>.<name>`. */
export function dated<Value extends JsonValue>(
  programme: Programme,
  name: string,
  label: string,
  unit: string,
  readings: readonly [Reading<Value>, ...Reading<Value>[]],
  editable?: Editable,
): Parameter<Value> {
  const [first, ...others] = readings;
  const written = ([from, value, [confidence, ...sources]]: Reading<Value>): Parameter<Value>['values'][0] => ({
    from,
    value,
    confidence,
    sources: cite(sources),
  });
  return parameter<Value>({
    id: `screening.${programme}.${name}`,
    label,
    unit,
    checkedOn: CHECKED_ON,
    values: [written(first), ...others.map(written)],
    ...(editable === undefined ? {} : { editable }),
  });
}

function cite([first, ...others]: readonly ScreeningSource[]): Citations {
  return [SCREENING_SOURCES[first ?? 'D18'], ...others.map((id) => SCREENING_SOURCES[id])];
}

const AGE_RANGE: Editable = { kind: 'number', min: 0, max: 130 };
const MONTH_RANGE: Editable = { kind: 'number', min: 1, max: 600 };

export function age(programme: Programme, name: string, label: string, value: number, from: Origin): Parameter<number> {
  return dated(programme, name, label, 'ans', [[null, value, from]], AGE_RANGE);
}

export function months(
  programme: Programme,
  name: string,
  label: string,
  value: number,
  from: Origin,
): Parameter<number> {
  return dated(programme, name, label, 'mois', [[null, value, from]], MONTH_RANGE);
}

/** A figure the practice cannot change: how the programme is organised. */
export function fact<Value extends JsonValue>(
  programme: Programme,
  name: string,
  label: string,
  unit: string,
  value: Value,
  from: Origin,
): Parameter<Value> {
  return dated<Value>(programme, name, label, unit, [[null, value, from]]);
}

/** What a « yes » does, written as the book shows it. */
export const EFFECT = { doctor_review: 'à voir avec le médecin', excluded: 'exclu du programme' } as const;
const EFFECT_CHOICES = {
  [EFFECT.doctor_review]: 'À voir avec le médecin',
  [EFFECT.excluded]: 'Exclu du programme',
} as const;

/** A question and its effect; switched off by the practice, it decides nothing. */
export function exclusion(
  programme: Programme,
  code: string,
  label: string,
  effect: keyof typeof EFFECT,
  from: Origin,
): Parameter<string> {
  return dated<string>(programme, `exclusion.${code}`, label, 'code', [[null, EFFECT[effect], from]], {
    kind: 'choice',
    choices: EFFECT_CHOICES,
  });
}
