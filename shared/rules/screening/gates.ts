import type { Day } from '#shared/kernel/day.ts';
import type { Parameter, Reason } from '../kernel/index.ts';
import { addMonths, addYears } from './dates.ts';
import { EFFECT } from './figures.ts';
import { unknownFigure, type Reading } from './reading.ts';
import type { Finding, Programme, RecordedAnswer, ScreeningSituation, ScreeningTest } from './types.ts';
import { REASONS } from './wording.ts';

/** Tests of a programme known on the day, oldest first, one per day. */
export function testsOf(situation: ScreeningSituation, programme: Programme, day: Day): readonly ScreeningTest[] {
  const kept = new Map<Day, ScreeningTest>();
  for (const test of situation.tests) {
    if (test.programme !== programme || test.day > day) continue;
    const same = kept.get(test.day);
    if (same === undefined || same.result === undefined || same.result === 'unknown') kept.set(test.day, test);
  }
  return [...kept.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** A positive test whose follow-up is not over: the doctor's, whatever the age. */
export function openPositive(tests: readonly ScreeningTest[], day: Day): Finding | null {
  const open = tests.findLast(
    ({ result, closedOn }) => result === 'positive' && (closedOn === undefined || closedOn > day),
  );
  return open === undefined
    ? null
    : { state: 'doctor_review', reasons: [REASONS.positive(open.day)], lastDay: open.day };
}

/** Null inside the ages. Bounds are birthdays; one that falls on 29 February is 28 February of common years. */
export function ageGate(
  birthDay: Day,
  reading: Reading,
  from: Parameter<number>,
  to?: Parameter<number>,
): Finding | null {
  const first = reading.figure(from);
  if (first === null) return unknownFigure(from);
  const begins = addYears(birthDay, first);
  if (reading.day < begins) {
    return { state: 'not_yet', reasons: [REASONS.ageUnder(first, begins)], nextDay: begins };
  }
  if (to === undefined) return null;
  const end = reading.figure(to);
  if (end === null) return unknownFigure(to);
  return reading.day < addYears(birthDay, end) ? null : { state: 'not_concerned', reasons: [REASONS.ageOver(end)] };
}

/** The organ: recorded, else from the administrative sex unless the civil status was changed. */
export function anatomyGate(situation: ScreeningSituation, organ: 'breasts' | 'cervix'): Finding | null {
  const recorded = situation.facts?.[organ];
  if (recorded === 'yes') return null;
  if (recorded === 'no') return { state: 'not_concerned', reasons: [REASONS.anatomyNo] };
  const changed = situation.facts?.changedCivilStatus;
  if (recorded === 'unknown' || changed === 'yes' || changed === 'unknown') {
    return { state: 'undetermined', reasons: [REASONS.anatomyAsk], missing: [`facts.${organ}`] };
  }
  return situation.sex === 'F' ? null : { state: 'not_concerned', reasons: [REASONS.sex] };
}

/** Left out by a doctor; of several, the one that lasts longest. */
export function recordedExclusion(situation: ScreeningSituation, programme: Programme, day: Day): Finding | null {
  let longest: { reason: string; until?: Day } | null = null;
  for (const one of situation.exclusions ?? []) {
    if (one.programme !== programme || (one.until !== undefined && one.until < day)) continue;
    if (longest === null || one.until === undefined || (longest.until !== undefined && longest.until < one.until)) {
      longest = one;
    }
  }
  if (longest === null) return null;
  const { reason, until } = longest;
  return {
    state: 'excluded',
    reasons: [REASONS.excludedByDoctor(reason, until)],
    ...(until === undefined ? {} : { until }),
  };
}

/** One question of a programme, its effect and the answer of the record. */
export interface AnsweredQuestion {
  readonly code: string;
  readonly path: string;
  readonly effect: Parameter<string>;
  readonly answer: RecordedAnswer | undefined;
  /** Replaces the plain reason of a « yes ». */
  readonly because?: Reason;
  readonly until?: Day;
}

/** Every « yes » counts: excluded when one of them excludes, else shown to the doctor. */
export function questionGate(questions: readonly AnsweredQuestion[], reading: Reading): Finding | null {
  const reasons: Reason[] = [];
  let state: 'excluded' | 'doctor_review' | null = null;
  let until: Day | undefined;
  for (const { code, effect, answer, because, until: end } of questions) {
    if (answer !== 'yes') continue;
    const chosen = reading.figure(effect);
    if (chosen === null) continue;
    reasons.push(because ?? REASONS.exclusion(code, effect.label));
    // Any other word than « exclu » goes to the doctor.
    if (state !== 'excluded') state = chosen === EFFECT.excluded ? 'excluded' : 'doctor_review';
    if (end !== undefined) until = end;
  }
  if (state === null) return null;
  return { state, reasons, ...(until === undefined || reasons.length > 1 ? {} : { until }) };
}

/** A recorded « inconnu » that could stop a test: asked before the test is called due. */
export function unansweredGate(questions: readonly AnsweredQuestion[], reading: Reading): Finding | null {
  const open = questions.filter(({ answer, effect }) => answer === 'unknown' && reading.figure(effect) !== null);
  if (open.length === 0) return null;
  return {
    state: 'undetermined',
    reasons: open.map(({ effect }) => REASONS.toAsk(effect.label)),
    missing: open.map(({ path }) => path),
  };
}

/** Due once `months` have passed since `last`; nothing more when that day is past the end of the programme. */
export function afterInterval(last: Day, months: number, day: Day, end?: { age: number; day: Day }): Finding {
  const due = addMonths(last, months);
  if (due <= day) {
    return { state: 'due', reasons: [REASONS.elapsed(last, months, due)], dueSince: due, lastDay: last };
  }
  const running = REASONS.running(last, months, due);
  if (end !== undefined && due >= end.day) {
    return { state: 'not_yet', reasons: [running, REASONS.lastOfProgramme(end.age)], lastDay: last };
  }
  return { state: 'not_yet', reasons: [running], nextDay: due, lastDay: last };
}

/** What the record lacks about the results, added to an answer that stands on the dates alone. */
export function withMissingResults(finding: Finding, tests: readonly ScreeningTest[]): Finding {
  const last = tests.at(-1);
  if (last === undefined || (last.result !== undefined && last.result !== 'unknown')) return finding;
  return { ...finding, reasons: [...finding.reasons, REASONS.resultMissing(last.day)], missing: ['tests.result'] };
}
