import { addDays, formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { computed, notComputed, type Computed, type ParameterUse, type Reason } from '../kernel/index.ts';
import { medianOf } from './durations.ts';
import { withinPeriod, type Figures } from './families.ts';
import { addSteps, noStepNote, stepTime } from './steps-of-visit.ts';
import type { BeforeAfter, ComparedSide, NotedVisit, TimeSituation } from './types.ts';
import { isSeen, mondayOf } from './weeks.ts';
import { counted, REASONS } from './wording.ts';

/** Weeks of each side, and how many of them must be known. */
export interface Window {
  readonly weeks: number;
  readonly least: number;
  readonly uses: readonly ParameterUse[];
}

const PER_WEEK = 'patients par semaine';

/** Whole weeks of one side, as its visits come. */
export interface Side {
  readonly from: Day;
  readonly to: Day;
  add(visit: NotedVisit): void;
  compared(): ComparedSide;
}

/** The situation, less what comes with the visits. */
export type Known = Omit<TimeSituation, 'visits' | 'unattributedItems'>;

/** The two sides and what they tell; `sides` are those that can have visits. */
export interface Comparison {
  readonly sides: readonly Side[];
  answer(): BeforeAfter;
}

/**
 * Whole weeks before the week of the hire, against the last whole weeks of the period that follow it. A side with too
 * few weeks leaves the comparison undetermined: nothing is guessed from a short time.
 */
export function openComparison(situation: Known, figures: Figures, window: Window): Comparison {
  const { firstHireDay: hireDay, to } = situation;
  if (hireDay === undefined) {
    return {
      sides: [],
      answer: () => notCompared(null, null, null, ['firstHireDay'], [REASONS.hireMissing()]),
    };
  }
  const firstWeek = mondayOf(hireDay);
  const end = addDays(mondayOf(addDays(to, 1)), -1);
  const from = addDays(end, 1 - 7 * window.weeks);
  const afterFrom = from <= firstWeek ? addDays(firstWeek, 7) : from;
  const before = openSide(situation, figures, addDays(firstWeek, -7 * window.weeks), addDays(firstWeek, -1));
  const after = hireDay > to || afterFrom > end ? null : openSide(situation, figures, afterFrom, end);
  return {
    sides: after === null ? [before] : [before, after],
    answer() {
      const one = before.compared();
      if (hireDay > to) return notCompared(hireDay, one, null, ['period'], [REASONS.hireAhead(hireDay)]);
      return told(situation, hireDay, one, after?.compared() ?? null, window);
    },
  };
}

function told(
  situation: Known,
  hireDay: Day,
  before: ComparedSide,
  after: ComparedSide | null,
  window: Window,
): BeforeAfter {
  const reasons: Reason[] = [];
  if (before.weeks < window.least) reasons.push(REASONS.noBefore(before.weeks, window.least));
  if (after === null || after.weeks < window.least) reasons.push(REASONS.noAfter(after?.weeks ?? 0, window.least));
  if (reasons.length > 0 || after === null) return notCompared(hireDay, before, after, ['visits'], reasons);
  const [one, other] = [before.seenPerWeek.value ?? 0, after.seenPerWeek.value ?? 0];
  const notes = [...(usesPast(situation, before) ? [REASONS.otherSoftware()] : []), REASONS.notTheCause()];
  const steps = [
    { label: 'Avant', words: sideWords(before), value: one, unit: PER_WEEK },
    { label: 'Depuis', words: sideWords(after), value: other, unit: PER_WEEK },
  ];
  const change = computed(other - one, PER_WEEK, { steps, reasons: notes, parameters: window.uses });
  return { outcome: 'computed', hireDay, before, after, change, reasons: notes };
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

/** Patients seen, for the weeks that have some: by Prélude, else by the software before it. */
function openSide({ pastSeen = [] }: Known, figures: Figures, from: Day, to: Day): Side {
  const own = new Map<Day, number>();
  const notes = noStepNote();
  return {
    from,
    to,
    add(visit) {
      addSteps(notes, visit.times);
      if (!isSeen(visit)) return;
      const monday = mondayOf(visit.day);
      own.set(monday, (own.get(monday) ?? 0) + 1);
    },
    compared() {
      const past = new Map<Day, number>();
      for (const { day, patients } of pastSeen) {
        if (!withinPeriod(day, from, to) || own.has(mondayOf(day))) continue;
        past.set(mondayOf(day), (past.get(mondayOf(day)) ?? 0) + patients);
      }
      const byWeek = new Map([...own, ...past]);
      return {
        from,
        to,
        weeks: byWeek.size,
        seenPerWeek: perWeek([...byWeek.values()], from, to),
        consultation: stepTime(notes, 'consultation', figures).median,
        waiting: stepTime(notes, 'waiting', figures).median,
      };
    },
  };
}

function perWeek(seen: readonly number[], from: Day, to: Day): Computed {
  const median = medianOf(seen);
  if (median === null) return notComputed(PER_WEEK, ['visits'], { reasons: [REASONS.noVisit(from, to)] });
  const words = counted(seen.length, 'semaine', 'semaines');
  return computed(median, PER_WEEK, { steps: [{ label: 'Médiane', words, value: median, unit: PER_WEEK }] });
}

const usesPast = ({ pastSeen = [] }: Known, { from, to }: ComparedSide): boolean =>
  pastSeen.some(({ day }) => withinPeriod(day, from, to));

const sideWords = ({ from, to, weeks }: ComparedSide): string =>
  `du ${formatDay(from)} au ${formatDay(to)}, ${formatNumber(weeks)} semaines`;
