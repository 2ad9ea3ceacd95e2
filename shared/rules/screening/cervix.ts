import type { Day } from '#shared/kernel/day.ts';
import { addYears } from './dates.ts';
import type { Parameter } from '../kernel/index.ts';
import { CYTO, HPV_TEST } from './cancer-parameters.ts';
import {
  afterInterval,
  ageGate,
  anatomyGate,
  openPositive,
  questionGate,
  recordedExclusion,
  testsOf,
  unansweredGate,
  type AnsweredQuestion,
} from './gates.ts';
import { unknownFigure, type Reading } from './reading.ts';
import type { Finding, ScreeningSituation, ScreeningTest } from './types.ts';
import { REASONS } from './wording.ts';

type CervixProgramme = 'COL_CYTO' | 'COL_HPV';
const CODES = ['HYSTERECTOMY', 'FOLLOW_UP', 'IMMUNO', 'NEVER_SEX'] as const;

/** Cervix, 25-29: two cytologies one year apart, then three years; the 30th birthday turns the next test into HPV. */
export function cervixCytology(situation: ScreeningSituation, reading: Reading): Finding {
  const stop = stopped(situation, reading, 'COL_CYTO');
  if (stop !== null) return stop;
  const early = testsOf(situation, 'COL_HPV', reading.day).at(-1);
  if (early !== undefined)
    return { state: 'doctor_review', reasons: [REASONS.hpvEarly(early.day)], lastDay: early.day };
  const { kept, unread } = sinceLastPositive(testsOf(situation, 'COL_CYTO', reading.day), 2);
  if (unread !== null) return unread;
  const last = kept.at(-1);
  if (last === undefined) return asked(situation, reading, 'COL_CYTO', neverTested(situation, reading, CYTO.ageFrom));
  const step = kept.length === 1 ? CYTO.afterOne : kept.length === 2 ? CYTO.afterTwo : CYTO.afterThree;
  const months = reading.figure(step);
  if (months === null) return unknownFigure(step);
  const found = afterBirthday(situation, reading, CYTO.ageFrom, afterInterval(last.day, months, reading.day));
  const turns = addYears(situation.birthDay, reading.figure(CYTO.ageTo) ?? 0);
  if (found.nextDay !== undefined && found.nextDay >= turns) {
    return { ...found, reasons: [...found.reasons, REASONS.turning30(found.nextDay)] };
  }
  return asked(situation, reading, 'COL_CYTO', found);
}

/** Cervix, 30-65: HPV every five years; the first one three years after the last cytology, one year after a single one. */
export function cervixHpv(situation: ScreeningSituation, reading: Reading): Finding {
  const stop = stopped(situation, reading, 'COL_HPV');
  const early = stop?.state === 'not_yet' && stop.nextDay !== undefined;
  if (stop !== null && !early) return stop;
  const found = hpvRhythm(situation, reading);
  if (early && stop !== null) {
    // Before 30: the first HPV test is on the birthday, or later when a cytology says so.
    return found.nextDay !== undefined && found.nextDay > (stop.nextDay ?? '')
      ? { ...found, reasons: [...stop.reasons, ...found.reasons] }
      : stop;
  }
  return asked(situation, reading, 'COL_HPV', found);
}

function hpvRhythm(situation: ScreeningSituation, reading: Reading): Finding {
  const { day } = reading;
  const age = reading.figure(HPV_TEST.ageTo);
  if (age === null) return unknownFigure(HPV_TEST.ageTo);
  const end = { age, day: addYears(situation.birthDay, age) };
  const hpv = sinceLastPositive(testsOf(situation, 'COL_HPV', day), 1);
  const cytology = sinceLastPositive(testsOf(situation, 'COL_CYTO', day), 2);
  if (hpv.unread !== null) return hpv.unread;
  const lastHpv = hpv.kept.at(-1);
  if (lastHpv !== undefined) {
    // A positive cytology later than the HPV test, followed to its end: the rhythm is the doctor's.
    if ((cytology.unread?.lastDay ?? '') > lastHpv.day && cytology.unread !== null) return cytology.unread;
    const months = reading.figure(HPV_TEST.interval);
    return months === null ? unknownFigure(HPV_TEST.interval) : afterInterval(lastHpv.day, months, day, end);
  }
  if (cytology.unread !== null) return cytology.unread;
  const last = cytology.kept.at(-1);
  if (last === undefined) return neverTested(situation, reading, HPV_TEST.ageFrom);
  const step = cytology.kept.length === 1 ? HPV_TEST.afterOneCytology : HPV_TEST.afterCytology;
  const months = reading.figure(step);
  if (months === null) return unknownFigure(step);
  return afterBirthday(situation, reading, HPV_TEST.ageFrom, afterInterval(last.day, months, day, end));
}

/** Questions of the cervix, for the answer of the record and for the screen. */
export function cervixQuestions(
  situation: ScreeningSituation,
  reading: Reading,
  programme: CervixProgramme,
): readonly AnsweredQuestion[] {
  const set = programme === 'COL_CYTO' ? CYTO : HPV_TEST;
  return CODES.map((code) => {
    const answer = situation.facts?.COL?.[code];
    const because =
      code === 'IMMUNO' && answer === 'yes'
        ? { because: REASONS.immuno(set.IMMUNO.label, reading.figure(set.immunoMonths)) }
        : {};
    return { code, path: `facts.COL.${code}`, effect: set[code], answer, ...because };
  });
}

function stopped(situation: ScreeningSituation, reading: Reading, programme: CervixProgramme): Finding | null {
  const set = programme === 'COL_CYTO' ? CYTO : HPV_TEST;
  const { day } = reading;
  // A total ablation explains an absent cervix better than its absence does.
  const ablation = situation.facts?.COL?.HYSTERECTOMY === 'yes';
  const anatomy = anatomyGate(situation, 'cervix');
  const absent = anatomy?.state === 'not_concerned' && !ablation ? anatomy : null;
  const age = ageGate(situation.birthDay, reading, set.ageFrom, set.ageTo);
  // From 30 on, the HPV programme carries the person, positive tests included; before, the cytology does.
  if (programme === 'COL_CYTO' && age?.state === 'not_concerned') return age;
  if (programme === 'COL_HPV' && age?.state === 'not_yet') return absent ?? age;
  const excluded = recordedExclusion(situation, programme, day);
  const tests = [...testsOf(situation, 'COL_CYTO', day), ...testsOf(situation, 'COL_HPV', day)];
  const positive = excluded === null ? openPositive(tests.sort(byDay), day) : null;
  return (
    positive ??
    absent ??
    age ??
    excluded ??
    (ablation ? null : anatomy) ??
    questionGate(cervixQuestions(situation, reading, programme), reading) ??
    anatomy
  );
}

const byDay = (a: ScreeningTest, b: ScreeningTest): number => (a.day < b.day ? -1 : 1);

/**
 * Tests without anomaly since the last positive one. A result nobody recorded stops the count, unless `enough` tests
 * without anomaly came after it.
 */
function sinceLastPositive(
  tests: readonly ScreeningTest[],
  enough: number,
): { readonly kept: readonly ScreeningTest[]; readonly unread: Finding | null } {
  const at = tests.findLastIndex(({ result }) => result !== 'negative');
  const kept = tests.slice(at + 1);
  const other = tests[at];
  if (other === undefined) return { kept, unread: null };
  if (other.result === 'positive') {
    if (kept.length > 0) return { kept, unread: null };
    const reasons = [REASONS.afterPositive(other.day)];
    return { kept, unread: { state: 'doctor_review', reasons, lastDay: other.day } };
  }
  if (kept.length >= enough) return { kept, unread: null };
  return {
    kept,
    unread: { state: 'undetermined', reasons: [REASONS.resultMissing(other.day)], missing: ['tests.result'] },
  };
}

function neverTested({ birthDay }: ScreeningSituation, reading: Reading, from: Parameter<number>): Finding {
  const since = addYears(birthDay, reading.figure(from) ?? 0);
  return since > reading.day
    ? { state: 'not_yet', reasons: [], nextDay: since }
    : { state: 'due', reasons: [REASONS.noneRecorded(since)], dueSince: since };
}

/** A test made before the first age never makes the next one due before that birthday. */
function afterBirthday(
  { birthDay }: ScreeningSituation,
  reading: Reading,
  from: Parameter<number>,
  found: Finding,
): Finding {
  const begins: Day = addYears(birthDay, reading.figure(from) ?? 0);
  return found.dueSince !== undefined && found.dueSince < begins ? { ...found, dueSince: begins } : found;
}

function asked(situation: ScreeningSituation, reading: Reading, programme: CervixProgramme, found: Finding): Finding {
  if (found.state !== 'due') return found;
  return unansweredGate(cervixQuestions(situation, reading, programme), reading) ?? found;
}
