export const METRIC_LABELS = {
  PMT_ADULT: 'Patientèle médecin traitant, adultes',
  PMT_ADULT_AND_CHILD: 'Patientèle médecin traitant, adultes et enfants',
  FILE_ACTIVE: 'File active',
} as const;
export type Metric = keyof typeof METRIC_LABELS;
export const METRICS = ['PMT_ADULT', 'PMT_ADULT_AND_CHILD', 'FILE_ACTIVE'] as const satisfies readonly Metric[];

export const POPULATION_LABELS = {
  GP: 'Médecin généraliste',
  PAEDIATRICIAN: 'Pédiatre',
  OTHER_SPECIALITY: 'Autre spécialité',
} as const;
export type Population = keyof typeof POPULATION_LABELS;
export const POPULATIONS = ['GP', 'PAEDIATRICIAN', 'OTHER_SPECIALITY'] as const satisfies readonly Population[];

/** Position at the start of the contract, lower centile included, upper one excluded. */
export const BAND_LABELS = {
  P30_P50: 'du 30e au 50e centile',
  P50_P70: 'du 50e au 70e centile',
  P70_P90: 'du 70e au 90e centile',
  P90_P95: 'du 90e au 95e centile',
  P95_PLUS: 'au 95e centile et au-delà',
} as const;
export type Band = keyof typeof BAND_LABELS;
export const BANDS = ['P30_P50', 'P50_P70', 'P70_P90', 'P90_P95', 'P95_PLUS'] as const satisfies readonly Band[];
