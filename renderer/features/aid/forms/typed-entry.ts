import { formatDay, parseFrenchDate } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';

/** A form as typed: texts by field name. A box ticked is `oui`. */
export type Typed = Readonly<Record<string, string>>;

const BOUNDS = { earliest: '2015-01-01', latest: '2099-12-31' } as const;
const bare = (text: string) => text.replace(/[\u00a0\u202f €]/gu, '').replace(',', '.');

export const dayText = (day: string | null | undefined) => (day == null ? '' : formatDay(day));
export const countText = (count: number | null | undefined) => (count == null ? '' : String(count));
export const centsText = (cents: number | null | undefined) =>
  cents == null ? '' : formatNumber(cents / 100, cents % 100 === 0 ? 0 : 2);
export const flagText = (flag: boolean | null | undefined) => (flag == null ? '' : flag ? 'oui' : 'non');

/** The day of a typed text, or null when there is none or it cannot be read. */
export function dayIn(text: string | undefined, today: string): string | null {
  const reading = parseFrenchDate(text ?? '', { today, ...BOUNDS });
  return reading.kind === 'day' ? reading.day : null;
}

/**
 * Reads a typed form field by field. What cannot be read adds its sentence to `problems` under the field's name; an
 * empty field is null, and is a problem for the `needed` readings only.
 */
export function entryReader(typed: Typed, today: string) {
  const problems: Record<string, string> = {};
  const text = (name: string) => (typed[name] ?? '').trim();
  const refuse = (name: string, words: string): null => {
    problems[name] = words;
    return null;
  };
  const day = (name: string): string | null => {
    const reading = parseFrenchDate(text(name), { today, ...BOUNDS });
    if (reading.kind === 'empty') return null;
    if (reading.kind === 'day') return reading.day;
    return refuse(name, reading.message);
  };
  const count = (name: string): number | null => {
    const figure = bare(text(name));
    if (figure === '') return null;
    return /^\d{1,7}$/u.test(figure) ? Number(figure) : refuse(name, 'Un nombre entier, par exemple 1040.');
  };
  return {
    problems,
    text: (name: string): string | null => text(name) || null,
    day,
    count,
    /** Cents of a sum typed in euros. */
    cents: (name: string): number | null => {
      const figure = bare(text(name));
      if (figure === '') return null;
      if (!/^\d{1,7}(?:\.\d{1,2})?$/u.test(figure))
        return refuse(name, 'Une somme en euros, par exemple 36 000 ou 18 250,50.');
      return Math.round(Number(figure) * 100);
    },
    /** A number by halves. */
    halves: (name: string): number | null => {
      const figure = bare(text(name));
      if (figure === '') return null;
      return /^\d{1,3}(?:\.[05])?$/u.test(figure) ? Number(figure) : refuse(name, 'Par demi-ETP, par exemple 1,5.');
    },
    flag: (name: string): boolean | null => (text(name) === '' ? null : text(name) === 'oui'),
    ticked: (name: string): boolean => text(name) === 'oui',
    /** One code of a list, or null. */
    code: <C extends string>(name: string, labels: Readonly<Record<C, string>>): C | null =>
      Object.hasOwn(labels, text(name)) ? (text(name) as C) : null,
    /** The same values, an empty one being said. */
    needed: <V>(name: string, value: V | null, words = 'À remplir.'): V => {
      if (value === null && problems[name] === undefined) problems[name] = words;
      return value as V;
    },
  };
}
export type EntryReader = ReturnType<typeof entryReader>;
