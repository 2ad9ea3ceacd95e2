import type { Day } from '#shared/kernel/day.ts';
import { addDays, addMonths } from './dates.ts';
import { EXAMS, type ExamUnit } from './other-parameters.ts';
import { testsOf } from './gates.ts';
import type { Reading } from './reading.ts';
import type { ChildExam, Finding, ScreeningSituation } from './types.ts';
import { REASONS } from './wording.ts';

// Somebody older than the last examination is answered without reading the calendar.
const LAST = EXAMS.at(-1);
const LAST_AGE = LAST?.window.values.at(-1)?.value?.[1];

/** The twenty compulsory examinations of the child: the open window without a recorded examination is due. */
export function childExams(situation: ScreeningSituation, reading: Reading): Finding {
  const { birthDay } = situation;
  const { day } = reading;
  if (LAST !== undefined && LAST_AGE !== undefined && shifted(birthDay, LAST.unit, LAST_AGE + 1) <= day) {
    const finished = testsOf(situation, 'CHILD_EXAMS', day).at(-1);
    reading.figure(LAST.window);
    return {
      state: 'not_concerned',
      reasons: [REASONS.examsOver],
      ...(finished === undefined ? {} : { lastDay: finished.day }),
    };
  }
  const windows: { label: string; from: Day; until: Day; since: Day | null }[] = [];
  for (const { label, unit, window } of EXAMS) {
    const value = reading.figure(window);
    if (value === null) continue;
    const since = reading.used.find(({ id }) => id === window.id)?.from ?? null;
    const [from, to] = value;
    windows.push({ label, from: shifted(birthDay, unit, from), until: shifted(birthDay, unit, to + 1), since });
  }
  if (windows.length === 0) return { state: 'undetermined', reasons: [REASONS.calendarUnknown], missing: ['calendar'] };
  const exams = filled(windows, situation, day);
  const last = exams.findLast(({ doneOn }) => doneOn !== null)?.doneOn ?? undefined;
  return { ...conclusion(exams), exams, ...(last === undefined ? {} : { lastDay: last }) };
}

/** Each recorded examination fills the open window that closes first. */
function filled(
  windows: readonly { label: string; from: Day; until: Day; since: Day | null }[],
  situation: ScreeningSituation,
  day: Day,
): ChildExam[] {
  const doneOn = new Map<string, Day>();
  for (const test of testsOf(situation, 'CHILD_EXAMS', day)) {
    const open = windows
      .filter(({ label, from, until }) => !doneOn.has(label) && from <= test.day && test.day < until)
      .sort((a, b) => (a.until < b.until ? -1 : 1));
    if (open[0] !== undefined) doneOn.set(open[0].label, test.day);
  }
  return windows.map(({ label, from, until, since }) => {
    const done = doneOn.get(label) ?? null;
    return { label, from, until, doneOn: done, state: stateOf(done, from, until, since, day) };
  });
}

function stateOf(done: Day | null, from: Day, until: Day, since: Day | null, day: Day): ChildExam['state'] {
  if (done !== null) return 'done';
  if (day < from) return 'not_yet';
  if (day < until) return 'due';
  return since !== null && until <= since ? 'before_calendar' : 'not_recorded';
}

function conclusion(exams: readonly ChildExam[]): Finding {
  const passed = exams.filter(({ state }) => state === 'not_recorded').map(({ label }) => label);
  const aside = passed.length === 0 ? [] : [REASONS.examsNotRecorded(passed)];
  const due = exams.find(({ state }) => state === 'due');
  if (due !== undefined) {
    return { state: 'due', reasons: [REASONS.examDue(due.label, due.until), ...aside], dueSince: due.from };
  }
  const next = exams.find(({ state }) => state === 'not_yet');
  if (next !== undefined) {
    return { state: 'not_yet', reasons: [REASONS.examNext(next.label, next.from), ...aside], nextDay: next.from };
  }
  return exams.at(-1)?.state === 'done'
    ? { state: 'done', reasons: [REASONS.examLast, ...aside] }
    : { state: 'not_concerned', reasons: [REASONS.examsOver, ...aside] };
}

function shifted(birthDay: Day, unit: ExamUnit, count: number): Day {
  switch (unit) {
    case 'jours':
      return addDays(birthDay, count);
    case 'semaines':
      return addDays(birthDay, count * 7);
    case 'mois':
      return addMonths(birthDay, count);
    case 'ans':
      return addMonths(birthDay, count * 12);
  }
}
