import { formatNumber } from '#shared/kernel/format.ts';
import { VITAL_SIGNS } from './definitions.ts';
import type { MeasureValue, VitalSignCode } from './types.ts';

export type ParsedMeasure =
  | { readonly kind: 'empty' }
  /** `-` typed alone: the line becomes « Non fait » and asks the reason. */
  | { readonly kind: 'not_done' }
  | { readonly kind: 'value'; readonly value: MeasureValue }
  | { readonly kind: 'refused'; readonly words: string };

const FIGURE = /^(\d{1,6})(?:[.,](\d{0,4}))?$/;

/**
 * Reads a typed measure: figures only, comma or dot; `LO` and `HI` for the glucose meter; any other text is refused
 * with a sentence. Limits are not checked here: `evaluate` does it.
 */
export function parseMeasure(code: VitalSignCode, rawText: string): ParsedMeasure {
  const text = rawText.trim();
  if (text === '') return { kind: 'empty' };
  if (/^[-\u2010-\u2014\u2212]$/u.test(text)) return { kind: 'not_done' };
  if (code === 'GLYC' && /^(lo|hi)$/i.test(text)) {
    return { kind: 'value', value: text.toUpperCase() === 'LO' ? 'LO' : 'HI' };
  }
  const figure = FIGURE.exec(text);
  if (figure === null) return { kind: 'refused', words: `Chiffres seulement, par exemple ${exampleOf(code)}.` };
  return { kind: 'value', value: Number(`${figure[1] ?? '0'}.${figure[2] || '0'}`) };
}

function exampleOf(code: VitalSignCode): string {
  const { decimals } = VITAL_SIGNS[code];
  return decimals === 0 ? '12' : formatNumber(code === 'GLYC' ? 1.05 : 37.3, decimals);
}
