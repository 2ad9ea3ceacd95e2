import type { Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { valueOn, type Overrides, type ParameterUse } from '../kernel/index.ts';
import { markAt, type Mark, type Read } from './marks.ts';
import { ACTIVITY } from './parameters.ts';

export interface ActivitySituation {
  readonly minutesPerWeek?: number;
  readonly sittingHours?: number;
  readonly overrides?: Overrides;
}

/** The two plain questions beside their marks: no score. */
export function activityMarks(
  { minutesPerWeek, sittingHours, overrides }: ActivitySituation,
  day: Day,
): {
  readonly marks: readonly Mark[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
} {
  const parameters: ParameterUse[] = [];
  const read: Read = (definition) => {
    const use = valueOn(definition, day, overrides);
    if (use !== null) parameters.push(use);
    return use?.value ?? null;
  };
  const minutes =
    minutesPerWeek === undefined
      ? []
      : markAt(
          ACTIVITY.minutes,
          minutesPerWeek,
          read,
          (value) => `repère${NBSP}: ${value}${NBSP}min par semaine ou plus`,
        );
  const sitting =
    sittingHours === undefined
      ? []
      : [ACTIVITY.sittingLow, ACTIVITY.sittingTop].flatMap((one) =>
          markAt(one, sittingHours, read, (value) => `repère${NBSP}: plus de ${value}${NBSP}h assis par jour`, true),
        );
  const missing = [
    ...(minutesPerWeek === undefined ? ['minutesPerWeek'] : []),
    ...(sittingHours === undefined ? ['sittingHours'] : []),
  ];
  return { marks: [...minutes, ...sitting], parameters, missing };
}
