import type { Day } from '#shared/kernel/day.ts';
import { breast, colorectal } from './breast-and-colon.ts';
import { cervixCytology, cervixHpv } from './cervix.ts';
import { childExams } from './child-exams.ts';
import { bloodPressure, diabetes, neonatal, preventionAppointment } from './opportunities.ts';
import { questionsToAsk } from './questions.ts';
import { readingOn, type Reading } from './reading.ts';
import { PROGRAMMES, type Finding, type Programme, type ScreeningAnswer, type ScreeningSituation } from './types.ts';
import { PROGRAMME_WORDS, REASONS } from './wording.ts';

export interface ScreeningEvaluation {
  readonly programmes: { readonly [Name in Programme]?: ScreeningAnswer };
}

const RULES: Readonly<Record<Programme, (situation: ScreeningSituation, reading: Reading) => Finding>> = {
  SEIN: breast,
  COLORECTAL: colorectal,
  COL_CYTO: cervixCytology,
  COL_HPV: cervixHpv,
  NEONATAL: neonatal,
  CHILD_EXAMS: childExams,
  MBP: preventionAppointment,
  HTA_OPP: bloodPressure,
  DIAB_OPP: diabetes,
};

/**
 * State of every programme for one person on a day (or of the one named), with its reasons. What is due is listed;
 * including, excluding and following belong to the doctor. Expects a checked situation (`screeningSituation`).
 */
export function evaluateScreening(situation: ScreeningSituation, day: Day): ScreeningEvaluation {
  const asked = situation.programme === undefined ? PROGRAMMES : [situation.programme];
  return {
    programmes: Object.fromEntries(asked.map((programme) => [programme, evaluateProgramme(situation, programme, day)])),
  };
}

/** The same for one programme. */
export function evaluateProgramme(situation: ScreeningSituation, programme: Programme, day: Day): ScreeningAnswer {
  const reading = readingOn(day, situation.overrides);
  const found: Finding =
    situation.birthDay > day
      ? { state: 'undetermined', reasons: [REASONS.bornAfter], missing: ['birthDay'] }
      : RULES[programme](situation, reading);
  const open = situation.birthDay <= day && (found.state === 'due' || found.state === 'undetermined');
  const bySex =
    found.state === 'due' &&
    (programme === 'COL_CYTO' || programme === 'COL_HPV') &&
    situation.facts?.cervix === undefined;
  return {
    programme,
    ...PROGRAMME_WORDS[programme],
    state: found.state,
    reasons: bySex ? [...found.reasons, REASONS.bySex] : found.reasons,
    dueSince: found.dueSince ?? null,
    nextDay: found.nextDay ?? null,
    until: found.until ?? null,
    lastDay: found.lastDay ?? null,
    toAsk: open ? questionsToAsk(situation, reading, programme) : [],
    exams: found.exams ?? [],
    parameters: reading.used,
    missing: found.missing ?? [],
  };
}
