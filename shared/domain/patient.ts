/**
 * The fields of a patient's file that a person types, with their labels. Their value is text: as typed on the way in,
 * as kept (the « fact ») on the way out; null is « non renseigné ». `strict` = strict identity trait.
 * Sources: intake-and-identity §2 and §5; settled points 9, 19 to 23.
 */
export const patientFields = {
  birthName: { label: 'Nom de naissance', strict: true },
  firstGivenName: { label: 'Premier prénom', strict: true },
  /** The other given names of birth, in civil-status order. */
  givenNames: { label: 'Autres prénoms', strict: false },
  usedName: { label: 'Nom utilisé', strict: false },
  usedGivenName: { label: 'Prénom utilisé', strict: false },
  sex: { label: 'Sexe', strict: true },
  /** Out: `YYYY-MM-DD`, or the text as typed when partial or lunar. */
  birthDay: { label: 'Date de naissance', strict: true },
  /** INSEE code on 5 characters; `99999` unknown. Empty when the place is in no table: then text and department. */
  birthPlaceCode: { label: 'Lieu de naissance', strict: true },
  birthPlaceText: { label: 'Lieu de naissance (en toutes lettres)', strict: true },
  birthDepartment: { label: 'Département de naissance', strict: true },
  civility: { label: 'Civilité', strict: false },
  insuredNir: { label: 'Numéro de sécurité sociale', strict: false },
  insuredQuality: { label: 'Qualité', strict: false },
  phoneMobile: { label: 'Téléphone mobile', strict: false },
  phoneOther: { label: 'Autre téléphone', strict: false },
  email: { label: 'Adresse électronique', strict: false },
  addressLine: { label: 'Adresse', strict: false },
  postcode: { label: 'Code postal', strict: false },
  city: { label: 'Commune', strict: false },
  smsConsent: { label: 'Accepte les rappels par SMS', strict: false },
  interpreter: { label: 'Souhaite un interprète', strict: false },
  reducedMobility: { label: 'Mobilité réduite', strict: false },
  regime: { label: 'Régime', strict: false },
  organisationCode: { label: 'Code organisme', strict: false },
  ald: { label: 'ALD', strict: false },
  aldUntil: { label: 'ALD jusqu’au', strict: false },
  c2s: { label: 'C2S', strict: false },
  ame: { label: 'AME', strict: false },
  complementary: { label: 'Complémentaire', strict: false },
  gpKind: { label: 'Médecin traitant', strict: false },
  gpDoctorId: { label: 'Médecin traitant du cabinet', strict: false },
  gpName: { label: 'Nom du médecin traitant', strict: false },
  gpDeclaredOn: { label: 'Déclaré le', strict: false },
  trustedPerson: { label: 'Personne de confiance', strict: false },
  trustedPersonPhone: { label: 'Téléphone de la personne de confiance', strict: false },
  emergencyContact: { label: 'Personne à prévenir', strict: false },
  emergencyContactPhone: { label: 'Téléphone de la personne à prévenir', strict: false },
  dmpConsent: { label: 'Consentement au DMP', strict: false },
  dmpConsentOn: { label: 'Consentement recueilli le', strict: false },
  notes: { label: 'Notes administratives', strict: false },
} as const satisfies Record<string, { label: string; strict: boolean }>;

export type PatientField = keyof typeof patientFields;
export const patientFieldNames = Object.keys(patientFields) as [PatientField, ...PatientField[]];

/** The facts of a file: valid values only, null where nothing is known. */
export type PatientFacts = Readonly<Record<PatientField, string | null>>;

/** Values of the fields that are chosen, not typed, with their labels. */
export const patientChoices = {
  sex: { F: 'F', M: 'M' },
  civility: { Mme: 'Mme', 'M.': 'M.' },
  insuredQuality: { assure: 'Assuré', ayant_droit: 'Ayant droit' },
  smsConsent: { oui: 'Oui', non: 'Non' },
  interpreter: { oui: 'Oui', non: 'Non' },
  reducedMobility: { oui: 'Oui', non: 'Non' },
  ald: { oui: 'Oui', non: 'Non' },
  c2s: { non: 'Non', sans_participation: 'Sans participation', avec_participation: 'Avec participation' },
  ame: { oui: 'Oui', non: 'Non' },
  gpKind: { cabinet: 'Au cabinet', autre: 'Autre médecin', aucun: 'Aucun' },
  dmpConsent: { accord: 'Accord', refus: 'Refus' },
  /** Organisation regimes, two digits (facts of §3). */
  regime: {
    '01': 'Général',
    '02': 'Agricole (MSA)',
    '03': 'Indépendants (ancien)',
    '04': 'SNCF',
    '05': 'RATP',
    '06': 'Marins (ENIM)',
    '07': 'Mines',
    '08': 'Militaire',
    '17': 'Français de l’étranger',
    '91': 'Général, mutuelle',
    '95': 'Général, mutuelle',
    '99': 'Général, mutuelle',
  },
} as const satisfies Partial<Record<PatientField, Record<string, string>>>;

/** Kinds of the alert row, in their order. */
export const alertKinds = ['allergy', 'ald', 'treatment', 'call', 'carer'] as const;
export type AlertKind = (typeof alertKinds)[number];
export const alertKindLabels: Readonly<Record<AlertKind, string>> = {
  allergy: 'Allergie',
  ald: 'ALD',
  treatment: 'Traitement à risque',
  call: 'Contrainte d’appel',
  carer: 'Aidant',
};
/** « Aucune connue »: said by someone, unlike nothing recorded (settled point 23). */
export const noneKnownLabels: Readonly<Record<AlertKind, string>> = {
  allergy: 'Aucune allergie connue',
  ald: 'Aucune ALD',
  treatment: 'Aucun traitement à risque connu',
  call: 'Aucune contrainte d’appel',
  carer: 'Aucun aidant',
};
/** What tells nothing of health: shown to the whole desk. The other kinds ask for `clinical.read`. */
export const logisticAlertKinds: readonly AlertKind[] = ['call', 'carer'];

export const alertSources = ['declare', 'document', 'medecin'] as const;
export type AlertSource = (typeof alertSources)[number];
export const alertSourceLabels: Readonly<Record<AlertSource, string>> = {
  declare: 'déclaré',
  document: 'document',
  medecin: 'médecin',
};

/** How a line of a search was found: every typed word begins one of its words, or is inside one, or sounds like one. */
export const matchKinds = ['prefix', 'infix', 'sound'] as const;
export type MatchKind = (typeof matchKinds)[number];

/** Days during which a merge can be taken apart (settled point 11). */
export const SPLIT_DAYS = 30;
/** Lines a search answers. */
export const SEARCH_LIMIT = 20;
