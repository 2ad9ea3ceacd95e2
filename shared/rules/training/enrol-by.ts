import { addMonths, formatDay, type Day } from '#shared/kernel/day.ts';
import { frenchTypography } from '#shared/kernel/format.ts';
import { computed, notComputed, valueOn, type Computed, type ParameterUse } from '../kernel/index.ts';
import { CQP } from './figures.ts';
import type { RequiredTraining, TrainingFile } from './types.ts';
import { monthsWords, REASONS, sumWords } from './wording.ts';

/**
 * Backwards from the date to hold: the last day to register. The length of the session chosen wins; else the usual one
 * of the CQP, with the shortest and the longest announced as alternatives. No length is known for the FAE.
 */
export function enrolBy(
  file: TrainingFile,
  required: RequiredTraining | null,
  complete: Computed<Day>,
  day: Day,
): Computed<Day> {
  if (complete.value === null)
    return notComputed<Day>('jour', complete.missing, { reasons: [REASONS.deadlineUnknown] });
  const usual = required === 'CQP' ? valueOn(CQP.usualMonths, day, file.overrides) : null;
  const months = file.sessionMonths ?? usual?.value ?? null;
  if (months === null) return notComputed<Day>('jour', ['sessionMonths'], { reasons: [REASONS.sessionUnknown] });
  const value = monthsBefore(complete.value, months);
  const bounds =
    file.sessionMonths !== undefined || required !== 'CQP'
      ? []
      : [valueOn(CQP.shortestMonths, day), valueOn(CQP.longestMonths, day)].filter((use) => use !== null);
  return computed<Day>(value, 'jour', {
    steps: [
      {
        label: 'Dernier jour pour s’inscrire',
        words: sumWords(complete.value, -wholeMonths(months), value),
        value,
        unit: 'jour',
      },
    ],
    alternatives: bounds.flatMap((use) => alternative(use, complete.value, value)),
    parameters: [...(usual !== null && file.sessionMonths === undefined ? [usual] : []), ...bounds],
  });
}

function alternative(use: ParameterUse<number>, complete: Day | null, followed: Day): Computed<Day>['alternatives'] {
  if (use.value === null || complete === null) return [];
  const value = monthsBefore(complete, use.value);
  if (value === followed) return [];
  const words = frenchTypography(`${formatDay(value)} : session de ${monthsWords(use.value)}`);
  return [{ value, words, sources: use.sources }];
}

/** A length chosen by the practice may not be whole: months are counted whole. */
export function wholeMonths(months: number): number {
  return Math.trunc(months);
}

/** The day `months` before `day`, whole months. */
export function monthsBefore(day: Day, months: number): Day {
  return addMonths(day, -wholeMonths(months));
}
