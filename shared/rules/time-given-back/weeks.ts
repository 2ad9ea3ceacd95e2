import { addDays, weekdayOf, type Day } from '#shared/kernel/day.ts';
import { addVisit, minutesOf, noGesture, type Figures, type Gestures } from './families.ts';
import type { NotedVisit, WeekTime } from './types.ts';

/** Monday of the week of a day. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** The patient was seen: the consultation has begun. */
export const isSeen = ({ times }: Pick<NotedVisit, 'times'>): boolean => times.consultation !== null;

/** What is known of a week that has visits. */
export interface Week {
  readonly sum: Gestures;
  seen: number;
}

export const emptyWeek = (): Week => ({ sum: noGesture(), seen: 0 });

export function addToWeek(week: Week, visit: NotedVisit, longest: number | null): void {
  addVisit(week.sum, visit, longest);
  if (isSeen(visit)) week.seen += 1;
}

/** Every week of the period from Monday to Sunday, in order, those without a visit included. */
export function weekTimes(known: ReadonlyMap<Day, Week>, from: Day, to: Day, figures: Figures): WeekTime[] {
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
