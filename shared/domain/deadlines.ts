import { addMonths, type Day } from '#shared/kernel/day.ts';

/** What falls due for the employer. */
export const DEADLINE_KINDS = {
  TRAINING_START: 'Formation à commencer',
  TRAINING_COMPLETE: 'Formation à terminer',
  TRAINING_ENROL: 'Inscription en formation',
  TRAINING_PLAN: 'Plan de formation',
  EMPLOYMENT_END: 'Fin du contrat de travail',
  SECRETARY: 'Remplacement de la secrétaire',
  ABSENCE_TELL: 'Absence à signaler',
  ABSENCE_LONG: 'Absence longue',
  WORK_TIME: 'Temps de travail',
  AID_ASSISTANT: 'Assistant du contrat d’aide',
  AID_REVIEW: 'Bilan annuel',
  AID_END: 'Fin du contrat d’aide',
  AID_PAYMENT: 'Versement attendu',
  AID_OBJECTIVE: 'Objectif du contrat',
  AID_CONTRADICTION: 'Contrat d’aide à vérifier',
  OFFICIAL_COUNT: 'Relevé officiel',
  PROOF: 'Pièce manquante',
} as const;
export type DeadlineKind = keyof typeof DEADLINE_KINDS;
export const deadlineKinds = Object.keys(DEADLINE_KINDS) as [DeadlineKind, ...DeadlineKind[]];

/** `late`: the day has passed; `due`: within three months; `ahead`: later; `open`: to do, without a day. */
export const DEADLINE_STATES = ['late', 'due', 'ahead', 'open'] as const;
export type DeadlineState = (typeof DEADLINE_STATES)[number];

/** Up to this far ahead, a day is shown as asking for something now. A choice of display, no text gives it. */
const NEAR_MONTHS = 3;

/** Where a day stands. The day itself is still in time. */
export function nearness(day: Day, today: Day): Exclude<DeadlineState, 'open'> {
  if (day < today) return 'late';
  return day <= addMonths(today, NEAR_MONTHS) ? 'due' : 'ahead';
}

/** Screen where the gesture that settles it is made. */
export const DEADLINE_PLACES = ['training', 'employer', 'aid', 'counters', 'renewal'] as const;
export type DeadlinePlace = (typeof DEADLINE_PLACES)[number];
