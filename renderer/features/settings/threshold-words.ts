import {
  VITAL_PARAMETERS,
  VITAL_SIGN_CODES,
  VITAL_SIGNS,
  type VitalSignCode,
} from '#shared/rules/vital-signs/index.ts';

/** Name of a threshold of the rule book → what the doctor reads. A name absent from here is not a threshold one sets. */
const words: Readonly<Record<string, string>> = {
  info_high: 'Pour information, à partir de',
  notify_high: 'À signaler, à partir de',
  notify_strong_high: 'À signaler en tête, à partir de',
  urgent_high: 'Prévenir sans attendre, à partir de',
  info_low: 'Pour information, jusqu’à',
  notify_low: 'À signaler, jusqu’à',
  urgent_low: 'Prévenir sans attendre, jusqu’à',
  infant_urgent_high: 'Avant 3 mois, prévenir sans attendre à partir de',
  loss_percent_1_month: 'Perte sur un mois à signaler, à partir de',
  loss_percent_6_months: 'Perte sur six mois à signaler, à partir de',
  gain_kg_7_days: 'Insuffisance cardiaque, prise sur 7 jours à signaler, à partir de',
  loss_cm_from_max: 'Perte depuis la plus grande taille, pour information, à partir de',
  senior_notify_low: 'À partir de 70 ans, à signaler au-dessous de',
  men_info_high: 'Homme, pour information, à partir de',
  men_notify_high: 'Homme, à signaler, à partir de',
  women_info_high: 'Femme, pour information, à partir de',
  women_notify_high: 'Femme, à signaler, à partir de',
  fasting_notify_high: 'À jeun, à signaler, à partir de',
  percent_notify: 'Part de la meilleure valeur personnelle à signaler, au-dessous de',
  percent_urgent: 'Part de la meilleure valeur, prévenir sans attendre au-dessous de',
};

/** Bounds excluded: the word differs from the general one. */
const strict: Readonly<Record<string, string>> = {
  'IMC.notify_low': 'À signaler, au-dessous de',
  'GLYC.urgent_low': 'Prévenir sans attendre, au-dessous de',
};

export interface Threshold {
  /** Parameter id of the rule book, `vital.PAS.notify_high`. */
  id: string;
  code: VitalSignCode;
  name: string;
  label: string;
  unit: string;
  decimals: number;
  byDefault: number;
  /** A value beyond is refused at entry: a threshold there would never be met. Null when in another unit. */
  bounds: readonly [number, number] | null;
}

const latest = (id: string) => {
  const parameter = VITAL_PARAMETERS.find((one) => one.id === id);
  return parameter === undefined ? null : { unit: parameter.unit, value: parameter.values.at(-1)?.value ?? null };
};

function thresholdsOf(code: VitalSignCode): Threshold[] {
  const sign = VITAL_SIGNS[code];
  return VITAL_PARAMETERS.flatMap(({ id, unit, values }) => {
    const [, owner, name = ''] = id.split('.');
    const label = strict[`${code}.${name}`] ?? words[name];
    const byDefault = values.at(-1)?.value;
    if (owner !== code || label === undefined || byDefault === null || byDefault === undefined) return [];
    const low = latest(`vital.${code}.hard_min`)?.value;
    const high = latest(`vital.${code}.hard_max`)?.value;
    const comparable = unit === sign.unit && !/^(?:loss|gain)_/u.test(name);
    const bounds = comparable && typeof low === 'number' && typeof high === 'number' ? ([low, high] as const) : null;
    return [{ id, code, name, label, unit, decimals: unit === sign.unit ? sign.decimals : 0, byDefault, bounds }];
  });
}

/** Every threshold the practice may set, by vital sign, in the order of the rule book. */
export const thresholdGroups = VITAL_SIGN_CODES.map((code) => ({
  code,
  label: VITAL_SIGNS[code].label,
  thresholds: thresholdsOf(code),
})).filter((group) => group.thresholds.length > 0);

const figure = (value: number) => String(value).replace('.', ',');

/** "140 mmHg". */
export const withUnit = (value: number, unit: string): string => `${figure(value)}\u00a0${unit}`;
export const figureOf = figure;

/** Somebody else set the same threshold meanwhile. */
export function conflictSentence({ unit, byDefault }: Threshold, theirs: number | null, by: string): string {
  const value = theirs === null ? `${withUnit(byDefault, unit)}, par défaut` : withUnit(theirs, unit);
  return `Modifié entre-temps${by === '' ? '' : ` par ${by}`}\u00a0: ${value}. Quitter à nouveau le champ pour garder la saisie, ou y remettre cette valeur.`;
}

/** The typed threshold, or why it cannot be one. Empty = the default of the rule book. */
export function readThreshold(threshold: Threshold, typed: string): { value: number | null; problem: string | null } {
  const text = typed.trim().replace(',', '.');
  if (text === '') return { value: null, problem: null };
  const value = Number(text);
  // `Number` alone would read 1e3 or 0x8C.
  if (!/^\d{1,6}(?:\.\d{0,4})?$/u.test(text)) return { value: null, problem: 'Un nombre, par exemple 135.' };
  const { bounds } = threshold;
  if (bounds !== null && (value < bounds[0] || value > bounds[1])) {
    return {
      value: null,
      problem: `Hors des valeurs acceptées à la saisie (${figure(bounds[0])} à ${figure(bounds[1])}).`,
    };
  }
  return { value: value === threshold.byDefault ? null : value, problem: null };
}
