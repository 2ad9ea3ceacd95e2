import { foldKey } from '#shared/kernel/text.ts';
import { phoneDigits } from '#shared/kernel/format.ts';

/** What one typed word asks of a file: one of its search words lies in one of these ranges (low included, high not). */
export interface SearchTerm {
  ranges: readonly (readonly [low: string, high: string])[];
  /** The folded letters, for words that only resemble; null for figures. */
  letters: string | null;
  /** How few files it is likely to find: the highest leads the search. */
  weight: number;
}

const mostTerms = 6;
const prefix = (text: string): readonly [string, string] => [text, `${text}\u{10FFFF}`];
const twoDigits = (text: string) => text.padStart(2, '0');

/**
 * A date being typed, as beginnings of `ddmmyyyy`. Two figures of year try both centuries (settled point 22), and may
 * also be the beginning of a year of four. Null when the figures cannot be a date.
 */
function dateRanges(day: string, month: string, year: string): string[] | null {
  if (Number(day) < 1 || Number(day) > 31 || Number(month) > 12 || (month.length === 2 && Number(month) === 0))
    return null;
  const head = twoDigits(day);
  // One figure of month: 1 is January, or the beginning of 10, 11, 12; 0 waits for the next figure.
  if (year === '') {
    if (month.length === 2) return [head + month];
    return month === '1' ? [`${head}01`, `${head}1`] : month === '0' ? [`${head}0`] : [head + twoDigits(month)];
  }
  const start = head + twoDigits(month);
  if (year.length === 1) return [`${start}19${year}`, `${start}20${year}`, start + year];
  if (year.length === 2) return [`${start}19${year}`, `${start}20${year}`, `${start}18${year}`, start + year];
  return year.length <= 4 ? [start + year] : null;
}

function figureTerm(digits: string): SearchTerm {
  const starts = [digits];
  // 120354: a day, a month and two figures of year, unless the rest of a longer number.
  if (digits.length === 6) starts.push(...(dateRanges(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)) ?? []));
  return { ranges: [...new Set(starts)].map(prefix), letters: null, weight: 10 + digits.length };
}

/**
 * Cuts what is typed in the single search box. Dates written with separators stay whole; groups of figures that follow
 * each other are one number (telephone, NIR with its spaces); the rest is folded words.
 */
export function searchTerms(text: string): SearchTerm[] {
  const terms: SearchTerm[] = [];
  let figures = '';
  const flush = () => {
    if (figures !== '') terms.push(figureTerm(figures));
    figures = '';
  };
  const international = /(?:\+33|\b0033)[\s.]*(?:\(0\))?[\d\s.]*/.exec(text);
  const rest =
    international === null
      ? text
      : text.replace(international[0], ` ${phoneDigits(international[0]).replace(/^\+33/, '0')} `);
  for (const piece of rest.trim().split(/\s+/)) {
    const date = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{0,4}))?$/.exec(piece);
    const ranges = date === null ? null : dateRanges(date[1] ?? '', date[2] ?? '', date[3] ?? '');
    if (ranges !== null) {
      flush();
      terms.push({ ranges: ranges.map(prefix), letters: null, weight: 12 + piece.length });
      continue;
    }
    const compact = piece.replace(/[.\-/]/g, '');
    // 2A and 2B belong to a number only at the place of the department.
    if (
      /^\d+$/.test(compact) ||
      (/^(\d{5})?2[ab]\d*$/i.test(compact) && (figures.length === 5 || compact.length > 5))
    ) {
      figures += compact.toLowerCase();
      continue;
    }
    flush();
    for (const word of foldKey(piece).split(' ')) {
      if (word !== '')
        terms.push({ ranges: [prefix(word)], letters: /\p{L}/u.test(word) ? word : null, weight: word.length });
    }
  }
  flush();
  return terms.slice(0, mostTerms).sort((a, b) => b.weight - a.weight);
}
