import { addDays, formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { computed, notComputed, type Computed, type ParameterUse, type Reason } from '../kernel/index.ts';
import { medianOf } from './durations.ts';
import { withinPeriod, type Figures } from './families.ts';
import { stepTime } from './steps-of-visit.ts';
import type { BeforeAfter, ComparedSide, TimedVisit, TimeSituation } from './types.ts';
import { isSeen, mondayOf } from './weeks.ts';
import { counted, REASONS } from './wording.ts';

/** Weeks of each side, and how many of them must be known. */
export interface Window {
  readonly weeks: number;
  readonly least: number;
  readonly uses: readonly ParameterUse[];
}

const PER_WEEK = 'patients par semaine';

/**
 * Whole weeks before the week of the hire, against the last whole weeks of the period that follow it. A side with too
 * few weeks leaves the comparison undetermined: nothing is guessed from a short time.
 */
export function beforeAfter(situation: TimeSituation, figures: Figures, window: Window): BeforeAfter {
  const { firstHireDay: hireDay, to } = situation;
  if (hireDay === undefined) return notCompared(null, null, null, ['firstHireDay'], [REASONS.hireMissing()]);
  const firstWeek = mondayOf(hireDay);
  const end = addDays(mondayOf(addDays(to, 1)), -1);
  const from = addDays(end, 1 - 7 * window.weeks);
  const afterFrom = from <= firstWeek ? addDays(firstWeek, 7) : from;
  const before = sideOf(situation, figures, addDays(firstWeek, -7 * window.weeks), addDays(firstWeek, -1));
  if (hireDay > to) return notCompared(hireDay, before, null, ['period'], [REASONS.hireAhead(hireDay)]);
  const after = afterFrom > end ? null : sideOf(situation, figures, afterFrom, end);
  const reasons: Reason[] = [];
  if (before.weeks < window.least) reasons.push(REASONS.noBefore(before.weeks, window.least));
  if (after === null || after.weeks < window.least) reasons.push(REASONS.noAfter(after?.weeks ?? 0, window.least));
  if (reasons.length > 0 || after === null) return notCompared(hireDay, before, after, ['visits'], reasons);
  const [one, other] = [before.seenPerWeek.value ?? 0, after.seenPerWeek.value ?? 0];
  const told = [...(usesPast(situation, before) ? [REASONS.otherSoftware()] : []), REASONS.notTheCause()];
  const steps = [
    { label: 'Avant', words: sideWords(before), value: one, unit: PER_WEEK },
    { label: 'Depuis', words: sideWords(after), value: other, unit: PER_WEEK },
  ];
  const change = computed(other - one, PER_WEEK, { steps, reasons: told, parameters: window.uses });
  return { outcome: 'computed', hireDay, before, after, change, reasons: told };
}

function notCompared(
  hireDay: Day | null,
  before: ComparedSide | null,
  after: ComparedSide | null,
  missing: readonly string[],
  reasons: readonly Reason[],
): BeforeAfter {
  return {
    outcome: 'undetermined',
    hireDay,
    before,
    after,
    change: notComputed(PER_WEEK, missing, { reasons }),
    reasons,
  };
}

function sideOf(situation: TimeSituation, figures: Figures, from: Day, to: Day): ComparedSide {
  const visits = situation.visits.filter(({ day }) => withinPeriod(day, from, to));
  const byWeek = seenByWeek(visits, situation, from, to);
  const median = medianOf([...byWeek.values()]);
  const seenPerWeek: Computed =
    median === null
      ? notComputed(PER_WEEK, ['visits'], { reasons: [REASONS.noVisit(from, to)] })
      : computed(median, PER_WEEK, {
          steps: [
            { label: 'Médiane', words: counted(byWeek.size, 'semaine', 'semaines'), value: median, unit: PER_WEEK },
          ],
        });
  return {
    from,
    to,
    weeks: byWeek.size,
    seenPerWeek,
    consultation: stepTime(visits, 'consultation', figures).median,
    waiting: stepTime(visits, 'waiting', figures).median,
  };
}

/** Patients seen, for the weeks that have some: by Prélude, else by the software before it. */
function seenByWeek(
  visits: readonly TimedVisit[],
  { pastSeen = [] }: TimeSituation,
  from: Day,
  to: Day,
): Map<Day, number> {
  const own = new Map<Day, number>();
  for (const visit of visits) {
    if (isSeen(visit)) own.set(mondayOf(visit.day), (own.get(mondayOf(visit.day)) ?? 0) + 1);
  }
  const past = new Map<Day, number>();
  for (const { day, patients } of pastSeen) {
    if (!withinPeriod(day, from, to) || own.has(mondayOf(day))) continue;
    past.set(mondayOf(day), (past.get(mondayOf(day)) ?? 0) + patients);
  }
  return new Map([...own, ...past]);
}

const usesPast = ({ pastSeen = [] }: TimeSituation, { from, to }: ComparedSide): boolean =>
  pastSeen.some(({ day }) => withinPeriod(day, from, to));

const sideWords = ({ from, to, weeks }: ComparedSide): string =>
  `du ${formatDay(from)} au ${formatDay(to)}, ${formatNumber(weeks)} semaines`;
