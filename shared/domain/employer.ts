/** What an assistant was before the post: it decides the training asked (DE of care or not). */
export const ASSISTANT_PROFILES = {
  IDE: 'Infirmier (IDE)',
  AS: 'Aide-soignant (AS)',
  AP: 'Auxiliaire de puériculture (AP)',
  SECRETAIRE: 'Secrétaire médical',
  OTHER: 'Autre, sans diplôme de soins',
} as const;
export type AssistantProfile = keyof typeof ASSISTANT_PROFILES;

/** Diploma of the training rules behind each profile. */
export const DIPLOMA_OF_PROFILE = {
  IDE: 'DEI',
  AS: 'DEAS',
  AP: 'DEAP',
  SECRETAIRE: 'OTHER',
  OTHER: 'OTHER',
} as const satisfies Record<AssistantProfile, string>;

export const EMPLOYER_KINDS = {
  DOCTOR: 'Un médecin',
  GROUP: 'Plusieurs médecins ensemble',
  SCM: 'Société civile de moyens (SCM)',
  SEL: 'Société d’exercice libéral (SEL)',
  SISA: 'Société interprofessionnelle (SISA)',
  GROUPEMENT: 'Groupement d’employeurs',
} as const;

export const WORK_CONTRACT_KINDS = { CDI: 'CDI', CDD: 'CDD' } as const;

/** Grounds the law accepts for a fixed-term contract, or none. */
export const CDD_GROUNDS = {
  REPLACEMENT: 'Remplacement d’un salarié absent',
  INCREASE: 'Surcroît temporaire d’activité',
  NONE: 'Aucun motif écrit',
} as const;

export const ABSENCE_KINDS = {
  ILLNESS: 'Maladie',
  MATERNITY: 'Maternité',
  PARENTAL: 'Congé parental, paternité',
  WORK_ACCIDENT: 'Accident du travail',
  PAID_LEAVE: 'Congés payés',
  TRAINING: 'Formation',
  UNPAID: 'Congé sans solde',
  OTHER: 'Autre absence',
} as const;

export const END_REASONS = {
  RESIGNATION: 'Démission',
  DISMISSAL: 'Licenciement',
  MUTUAL: 'Rupture conventionnelle',
  END_OF_TERM: 'Fin du CDD',
  TRIAL: 'Fin de la période d’essai',
  RETIREMENT: 'Départ à la retraite',
  TRANSFER: 'Transfert vers un autre employeur',
  OTHER: 'Autre motif',
} as const;
export type EndReason = keyof typeof END_REASONS;

export const REMOTE_TASKS = {
  administrative_or_coordination: 'Administratif ou coordination',
  other: 'Autres tâches',
} as const;

/** Whole of a post: shares are in hundredths of a percent. */
export const WHOLE_SHARE = 10_000;

/** Weekly hours beyond which a typed figure is a slip. Choice of Prélude, not a figure of law. */
export const MOST_WEEKLY_MINUTES = 60 * 60;
