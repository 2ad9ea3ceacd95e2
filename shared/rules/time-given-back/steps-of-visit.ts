import { computed, notComputed, type Computed } from '../kernel/index.ts';
import { isKept, medianOf, stepMinutes, type Times } from './durations.ts';
import type { Figures } from './families.ts';
import { KEPT } from './parameters.ts';
import { timeSteps, type StepTime, type TimeStep } from './types.ts';
import { counted, REASONS } from './wording.ts';

/** Minutes noted of each step, as visits come. */
export type StepNotes = Readonly<Record<TimeStep, number[]>>;
export const noStepNote = (): StepNotes => ({
  waiting: [],
  preparation: [],
  ready: [],
  consultation: [],
  finalising: [],
});

export function addSteps(notes: StepNotes, times: Readonly<Times>): void {
  for (const step of timeSteps) {
    const minutes = stepMinutes(times, step);
    if (minutes !== null) notes[step].push(minutes);
  }
}

/** Median of one step, with the passages it rests on. */
export function stepTime(notes: StepNotes, step: TimeStep, figures: Figures): StepTime {
  const figure = step === 'preparation' ? KEPT.preparation : KEPT.step;
  const longest = step === 'preparation' ? figures.kept.preparation : figures.kept.step;
  const noted = notes[step];
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
      : medianTime(kept, { reasons: aside, parameters });
  return { step, median, passages: kept.length, setAside };
}

function medianTime(kept: readonly number[], said: Pick<Computed, 'reasons' | 'parameters'>): Computed {
  const value = medianOf(kept) ?? 0;
  const words = counted(kept.length, 'passage', 'passages');
  return computed(value, 'min', { steps: [{ label: 'Médiane', words, value, unit: 'min' }], ...said });
}

export const stepTimes = (notes: StepNotes, figures: Figures): StepTime[] =>
  timeSteps.map((step) => stepTime(notes, step, figures));
