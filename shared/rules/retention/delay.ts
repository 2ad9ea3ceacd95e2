import { addMonths, formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, valueOn, type Computed, type Overrides, type Parameter } from '../kernel/index.ts';
import { REASONS } from './wording.ts';

export const DAY = 'jour';

/** `from` + a duration of the book, read for `day`; undetermined when nobody knows the duration. */
export function dayAfter(from: Day, figure: Parameter<number>, day: Day, overrides?: Overrides): Computed<Day> {
  const use = valueOn(figure, day, overrides);
  const parameters = use === null ? [] : [use];
  const count = use?.value ?? null;
  if (count === null) {
    return notComputed<Day>(DAY, [figure.id], { reasons: [REASONS.unknownFigure(figure.label)], parameters });
  }
  // A practice may type any number; the time is counted in whole months.
  const months = Math.round(figure.unit === 'ans' ? count * 12 : count);
  if (!Number.isFinite(months) || Number(from.slice(0, 4)) + months / 12 >= 9999) {
    return notComputed<Day>(DAY, ['from'], { reasons: [REASONS.beyond()], parameters });
  }
  const value = addMonths(from, Math.max(0, months));
  const words = `${formatDay(from)} + ${formatNumber(count)}${NBSP}${figure.unit}`;
  return computed<Day>(value, DAY, { steps: [{ label: figure.label, words, value, unit: DAY }], parameters });
}

/** The later of two days, with the calculation of both. */
export function later(one: Computed<Day>, other: Computed<Day>): Computed<Day> {
  const governs = one.value === null || (other.value !== null && one.value >= other.value) ? one : other;
  return {
    ...governs,
    steps: [...one.steps, ...other.steps],
    alternatives: [...one.alternatives, ...other.alternatives],
    reasons: [...one.reasons, ...other.reasons],
    parameters: [...one.parameters, ...other.parameters],
  };
}
