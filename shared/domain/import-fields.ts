/**
 * What a column of an imported list can become. The labels are those of the mapping screen.
 * `strict` = strict identity trait: a line without it, or with one that cannot be read, is not imported.
 */
export const importFields = {
  birthName: { label: 'Nom de naissance', strict: true },
  firstGivenName: { label: 'Premier prénom', strict: true },
  birthDay: { label: 'Date de naissance', strict: true },
  sex: { label: 'Sexe', strict: true },
  civility: { label: 'Civilité', strict: false },
  usedName: { label: 'Nom utilisé', strict: false },
  usedGivenName: { label: 'Prénom utilisé', strict: false },
  givenNames: { label: 'Autres prénoms', strict: false },
  /** First given name and the others, in one column. */
  allGivenNames: { label: 'Liste des prénoms', strict: false },
  birthPlaceCode: { label: 'Lieu de naissance (code INSEE)', strict: false },
  birthPlaceText: { label: 'Lieu de naissance (en toutes lettres)', strict: false },
  insuredNir: { label: 'Numéro de sécurité sociale', strict: false },
  phoneMobile: { label: 'Téléphone mobile', strict: false },
  phoneOther: { label: 'Autre téléphone', strict: false },
  email: { label: 'Adresse électronique', strict: false },
  addressLine: { label: 'Adresse', strict: false },
  postcode: { label: 'Code postal', strict: false },
  city: { label: 'Commune', strict: false },
  gpName: { label: 'Médecin traitant', strict: false },
  notes: { label: 'Notes administratives', strict: false },
} as const satisfies Record<string, { label: string; strict: boolean }>;

export type ImportField = keyof typeof importFields;
export const importFieldNames = Object.keys(importFields) as [ImportField, ...ImportField[]];

/** Order of day, month and year in a column; `ymd` also reads `aaaammjj`. */
export const dateOrders = ['dmy', 'ymd', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/**
 * What becomes, or became, of a line.
 * - new: imported; to_correct: imported, one or more fields left empty;
 * - possible: imported, with the mention of a possible duplicate; duplicate: left out;
 * - invalid: cannot be imported.
 */
export const lineOutcomes = ['new', 'to_correct', 'possible', 'duplicate', 'invalid'] as const;
export type LineOutcome = (typeof lineOutcomes)[number];
export const lineOutcomeLabels: Readonly<Record<LineOutcome, string>> = {
  new: 'Nouveau',
  to_correct: 'Importé, à compléter',
  possible: 'Importé, doublon possible',
  duplicate: 'Doublon, laissé de côté',
  invalid: 'Non importable',
};

/** Limits of a file (settled point 12). */
export const importLimits = { bytes: 50 * 2 ** 20, lines: 100_000, chunkBytes: 2 ** 20 } as const;
