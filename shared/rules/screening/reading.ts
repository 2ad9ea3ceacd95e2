import type { Day } from '#shared/kernel/day.ts';
import { valueOn, type JsonValue, type Overrides, type Parameter, type ParameterUse } from '../kernel/index.ts';
import type { Finding } from './types.ts';
import { REASONS } from './wording.ts';

/** Reads parameters for one answer and keeps what was read. */
export interface Reading {
  readonly day: Day;
  /** Null: unknown, or switched off by the practice. */
  readonly figure: <Value extends JsonValue>(definition: Parameter<Value>, on?: Day) => Value | null;
  readonly used: readonly ParameterUse[];
}

export function readingOn(day: Day, overrides: Overrides | undefined): Reading {
  const used: ParameterUse[] = [];
  return {
    day,
    used,
    figure: (definition, on = day) => {
      const use = valueOn(definition, on, overrides);
      if (use === null) return null;
      if (!used.some((one) => one.id === use.id)) used.push(use);
      return use.value;
    },
  };
}

/** A figure that would decide and that nobody knows: the practice types its own. */
export function unknownFigure(definition: Parameter): Finding {
  return {
    state: 'undetermined',
    reasons: [REASONS.unknownFigure(definition.label)],
    missing: [definition.id],
  };
}
