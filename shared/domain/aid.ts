/** What is noted in the life of a contract of aid. */
export const AID_EVENT_KINDS = {
  AVENANT: 'Avenant',
  SUSPENSION: 'Suspension',
  RESUMPTION: 'Reprise',
  LETTER_SENT: 'Courrier envoyé à la CPAM',
  LETTER_RECEIVED: 'Courrier reçu de la CPAM',
} as const;
export type AidEventKind = keyof typeof AID_EVENT_KINDS;
export const aidEventKinds = Object.keys(AID_EVENT_KINDS) as [AidEventKind, ...AidEventKind[]];

/** A payment as awaited, as announced by the CPAM, as it came on the account. */
export const AID_PAYMENT_KINDS = { EXPECTED: 'Attendu', NOTIFIED: 'Notifié', RECEIVED: 'Reçu' } as const;
export type AidPaymentKind = keyof typeof AID_PAYMENT_KINDS;
export const aidPaymentKinds = Object.keys(AID_PAYMENT_KINDS) as [AidPaymentKind, ...AidPaymentKind[]];

export const AID_END_REASONS = {
  TERM: 'Arrivé à son terme',
  DOCTOR: 'À la demande du médecin',
  CPAM: 'À l’initiative de la CPAM',
  TO_COLLECTIVE: 'Passage au contrat collectif',
  NEW_CONTRACT: 'Remplacé par un nouveau contrat',
  OTHER: 'Autre motif',
} as const;
export type AidEndReason = keyof typeof AID_END_REASONS;
export const aidEndReasons = Object.keys(AID_END_REASONS) as [AidEndReason, ...AidEndReason[]];

/** Where a contract stands on a day. */
export const AID_CONTRACT_STATES = {
  coming: 'À venir',
  running: 'En cours',
  suspended: 'Suspendu',
  term_passed: 'Terme passé',
  ended: 'Terminé',
} as const;
export type AidContractState = keyof typeof AID_CONTRACT_STATES;
export const aidContractStates = Object.keys(AID_CONTRACT_STATES) as [AidContractState, ...AidContractState[]];

/** How the amount of a year is to be read: received, the running year, a forecast, or the most it can be. */
export const AID_YEAR_STATES = {
  paid: 'Versé',
  running: 'En cours',
  late: 'En retard',
  forecast: 'Prévision',
  maximum: 'Maximum',
  unknown: 'À compléter',
} as const;
export type AidYearState = keyof typeof AID_YEAR_STATES;
export const aidYearStates = Object.keys(AID_YEAR_STATES) as [AidYearState, ...AidYearState[]];

/** The three figures of a payment that ought to agree, and the day it was due. */
export const AID_DIFFERENCES = {
  notified_not_computed: 'Le montant notifié n’est pas celui du calcul',
  notified_not_expected: 'Le montant notifié n’est pas celui attendu',
  received_not_notified: 'Le montant reçu n’est pas celui notifié',
  received_not_expected: 'Le montant reçu n’est pas celui attendu',
  several_notified: 'Plusieurs montants notifiés pour la même année',
  late: 'Versement en retard',
} as const;
export type AidDifference = keyof typeof AID_DIFFERENCES;
export const aidDifferences = Object.keys(AID_DIFFERENCES) as [AidDifference, ...AidDifference[]];

/** Where the gesture that fixes something missing is made. */
export const aidGestures = [
  'contract',
  'objective',
  'event',
  'payment',
  'year',
  'member',
  'assistant',
  'profile',
  'count',
  'employment',
  'document',
  'renewal',
] as const;
export type AidGesture = (typeof aidGestures)[number];
