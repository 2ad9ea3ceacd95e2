import { NONE, WHOLE, type Fraction } from './amount-words.ts';
import type { ModulationPolicy } from './modulation-figures.ts';

/** Patients at the start, asked for, and counted, of one metric. */
export interface MeasuredFigures {
  readonly start: number;
  readonly objective: number;
  readonly achieved: number;
}

/**
 * Share of the gain asked for that was reached, between 0 and 1. Null when no gain is asked for and patients were
 * lost: a share of nothing has no value.
 */
export function gainShare({ start, objective, achieved }: MeasuredFigures): Fraction | null {
  if (achieved >= objective) return WHOLE;
  if (objective <= start) return null;
  return achieved <= start ? NONE : { over: BigInt(achieved - start), under: BigInt(objective - start) };
}

/** Share of the amount to pay; `ask` says what prevents it from being known. */
export type SharePaid =
  | { readonly share: Fraction; readonly ask: null }
  | { readonly share: null; readonly ask: 'cumulative' | 'zero_gain_loss' };

const paid = (share: Fraction): SharePaid => ({ share, ask: null });

/**
 * What a rule pays. `cumulative` null: nobody knows whether one metric is enough, which matters only when some are
 * reached and others not. One metric being enough, reaching it pays the whole.
 */
export function sharePaid(
  policy: ModulationPolicy,
  metrics: readonly MeasuredFigures[],
  cumulative: boolean | null,
): SharePaid {
  const reached = metrics.filter(({ achieved, objective }) => achieved >= objective).length;
  if (reached === metrics.length) return paid(WHOLE);
  if (reached > 0 && cumulative === null) return { share: null, ask: 'cumulative' };
  if (reached > 0 && cumulative === false) return paid(WHOLE);
  if (policy === 'ALL_OR_NOTHING') return paid(NONE);
  const shares = metrics.map(gainShare);
  const known = shares.filter((share) => share !== null);
  if (known.length < shares.length) return { share: null, ask: 'zero_gain_loss' };
  return paid(policy === 'PRORATA_OF_GAIN_MEAN' ? meanOf(known) : smallestOf(known));
}

function smallestOf(shares: readonly Fraction[]): Fraction {
  return shares.reduce((least, share) => (share.over * least.under < least.over * share.under ? share : least), WHOLE);
}

function meanOf(shares: readonly Fraction[]): Fraction {
  const sum = shares.reduce(
    (total, share) => ({ over: total.over * share.under + share.over * total.under, under: total.under * share.under }),
    NONE,
  );
  return { over: sum.over, under: sum.under * BigInt(shares.length) };
}
