import type { PreparationView } from '#shared/contract/preparation.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';

export interface Change {
  code: string;
  /** « Poids : 69,3 → 71,4 kg (+2,1 kg) ». */
  words: string;
}

/** Figures of this visit beside those of the last one: both are told, the difference for a weight only. */
export function changesSince(view: PreparationView): Change[] {
  return view.lines.flatMap((line) => {
    const last = line.history.at(-1);
    const now = line.retained ?? null;
    if (last === undefined || now === null || last.day !== view.previousVisitDay) return [];
    const gap =
      line.code === 'POIDS' && now.value !== last.value
        ? ` (${now.value > last.value ? '+' : ''}${formatNumber(now.value - last.value, 1)}${NBSP}${line.unit})`
        : '';
    return [{ code: line.code, words: `${line.label}${NBSP}: ${last.text} → ${now.text}${gap}` }];
  });
}
