import { daysBetween, formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, frenchTypography, NBSP } from '#shared/kernel/format.ts';
import { valueOn, type Computed, type ParameterUse, type Reason } from '../kernel/index.ts';
import { trainingDeadlines, type TrainingDeadlines } from './deadlines.ts';
import { monthsBefore } from './enrol-by.ts';
import { WARNINGS } from './figures.ts';
import { qualificationOn } from './qualification.ts';
import type { DeadlineKind, TrainingFile } from './types.ts';
import { DEADLINE_NAMES } from './wording.ts';

/** `kept`: done in time; `kept_late`: done after the day; `due`: inside a warning; `ahead`: later. */
export type DateState = 'kept' | 'kept_late' | 'late' | 'due' | 'ahead';

export interface WatchedDate {
  readonly kind: DeadlineKind;
  readonly day: Day;
  /** The date followed; false for another reading of the texts. */
  readonly followed: boolean;
  readonly state: DateState;
  /** The nearest warning reached, in months before the date; null unless `due`. */
  readonly threshold: number | null;
  /** Negative once the date has passed. */
  readonly daysLeft: number;
  readonly words: string;
}

export interface TrainingWarning {
  readonly code: 'late' | 'due' | 'planned_end_after' | 'enrol_by_passed';
  readonly kind: DeadlineKind;
  readonly day: Day;
  readonly followed: boolean;
  readonly words: string;
}

export interface TrainingWatch {
  readonly outcome: 'computed' | 'undetermined';
  /** Every date of the file, the nearest first. */
  readonly dates: readonly WatchedDate[];
  /** What asks for attention on `day`: the dates followed first, late before due, then the nearest. */
  readonly warnings: readonly TrainingWarning[];
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}

/** Where an assistant's training stands on `day`: each date, the warnings reached, what is late. */
export function trainingWarnings(file: TrainingFile, day: Day): TrainingWatch {
  const deadlines = trainingDeadlines(file, day);
  const thresholds = WARNINGS.flatMap((figure) => valueOn(figure, day, file.overrides) ?? []);
  const months = thresholds.map(({ value }) => value).filter((value) => value !== null);
  const dates = [
    ...datesOf('start', deadlines.start, earliestOf(deadlines.complete)),
    ...datesOf('complete', deadlines.complete, null),
  ]
    .map((date) => watched(file, date, months, day))
    .sort((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0));
  return {
    outcome: deadlines.outcome,
    dates,
    warnings: [...dates.flatMap(warningOf), ...planWarnings(file, deadlines, day)].sort(byUrgency),
    reasons: deadlines.reasons,
    parameters: thresholds,
    missing: deadlines.missing,
  };
}

function earliestOf({ value, ruleValue }: Computed<Day>): Day | null {
  return value !== null && ruleValue !== null && ruleValue < value ? ruleValue : value;
}

interface DateToWatch {
  readonly kind: DeadlineKind;
  readonly day: Day;
  readonly followed: boolean;
}

/** The date followed, then the other readings; a start on or after the date to hold tells nothing more. */
function datesOf(kind: DeadlineKind, answer: Computed<Day>, before: Day | null): DateToWatch[] {
  const followed = answer.value === null ? [] : [{ kind, day: answer.value, followed: true }];
  const others = [...answer.alternatives.map(({ value }) => value), answer.ruleValue]
    .filter((value, index, all) => value !== null && value !== answer.value && all.indexOf(value) === index)
    .map((value) => ({ kind, day: value ?? '', followed: false }));
  return [...followed, ...others].filter(({ day }) => before === null || day < before);
}

function watched(file: TrainingFile, date: DateToWatch, months: readonly number[], day: Day): WatchedDate {
  const done = doneOn(file, date.kind, day);
  const reached = months.filter((value) => monthsBefore(date.day, value) <= day);
  const threshold = reached.length === 0 ? null : reached.reduce((least, value) => (value < least ? value : least));
  const state = stateOf(date.day, done, threshold, day);
  const daysLeft = daysBetween(day, date.day);
  return {
    ...date,
    state,
    threshold: state === 'due' ? threshold : null,
    daysLeft,
    words: dateWords(date, state, daysLeft, done),
  };
}

/** First day the duty was met, when it is met on `day`. Whoever is qualified has started. */
function doneOn(file: TrainingFile, kind: DeadlineKind, day: Day): Day | null {
  const qualified = qualificationOn(file, day)?.on ?? null;
  const { startedOn } = file;
  if (kind === 'complete' || startedOn === undefined || startedOn > day) return qualified;
  return qualified !== null && qualified < startedOn ? qualified : startedOn;
}

function stateOf(deadline: Day, done: Day | null, threshold: number | null, day: Day): DateState {
  if (done !== null) return done <= deadline ? 'kept' : 'kept_late';
  if (day > deadline) return 'late';
  return threshold === null ? 'ahead' : 'due';
}

function dateWords(date: DateToWatch, state: DateState, daysLeft: number, done: Day | null): string {
  const name = DEADLINE_NAMES[date.kind];
  const other = date.followed ? '' : ' (autre lecture, non suivie)';
  const days = (count: number): string => `${formatNumber(count)}${NBSP}${count > 1 ? 'jours' : 'jour'}`;
  const ends: Readonly<Record<DateState, string>> = {
    kept: `fait le ${formatDay(done ?? date.day)}`,
    kept_late: `fait le ${formatDay(done ?? date.day)}, après l’échéance`,
    late: `échéance dépassée de ${days(-daysLeft)}`,
    due: daysLeft === 0 ? 'échéance aujourd’hui' : `dans ${days(daysLeft)}`,
    ahead: `dans ${days(daysLeft)}`,
  };
  return frenchTypography(`Au plus tard le ${formatDay(date.day)}${other}, ${name} : ${ends[state]}.`);
}

function warningOf(date: WatchedDate): TrainingWarning[] {
  if (date.state !== 'late' && date.state !== 'due') return [];
  const { kind, day, followed, words } = date;
  return [{ code: date.state, kind, day, followed, words }];
}

function planWarnings(file: TrainingFile, deadlines: TrainingDeadlines, day: Day): TrainingWarning[] {
  const complete = deadlines.complete.value;
  if (complete === null || qualificationOn(file, day) !== null) return [];
  const found: TrainingWarning[] = [];
  const base = { kind: 'complete', followed: true } as const;
  if (file.plannedEndOn !== undefined && file.plannedEndOn > complete) {
    const words = `Fin prévue le ${formatDay(file.plannedEndOn)}, après l’échéance du ${formatDay(complete)}.`;
    found.push({ ...base, code: 'planned_end_after', day: complete, words });
  }
  const { value: last, steps } = deadlines.enrolBy;
  const begun = [file.enrolledOn, file.startedOn].some((one) => one !== undefined && one <= day);
  if (last !== null && day > last && !begun) {
    const length = steps[0] === undefined ? '' : ` (${steps[0].words})`;
    const words = frenchTypography(`S’inscrire au plus tard le ${formatDay(last)}${length} : date dépassée.`);
    found.push({ ...base, code: 'enrol_by_passed', day: last, words });
  }
  return found;
}

/** The date followed before the other readings, late before due, then the nearest. */
function byUrgency(left: TrainingWarning, right: TrainingWarning): number {
  const followed = Number(right.followed) - Number(left.followed);
  if (followed !== 0) return followed;
  const late = Number(right.code === 'late') - Number(left.code === 'late');
  if (late !== 0) return late;
  return left.day < right.day ? -1 : left.day > right.day ? 1 : 0;
}
