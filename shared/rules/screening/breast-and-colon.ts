import { addDays, addMonths, addYears } from './dates.ts';
import type { Parameter } from '../kernel/index.ts';
import { COLO, SEIN } from './cancer-parameters.ts';
import {
  afterInterval,
  ageGate,
  anatomyGate,
  openPositive,
  questionGate,
  recordedExclusion,
  testsOf,
  unansweredGate,
  withMissingResults,
  type AnsweredQuestion,
} from './gates.ts';
import { unknownFigure, type Reading } from './reading.ts';
import type { Finding, Programme, ScreeningSituation, ScreeningTest } from './types.ts';
import { REASONS } from './wording.ts';

/** Breast, 50-74: the date of the last mammography decides. */
export function breast(situation: ScreeningSituation, reading: Reading): Finding {
  const { day } = reading;
  const tests = testsOf(situation, 'SEIN', day);
  const questions = breastQuestions(situation);
  const stop =
    stopped(situation, reading, 'SEIN', SEIN, tests, anatomyGate(situation, 'breasts')) ??
    questionGate(questions, reading);
  if (stop !== null) return stop;
  const found = byDate(situation, reading, SEIN, tests);
  if (found.state !== 'due') return found;
  return recentMammography(situation, reading) ?? unansweredGate(questions, reading) ?? found;
}

/** Bowel, 50-74: a kit is never handed over before its questions; one « yes » goes to the doctor. */
export function colorectal(situation: ScreeningSituation, reading: Reading): Finding {
  const { day } = reading;
  const colonoscopy = situation.facts?.COLORECTAL?.colonoscopyOn;
  // A colonoscopy made since a positive test ends its follow-up.
  const tests = testsOf(situation, 'COLORECTAL', day).map((test) =>
    colonoscopy !== undefined && colonoscopy >= test.day && colonoscopy <= day ? { ...test, closedOn: test.day } : test,
  );
  const questions = colorectalQuestions(situation, reading);
  const stop = stopped(situation, reading, 'COLORECTAL', COLO, tests) ?? questionGate(questions, reading);
  if (stop !== null) return stop;
  const found = byDate(situation, reading, COLO, tests);
  if (found.state !== 'due') return found;
  if (situation.facts?.COLORECTAL?.RECENT_TEST === 'yes') {
    return { state: 'not_yet', reasons: [REASONS.recentTest], missing: ['tests.day'] };
  }
  return unansweredGate(questions, reading) ?? found;
}

export function breastQuestions(situation: ScreeningSituation): readonly AnsweredQuestion[] {
  const facts = situation.facts?.SEIN;
  return (['HIGH_RISK', 'SYMPTOM'] as const).map((code) => ({
    code,
    path: `facts.SEIN.${code}`,
    effect: SEIN[code],
    answer: facts?.[code],
  }));
}

export function colorectalQuestions(situation: ScreeningSituation, reading: Reading): readonly AnsweredQuestion[] {
  const facts = situation.facts?.COLORECTAL;
  const plain = (['SYMPTOM', 'PERSONAL', 'FAMILY'] as const).map((code) => ({
    code,
    path: `facts.COLORECTAL.${code}`,
    effect: COLO[code],
    answer: facts?.[code],
  }));
  return [...plain, colonoscopyQuestion(situation, reading)];
}

/** A dated colonoscopy answers by itself; without a date, the recorded answer does. */
function colonoscopyQuestion(situation: ScreeningSituation, reading: Reading): AnsweredQuestion {
  const facts = situation.facts?.COLORECTAL;
  const question = { code: 'COLONOSCOPY', path: 'facts.COLORECTAL.COLONOSCOPY', effect: COLO.COLONOSCOPY } as const;
  const last = facts?.colonoscopyOn;
  const wait = last === undefined || last > reading.day ? null : reading.figure(COLO.colonoscopyMonths);
  if (last === undefined || wait === null) return { ...question, answer: facts?.COLONOSCOPY };
  const end = addMonths(last, wait);
  if (reading.day >= end) return { ...question, answer: 'no' };
  return { ...question, answer: 'yes', because: REASONS.colonoscopy(last, end), until: addDays(end, -1) };
}

interface Bounds {
  readonly ageFrom: Parameter<number>;
  readonly ageTo: Parameter<number>;
  readonly interval: Parameter<number>;
}

/** What stops before any question: the doctor's decisions, then the ages, then the anatomy. */
function stopped(
  situation: ScreeningSituation,
  reading: Reading,
  programme: Programme,
  bounds: Bounds,
  tests: readonly ScreeningTest[],
  anatomy: Finding | null = null,
): Finding | null {
  const excluded = recordedExclusion(situation, programme, reading.day);
  const positive = excluded === null ? openPositive(tests, reading.day) : null;
  const absent = anatomy?.state === 'not_concerned' ? anatomy : null;
  return (
    positive ?? absent ?? ageGate(situation.birthDay, reading, bounds.ageFrom, bounds.ageTo) ?? excluded ?? anatomy
  );
}

/** Both programmes count by date: the last test, then the interval. */
function byDate(
  { birthDay }: ScreeningSituation,
  reading: Reading,
  bounds: Bounds,
  tests: readonly ScreeningTest[],
): Finding {
  const last = tests.at(-1);
  if (last === undefined) {
    const since = addYears(birthDay, reading.figure(bounds.ageFrom) ?? 0);
    return { state: 'due', reasons: [REASONS.noneRecorded(since)], dueSince: since };
  }
  const months = reading.figure(bounds.interval);
  if (months === null) return unknownFigure(bounds.interval);
  const age = reading.figure(bounds.ageTo) ?? 0;
  const found = afterInterval(last.day, months, reading.day, { age, day: addYears(birthDay, age) });
  return withMissingResults(fromFirstAge(found, birthDay, reading, bounds), tests);
}

/** A test made before the first age may have been due again before it: due counts from the birthday. */
function fromFirstAge(found: Finding, birthDay: string, reading: Reading, { ageFrom }: Bounds): Finding {
  if (found.dueSince === undefined) return found;
  const begins = addYears(birthDay, reading.figure(ageFrom) ?? 0);
  return found.dueSince < begins ? { ...found, dueSince: begins } : found;
}

function recentMammography({ facts }: ScreeningSituation, reading: Reading): Finding | null {
  const last = facts?.SEIN?.otherMammographyOn;
  if (last === undefined || last > reading.day) return null;
  const months = reading.figure(SEIN.recent);
  if (months === null) return null;
  const due = addMonths(last, months);
  if (due <= reading.day) return null;
  return { state: 'not_yet', reasons: [REASONS.recentOther(last, due)], nextDay: due };
}
