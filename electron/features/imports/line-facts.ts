import { frenchDateText } from '#shared/domain/import-dates.ts';
import { importFields, type DateOrder, type ImportField } from '#shared/domain/import-fields.ts';
import { civilityWords, sexWords } from '#shared/domain/import-guess.ts';
import type { PatientFacts, PatientField } from '#shared/domain/patient.ts';
import { foldKey } from '#shared/kernel/text.ts';
import { TYPED_DATE_WORDS } from '#shared/kernel/day.ts';
import type { ImportChoices } from '#shared/contract/imports.ts';
import type { ImportMapping } from '#shared/domain/import-mapping.ts';
import { emptyFacts, readPatientField } from '#shared/contract/patient-fields.ts';
import { checkNir } from '#shared/rules/identity/index.ts';
import { cleanCell } from '#electron/exchange/csv/formula.ts';

/** A line read: facts to import with what was left empty, or why it cannot be imported. */
export type LineReading = { facts: PatientFacts; remarks: string[] } | { facts: null; remarks: string[] };

const strict = ['birthName', 'firstGivenName', 'birthDay', 'sex'] as const;
const label = (field: ImportField) => importFields[field].label;
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Why this mapping cannot give a single patient; null when it can. */
export function mappingProblem(mapping: ImportMapping, columns: number, choices: ImportChoices): string | null {
  const fields = new Set(mapping.map(({ field }) => field));
  if (fields.size < mapping.length) return 'Un même champ est donné par deux colonnes. N’en garder qu’une.';
  if (new Set(mapping.map(({ column }) => column)).size < mapping.length)
    return 'Une même colonne donne deux champs. N’en garder qu’un.';
  if (mapping.some(({ column }) => column >= columns)) return 'Cette colonne n’existe pas dans le fichier.';
  const missing: string[] = [];
  if (!fields.has('birthName') && !(choices.birthNameFromUsedName && fields.has('usedName')))
    missing.push(label('birthName'));
  if (!fields.has('firstGivenName') && !fields.has('allGivenNames')) missing.push(label('firstGivenName'));
  if (!fields.has('birthDay')) missing.push(label('birthDay'));
  if (!fields.has('sex') && !fields.has('civility')) missing.push(`${label('sex')} ou ${lower(label('civility'))}`);
  return missing.length === 0
    ? null
    : `Il manque\u00a0: ${missing.map(lower).join(', ')}. Choisir la colonne qui le donne.`;
}

/** Cells by field, cleaned, with the values each software writes in its own way brought to ours. */
function textsOf(
  cells: readonly string[],
  mapping: ImportMapping,
): { texts: Map<ImportField, string>; neutralised: ImportField[] } {
  const texts = new Map<ImportField, string>();
  const neutralised: ImportField[] = [];
  for (const { column, field, dateOrder } of mapping) {
    const cell = cleanCell(cells[column] ?? '');
    if (cell.neutralised) neutralised.push(field);
    if (cell.text !== '') texts.set(field, asTyped(field, cell.text, dateOrder ?? 'dmy'));
  }
  return { texts, neutralised };
}

function asTyped(field: ImportField, text: string, order: DateOrder): string {
  if (field === 'birthDay') return frenchDateText(text, order);
  if (field === 'sex') return sexWords[foldKey(text)] ?? text;
  if (field === 'civility') return civilityWords[foldKey(text)] ?? text;
  // Spreadsheets drop the leading zero of what looks like a number.
  if (field === 'phoneMobile' || field === 'phoneOther')
    return /^[1-9]\d{8}$/.test(text.replace(/[\s.-]/g, '')) ? `0${text}` : text;
  if (field === 'postcode' || field === 'birthPlaceCode') return /^\d{4}$/.test(text) ? `0${text}` : text;
  return text;
}

/** What a line does not say itself: first given name of a list, sex of a civility, birth name kept under the used name. */
function complete(texts: Map<ImportField, string>, choices: ImportChoices, remarks: string[]): void {
  const all = texts.get('allGivenNames');
  if (all !== undefined) {
    const [first = '', ...others] = all.split(/[\s,;]+/u).filter((name) => name !== '');
    if (!texts.has('firstGivenName')) texts.set('firstGivenName', first);
    if (!texts.has('givenNames') && others.length > 0) texts.set('givenNames', others.join(' '));
  }
  const civility = texts.get('civility');
  if (!texts.has('sex') && civility !== undefined)
    texts.set('sex', civility === 'Mme' ? 'F' : civility === 'M.' ? 'M' : civility);
  // Many exports repeat the birth name where no other name is used.
  if (sameName(texts, 'usedName', 'birthName')) texts.delete('usedName');
  if (sameName(texts, 'usedGivenName', 'firstGivenName')) texts.delete('usedGivenName');
  const used = texts.get('usedName');
  if (!texts.has('birthName') && used !== undefined && choices.birthNameFromUsedName) {
    texts.set('birthName', used);
    texts.delete('usedName');
    remarks.push('Nom de naissance absent\u00a0: le nom utilisé est repris, à vérifier.');
  }
}

const sameName = (texts: Map<ImportField, string>, one: ImportField, other: ImportField) =>
  foldKey(texts.get(one) ?? '') === foldKey(texts.get(other) ?? '');
const sentence = (message: string) =>
  message === TYPED_DATE_WORDS.century ? 'Année sur deux chiffres\u00a0: le siècle manque.' : message;

/**
 * One line as a patient. A strict trait missing or invalid makes it impossible to import; any other invalid cell is
 * left empty and said (settled point 9; identity by import is provisoire at most, point 19).
 */
export function readLine(
  cells: readonly string[],
  mapping: ImportMapping,
  choices: ImportChoices,
  today: string,
): LineReading {
  const { texts, neutralised } = textsOf(cells, mapping);
  const remarks = neutralised.map((field) => `${label(field)}\u00a0: signe de formule retiré.`);
  complete(texts, choices, remarks);
  const facts: { [F in PatientField]: string | null } = { ...emptyFacts };
  const blocking: string[] = [];
  for (const [field, text] of texts) {
    if (field === 'allGivenNames') continue;
    const reading = readPatientField(field, text, today);
    if (reading.ok) facts[field] = reading.value;
    else if (importFields[field].strict) blocking.push(`${label(field)}\u00a0: ${lower(sentence(reading.message))}`);
    else remarks.push(`${label(field)}, laissé vide\u00a0: ${lower(reading.message)}`);
  }
  for (const field of strict) if (!texts.has(field)) blocking.push(`${label(field)}\u00a0: absent de la ligne.`);
  if (blocking.length > 0) return { facts: null, remarks: blocking };
  return {
    facts: { ...facts, gpKind: facts.gpName === null ? null : 'autre', insuredQuality: qualityOf(facts) },
    remarks,
  };
}

/** A number that tells this sex, year and month is the person's own; another one is that of a parent, or to be read again. */
function qualityOf(facts: PatientFacts): string | null {
  if (facts.insuredNir === null) return null;
  const sex = facts.sex === 'F' ? 'F' : 'M';
  const { marks } = checkNir(facts.insuredNir, { sex, birthDate: facts.birthDay });
  const own = marks
    .filter(({ check }) => check === 'sexe' || check === 'naissance')
    .every(({ state }) => state === 'ok');
  return own ? 'assure' : null;
}
