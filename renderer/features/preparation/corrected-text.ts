import type { TypedLine } from '#shared/domain/observation.ts';
import type { Likely } from './entry-asks.ts';

/**
 * The whole text a proposal stands for. A pressure typed in centimetres of mercury has both its figures multiplied by
 * ten (`15/9` → `150/90`); otherwise the proposal replaces the figure it comes from.
 */
export function correctedText(
  code: TypedLine,
  typed: string,
  likely: Pick<Likely[number], 'value' | 'text' | 'readAs'>,
): string {
  if (code !== 'PA') return likely.text;
  const figures = typed.split('/').map((text) => text.trim());
  const inCentimetres = (text: string) => Number(text.replace(',', '.')) <= 30;
  if (likely.readAs === 'cmHg')
    return figures
      .map((text) => (inCentimetres(text) ? String(Math.round(Number(text.replace(',', '.')) * 10)) : text))
      .join('/');
  return likely.text;
}
