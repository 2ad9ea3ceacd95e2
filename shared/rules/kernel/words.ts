import { formatDay, isDay, MONTH_NAMES } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import type { Citation } from './citation.ts';
import { CODE_WORDS, dueWords, KEY_UNITS } from './code-words.ts';
import type { JsonValue } from './json.ts';
import type { Confidence } from './parameter.ts';

/** What a source is worth, in words. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  official: 'texte officiel',
  multiple_secondary: 'plusieurs sources',
  single_source: 'une seule source',
  inferred: 'déduit des sources',
  disputed: 'sources divergentes',
  unverified: 'usage non vérifié',
  design_choice: 'choix de Prélude',
  unknown: 'inconnu',
};

/** Units whose code is not their word. */
const UNIT_WORDS: Readonly<Record<string, string>> = { EUR_CENTS: '€', jour: '', mois_jour: '', oui_non: '', code: '' };

/** `22 000 €` from cents; the cents only when there are some. */
export function euros(cents: number): string {
  return `${formatNumber(cents / 100, cents % 100 === 0 ? 0 : 2)}${NBSP}€`;
}

/**
 * A value of the book in French: `22 000 €`, `775 patients`, `22/06/2024`, `oui`. A row by contract year reads
 * `1re : 38 000 €, 2e : 28 000 €`. Null is « inconnu ».
 */
export function valueWords(value: JsonValue, unit: string): string {
  if (value === null) return 'inconnu';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'string') return textWords(value, unit);
  if (typeof value === 'number') return figureWords(value, unit);
  if (Array.isArray(value)) return value.map((one: JsonValue) => valueWords(one, unit)).join(', ');
  if ('sharePercent' in value) {
    return `${valueWords(value['sharePercent'] ?? null, '%')} ${dueWords(value['due'])}`;
  }
  return Object.entries(value)
    .filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)
    .map(([key, one]) => `${keyWords(key)}${NBSP}: ${valueWords(one, KEY_UNITS[key] ?? unit)}`)
    .join(', ');
}

function textWords(value: string, unit: string): string {
  const month = unit === 'mois_jour' ? MONTH_NAMES[Number(value.slice(0, 2)) - 1] : undefined;
  if (month === undefined) return isDay(value) ? formatDay(value) : (CODE_WORDS[value] ?? value);
  const day = Number(value.slice(3));
  return `${day === 1 ? '1er' : day} ${month}`;
}

function figureWords(value: number, unit: string): string {
  if (unit === 'EUR_CENTS') return euros(value);
  if (unit === 'année de contrat') return `${keyWords(String(value))} année`;
  const word = UNIT_WORDS[unit] ?? unit;
  return word === '' ? formatNumber(value) : `${formatNumber(value)}${NBSP}${word}`;
}

/** Keys of a row: the year of the contract, or the two ends of a window. */
function keyWords(key: string): string {
  if (/^\d+$/u.test(key)) return key === '1' ? '1re' : `${key}e`;
  return CODE_WORDS[key] ?? key;
}

/** `Ameli, 27 juin 2024, article 38 : « … »` on one line. */
export function citationWords({ title, article, publisher, date }: Citation): string {
  return [title, article, publisher, date].filter((part) => part !== undefined && part !== '').join(', ');
}
