import { addMonths, ageOn, isDay, type Day } from '#shared/kernel/day.ts';
import { roundHalfUp } from '#shared/kernel/format.ts';
import { valueOn, type Overrides } from '../kernel/index.ts';
import { pastFigures } from './history.ts';
import { BMI_HEIGHT_MONTHS, CONFIRM_FROM_AGE } from './limits.ts';
import type { PastMeasure } from './types.ts';
import { VITAL_WORDS } from './wording.ts';

export interface BmiInput {
  /** Weight of the day, kg; absent, the weight of the same day is taken from the history. */
  readonly weight?: number;
  /** Height measured the same day, cm; absent, the last usable one of the history. */
  readonly height?: number;
  readonly birthDate: Day;
  readonly day: Day;
  readonly history?: readonly PastMeasure[];
  readonly overrides?: Overrides;
}

export type BmiResult =
  | { readonly kind: 'computed'; readonly value: number; readonly heightDay: Day }
  | { readonly kind: 'missing'; readonly missing: readonly ('weight' | 'height')[]; readonly words: string };

/**
 * Weight / (height in metres)², one decimal, rounded half up, with no class. The last height serves an adult while
 * it is less than 12 months old; a child needs the height of the same day.
 */
export function computeBmi(input: BmiInput): BmiResult {
  const weight =
    input.weight ?? pastFigures(input.history, 'POIDS', input.day).findLast(({ day }) => day === input.day)?.value;
  if (weight === undefined || !(weight > 0)) {
    return { kind: 'missing', missing: ['weight'], words: VITAL_WORDS.bmiNeedsWeight };
  }
  const last =
    input.height === undefined
      ? pastFigures(input.history, 'TAILLE', input.day).at(-1)
      : { day: input.day, value: input.height };
  if (last === undefined || !(last.value > 0)) return missingHeight(VITAL_WORDS.bmiNeedsHeight);
  if (last.day !== input.day) {
    if (!isAdult(input)) return missingHeight(VITAL_WORDS.bmiHeightSameDay);
    const months = valueOn(BMI_HEIGHT_MONTHS, input.day, input.overrides)?.value ?? 0;
    if (addMonths(last.day, Math.round(months)) <= input.day) return missingHeight(VITAL_WORDS.bmiHeightTooOld);
  }
  // Both operands are decimal figures: (kg × 10000) / cm² keeps the half that a division by (m)² would lose.
  const value = roundHalfUp((weight * 10_000) / (last.value * last.value), 1);
  return { kind: 'computed', value, heightDay: last.day };
}

function missingHeight(words: string): BmiResult {
  return { kind: 'missing', missing: ['height'], words };
}

function isAdult(input: BmiInput): boolean {
  const age = isDay(input.birthDate) ? ageOn(input.birthDate, input.day) : null;
  const from = valueOn(CONFIRM_FROM_AGE, input.day, input.overrides)?.value ?? Infinity;
  return age !== null && age.years >= from;
}
