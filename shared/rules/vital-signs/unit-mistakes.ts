import { roundHalfUp } from '#shared/kernel/format.ts';
import { VITAL_SIGNS } from './definitions.ts';
import type { LikelyValue, VitalSignCode } from './types.ts';

const POUNDS_PER_KG = 2.2046;
const POUNDS_TOLERANCE = 0.05;
const MMOL_PER_GRAM = 5.5506;

/** Facts a unit mistake is recognised with. */
export interface MistakeFacts {
  readonly lastWeight: number | null;
  /** Limits of refusal: a proposal outside them is not one. */
  readonly min: number;
  readonly max: number;
}

/**
 * What a doubtful figure probably meant: centimetres of mercury, metres, Fahrenheit, pounds (only against the last
 * weight), mg/dL, mmol/L, millimetres of a ruler, a forgotten comma. Proposals are inside the refusal limits; the
 * caller asks, nothing is converted by itself.
 */
export function likelyValues(code: VitalSignCode, value: number, facts: MistakeFacts): LikelyValue[] {
  const { decimals } = VITAL_SIGNS[code];
  const found = [...unitReadings(code, value, facts), ...commaReadings(code, value)];
  const kept: LikelyValue[] = [];
  for (const { value: proposed, readAs } of found) {
    const rounded = roundHalfUp(proposed, decimals);
    if (rounded < facts.min || rounded > facts.max || kept.some((other) => other.value === rounded)) continue;
    kept.push({ value: rounded, readAs });
  }
  return kept;
}

function unitReadings(code: VitalSignCode, value: number, facts: MistakeFacts): LikelyValue[] {
  switch (code) {
    case 'PAS':
    case 'PAD':
      return value >= 5 && value <= 30 ? [{ value: value * 10, readAs: 'cmHg' }] : [];
    case 'TAILLE':
      return value >= 1 && value <= 2.5 ? [{ value: value * 100, readAs: 'mètres' }] : [];
    case 'TEMP':
      return value >= 86 && value <= 111 ? [{ value: (value - 32) / 1.8, readAs: '°F' }] : [];
    case 'POIDS':
      return isPounds(value, facts.lastWeight) ? [{ value: value / POUNDS_PER_KG, readAs: 'livres' }] : [];
    case 'GLYC':
      return [
        ...(Number.isInteger(value) && value >= 20 && value <= 600 ? [{ value: value / 100, readAs: 'mg/dL' }] : []),
        ...(value > 4 && value <= 33 ? [{ value: value / MMOL_PER_GRAM, readAs: 'mmol/L' }] : []),
      ];
    case 'DOULEUR':
      return value > 10 && value <= 100 ? [{ value: value / 10, readAs: 'mm' }] : [];
    default:
      return [];
  }
}

function isPounds(value: number, lastWeight: number | null): boolean {
  if (lastWeight === null || lastWeight <= 0) return false;
  return Math.abs(value / POUNDS_PER_KG - lastWeight) <= POUNDS_TOLERANCE * lastWeight;
}

/** A whole figure ten times too big, where the sign keeps one decimal. */
function commaReadings(code: VitalSignCode, value: number): LikelyValue[] {
  return VITAL_SIGNS[code].decimals === 1 && Number.isInteger(value) ? [{ value: value / 10, readAs: null }] : [];
}
