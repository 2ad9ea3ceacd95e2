import type { Confidence, Parameter } from '../kernel/index.ts';
import { VITAL_SIGNS } from './definitions.ts';
import { figure } from './limits.ts';
import type { VitalSource } from './sources.ts';
import type { AlertLevel, VitalSignCode } from './types.ts';

type Comparison =
  | { readonly op: '>=' | '<=' | '<' }
  /** Loss against the highest weight of the window, gain against the lowest, in days inclusive. */
  | { readonly op: 'loss_percent' | 'gain_kg'; readonly windowDays: Parameter<number> }
  | { readonly op: 'loss_cm' | '<percent_of_best' };

export type AlertRule = Comparison & {
  readonly code: VitalSignCode;
  readonly level: Exclude<AlertLevel, 'none'>;
  readonly threshold: Parameter<number>;
  /** Name of the threshold of the same sign where the band ends, excluded. */
  readonly until?: string;
  readonly sex?: 'M' | 'F';
  readonly ageFrom?: Parameter<number>;
  readonly ageBelow?: Parameter<number>;
  /** The rule holds under this age in months, whatever the adult age of the sign. */
  readonly monthsBelow?: Parameter<number>;
  readonly needs?: 'fasting' | 'heart_failure';
  /** Added after the threshold in the message. */
  readonly instruction?: string;
};

type Extras = Pick<AlertRule, 'until' | 'sex' | 'ageFrom' | 'ageBelow' | 'monthsBelow' | 'needs' | 'instruction'>;
type Origin = readonly [Confidence, VitalSource, ...VitalSource[]];

const NEWS: Origin = ['multiple_secondary', 'T5'];
const GENERAL: Origin = ['unverified', 'T10'];
const OWN: Origin = ['design_choice', 'PROJECT'];
const AT_ONCE = 'prévenir le médecin sans attendre';

function origin([confidence, first, ...others]: Origin): [readonly [VitalSource, ...VitalSource[]], Confidence] {
  return [[first, ...others], confidence];
}

function rule(
  code: VitalSignCode,
  name: string,
  level: AlertRule['level'],
  comparison: Comparison,
  value: number,
  from: Origin,
  extras: Extras = {},
  unit: string = VITAL_SIGNS[code].unit,
): AlertRule {
  const label = `${VITAL_SIGNS[code].label}, seuil ${name}`;
  return {
    code,
    level,
    threshold: figure(`${code}.${name}`, label, unit, value, ...origin(from)),
    ...comparison,
    ...extras,
  };
}

const above: Comparison = { op: '>=' };
const below: Comparison = { op: '<=' };
const strictlyBelow: Comparison = { op: '<' };
const age = (name: string, label: string, value: number, unit: string, from: Origin): Parameter<number> =>
  figure(name, label, unit, value, ...origin(from));

const SENIOR_AGE = age('IMC.senior_age', 'Âge du second seuil de l’IMC', 70, 'ans', GENERAL);
const INFANT_MONTHS = age(
  'TEMP.infant_months',
  'Âge au-dessous duquel vaut le seuil du nourrisson',
  3,
  'mois',
  GENERAL,
);
const window = (name: string, value: number): Parameter<number> =>
  age(`POIDS.${name}`, 'Poids, durée comparée', value, 'jours', GENERAL);

export const ALERT_RULES: readonly AlertRule[] = [
  rule('PAS', 'info_high', 'info', above, 120, ['single_source', 'T3'], { until: 'notify_high' }),
  rule('PAS', 'notify_high', 'notify', above, 140, ['multiple_secondary', 'T3', 'T4']),
  rule('PAS', 'notify_strong_high', 'notify_strong', above, 160, ['unverified', 'T3', 'T10']),
  rule('PAS', 'urgent_high', 'urgent', above, 180, ['unverified', 'T3', 'T10'], {
    instruction: `${AT_ONCE}, chercher des signes avec lui`,
  }),
  rule('PAS', 'notify_low', 'notify', below, 100, NEWS),
  rule('PAS', 'urgent_low', 'urgent', below, 90, NEWS, { instruction: AT_ONCE }),
  rule('PAD', 'notify_high', 'notify', above, 90, ['multiple_secondary', 'T3', 'T4']),
  rule('PAD', 'notify_strong_high', 'notify_strong', above, 100, GENERAL),
  rule('PAD', 'urgent_high', 'urgent', above, 110, GENERAL, { instruction: AT_ONCE }),
  rule('FC', 'notify_low', 'notify', below, 50, NEWS),
  rule('FC', 'urgent_low', 'urgent', below, 40, NEWS, { instruction: AT_ONCE }),
  rule('FC', 'info_high', 'info', above, 91, NEWS),
  rule('FC', 'notify_high', 'notify', above, 111, NEWS),
  rule('FC', 'urgent_high', 'urgent', above, 131, NEWS, { instruction: AT_ONCE }),
  rule('TEMP', 'notify_high', 'notify', above, 38.1, NEWS),
  rule('TEMP', 'notify_strong_high', 'notify_strong', above, 39.1, NEWS),
  rule('TEMP', 'urgent_high', 'urgent', above, 40, GENERAL, { instruction: AT_ONCE }),
  rule('TEMP', 'notify_low', 'notify', below, 36, NEWS, { until: 'urgent_low' }),
  rule('TEMP', 'urgent_low', 'urgent', below, 35, NEWS, { instruction: AT_ONCE }),
  rule('TEMP', 'infant_urgent_high', 'urgent', above, 38, GENERAL, {
    monthsBelow: INFANT_MONTHS,
    instruction: `avant 3 mois, ${AT_ONCE}`,
  }),
  rule('SPO2', 'info_low', 'info', below, 95, NEWS, { until: 'notify_low' }),
  rule('SPO2', 'notify_low', 'notify', below, 93, NEWS, { until: 'urgent_low' }),
  rule('SPO2', 'urgent_low', 'urgent', below, 91, NEWS, { instruction: AT_ONCE }),
  rule('FR', 'urgent_low', 'urgent', below, 8, NEWS, { instruction: AT_ONCE }),
  rule('FR', 'notify_low', 'notify', below, 11, NEWS, { until: 'urgent_low' }),
  rule('FR', 'notify_high', 'notify', above, 21, NEWS),
  rule('FR', 'urgent_high', 'urgent', above, 25, NEWS, { instruction: AT_ONCE }),
  rule(
    'POIDS',
    'loss_percent_1_month',
    'notify',
    { op: 'loss_percent', windowDays: window('days_1_month', 31) },
    5,
    GENERAL,
    {},
    '%',
  ),
  rule(
    'POIDS',
    'loss_percent_6_months',
    'notify',
    { op: 'loss_percent', windowDays: window('days_6_months', 183) },
    10,
    GENERAL,
    {},
    '%',
  ),
  rule('POIDS', 'gain_kg_7_days', 'notify', { op: 'gain_kg', windowDays: window('days_gain', 7) }, 3, GENERAL, {
    needs: 'heart_failure',
  }),
  rule('TAILLE', 'loss_cm_from_max', 'info', { op: 'loss_cm' }, 4, GENERAL),
  rule('IMC', 'notify_low', 'notify', strictlyBelow, 18.5, GENERAL, { ageBelow: SENIOR_AGE }),
  rule('IMC', 'senior_notify_low', 'notify', strictlyBelow, 22, GENERAL, { ageFrom: SENIOR_AGE }),
  rule('IMC', 'info_high', 'info', above, 30, GENERAL),
  rule('TOUR_TAILLE', 'men_info_high', 'info', above, 94, GENERAL, { sex: 'M', until: 'men_notify_high' }),
  rule('TOUR_TAILLE', 'men_notify_high', 'notify', above, 102, GENERAL, { sex: 'M' }),
  rule('TOUR_TAILLE', 'women_info_high', 'info', above, 80, GENERAL, { sex: 'F', until: 'women_notify_high' }),
  rule('TOUR_TAILLE', 'women_notify_high', 'notify', above, 88, GENERAL, { sex: 'F' }),
  rule('GLYC', 'urgent_low', 'urgent', strictlyBelow, 0.7, GENERAL, {
    instruction: 'appliquer le protocole écrit du cabinet, prévenir sans attendre',
  }),
  rule('GLYC', 'fasting_notify_high', 'notify', above, 1.26, ['multiple_secondary', 'T8'], { needs: 'fasting' }),
  rule('GLYC', 'notify_high', 'notify', above, 2, ['multiple_secondary', 'T8']),
  rule('GLYC', 'urgent_high', 'urgent', above, 3, GENERAL, { instruction: 'prévenir sans attendre' }),
  rule('DOULEUR', 'notify_high', 'notify', above, 4, GENERAL),
  rule('DOULEUR', 'urgent_high', 'urgent', above, 7, GENERAL, { instruction: AT_ONCE }),
  rule('DEP', 'percent_notify', 'notify', { op: '<percent_of_best' }, 80, GENERAL, {}, '%'),
  rule('DEP', 'percent_urgent', 'urgent', { op: '<percent_of_best' }, 50, GENERAL, { instruction: AT_ONCE }, '%'),
];

/** Age from which the alerts of a sign are computed; null = never by themselves. */
export const ALERTS_FROM_AGE: Readonly<Record<VitalSignCode, Parameter<number> | null>> = {
  PAS: age('PAS.adult_age', 'Tension, âge d’application des seuils', 16, 'ans', ['single_source', 'T3']),
  PAD: age('PAD.adult_age', 'Tension, âge d’application des seuils', 16, 'ans', ['single_source', 'T3']),
  FC: age('FC.adult_age', 'Fréquence cardiaque, âge d’application des seuils', 18, 'ans', OWN),
  TEMP: age('TEMP.adult_age', 'Température, âge d’application des seuils', 0, 'ans', OWN),
  SPO2: age('SPO2.adult_age', 'Saturation, âge d’application des seuils', 18, 'ans', OWN),
  FR: age('FR.adult_age', 'Fréquence respiratoire, âge d’application des seuils', 18, 'ans', OWN),
  POIDS: age('POIDS.adult_age', 'Poids, âge d’application des seuils', 18, 'ans', OWN),
  TAILLE: age('TAILLE.adult_age', 'Taille, âge d’application des seuils', 18, 'ans', OWN),
  IMC: age('IMC.adult_age', 'IMC, âge d’application des seuils', 18, 'ans', GENERAL),
  TOUR_TAILLE: age('TOUR_TAILLE.adult_age', 'Tour de taille, âge d’application des seuils', 18, 'ans', OWN),
  GLYC: age('GLYC.adult_age', 'Glycémie capillaire, âge d’application des seuils', 18, 'ans', OWN),
  DOULEUR: age('DOULEUR.adult_age', 'Douleur, âge d’application des seuils', 6, 'ans', OWN),
  PC: null,
  DEP: age('DEP.adult_age', 'Débit de pointe, âge d’application des seuils', 12, 'ans', OWN),
};
