import type { Day } from '#shared/kernel/day.ts';
import type { Overrides } from '../kernel/index.ts';
import type { Sector, Speciality, Zone } from './parameters-eligibility.ts';
import type { FIRST_OPTIONS } from './rule-sets.ts';

export type FirstOption = (typeof FIRST_OPTIONS)[number];

export const COORDINATED_PRACTICES = {
  ALREADY: 'exercice coordonné en place',
  COMMITTED: 'engagement à rejoindre un exercice coordonné',
  NO: 'ni exercice coordonné ni engagement',
} as const;
export type CoordinatedPractice = keyof typeof COORDINATED_PRACTICES;

export const ADAPTED_SITUATIONS = {
  RQTH: 'reconnaissance de travailleur handicapé',
  ALD: 'affection de longue durée du médecin',
  MIXED_ACTIVITY: 'activité salariée et libérale',
  NONE: 'aucune',
} as const;
export type AdaptedSituation = keyof typeof ADAPTED_SITUATIONS;

/** What is known of a doctor who wants to sign an individual contract. An absent field was not asked. */
export interface EligibilitySituation {
  readonly signatureDay: Day;
  readonly option: FirstOption;
  readonly sector?: Sector;
  readonly speciality?: Speciality;
  /** Avenant 7, speciality other than general practice: listed by the annex, read by the doctor. */
  readonly specialityListed?: boolean;
  /** Médecin à exercice particulier. */
  readonly particularPractice?: boolean;
  readonly newlyInstalled?: boolean;
  /** Patients who declared this doctor as médecin traitant, counted as the text of the day counts them. */
  readonly pmt?: number;
  /** Different patients seen in a year. */
  readonly fileActive?: number;
  /** Share of patients under 16, %. */
  readonly childrenShare?: number;
  /** Share of technical acts in the fees of the months before the signature, %. */
  readonly technicalShare?: number;
  readonly adaptedSituation?: AdaptedSituation;
  /** Thresholds written by the CPAM: they win over those of the book. */
  readonly thresholds?: { readonly pmt?: number; readonly fileActive?: number };
  readonly zone?: Zone;
  readonly doctorsInPractice?: number;
  readonly coordinatedPractice?: CoordinatedPractice;
  /** Day the doctor commits to have joined a coordinated practice by. */
  readonly joinBy?: Day;
  /** Last day of a collective contract the doctor belonged to. */
  readonly collectiveEndedOn?: Day;
  readonly overrides?: Overrides;
}
