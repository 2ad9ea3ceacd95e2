import { foldKey } from '#shared/kernel/text.ts';

/**
 * Words that conclude in place of the doctor. No French message of the rules or of the screens carries one: a figure
 * is « dans les limites » or « au-dessus du seuil ». Compared without accents or case, on whole words; a final `*`
 * stands for any ending.
 */
export const concludingWords: readonly string[] = [
  'normal*',
  'anormal*',
  'haut',
  'haute',
  'hauts',
  'hautes',
  'trop bas',
  'trop basse',
  'élevé*',
  'excessi*',
  'hypertension*',
  'hypertendu*',
  'hypotension*',
  'tachycard*',
  'bradycard*',
  'tachypn*',
  'bradypn*',
  'arythmi*',
  'fièvre*',
  'fébrile*',
  'hypertherm*',
  'hypotherm*',
  'désaturation*',
  'hypox*',
  'hypercapni*',
  'obèse*',
  'obésité*',
  'surpoids',
  'surcharge pondérale',
  'maigreur',
  'dénutri*',
  'corpulen*',
  'hypoglyc*',
  'hyperglyc*',
  'diabétique*',
  'prédiabète*',
  'diagnosti*',
  'patholog*',
  'malade',
  'malades',
  'maladie probable',
  'inquiétant*',
  'rassurant*',
  'alarmant*',
  'dangereu*',
  'satisfaisant*',
  'bonne santé',
  'mauvaise santé',
  'probablement atteint*',
  'souffre de',
];

const PATTERNS: readonly (readonly [string, RegExp])[] = concludingWords.map((word) => {
  const open = word.endsWith('*');
  return [word, new RegExp(`(?:^| )${foldKey(word)}${open ? '' : '(?: |$)'}`, 'u')] as const;
});

/** The concluding words found in a text, as they are written in the list; empty for an acceptable message. */
export function findConcludingWords(text: string): string[] {
  const key = foldKey(text);
  return PATTERNS.filter(([, pattern]) => pattern.test(key)).map(([word]) => word);
}
