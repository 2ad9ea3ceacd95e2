import type { Day } from '#shared/kernel/day.ts';
import type { Computed, Overrides, ParameterUse, Reason } from '../kernel/index.ts';

/** What is kept, and the event its time is counted from. */
export const RETAINED = {
  patient_file: { label: 'Dossier médical', from: 'dernière intervention au dossier, venue comprise' },
  dmp_handling: { label: 'Gestion du DMP', from: 'clôture du dossier' },
  appointment: { label: 'Rendez-vous', from: 'jour du rendez-vous' },
  claim_copy: { label: 'Double de feuille de soins', from: 'envoi de la feuille' },
  accounting: { label: 'Pièce comptable', from: 'date de la pièce' },
  staff_file: { label: 'Dossier d’un salarié', from: 'départ du salarié' },
  staff_time: { label: 'Temps de travail d’un salarié', from: 'jour travaillé' },
  audit_log: { label: 'Journal des accès', from: 'date de l’entrée' },
  reminder: { label: 'Rappel envoyé', from: 'date de l’envoi' },
} as const;
export type Retained = keyof typeof RETAINED;

export interface RetentionSituation {
  readonly data: Retained;
  /** Day the time is counted from, see RETAINED. */
  readonly from?: Day;
  /** Medical file only. */
  readonly birthDay?: Day;
  /** Medical file only; null: nobody noted a death. Absent counts the same. */
  readonly deathDay?: Day | null;
  /** Medical file only: already in the archive since that day. */
  readonly archivedOn?: Day;
  /** A claim or a procedure: nothing is proposed from `since` to `until`, both included. */
  readonly hold?: { readonly since: Day; readonly until?: Day };
  /** Staff only: used to justify the aid to the insurer. */
  readonly aidEvidence?: boolean;
  readonly overrides?: Overrides;
}

export const PROPOSALS = ['keep', 'archive', 'destroy', 'anonymise', 'suspended', 'undetermined'] as const;
export type Proposal = (typeof PROPOSALS)[number];

/** What may be proposed on the day, and the days that govern it. Prélude proposes; a doctor decides. */
export interface RetentionAnswer {
  readonly outcome: 'computed' | 'undetermined';
  readonly data: Retained;
  readonly proposal: Proposal;
  /** First day the archive is proposed; null for what has no archive. */
  readonly archiveOn: Computed<Day> | null;
  /** First day the destruction (or the anonymous counts, for appointments) is proposed. */
  readonly destroyOn: Computed<Day>;
  /** What delays or suspends, the decisive one first. */
  readonly exceptions: readonly Reason[];
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}
