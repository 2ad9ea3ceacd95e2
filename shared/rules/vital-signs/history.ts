import { daysBetween, isDay, type Day } from '#shared/kernel/day.ts';
import type { PastMeasure, VitalSignCode } from './types.ts';

/** A past figure; the days after the one looked at, unreadable days and LO/HI are left out. */
export interface PastFigure {
  readonly day: Day;
  readonly value: number;
}

/** Past figures of one sign up to `day` included, oldest first. */
export function pastFigures(history: readonly PastMeasure[] | undefined, code: VitalSignCode, day: Day): PastFigure[] {
  const figures: PastFigure[] = [];
  for (const measure of history ?? []) {
    if (measure.code !== code || typeof measure.value !== 'number' || !Number.isFinite(measure.value)) continue;
    if (!isDay(measure.day) || measure.day > day) continue;
    figures.push({ day: measure.day, value: measure.value });
  }
  return figures.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Figures at most `days` days old, both ends included. */
export function withinDays(figures: readonly PastFigure[], day: Day, days: number): PastFigure[] {
  return figures.filter((figure) => daysBetween(figure.day, day) <= days);
}
