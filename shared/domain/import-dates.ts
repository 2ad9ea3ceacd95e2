import { dayOf, type Day } from '#shared/kernel/day.ts';
import type { DateOrder } from './import-fields.ts';

const separated = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4}|\d{2})$/;
const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const compact = /^\d{8}$/;
const plausibleYear = (year: number) => year >= 1890 && year <= 2100;

/** Without the hour that databases add to a day. */
const dayPart = (cell: string) => cell.trim().replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?Z?$/u, '');

/** What the cells of one column say of their dates, gathered cell by cell. */
export interface DateClues {
  filled: number;
  dates: number;
  yearFirst: number;
  /** Cells whose first, or second, figure can only be a day. */
  firstIsDay: number;
  secondIsDay: number;
  /** Cells where the order changes the date. */
  open: number;
}

export const noClues = (): DateClues => ({ filled: 0, dates: 0, yearFirst: 0, firstIsDay: 0, secondIsDay: 0, open: 0 });

/** Adds one cell to the clues. Blank cells tell nothing. */
export function addClue(clues: DateClues, cell: string): void {
  const text = dayPart(cell);
  if (text === '') return;
  clues.filled += 1;
  const year = iso.exec(text);
  if (year !== null || (compact.test(text) && readCompact(text, 'ymd') !== null && readCompact(text, 'dmy') === null)) {
    clues.dates += 1;
    clues.yearFirst += 1;
    return;
  }
  if (compact.test(text)) {
    if (readCompact(text, 'dmy') !== null) clues.dates += 1;
    // Eight figures: the day comes first in every known software.
    if (readCompact(text, 'dmy') !== null) clues.firstIsDay += 1;
    return;
  }
  const parts = separated.exec(text);
  const [first, second] = [Number(parts?.[1] ?? 0), Number(parts?.[2] ?? 0)];
  if (parts === null || first < 1 || second < 1 || first > 31 || second > 31) return;
  clues.dates += 1;
  if (first > 12) clues.firstIsDay += 1;
  else if (second > 12) clues.secondIsDay += 1;
  else if (first !== second) clues.open += 1;
}

/**
 * The order of a column's dates, or null when the column holds no dates (fewer than nine filled cells in ten).
 * Ambiguous when both readings hold for every cell that could tell: the person is asked, once.
 */
export function dateOrderOf(clues: DateClues): { order: DateOrder; ambiguous: boolean } | null {
  if (clues.dates === 0 || clues.dates * 10 < clues.filled * 9) return null;
  if (clues.yearFirst * 2 > clues.dates) return { order: 'ymd', ambiguous: false };
  if (clues.secondIsDay > clues.firstIsDay) return { order: 'mdy', ambiguous: false };
  return { order: 'dmy', ambiguous: clues.firstIsDay === 0 && clues.open > 0 };
}

function readCompact(text: string, order: 'dmy' | 'ymd'): Day | null {
  const [year, month, day] =
    order === 'dmy'
      ? [Number(text.slice(4)), Number(text.slice(2, 4)), Number(text.slice(0, 2))]
      : [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  return plausibleYear(year) ? dayOf(year, month, day) : null;
}

/**
 * A cell of a date column written the French way (`12/03/1954`), from the column's order. What is no date comes back
 * as it is, for the reader of the field to refuse in words; nothing is guessed.
 */
export function frenchDateText(cell: string, order: DateOrder): string {
  const text = dayPart(cell);
  const year = iso.exec(text);
  if (year !== null) return `${year[3]}/${year[2]}/${year[1]}`;
  if (order === 'ymd' && compact.test(text)) return `${text.slice(6)}/${text.slice(4, 6)}/${text.slice(0, 4)}`;
  const parts = separated.exec(text);
  return parts !== null && order === 'mdy' ? `${parts[2]}/${parts[1]}/${parts[3]}` : text;
}
