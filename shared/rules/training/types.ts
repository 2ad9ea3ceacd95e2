import type { Day } from '#shared/kernel/day.ts';
import type { Given, Overrides } from '../kernel/index.ts';

/** Two profiles in the texts: with a caring State diploma, or without. */
export const PROFILES = {
  NO_CARE_DIPLOMA: 'sans diplôme de soins',
  DEI_DEAS_DEAP: 'diplôme d’État d’infirmier, d’aide-soignant ou d’auxiliaire de puériculture',
} as const;
export type Profile = keyof typeof PROFILES;

export const DIPLOMAS = {
  DEI: 'diplôme d’État d’infirmier',
  DEAS: 'diplôme d’État d’aide-soignant',
  DEAP: 'diplôme d’État d’auxiliaire de puériculture',
  OTHER: 'autre diplôme ou titre',
  NONE: 'aucun diplôme',
} as const;
export type Diploma = keyof typeof DIPLOMAS;

export const TEXTS = {
  'AV7-2019': 'avenant 7 de 2019',
  'RA-2023': 'règlement arbitral de 2023',
  'CONV-2024': 'convention de 2024',
} as const;
export type TextCode = keyof typeof TEXTS;

export type RequiredTraining = 'CQP' | 'FAE';
export type DeadlineKind = 'start' | 'complete';

/** What is known of an assistant's training. An absent field is unknown, never a default. */
export interface TrainingFile {
  readonly profile?: Profile;
  readonly diploma?: Diploma;
  readonly hiredOn?: Day;
  /** Signature of the aid contract: its text is shown beside the one of the hire. */
  readonly contractSignedOn?: Day;
  readonly enrolledOn?: Day;
  readonly startedOn?: Day;
  readonly plannedEndOn?: Day;
  readonly cqpObtainedOn?: Day;
  readonly faeCompletedOn?: Day;
  /** The day the proof of qualification was sent to the CPAM. */
  readonly proofSentOn?: Day;
  /** Length of the session chosen, from registration to certificate, in months. */
  readonly sessionMonths?: number;
  /** Hours worked or volunteered in relation with the certification. */
  readonly relatedHours?: number;
  readonly wantsVae?: boolean;
  /** Holds a title of level 4 (baccalauréat) or above. */
  readonly levelFour?: boolean;
  readonly experienceYears?: number;
  /** Other titles held, by their RNCP number. */
  readonly heldTitles?: readonly number[];
  /** A date written in a contract or in a letter: it wins and the computed one stays beside. */
  readonly given?: { readonly start?: Given<Day>; readonly complete?: Given<Day> };
  readonly overrides?: Overrides;
}
