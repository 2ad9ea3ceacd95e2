import type { VitalSignCode } from './types.ts';

/** How a vital sign is named, measured and exchanged. */
export interface VitalSignDefinition {
  readonly code: VitalSignCode;
  readonly label: string;
  /** Unit on screen. */
  readonly unit: string;
  readonly decimals: number;
  readonly loinc: string;
  readonly loincPanel?: string;
  readonly loincAlso?: readonly string[];
  readonly ucum: string;
  readonly device: string;
  /** Details to record with the measure. */
  readonly contextFields: readonly string[];
  /** Computed from other signs, never typed. */
  readonly derived: boolean;
  /** Done by the assistant only by delegation and protocol of the doctor. */
  readonly byDelegation: boolean;
}

const PRESSURE_CONTEXT = ['bras', 'position', 'taille du brassard', 'repos en minutes', 'numéro de la mesure'];

function sign(
  definition: Omit<VitalSignDefinition, 'derived' | 'byDelegation'> &
    Partial<Pick<VitalSignDefinition, 'derived' | 'byDelegation'>>,
): VitalSignDefinition {
  return { derived: false, byDelegation: false, ...definition };
}

export const VITAL_SIGNS: Readonly<Record<VitalSignCode, VitalSignDefinition>> = {
  PAS: sign({
    code: 'PAS',
    label: 'Pression artérielle systolique',
    unit: 'mmHg',
    decimals: 0,
    loinc: '8480-6',
    loincPanel: '85354-9',
    ucum: 'mm[Hg]',
    device: 'tensiomètre automatique au bras, marqué CE et validé',
    contextFields: PRESSURE_CONTEXT,
  }),
  PAD: sign({
    code: 'PAD',
    label: 'Pression artérielle diastolique',
    unit: 'mmHg',
    decimals: 0,
    loinc: '8462-4',
    loincPanel: '85354-9',
    ucum: 'mm[Hg]',
    device: 'même mesure que la systolique',
    contextFields: PRESSURE_CONTEXT,
  }),
  FC: sign({
    code: 'FC',
    label: 'Fréquence cardiaque',
    unit: 'bpm',
    decimals: 0,
    loinc: '8867-4',
    ucum: '/min',
    device: 'automatique (moniteur ou oxymètre) ou comptage sur 60 secondes',
    contextFields: ['repos', 'régularité affichée par l’appareil'],
  }),
  TEMP: sign({
    code: 'TEMP',
    label: 'Température',
    unit: '°C',
    decimals: 1,
    loinc: '8310-5',
    ucum: 'Cel',
    device: 'thermomètre électronique',
    contextFields: ['site de mesure'],
  }),
  SPO2: sign({
    code: 'SPO2',
    label: 'Saturation en oxygène (SpO2)',
    unit: '%',
    decimals: 0,
    loinc: '2708-6',
    loincAlso: ['59408-5'],
    ucum: '%',
    device: 'oxymètre de pouls',
    contextFields: ['air ambiant ou débit d’oxygène', 'vernis, mains froides'],
  }),
  FR: sign({
    code: 'FR',
    label: 'Fréquence respiratoire',
    unit: '/min',
    decimals: 0,
    loinc: '9279-1',
    ucum: '/min',
    device: 'comptage sur 60 secondes',
    contextFields: ['repos'],
  }),
  POIDS: sign({
    code: 'POIDS',
    label: 'Poids',
    unit: 'kg',
    decimals: 1,
    loinc: '29463-7',
    ucum: 'kg',
    device: 'balance (au centième de kg pour le nourrisson)',
    contextFields: ['habillement'],
  }),
  TAILLE: sign({
    code: 'TAILLE',
    label: 'Taille',
    unit: 'cm',
    decimals: 0,
    loinc: '8302-2',
    ucum: 'cm',
    device: 'toise; toise couchée avant 2 ans',
    contextFields: ['debout ou couché'],
  }),
  IMC: sign({
    code: 'IMC',
    label: 'Indice de masse corporelle',
    unit: 'kg/m²',
    decimals: 1,
    loinc: '39156-5',
    ucum: 'kg/m2',
    device: 'calculé à partir du poids et de la taille',
    contextFields: [],
    derived: true,
  }),
  TOUR_TAILLE: sign({
    code: 'TOUR_TAILLE',
    label: 'Tour de taille',
    unit: 'cm',
    decimals: 0,
    loinc: '8280-0',
    ucum: 'cm',
    device: 'mètre ruban, à mi-distance de la dernière côte et de la crête iliaque, en fin d’expiration',
    contextFields: [],
  }),
  GLYC: sign({
    code: 'GLYC',
    label: 'Glycémie capillaire',
    unit: 'g/L',
    decimals: 2,
    loinc: '41653-7',
    loincAlso: ['14743-9'],
    ucum: 'g/L',
    device: 'lecteur automatique et autopiqueur à usage unique, par délégation et protocole du médecin',
    contextFields: ['moment (à jeun, avant ou après repas)', 'heures depuis le repas', 'lecteur et lot de bandelettes'],
    byDelegation: true,
  }),
  DOULEUR: sign({
    code: 'DOULEUR',
    label: 'Douleur',
    unit: '/10',
    decimals: 0,
    loinc: '72514-3',
    loincAlso: ['38214-3'],
    ucum: '1',
    device: 'échelle numérique ou réglette EVA (0-100 mm divisés par 10)',
    contextFields: ['échelle utilisée (EN, EVA)', 'siège', 'au repos ou en mouvement'],
  }),
  PC: sign({
    code: 'PC',
    label: 'Périmètre crânien',
    unit: 'cm',
    decimals: 1,
    loinc: '9843-4',
    loincAlso: ['8287-5'],
    ucum: 'cm',
    device: 'mètre ruban',
    contextFields: [],
  }),
  DEP: sign({
    code: 'DEP',
    label: 'Débit expiratoire de pointe',
    unit: 'L/min',
    decimals: 0,
    loinc: '33452-4',
    ucum: 'L/min',
    device: 'débitmètre de pointe, meilleur de trois souffles debout',
    contextFields: ['avant ou après bronchodilatateur', 'meilleure valeur personnelle'],
  }),
};

/** Reasons for a measure that was not done: not done differs from empty. `impossible` asks for a motive in words. */
export const NOT_DONE_REASONS = {
  refus: { label: 'Refus', needsMotive: false },
  materiel_indisponible: { label: 'Matériel indisponible', needsMotive: false },
  non_pertinent: { label: 'Non pertinent', needsMotive: false },
  impossible: { label: 'Impossible', needsMotive: true },
} as const;
export type NotDoneReason = keyof typeof NOT_DONE_REASONS;
