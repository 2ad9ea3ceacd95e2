import { ImportRefusal } from './refusal.ts';

export const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

/** Number of cells of each of the first lines, quoted cells left whole. */
function widths(text: string, separator: string, most: number): number[] {
  const found: number[] = [];
  let cells = 1;
  let quoted = false;
  let filled = false;
  for (let at = 0; at < text.length && found.length < most; at += 1) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    if (!quoted && sign === separator) cells += 1;
    else if (!quoted && (sign === '\n' || sign === '\r')) {
      if (filled) found.push(cells);
      cells = 1;
      filled = false;
    } else filled = true;
  }
  if (filled && found.length < most) found.push(cells);
  return found;
}

/** The line `sep=;` that spreadsheets write first. Null when absent. */
export function declaredSeparator(text: string): { separator: Separator; skip: number } | null {
  const line = /^sep=(.)\r?\n/i.exec(text);
  const separator = separators.find((one) => one === line?.[1]);
  return line === null || separator === undefined ? null : { separator, skip: line[0].length };
}

/**
 * The separator that cuts the first lines into the most regular columns.
 * @throws ImportRefusal when none gives two columns
 */
export function guessSeparator(text: string): Separator {
  let best: { separator: Separator; score: number } | null = null;
  for (const separator of separators) {
    const [header = 1, ...rest] = widths(text, separator, 60);
    if (header < 2) continue;
    const regular = rest.length === 0 ? 1 : rest.filter((width) => width === header).length / rest.length;
    const score = regular * 1000 + Math.min(header, 100);
    if (best === null || score > best.score) best = { separator, score };
  }
  if (best === null) {
    throw new ImportRefusal(
      'Une seule colonne est lisible. Enregistrer la liste avec un point-virgule, une virgule ou une tabulation entre les colonnes.',
    );
  }
  return best.separator;
}
