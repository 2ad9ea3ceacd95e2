import { compactKey, editDistance, nameTokens, phoneticKey } from '#shared/kernel/text.ts';

export type NameComparison = 'same' | 'close' | 'different' | 'unknown';

/** Distance up to which two names are close (clarification: the given name included). */
export const CLOSE_DISTANCE = 2;

/**
 * Compares two names without accents, case, hyphens or spaces. Close: at most two letters apart, same sound, or one
 * of them made of words of the other (`DUPONT` and `DUPONT-MARTIN`). Unknown when one of them is empty.
 */
export function compareNames(left: string | null | undefined, right: string | null | undefined): NameComparison {
  const a = compactKey(left ?? '');
  const b = compactKey(right ?? '');
  if (a === '' || b === '') return 'unknown';
  if (a === b) return 'same';
  // Two letters apart means nothing on « Léa » and « Mia »: at least one letter in two must be shared.
  if (editDistance(a, b, CLOSE_DISTANCE) <= CLOSE_DISTANCE && sharesEnough(a, b)) return 'close';
  if (isPartOf(left ?? '', right ?? '')) return 'close';
  return phoneticKey(a) === phoneticKey(b) ? 'close' : 'different';
}

function sharesEnough(a: string, b: string): boolean {
  return editDistance(a, b, CLOSE_DISTANCE) * 2 <= Math.max(a.length, b.length);
}

function isPartOf(left: string, right: string): boolean {
  const [short, long] = [nameTokens(left), nameTokens(right)].sort((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || short.length === 0) return false;
  return short.length < long.length && short.every((token) => token.length > 2 && long.includes(token));
}

/** Best comparison of any name of one list with any of the other: birth name and used name. */
export function compareAnyName(
  left: readonly (string | null | undefined)[],
  right: readonly (string | null | undefined)[],
): NameComparison {
  let best: NameComparison = 'unknown';
  for (const a of left) {
    for (const b of right) {
      const compared = compareNames(a, b);
      if (compared === 'same') return 'same';
      if (compared === 'close' || best === 'unknown') best = compared;
    }
  }
  return best;
}
