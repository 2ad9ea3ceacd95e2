import { foldKey } from '#shared/kernel/text.ts';
import type { ImportField } from './import-fields.ts';
import { importHeaders } from './import-headers.ts';

const fieldOfHeader = new Map(
  Object.entries(importHeaders).flatMap(([field, names]) => names.map((name) => [name, field as ImportField] as const)),
);

/** What the filled cells of a column look like, as shares of 0 to 1. */
export interface ColumnLook {
  filled: number;
  email: number;
  nir: number;
  mobile: number;
  phone: number;
  postcode: number;
  sex: number;
  civility: number;
  dates: boolean;
}

export const sexWords: Readonly<Record<string, 'M' | 'F'>> = {
  m: 'M',
  h: 'M',
  homme: 'M',
  masculin: 'M',
  masc: 'M',
  male: 'M',
  '1': 'M',
  monsieur: 'M',
  mr: 'M',
  f: 'F',
  femme: 'F',
  feminin: 'F',
  fem: 'F',
  female: 'F',
  '2': 'F',
  madame: 'F',
  mme: 'F',
  mademoiselle: 'F',
  mlle: 'F',
};
export const civilityWords: Readonly<Record<string, 'Mme' | 'M.'>> = {
  m: 'M.',
  mr: 'M.',
  monsieur: 'M.',
  mme: 'Mme',
  madame: 'Mme',
  mlle: 'Mme',
  mademoiselle: 'Mme',
  melle: 'Mme',
};

const shapes = {
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u,
  nir: /^[1-478]\s?\d{2}\s?\d{2}\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}(?:\s?\d{2})?$/iu,
  mobile: /^(?:0|\+33\s?(?:\(0\))?|0033)\s?[67](?:[\s.\-/]?\d{2}){4}$/u,
  phone: /^(?:0|\+33\s?(?:\(0\))?|0033)\s?[1-9](?:[\s.\-/]?\d{2}){4}$/u,
  postcode: /^(?:\d{5}|2[AB]\d{3})$/iu,
} as const;

/** The look of a column from a sample of its cells. */
export function lookOf(cells: readonly string[], dates: boolean): ColumnLook {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const share = (test: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  return {
    filled: filled.length,
    email: share((cell) => shapes.email.test(cell)),
    nir: share((cell) => shapes.nir.test(cell)),
    mobile: share((cell) => shapes.mobile.test(cell)),
    phone: share((cell) => shapes.phone.test(cell)),
    postcode: share((cell) => shapes.postcode.test(cell)),
    sex: share((cell) => sexWords[foldKey(cell)] !== undefined),
    civility: share((cell) => civilityWords[foldKey(cell)] !== undefined && foldKey(cell) !== 'm'),
    dates,
  };
}

export interface GuessedField {
  field: ImportField | null;
  from: 'header' | 'content' | null;
}

/** Proposes a field per column: names first, then what the cells look like. A field is given once. */
export function guessFields(headerCells: readonly string[], looks: readonly ColumnLook[]): GuessedField[] {
  const keys = headerCells.map((header) => foldKey(header));
  const guesses: GuessedField[] = keys.map(() => ({ field: null, from: null }));
  const taken = new Set<ImportField>();
  const give = (index: number, field: ImportField, from: 'header' | 'content') => {
    if (taken.has(field) || guesses[index]?.field !== null) return;
    taken.add(field);
    guesses[index] = { field, from };
  };
  keys.forEach((key, index) => {
    const field = fieldOfHeader.get(key);
    if (field !== undefined) give(index, field, 'header');
  });
  // « Nom » alone is the birth name; beside a birth name it is the name in use.
  keys.forEach((key, index) => {
    if (['nom', 'nom patient', 'nom du patient', 'last name'].includes(key))
      give(index, taken.has('birthName') ? 'usedName' : 'birthName', 'header');
  });
  keys.forEach((key, index) => {
    const field = fieldOfHeader.get(key.replace(/^(?:patient|pat|assure)\s|\s(?:patient|du patient)$/u, ''));
    if (field !== undefined) give(index, field, 'header');
  });
  const likely: readonly (readonly [ImportField, (look: ColumnLook) => boolean])[] = [
    ['email', (look) => look.email >= 0.6],
    ['insuredNir', (look) => look.nir >= 0.6],
    ['phoneMobile', (look) => look.mobile >= 0.6],
    ['phoneOther', (look) => look.phone >= 0.6],
    ['sex', (look) => look.sex >= 0.95],
    ['civility', (look) => look.civility >= 0.6],
    ['postcode', (look) => look.postcode >= 0.8],
  ];
  looks.forEach((look, index) => {
    const found = look.filled === 0 ? undefined : likely.find(([field, test]) => !taken.has(field) && test(look));
    if (found !== undefined) give(index, found[0], 'content');
  });
  const dated = looks.flatMap((look, index) => (look.dates && guesses[index]?.field === null ? [index] : []));
  if (dated.length === 1 && dated[0] !== undefined) give(dated[0], 'birthDay', 'content');
  return guesses;
}
