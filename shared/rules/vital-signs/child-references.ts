import { ageOn, isDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { valueOn, type Parameter, type ParameterUse } from '../kernel/index.ts';
import { figure } from './limits.ts';
import { withUnit } from './wording.ts';

interface ReferenceBand {
  /** Completed months, both included; the first band ends at 28 days. */
  readonly fromMonths: number;
  readonly toMonths: number;
  readonly mean: Parameter<number>;
}

const BANDS = [
  ['0-28 jours', 0, 0],
  ['1-3 mois', 0, 3],
  ['4-12 mois', 4, 12],
  ['1-3 ans', 13, 47],
  ['4-5 ans', 48, 71],
  ['6-11 ans', 72, 143],
  ['12-18 ans', 144, 227],
] as const;

function bands(code: 'FC' | 'FR', label: string, unit: string, means: readonly number[]): readonly ReferenceBand[] {
  return BANDS.map(([ages, fromMonths, toMonths], index) => ({
    fromMonths,
    toMonths,
    mean: figure(
      `${code}.child_mean_${index + 1}`,
      `${label} au repos, ${ages}`,
      unit,
      means[index] ?? 0,
      ['T9'],
      'single_source',
    ),
  }));
}

export const CHILD_REFERENCES = {
  FC: bands('FC', 'Fréquence cardiaque', 'bpm', [140, 130, 120, 110, 100, 90, 75]),
  FR: bands('FR', 'Fréquence respiratoire', '/min', [50, 40, 36, 28, 24, 20, 16]),
} as const;
export const CHILD_SATURATION = figure(
  'SPO2.child_expected',
  'Saturation attendue au repos, enfant né à terme',
  '%',
  95,
  ['T9'],
  'single_source',
);

export interface ChildReference {
  readonly value: number;
  readonly words: string;
  readonly parameter: ParameterUse;
}

/** Figure shown beside a child's measure, for display only: no alert follows from it. Null from 19 years on. */
export function childReference(code: 'FC' | 'FR' | 'SPO2', birthDate: Day, day: Day): ChildReference | null {
  const age = isDay(birthDate) && isDay(day) ? ageOn(birthDate, day) : null;
  if (age === null || age.years >= 19) return null;
  const months = age.years * 12 + age.months;
  if (code === 'SPO2') return age.years >= 18 ? null : reference(code, CHILD_SATURATION, day, 'attendu au repos');
  const newborn = months === 0 && age.days <= 28;
  const band = newborn
    ? CHILD_REFERENCES[code][0]
    : CHILD_REFERENCES[code].slice(1).find((candidate) => months <= candidate.toMonths);
  return band === undefined ? null : reference(code, band.mean, day, 'en moyenne au repos à cet âge');
}

function reference(
  code: 'FC' | 'FR' | 'SPO2',
  definition: Parameter<number>,
  day: Day,
  what: string,
): ChildReference | null {
  const use = valueOn(definition, day);
  if (use === null || use.value === null) return null;
  const shown = code === 'FC' ? `${formatNumber(use.value)}/min` : withUnit(code, use.value);
  return { value: use.value, words: `repère\u00A0: ${shown} ${what}`, parameter: use };
}
