/**
 * Text in its comparable forms: search keys, strict identity traits, sounds and distances.
 * Every function accepts any string and returns a string or a number; none throws.
 */

const LIGATURES: Record<string, string> = {
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  ß: 'ss',
  ẞ: 'SS',
  Ø: 'O',
  ø: 'o',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Þ: 'TH',
  þ: 'th',
  ĳ: 'ij',
  Ĳ: 'IJ',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬀ: 'ff',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
};
const LIGATURE_PATTERN = new RegExp(`[${Object.keys(LIGATURES).join('')}]`, 'gu');
const MARKS = /\p{M}+/gu;
// Apostrophes and hyphens as keyboards, word processors and scanners produce them.
const APOSTROPHES = /[\u2018\u2019\u201B\u02BC\u02B9\u2032\u00B4\u0060\uFF07]/gu;
const HYPHENS = /[\u2010-\u2015\u2212\u00AD\uFE63\uFF0D]/gu;
const ASCII = /^[\x20-\x7e]*$/;

/** Opens ligatures and removes accents and other diacritics; case is kept. */
export function withoutDiacritics(text: string): string {
  if (ASCII.test(text)) return text;
  // Marks first: « Ǣ » is a ligature under an accent.
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(LIGATURE_PATTERN, (letter) => LIGATURES[letter] ?? letter);
}

/**
 * Search key: lower case, no accents, ligatures opened, every sign between letters and digits (hyphen, apostrophe,
 * dot…) turned into one space. `foldKey("D'Artagnan-Œuvré")` is `"d artagnan oeuvre"`.
 */
export function foldKey(text: string): string {
  return withoutDiacritics(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Folded and without any space: `Jean-Pierre`, `JEAN PIERRE` and `Jeanpierre` give the same key. */
export function compactKey(text: string): string {
  return foldKey(text).replaceAll(' ', '');
}

/**
 * Writing rules of strict identity traits: capitals, no diacritics, ligatures opened, typographic apostrophe made
 * straight, hyphens and apostrophes kept, single spaces. Applying it twice changes nothing.
 */
export function strictTrait(text: string): string {
  // Capitals may bring marks back and some marks hide an apostrophe: signs are replaced last.
  return withoutDiacritics(withoutDiacritics(text).toUpperCase())
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, '-')
    .replace(/\s+/gu, ' ')
    .replace(/ ?([-']) ?/gu, '$1')
    .trim();
}

/** Tokens of a name, folded: `"D'Artagnan de L'Hérault"` gives `d, artagnan, de, l, herault`. */
export function nameTokens(text: string): string[] {
  const key = foldKey(text);
  return key === '' ? [] : key.split(' ');
}

// Read in order on a folded token. Each line is a spelling of French and the sound kept for it.
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^h/, ''],
  [/sch|sh|ch/g, '5'], // chat, Schmitt
  [/ph/g, 'f'],
  [/gn/g, 'n'],
  [/(?:eau|aux|au|ot|od|op|os|o)(?=$|[^aeiouy])/g, 'o'],
  [/ill|ll(?=[ey])/g, 'i'],
  [/qu|q|ck|k/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/g(?=[eiy])/g, 'j'],
  [/gu(?=[eiy])/g, 'g'],
  [/(?:ain|ein|aim|in|im|yn|ym|un|um)(?=$|[^aeiouymn])/g, '1'], // Martin, Romain
  [/(?:aen|an|am|en|em)(?=$|[^aeiouymn])/g, '2'], // Laurent, Durand
  [/(?:on|om)(?=$|[^aeiouymn])/g, '3'],
  [/oin/g, 'o1'],
  [/(?:ez|er|et|es|ee)$/g, 'e'],
  [/(?:ai|ei|ay|ey)(?=$|[^aeiouy])/g, 'e'],
  [/oi|oy/g, 'oa'],
  [/y/g, 'i'],
  [/z|x/g, 's'],
  [/w/g, 'v'],
  [/th/g, 't'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
  [/[dtspxe]+$/g, ''],
];

/**
 * Sound of one French name token, up to 8 signs: a simplified phonex. Digits stand for nasal vowels (1 in, 2 an,
 * 3 on) and for the sound of « ch » (5); silent endings fall. `Dupont`, `Dupond` and `Dupons` share a key, so do
 * `Martin` and `Martain`, `Aubry` and `Aubri`, `Lefèvre` and `Lefebvre`.
 * A token that would lose everything keeps its folded letters.
 */
export function phoneticKey(token: string): string {
  const folded = compactKey(token).replace(/febv/g, 'fev');
  let key = folded;
  for (const [pattern, sound] of SOUNDS) key = key.replace(pattern, sound);
  return (key === '' ? folded : key).slice(0, 8);
}

/**
 * Damerau-Levenshtein distance with adjacent exchanges (optimal string alignment), bounded: any distance greater
 * than `bound` is answered `bound + 1`, which lets the search stop early.
 */
export function editDistance(left: string, right: string, bound = 3): number {
  if (left === right) return 0;
  const over = bound + 1;
  if (Math.abs(left.length - right.length) > bound) return over;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= right.length; j += 1) {
      const cost = left[i - 1] === right[j - 1] ? 0 : 1;
      let cell = Math.min((previous[j] ?? over) + 1, (row[j - 1] ?? over) + 1, (previous[j - 1] ?? over) + cost);
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cell = Math.min(cell, (before[j - 2] ?? over) + 1);
      }
      row.push(cell);
      if (cell < least) least = cell;
    }
    if (least > bound) return over;
    before = previous;
    previous = row;
  }
  return Math.min(previous[right.length] ?? over, over);
}
