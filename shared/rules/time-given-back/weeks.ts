import { addDays, weekdayOf, type Day } from '#shared/kernel/day.ts';
import { addVisit, minutesOf, noGesture, type Figures, type Gestures } from './families.ts';
import type { TimedVisit, WeekTime } from './types.ts';

/** Monday of the week of a day. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The patient was seen: the consultation has begun. */
export const isSeen = (visit: TimedVisit): boolean => visit.consultationAt !== undefined;

interface Week {
  readonly sum: Gestures;
  visits: number;
  seen: number;
}

/** Every week of the period from Monday to Sunday, in order, those without a visit included. */
export function weekTimes(visits: readonly TimedVisit[], from: Day, to: Day, figures: Figures): WeekTime[] {
  const mondays = new Map<Day, Day>();
  const known = new Map<Day, Week>();
  for (const visit of visits) {
    const monday = mondays.get(visit.day) ?? mondayOf(visit.day);
    mondays.set(visit.day, monday);
    const week = known.get(monday) ?? { sum: noGesture(), visits: 0, seen: 0 };
    known.set(monday, week);
    addVisit(week.sum, visit, figures.kept.preparation);
    week.visits += 1;
    if (isSeen(visit)) week.seen += 1;
  }
  const weeks: WeekTime[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) {
    const week = known.get(monday);
    weeks.push({
      monday,
      whole: from <= monday && addDays(monday, 6) <= to,
      seen: week?.seen ?? 0,
      minutes: week === undefined ? null : minutesOf(week.sum, figures),
    });
  }
  return weeks;
}
