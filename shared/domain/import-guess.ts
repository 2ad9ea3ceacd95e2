import { foldKey } from '#shared/kernel/text.ts';
import type { ImportField } from './import-fields.ts';

/**
 * Names of columns in the exports of French practice software and of spreadsheets, folded. The first field whose list
 * holds the header takes the column.
 */
const headers: Readonly<Record<ImportField, readonly string[]>> = {
  birthName: ['nom de naissance', 'nom naissance', 'nom de jeune fille', 'nom jeune fille', 'nom jf', 'njf', 'nom de famille', 'nom famille', 'nom patronymique', 'nom naiss', 'nomnaissance', 'nom jeunefille', 'birth name', 'patronyme'],
  usedName: ['nom usuel', 'nom d usage', 'nom usage', 'nom utilise', 'nom marital', 'nom d epouse', 'nom epouse', 'nom mari', 'nomusuel', 'nomusage'],
  firstGivenName: ['premier prenom', 'prenom de naissance', 'prenom naissance', 'prenom', '1er prenom', 'prenom 1', 'prenom1', 'prenom patient', 'first name'],
  usedGivenName: ['prenom usuel', 'prenom d usage', 'prenom usage', 'prenom utilise'],
  givenNames: ['autres prenoms', 'prenoms secondaires', 'deuxieme prenom', 'prenom 2', 'prenom2'],
  allGivenNames: ['prenoms', 'liste des prenoms', 'liste prenoms', 'prenoms de naissance', 'prenom s', 'prenom s de naissance'],
  birthDay: ['date de naissance', 'date naissance', 'ddn', 'ne le', 'nee le', 'ne e le', 'date naiss', 'datenaissance', 'dt naissance', 'naissance', 'date nais', 'birth date', 'dnaiss', 'd naissance', 'datenaiss'],
  sex: ['sexe', 'genre', 'sex', 'sexe patient'],
  civility: ['civilite', 'titre', 'civ'],
  birthPlaceCode: ['code insee naissance', 'code insee lieu de naissance', 'insee naissance', 'code lieu de naissance', 'code commune naissance', 'code insee du lieu de naissance', 'code lieu naissance'],
  birthPlaceText: ['lieu de naissance', 'lieu naissance', 'commune de naissance', 'ville de naissance', 'ne a', 'nee a', 'commune naissance', 'ville naissance'],
  insuredNir: ['nir', 'numero de securite sociale', 'no securite sociale', 'n securite sociale', 'num secu', 'numero secu', 'no ss', 'n ss', 'nss', 'numero ss', 'securite sociale', 'num ss', 'secu', 'numero insee', 'nir assure', 'numero securite sociale', 'n de securite sociale', 'immatriculation', 'numero d assure', 'num secu sociale'],
  phoneMobile: ['telephone mobile', 'tel mobile', 'mobile', 'portable', 'tel portable', 'telephone portable', 'gsm', 'tel port', 'tel mob', 'telportable', 'telmobile', 'telephone 2', 'tel 2', 'tel2'],
  phoneOther: ['telephone', 'tel', 'telephone fixe', 'tel fixe', 'fixe', 'telephone domicile', 'tel domicile', 'telephone 1', 'tel 1', 'tel1', 'domicile', 'tel dom', 'autre telephone', 'telfixe', 'numero de telephone'],
  email: ['email', 'e mail', 'mail', 'courriel', 'adresse electronique', 'adresse mail', 'adresse email', 'adresse e mail', 'mel'],
  addressLine: ['adresse', 'adresse 1', 'adresse1', 'rue', 'adresse ligne 1', 'adresse postale', 'voie', 'adresse complete', 'numero et rue'],
  postcode: ['code postal', 'cp', 'codepostal', 'code post'],
  city: ['ville', 'commune', 'localite', 'ville de residence', 'commune de residence'],
  gpName: ['medecin traitant', 'nom du medecin traitant', 'medecin', 'mt', 'praticien traitant', 'medecin traitant nom'],
  notes: ['notes', 'note', 'remarque', 'remarques', 'commentaire', 'commentaires', 'observations administratives', 'memo'],
};
const fieldOfHeader = new Map(Object.entries(headers).flatMap(([field, names]) => names.map((name) => [name, field as ImportField] as const)));

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
  m: 'M', h: 'M', homme: 'M', masculin: 'M', masc: 'M', male: 'M', '1': 'M', monsieur: 'M', mr: 'M',
  f: 'F', femme: 'F', feminin: 'F', fem: 'F', female: 'F', '2': 'F', madame: 'F', mme: 'F', mademoiselle: 'F', mlle: 'F',
};
export const civilityWords: Readonly<Record<string, 'Mme' | 'M.'>> = {
  m: 'M.', mr: 'M.', monsieur: 'M.', mme: 'Mme', madame: 'Mme', mlle: 'Mme', mademoiselle: 'Mme', melle: 'Mme',
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
  const share = (test: (cell: string) => boolean) => (filled.length === 0 ? 0 : filled.filter(test).length / filled.length);
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
    if (['nom', 'nom patient', 'nom du patient', 'last name'].includes(key)) give(index, taken.has('birthName') ? 'usedName' : 'birthName', 'header');
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
