import { NBSP } from '#shared/kernel/format.ts';
import type { Reason, Step } from '../kernel/index.ts';

/** Unit of every amount: euro cents, whole. */
export const CENTS = 'EUR_CENTS';

/** `1re année`, `3e année`. */
export function yearWords(contractYear: number): string {
  return `${contractYear}${contractYear === 1 ? 're' : 'e'} année`;
}

export function reason(code: string, words: string): Reason {
  return { code, words };
}

export function centsStep(label: string, words: string, value: number): Step {
  return { label, words, value, unit: CENTS };
}

/** Asked each time a figure nobody could read would decide. */
export const typeYourFigure = reason('unknown_figure', `Chiffre inconnu${NBSP}: saisir celui de votre contrat.`);

/** Exact fraction of figures that may be large; the sign is in the numerator. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}
export const WHOLE: Fraction = { over: 1n, under: 1n };
export const NONE: Fraction = { over: 0n, under: 1n };

/** Cents of a share, rounded half up; a share is zero or more. */
export function centsOf(amount: number, { over, under }: Fraction): number {
  return Number((2n * BigInt(amount) * over + under) / (2n * under));
}

/** Percent with two decimals, for the screen only. */
export function percentOf({ over, under }: Fraction): number {
  return Number((2n * 10_000n * over + under) / (2n * under)) / 100;
}
