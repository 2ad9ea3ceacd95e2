import type { Day } from '#shared/kernel/day.ts';
import { computed, notComputed, valueOn, type Computed, type Parameter, type ParameterUse } from '../kernel/index.ts';
import { openComparison, type Known, type Side, type Window } from './before-after.ts';
import { medianOf, timesOf } from './durations.ts';
import { familyTimes, together, totalTime, withinPeriod, type Figures } from './families.ts';
import { COMPARED, KEPT, MINUTES } from './parameters.ts';
import { addSteps, noStepNote, stepTimes } from './steps-of-visit.ts';
import {
  FAMILIES,
  type NotedVisit,
  type TimeAnswer,
  type TimedVisit,
  type TimeSituation,
  type WeekTime,
} from './types.ts';
import { counted, REASONS } from './wording.ts';
import { addToWeek, emptyWeek, mondayOf, weekTimes, type Week } from './weeks.ts';

/**
 * What the assistants did in a period, in minutes by family of mission, week by week, with the median of each step and
 * the patients seen before and since the hire. Minutes are read on the board where a step has two ends, else counted by
 * an assumption the practice may change. Without a visit nothing is told, never zero. Expects a checked situation.
 */
export function timeGivenBack({ visits, unattributedItems, ...situation }: TimeSituation, day: Day): TimeAnswer {
  const count = openTimeCount(situation, day);
  for (const visit of visits) count.add(noted(visit));
  return count.answer(unattributedItems);
}

const noted = (visit: TimedVisit): NotedVisit => ({
  day: visit.day,
  times: timesOf(visit),
  arrivalNoted: visit.arrivalNoted === true,
  booked: visit.booked === true,
  prepared: visit.prepared === true,
  items: visit.items ?? 0,
  measures: () => visit.measures ?? 0,
});

/** The same, visit after visit in any order: years of them are never held together. */
export interface TimeCount {
  /** Nothing of the visit is kept: the same object may come again, filled anew. */
  add(visit: NotedVisit): void;
  /** `unattributed`: actions finalised whose author nobody knows. */
  answer(unattributed?: number): TimeAnswer;
}

/** Where the visits of one day go: found once for all of them. */
interface DayPlace {
  /** Null outside the period. */
  readonly week: Week | null;
  readonly sides: readonly Side[];
}

export function openTimeCount(situation: Known, day: Day): TimeCount {
  const { from, to, overrides } = situation;
  const uses = usesOn(day, overrides);
  const { figures, window } = figuresOf(uses);
  const comparison = openComparison(situation, figures, window);
  const known = new Map<Day, Week>();
  const steps = noStepNote();
  const places = new Map<Day, DayPlace>();
  const placeOf = (on: Day): DayPlace => {
    const monday = mondayOf(on);
    const within = withinPeriod(on, from, to);
    const week = within ? (known.get(monday) ?? emptyWeek()) : null;
    if (week !== null) known.set(monday, week);
    const sides = comparison.sides.filter((side) => withinPeriod(on, side.from, side.to));
    const place = { week, sides };
    places.set(on, place);
    return place;
  };
  return {
    add(visit) {
      const { week, sides } = places.get(visit.day) ?? placeOf(visit.day);
      for (const side of sides) side.add(visit);
      if (week === null) return;
      addToWeek(week, visit, figures.kept.preparation);
      addSteps(steps, visit.times);
    },
    answer(unattributed = 0) {
      const weeks = weekTimes(known, from, to, figures);
      const base = {
        from,
        to,
        weeks,
        steps: stepTimes(steps, figures),
        comparison: comparison.answer(),
        parameters: Object.values(uses),
      };
      return { ...base, ...totalsOf(situation, { known: [...known.values()], weeks, unattributed }, figures) };
    },
  };
}

type Totals = Pick<TimeAnswer, 'outcome' | 'seen' | 'families' | 'total' | 'perWeek' | 'reasons' | 'missing'>;

function totalsOf(
  { from, to }: Known,
  { known, weeks, unattributed }: { known: readonly Week[]; weeks: readonly WeekTime[]; unattributed: number },
  figures: Figures,
): Totals {
  if (known.length === 0) {
    const reasons = [REASONS.noVisit(from, to)];
    const none = notComputed('min', ['visits'], { reasons });
    return { outcome: 'undetermined', seen: 0, families: [], total: none, perWeek: none, reasons, missing: ['visits'] };
  }
  const times = familyTimes(together(known.map(({ sum }) => sum)), figures, unattributed);
  const total = totalTime(times, FAMILIES);
  return {
    outcome: total.outcome,
    seen: known.reduce((sum, { seen }) => sum + seen, 0),
    families: times,
    total,
    perWeek: perWeek(weeks, total),
    reasons: total.reasons,
    missing: total.missing,
  };
}

function figuresOf(uses: Readonly<Record<string, ParameterUse>>): { figures: Figures; window: Window } {
  const read = (figure: Parameter<number>) => (uses[figure.id]?.value ?? null) as number | null;
  return {
    figures: {
      minutes: {
        arrival: read(MINUTES.arrival),
        booking: read(MINUTES.booking),
        measure: read(MINUTES.measure),
        item: read(MINUTES.item),
      },
      kept: { preparation: read(KEPT.preparation), step: read(KEPT.step), passages: read(KEPT.passages) },
      uses,
    },
    window: {
      weeks: read(COMPARED.weeks) ?? 0,
      least: read(COMPARED.least) ?? 1,
      uses: [uses[COMPARED.weeks.id], uses[COMPARED.least.id]].filter((use) => use !== undefined),
    },
  };
}

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
