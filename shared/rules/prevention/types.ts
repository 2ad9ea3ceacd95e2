import { SCREENING_STATES } from '../screening/index.ts';
import { VACCINATION_STATES } from '../vaccination/index.ts';

export const PREVENTION_SUBJECTS = ['vaccination', 'screening'] as const;
export type PreventionSubject = (typeof PREVENTION_SUBJECTS)[number];

/** States each subject computes. */
export const STATES_OF = { vaccination: VACCINATION_STATES, screening: SCREENING_STATES } as const;
export type PreventionState = (typeof VACCINATION_STATES)[number] | (typeof SCREENING_STATES)[number];

/** What is recorded of the person's answer, or of the doctor's for `contraindicated`. */
export const RECORDED_DECISIONS = {
  accepted: 'Accepte',
  to_discuss: 'En parler',
  postponed: 'Reporté',
  refused: 'Refuse',
  done: 'Déjà fait',
  contraindicated: 'Contre-indiqué par le médecin',
} as const;
export type RecordedDecision = keyof typeof RECORDED_DECISIONS;

/** The same on a day: a refusal or a postponement that has run out is proposed again. */
export const DECISIONS = [
  'none',
  'accepted',
  'to_discuss',
  'postponed',
  'postponed_over',
  'refused',
  'refused_over',
  'done',
  'contraindicated',
] as const;
export type Decision = (typeof DECISIONS)[number];

/** Where a line goes on the screen: what to do with it. */
export const PREVENTION_GROUPS = {
  to_propose: 'À proposer',
  in_progress: 'En cours',
  with_doctor: 'À voir avec le médecin',
  to_check: 'À préciser',
  later: 'Plus tard',
  done: 'Fait',
  refused: 'Refusé',
  contraindicated: 'Contre-indiqué',
  not_concerned: 'Non concerné',
} as const;
export type PreventionGroup = keyof typeof PREVENTION_GROUPS;
