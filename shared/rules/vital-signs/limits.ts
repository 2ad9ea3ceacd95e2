import { parameter, type Citations, type Confidence, type Parameter } from '../kernel/index.ts';
import { VITAL_SIGNS } from './definitions.ts';
import { VITAL_SOURCES, type VitalSource } from './sources.ts';
import type { VitalSignCode } from './types.ts';

/** Day the figures of this rule set were last compared with their sources. */
export const CHECKED_ON = '2026-11-22';

/** Builds one figure of this rule set; its id is `vital.<name>`. */
export function figure(
  name: string,
  label: string,
  unit: string,
  value: number,
  sources: readonly [VitalSource, ...VitalSource[]],
  confidence: Confidence,
): Parameter<number> {
  const [first, ...others] = sources;
  const citations: Citations = [VITAL_SOURCES[first], ...others.map((source) => VITAL_SOURCES[source])];
  return parameter({
    id: `vital.${name}`,
    label,
    unit,
    values: [{ from: null, value, sources: citations, confidence }],
    checkedOn: CHECKED_ON,
  });
}

export interface Limits {
  /** Outside: refused, a typing error or impossible. */
  readonly hardMin: Parameter<number>;
  readonly hardMax: Parameter<number>;
  /** Outside: accepted after a second look. */
  readonly confirmMin: Parameter<number>;
  readonly confirmMax: Parameter<number>;
}

function limits(code: VitalSignCode, hard: readonly [number, number], confirm: readonly [number, number]): Limits {
  const { label, unit } = VITAL_SIGNS[code];
  const limit = (name: string, words: string, value: number): Parameter<number> =>
    figure(`${code}.${name}`, `${label}, ${words}`, unit, value, ['PROJECT'], 'design_choice');
  return {
    hardMin: limit('hard_min', 'refus au-dessous de', hard[0]),
    hardMax: limit('hard_max', 'refus au-dessus de', hard[1]),
    confirmMin: limit('confirm_min', 'confirmation au-dessous de', confirm[0]),
    confirmMax: limit('confirm_max', 'confirmation au-dessus de', confirm[1]),
  };
}

export const LIMITS: Readonly<Record<VitalSignCode, Limits>> = {
  PAS: limits('PAS', [50, 300], [80, 220]),
  PAD: limits('PAD', [20, 200], [40, 130]),
  FC: limits('FC', [20, 300], [40, 160]),
  TEMP: limits('TEMP', [30, 44], [35, 40.5]),
  SPO2: limits('SPO2', [50, 100], [85, 100]),
  FR: limits('FR', [4, 80], [8, 40]),
  POIDS: limits('POIDS', [0.3, 400], [30, 200]),
  TAILLE: limits('TAILLE', [30, 250], [120, 215]),
  IMC: limits('IMC', [5, 120], [13, 70]),
  TOUR_TAILLE: limits('TOUR_TAILLE', [30, 250], [50, 180]),
  GLYC: limits('GLYC', [0.1, 8], [0.5, 4]),
  DOULEUR: limits('DOULEUR', [0, 10], [0, 10]),
  PC: limits('PC', [20, 70], [28, 58]),
  DEP: limits('DEP', [30, 900], [60, 800]),
};

/** Confirmation limits apply from this age; the head circumference has its own, which are a child's. */
export const CONFIRM_FROM_AGE = figure(
  'confirm_from_age',
  'Âge à partir duquel une valeur peu courante se confirme',
  'ans',
  18,
  ['PROJECT'],
  'design_choice',
);
export const PRESSURE_MIN_GAP = figure(
  'pressure_min_gap',
  'Écart minimal entre systolique et diastolique',
  'mmHg',
  5,
  ['PROJECT'],
  'design_choice',
);
export const WEIGHT_CHECK_PERCENT = figure(
  'POIDS.check_percent',
  'Écart avec le dernier poids qui se confirme',
  '%',
  10,
  ['PROJECT'],
  'design_choice',
);
export const WEIGHT_CHECK_MONTHS = figure(
  'POIDS.check_months',
  'Âge du dernier poids auquel comparer la saisie',
  'mois',
  3,
  ['PROJECT'],
  'design_choice',
);
export const BMI_HEIGHT_MONTHS = figure(
  'IMC.height_months',
  'Âge de la dernière taille utilisable chez l’adulte',
  'mois',
  12,
  ['PROJECT'],
  'design_choice',
);
export const HEAD_UNTIL_AGE = figure(
  'PC.until_age',
  'Âge à partir duquel le périmètre crânien se confirme',
  'ans',
  6,
  ['PROJECT'],
  'design_choice',
);
