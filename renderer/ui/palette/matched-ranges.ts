import { foldKey } from '#shared/kernel/text.ts';

/** Lower-case without accents, one sign for one sign, so that positions stay those of the original. */
function fold(text: string): string {
  return Array.from(text, (sign) => sign.normalize('NFD')[0]?.toLowerCase() ?? sign).join('');
}

/** Ranges of `text` that answer one of the typed words, in order, without overlap. */
export function matchedRanges(text: string, typed: string): ReadonlyArray<readonly [number, number]> {
  const haystack = fold(text);
  const words = foldKey(typed)
    .split(' ')
    .filter((word) => word.length > 0)
    .sort((a, b) => b.length - a.length);
  const marked = new Array<boolean>(haystack.length).fill(false);
  for (const word of words) {
    const needle = fold(word);
    for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + needle.length)) {
      // A lone letter is marked at the beginning of a word only: elsewhere it is noise.
      if (needle.length > 1 || at === 0 || haystack[at - 1] === ' ') marked.fill(true, at, at + needle.length);
    }
  }
  const ranges: Array<[number, number]> = [];
  marked.forEach((on, index) => {
    const last = ranges.at(-1);
    if (on && last?.[1] === index) last[1] = index + 1;
    else if (on) ranges.push([index, index + 1]);
  });
  return ranges;
}
