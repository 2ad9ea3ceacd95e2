import { addYears, formatDay, isDay, parseFrenchDate } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';

export type Fact = string | number | boolean | null;
export type Facts = Readonly<Record<string, Fact>>;
export type Texts = Readonly<Record<string, string>>;

/** How a fact is typed: what the person sees is always text. */
export type FactKind =
  | 'text'
  | 'area'
  | 'day'
  | 'code'
  | 'yesno'
  /** Minutes, typed in hours a week. */
  | 'hours'
  /** Hundredths of a percent. */
  | 'share'
  | 'percent'
  | 'count';

export interface FactSpec {
  name: string;
  label: string;
  kind: FactKind;
  /** An empty field is « not said ». */
  optional?: boolean;
  hint?: string;
  /** Codes with their labels, for `code`. */
  labels?: Readonly<Record<string, string>>;
  /** Few codes, all shown. */
  choice?: boolean;
  unit?: string;
  shown?: (typed: Texts) => boolean;
}

/** Contracts and installations: from a working life ago to ten years ahead. */
export const dayBounds = (today: string) => ({ earliest: addYears(today, -60), latest: addYears(today, 10) });

const scale = (kind: FactKind) => (kind === 'hours' ? 60 : kind === 'share' ? 100 : 1);

/** A fact as it is typed. */
export function textOf({ kind }: Pick<FactSpec, 'kind'>, fact: Fact | undefined): string {
  if (fact === null || fact === undefined) return '';
  if (typeof fact === 'boolean') return fact ? 'oui' : 'non';
  if (typeof fact === 'number') {
    const figure = fact / scale(kind);
    return Number.isInteger(figure) ? formatNumber(figure) : formatNumber(figure, 2).replace(/0$/u, '');
  }
  return kind === 'day' && isDay(fact) ? formatDay(fact) : fact;
}

type Reading = { fact: Fact; problem: null } | { fact: null; problem: string };

/** The fact typed, or why there is none, in one sentence. */
export function factOf(spec: FactSpec, text: string, today: string): Reading {
  const refused = (problem: string): Reading => ({ fact: null, problem });
  const read = (fact: Fact): Reading => ({ fact, problem: null });
  const typed = text.trim();
  if (typed === '') return spec.optional === true ? read(null) : refused('À remplir.');
  switch (spec.kind) {
    case 'text':
    case 'area':
    case 'code':
      return read(typed);
    case 'yesno':
      return read(typed === 'oui');
    case 'day': {
      const reading = parseFrenchDate(typed, { today, ...dayBounds(today) });
      if (reading.kind === 'day') return read(reading.day);
      return refused(reading.kind === 'empty' ? 'À remplir.' : reading.message);
    }
    case 'hours':
    case 'share':
    case 'percent':
    case 'count': {
      const plain = typed.replace(/[\u00a0\u202f ]/gu, '').replace(',', '.');
      if (!/^\d{1,5}(?:\.\d{1,2})?$/u.test(plain)) return refused('Un nombre, par exemple 35 ou 17,5.');
      const figure = Math.round(Number(plain) * scale(spec.kind) * 100) / 100;
      if (spec.kind === 'hours') return read(Math.round(figure));
      return Number.isInteger(figure) ? read(figure) : refused('Un nombre entier.');
    }
  }
}

const conflictUnits: Partial<Record<FactKind, string>> = { hours: 'h', share: '%', percent: '%' };

/** A stored value, as a conflict gives it, in the words of the screen. */
export function storedWords(spec: FactSpec, stored: string | null): string {
  if (stored === null) return 'rien';
  const text = storedText(spec, stored);
  const unit = conflictUnits[spec.kind];
  return spec.labels?.[text] ?? (unit === undefined ? text : `${text}${NBSP}${unit}`);
}

/** The same, as it would be typed. */
export function storedText(spec: FactSpec, stored: string | null): string {
  if (stored === null) return '';
  if (spec.kind === 'yesno') return stored === '1' ? 'oui' : 'non';
  const figure = ['hours', 'share', 'percent', 'count'].includes(spec.kind);
  return textOf(spec, figure ? Number(stored) : stored);
}
