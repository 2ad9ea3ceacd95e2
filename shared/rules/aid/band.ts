import type { Band } from './objective-words.ts';
import type { Percentile } from './percentiles.ts';
import { percentilePosition, type PositionSituation } from './position.ts';
import type { AidTier } from './rule-sets.ts';

const OF_TIER: Readonly<Partial<Record<AidTier, Band>>> = { P90_P94: 'P90_P95', P95_PLUS: 'P95_PLUS' };
const OF_PERCENTILE: Readonly<Record<Percentile, Band>> = {
  p30: 'P30_P50',
  p50: 'P50_P70',
  p70: 'P70_P90',
  p80: 'P70_P90',
  p90: 'P90_P95',
  p95: 'P95_PLUS',
};

/** Band of the objective, from the tier when it says it, else from the position at the start. Null: not known. */
export function bandOf(
  situation: Omit<PositionSituation, 'figure'> & { figure?: number },
  tier: AidTier | null,
): Band | null {
  const ofTier = tier === null ? undefined : OF_TIER[tier];
  if (ofTier !== undefined) return ofTier;
  const { figure, ...where } = situation;
  if (figure === undefined) return null;
  const from = percentilePosition({ ...where, figure }).value?.from ?? null;
  return from === null ? null : OF_PERCENTILE[from];
}
