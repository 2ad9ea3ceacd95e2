import { computed, notComputed, type Computed } from '../kernel/index.ts';
import { isKept, medianOf, stepMinutes } from './durations.ts';
import type { Figures } from './families.ts';
import { KEPT } from './parameters.ts';
import { timeSteps, type StepTime, type TimedVisit, type TimeStep } from './types.ts';
import { counted, REASONS } from './wording.ts';

/** Median of one step, with the passages it rests on. */
export function stepTime(visits: readonly TimedVisit[], step: TimeStep, figures: Figures): StepTime {
  const figure = step === 'preparation' ? KEPT.preparation : KEPT.step;
  const longest = step === 'preparation' ? figures.kept.preparation : figures.kept.step;
  const noted = visits.map((visit) => stepMinutes(visit, step)).filter((value) => value !== null);
  const kept = noted.filter((value) => longest === null || isKept(value, longest));
  const setAside = noted.length - kept.length;
  const least = figures.kept.passages;
  const parameters = [figures.uses[figure.id], figures.uses[KEPT.passages.id]].filter((use) => use !== undefined);
  const aside = setAside > 0 ? [REASONS.setAside(setAside, longest ?? 0)] : [];
  const median: Computed =
    kept.length < Math.max(1, least ?? 1)
      ? notComputed('min', ['passages'], {
          reasons: [REASONS.fewPassages(kept.length, least ?? 1), ...aside],
          parameters,
        })
      : computed(medianOf(kept) ?? 0, 'min', {
          steps: [
            {
              label: 'Médiane',
              words: counted(kept.length, 'passage', 'passages'),
              value: medianOf(kept) ?? 0,
              unit: 'min',
            },
          ],
          reasons: aside,
          parameters,
        });
  return { step, median, passages: kept.length, setAside };
}

export const stepTimes = (visits: readonly TimedVisit[], figures: Figures): StepTime[] =>
  timeSteps.map((step) => stepTime(visits, step, figures));
