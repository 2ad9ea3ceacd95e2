import type { Day } from '#shared/kernel/day.ts';
import { addDays, addMonths, addYears } from './dates.ts';
import { afterInterval, ageGate, openPositive, recordedExclusion, testsOf, withMissingResults } from './gates.ts';
import { APPOINTMENT_RANGES, DIAB, HTA, NEONATAL } from './other-parameters.ts';
import { unknownFigure, type Reading } from './reading.ts';
import type { Finding, ScreeningSituation } from './types.ts';
import { REASONS } from './wording.ts';

/** Blot of the newborn: done in maternity; the file only notes that it was. */
export function neonatal(situation: ScreeningSituation, reading: Reading): Finding {
  const { birthDay, facts } = situation;
  const first = addDays(birthDay, reading.figure(NEONATAL.fromDays) ?? 0);
  const test = testsOf(situation, 'NEONATAL', reading.day).at(-1);
  const done = facts?.NEONATAL?.done;
  if (test !== undefined) {
    const diseases = reading.figure(NEONATAL.diseases, test.day);
    const positive = openPositive([test], reading.day);
    return positive ?? { state: 'done', reasons: [REASONS.neonatalDone(diseases)], lastDay: test.day };
  }
  if (reading.day < first) return { state: 'not_yet', reasons: [REASONS.tooYoung(first)], nextDay: first };
  if (done === 'yes') return { state: 'done', reasons: [REASONS.neonatalDone(null)] };
  const excluded = recordedExclusion(situation, 'NEONATAL', reading.day);
  if (excluded !== null) return excluded;
  const months = reading.figure(NEONATAL.askMonths);
  if (months === null || addMonths(birthDay, months) <= reading.day) {
    return { state: 'not_concerned', reasons: [REASONS.neonatalOver] };
  }
  if (done === 'no') return { state: 'doctor_review', reasons: [REASONS.neonatalNo] };
  return { state: 'undetermined', reasons: [REASONS.neonatalAsk], missing: ['facts.NEONATAL.done'] };
}

/** « Mon bilan prévention »: offered once in each range of ages, both ends included. */
export function preventionAppointment(situation: ScreeningSituation, reading: Reading): Finding {
  const { birthDay } = situation;
  const { day } = reading;
  const excluded = recordedExclusion(situation, 'MBP', day);
  for (const range of APPOINTMENT_RANGES) {
    const from = reading.figure(range.from);
    const to = reading.figure(range.to);
    if (from === null || to === null) continue;
    const begins = addYears(birthDay, from);
    const end = addYears(birthDay, to + 1);
    if (day >= end) continue;
    if (day < begins) return { state: 'not_yet', reasons: [REASONS.rangeNext(from, begins)], nextDay: begins };
    if (excluded !== null) return excluded;
    const done = testsOf(situation, 'MBP', day).findLast((test) => test.day >= begins);
    if (done !== undefined) return { state: 'done', reasons: [REASONS.rangeDone(done.day)], lastDay: done.day };
    const refused = situation.facts?.MBP?.refusedOn;
    if (refused !== undefined && refused >= begins && refused <= day) {
      return { state: 'refused', reasons: [REASONS.rangeRefused(refused)], lastDay: refused };
    }
    return { state: 'offered', reasons: [REASONS.rangeOpen(from, to)], dueSince: begins };
  }
  return { state: 'not_concerned', reasons: [REASONS.rangesOver] };
}

/** A pressure measured every three years, then every year; a last reading at the threshold goes to the doctor. */
export function bloodPressure(situation: ScreeningSituation, reading: Reading): Finding {
  const { birthDay } = situation;
  const { day } = reading;
  const age = ageGate(birthDay, reading, HTA.ageFrom);
  if (age !== null) return age;
  const excluded = recordedExclusion(situation, 'HTA_OPP', day);
  if (excluded !== null) return excluded;
  const last = testsOf(situation, 'HTA_OPP', day).at(-1);
  if (last === undefined) {
    const since = addYears(birthDay, reading.figure(HTA.ageFrom) ?? 0);
    return { state: 'due', reasons: [REASONS.noneRecorded(since)], dueSince: since };
  }
  const [systolic, diastolic] = [reading.figure(HTA.systolic), reading.figure(HTA.diastolic)];
  const { pressure } = last;
  const reached =
    pressure !== undefined &&
    ((systolic !== null && pressure.systolic >= systolic) || (diastolic !== null && pressure.diastolic >= diastolic));
  const closed = last.closedOn !== undefined && last.closedOn <= day;
  if (reached && !closed) {
    const limit = `${systolic ?? '–'}/${diastolic ?? '–'}`;
    const reasons = [REASONS.pressure(pressure.systolic, pressure.diastolic, limit)];
    return { state: 'doctor_review', reasons, lastDay: last.day };
  }
  return openPositive([last], day) ?? pressureRhythm(birthDay, last.day, reading);
}

/** Turning 40 shortens the interval from that birthday on, never before it. */
function pressureRhythm(birthDay: Day, last: Day, reading: Reading): Finding {
  const before = reading.figure(HTA.before);
  const after = reading.figure(HTA.after);
  const yearly = reading.figure(HTA.yearlyFrom);
  if (before === null) return unknownFigure(HTA.before);
  if (after === null) return unknownFigure(HTA.after);
  if (yearly === null) return afterInterval(last, before, reading.day);
  const turn = addYears(birthDay, yearly);
  const short = addMonths(last, after);
  const early = short > turn ? short : turn;
  if (addMonths(last, before) <= early) return afterInterval(last, before, reading.day);
  if (early === short) return afterInterval(last, after, reading.day);
  const reasons = [REASONS.yearlyFrom(yearly, turn)];
  return turn <= reading.day
    ? { state: 'due', reasons, dueSince: turn, lastDay: last }
    : { state: 'not_yet', reasons, nextDay: turn, lastDay: last };
}

/** Risk questionnaire from 45; how often it comes back was not found, the practice says. */
export function diabetes(situation: ScreeningSituation, reading: Reading): Finding {
  const { day } = reading;
  const tests = testsOf(situation, 'DIAB_OPP', day);
  const excluded = recordedExclusion(situation, 'DIAB_OPP', day);
  const positive = excluded === null ? openPositive(tests, day) : null;
  const stop = positive ?? ageGate(situation.birthDay, reading, DIAB.ageFrom) ?? excluded;
  if (stop !== null) return stop;
  const last = tests.at(-1);
  if (last === undefined) {
    const since = addYears(situation.birthDay, reading.figure(DIAB.ageFrom) ?? 0);
    return { state: 'due', reasons: [REASONS.noneRecorded(since)], dueSince: since };
  }
  const months = reading.figure(DIAB.interval);
  if (months === null) return { ...unknownFigure(DIAB.interval), lastDay: last.day };
  return withMissingResults(afterInterval(last.day, months, day), tests);
}
