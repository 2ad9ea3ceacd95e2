import {
  parameter,
  type Confidence,
  type Editable,
  type JsonValue,
  type Parameter,
  type WrittenDay,
} from '../kernel/index.ts';
import { CHECKED_ON, cite, type SourceId } from './sources.ts';

/** A value, the day it starts, how far it can be trusted and where it was read. Null with `unknown` only. */
export type Reading<Value extends JsonValue> = readonly [
  from: WrittenDay | null,
  value: Value | null,
  confidence: Confidence,
  source: SourceId,
  ...others: SourceId[],
];

/** First days of the three texts of the individual contract. */
export const TEXT_DAYS = { AV7: '2019-09-01', RA: '2023-05-01', CONV: '2024-06-22', COLL: '2026-02-25' } as const;

/** A figure of the aid with its successive readings. Checked the day the register of sources was. */
export function datedFigure<Value extends JsonValue>(
  id: string,
  label: string,
  unit: string,
  readings: readonly [Reading<Value>, ...Reading<Value>[]],
  editable?: Editable,
): Parameter<Value> {
  const [first, ...others] = readings;
  return parameter<Value>({
    id,
    label,
    unit,
    checkedOn: CHECKED_ON,
    values: [dated(first), ...others.map(dated)],
    ...(editable === undefined ? {} : { editable }),
  });
}

function dated<Value extends JsonValue>([
  from,
  value,
  confidence,
  source,
  ...others
]: Reading<Value>): Parameter<Value>['values'][0] {
  return { from, value, confidence, sources: cite(source, ...others) };
}
