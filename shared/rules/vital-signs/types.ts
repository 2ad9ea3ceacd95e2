import type { Day } from '#shared/kernel/day.ts';
import type { Overrides, ParameterUse } from '../kernel/index.ts';

export const VITAL_SIGN_CODES = [
  'PAS',
  'PAD',
  'FC',
  'TEMP',
  'SPO2',
  'FR',
  'POIDS',
  'TAILLE',
  'IMC',
  'TOUR_TAILLE',
  'GLYC',
  'DOULEUR',
  'PC',
  'DEP',
] as const;
export type VitalSignCode = (typeof VITAL_SIGN_CODES)[number];

/** Rising order: the highest level of a sign is the one displayed. */
export const ALERT_LEVELS = ['none', 'info', 'notify', 'notify_strong', 'urgent'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

/** A figure in the display unit of its sign, or what a glucose meter shows beyond its range. */
export type MeasureValue = number | 'LO' | 'HI';

export interface PastMeasure {
  readonly code: VitalSignCode;
  readonly day: Day;
  readonly value: MeasureValue;
}

export interface MeasuredPatient {
  readonly birthDate: Day;
  readonly sex: 'M' | 'F';
}

/** Details given with the measure. An absent field means « not asked yet », never a default. */
export interface MeasureContext {
  /** Other figure of the same blood-pressure reading: the diastolic for PAS, the systolic for PAD. */
  readonly paired?: number;
  readonly glucoseMoment?: 'a_jeun' | 'avant_repas' | 'apres_repas' | 'inconnu';
  /** Marked by the doctor: rapid gain of weight is watched. */
  readonly heartFailure?: boolean;
  /** Best peak flow known for the patient, L/min. */
  readonly personalBest?: number;
}

export interface MeasureInput {
  readonly code: VitalSignCode;
  /** As typed, in the display unit. */
  readonly value: MeasureValue;
  readonly patient: MeasuredPatient;
  readonly day: Day;
  /** Earlier measures of the patient, any order, any sign; the measure itself is not in it. */
  readonly history?: readonly PastMeasure[];
  readonly context?: MeasureContext;
  /** Thresholds of the practice and of the patient, by parameter id. */
  readonly overrides?: Overrides;
}

/** What the typed figure probably meant. Proposed, never applied. */
export interface LikelyValue {
  readonly value: number;
  /** Unit the figure was probably read in; null for a forgotten comma. */
  readonly readAs: string | null;
}

export interface MeasureQuestion {
  readonly words: string;
  readonly likely: readonly LikelyValue[];
}

export interface MeasureAlert {
  readonly level: Exclude<AlertLevel, 'none'>;
  /** Id of the threshold reached. */
  readonly threshold: string;
  /** Sentence of the list « Sera signalé au médecin ». */
  readonly message: string;
}

/** Answer about one measure. Serialises to JSON. */
export interface Evaluation {
  readonly code: VitalSignCode;
  /** `refused` stays a draft and never becomes a fact; `to_confirm` becomes one after a second look. */
  readonly status: 'refused' | 'to_confirm' | 'accepted';
  /** Figure kept, rounded half up to the decimals of the sign; null when refused. */
  readonly value: MeasureValue | null;
  readonly refusal: MeasureQuestion | null;
  readonly confirmation: MeasureQuestion | null;
  /** Every alert whose condition is true, highest first; empty when refused. */
  readonly alerts: readonly MeasureAlert[];
  readonly level: AlertLevel;
  /** Short words for the result column. */
  readonly words: string;
  readonly parameters: readonly ParameterUse[];
  /** Inputs that would have decided a threshold. */
  readonly missing: readonly string[];
}
