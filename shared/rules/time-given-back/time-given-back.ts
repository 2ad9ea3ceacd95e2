import type { Day } from '#shared/kernel/day.ts';
import { computed, notComputed, valueOn, type Computed, type Parameter, type ParameterUse } from '../kernel/index.ts';
import { beforeAfter, type Window } from './before-after.ts';
import { medianOf } from './durations.ts';
import { addVisit, familyTimes, noGesture, totalTime, withinPeriod, type Figures } from './families.ts';
import { COMPARED, KEPT, MINUTES } from './parameters.ts';
import { stepTimes } from './steps-of-visit.ts';
import { FAMILIES, type TimeAnswer, type TimedVisit, type TimeSituation, type WeekTime } from './types.ts';
import { counted, REASONS } from './wording.ts';
import { isSeen, weekTimes } from './weeks.ts';

/**
 * What the assistants did in a period, in minutes by family of mission, week by week, with the median of each step and
 * the patients seen before and since the hire. Minutes are read on the board where a step has two ends, else counted by
 * an assumption the practice may change. Without a visit nothing is told, never zero. Expects a checked situation.
 */
export function timeGivenBack(situation: TimeSituation, day: Day): TimeAnswer {
  const { from, to, overrides } = situation;
  const uses = usesOn(day, overrides);
  const read = (figure: Parameter<number>) => (uses[figure.id]?.value ?? null) as number | null;
  const figures: Figures = {
    minutes: {
      arrival: read(MINUTES.arrival),
      booking: read(MINUTES.booking),
      measure: read(MINUTES.measure),
      item: read(MINUTES.item),
    },
    kept: { preparation: read(KEPT.preparation), step: read(KEPT.step), passages: read(KEPT.passages) },
    uses,
  };
  const window: Window = {
    weeks: read(COMPARED.weeks) ?? 0,
    least: read(COMPARED.least) ?? 1,
    uses: [uses[COMPARED.weeks.id], uses[COMPARED.least.id]].filter((use) => use !== undefined),
  };
  const visits = situation.visits.filter((visit) => withinPeriod(visit.day, from, to));
  const weeks = weekTimes(visits, from, to, figures);
  const comparison = beforeAfter(situation, figures, window);
  const steps = stepTimes(visits, figures);
  const base = { from, to, weeks, steps, comparison, parameters: Object.values(uses) };
  if (visits.length === 0) {
    const reasons = [REASONS.noVisit(from, to)];
    const none = notComputed('min', ['visits'], { reasons });
    return {
      ...base,
      outcome: 'undetermined',
      seen: 0,
      families: [],
      total: none,
      perWeek: none,
      reasons,
      missing: ['visits'],
    };
  }
  const sum = noGesture();
  for (const visit of visits) addVisit(sum, visit, figures.kept.preparation);
  const times = familyTimes(sum, figures, situation.unattributedItems ?? 0);
  const total = totalTime(times, FAMILIES);
  return {
    ...base,
    outcome: total.outcome,
    seen: seenIn(visits),
    families: times,
    total,
    perWeek: perWeek(weeks, total),
    reasons: total.reasons,
    missing: total.missing,
  };
}

const seenIn = (visits: readonly TimedVisit[]): number => visits.filter(isSeen).length;

function usesOn(day: Day, overrides: TimeSituation['overrides']): Record<string, ParameterUse> {
  const all = [...Object.values(MINUTES), ...Object.values(KEPT), ...Object.values(COMPARED)];
  return Object.fromEntries(
    all.flatMap((figure) => {
      const use = valueOn(figure, day, overrides);
      return use === null ? [] : [[figure.id, use]];
    }),
  );
}

/** A week cut by the period, or without a patient, says nothing of an ordinary one. */
function perWeek(weeks: readonly WeekTime[], total: Computed): Computed {
  if (total.value === null) return notComputed('min', total.missing, { reasons: total.reasons });
  const kept = weeks.filter(({ whole, seen, minutes }) => whole && seen > 0 && minutes !== null);
  const median = medianOf(
    kept.map(({ minutes }) => (minutes?.reception ?? 0) + (minutes?.preparation ?? 0) + (minutes?.organisation ?? 0)),
  );
  if (median === null) return notComputed('min', ['weeks'], { reasons: [REASONS.noWholeWeek()] });
  const words = counted(kept.length, 'semaine entière', 'semaines entières');
  return computed(median, 'min', { steps: [{ label: 'Médiane', words, value: median, unit: 'min' }] });
}
