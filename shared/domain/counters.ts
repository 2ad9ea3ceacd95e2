/** What the aid counts, by doctor. PMT: declared patients; FA: different patients seen over a sliding year. */
export const COUNTER_METRICS = {
  PMT: 'Patientèle médecin traitant',
  FA: 'File active',
} as const;
export type CounterMetric = keyof typeof COUNTER_METRICS;
export const counterMetrics = Object.keys(COUNTER_METRICS) as [CounterMetric, ...CounterMetric[]];

/** Whom a statement of the patientèle médecin traitant counts. A statement that does not say it holds null. */
export const PMT_POPULATIONS = {
  ADULT_AND_CHILD: 'Adultes et enfants',
  ADULT: 'Adultes, 16\u00a0ans et plus',
} as const;
export type PmtPopulation = keyof typeof PMT_POPULATIONS;
export const pmtPopulations = Object.keys(PMT_POPULATIONS) as [PmtPopulation, ...PmtPopulation[]];

/** Fields of a typed statement that a correction may change. */
export const OFFICIAL_FIELDS = {
  onDay: 'Date du relevé',
  value: 'Nombre de patients',
  population: 'Patients comptés',
} as const;
export type OfficialField = keyof typeof OFFICIAL_FIELDS;
export const officialFields = Object.keys(OFFICIAL_FIELDS) as [OfficialField, ...OfficialField[]];

/** Beyond, a figure is a slip of the keyboard: no doctor follows as many persons. */
export const officialLimit = 20_000;

/** Why our count and the statement differ, as far as the recorded data can say. */
export const GAP_CATEGORIES = {
  undeclared: 'Vus, sans médecin traitant déclaré',
  declared_elsewhere: 'Vus, médecin traitant déclaré ailleurs',
  declared_to_colleague: 'Vus, médecin traitant déclaré au cabinet chez un confrère',
  not_seen: 'Déclarés à ce médecin, non vus dans l’année',
  seen_by_other: 'Déclarés à ce médecin, vus dans l’année par un confrère du cabinet seulement',
  unfinished: 'Passages restés «\u00a0prévus\u00a0», non comptés comme vus',
  unlinked: 'Passages repris, patient sans dossier',
  minors: 'Moins de 16 ans',
  undated: 'Déclarations sans date',
  out_of_window: 'Déclarés après la date du relevé',
  unexplained: 'Non expliqué',
} as const;
export type GapCategory = keyof typeof GAP_CATEGORIES;
export const gapCategories = Object.keys(GAP_CATEGORIES) as [GapCategory, ...GapCategory[]];
