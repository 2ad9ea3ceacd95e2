import { createHash } from 'node:crypto';
import { addClue, noClues, type DateClues } from '#shared/domain/import-dates.ts';
import { foldKey } from '#shared/kernel/text.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { cleanCell } from './formula.ts';
import { ImportRefusal } from './refusal.ts';
import { detectShape, readRows, type CsvShape } from './rows.ts';

/** What a file of rows is made of, before anybody says what its columns mean. */
export interface Survey {
  shape: CsvShape;
  header: string[];
  /** Known by the same header next time. */
  headerKey: string;
  /** Lines under the header. */
  lines: number;
  columns: { sample: string[]; clues: DateClues }[];
  /** Sentences: lines of another width, formula cells. */
  notes: string[];
}

const looked = 200;
const mostColumns = 200;

/** The cells of a row brought to the header's width; null when the row is of another width. */
export function fitted(cells: readonly string[], width: number): readonly string[] | null {
  if (cells.length === width) return cells;
  // A separator too many at the end of the line is the habit of several exports.
  return cells.length > width && cells.slice(width).every((cell) => cell.trim() === '') ? cells.slice(0, width) : null;
}

/** @param bears what a first line without a header already holds: « un patient » */
function readHeader(cells: readonly string[], bears: string): string[] {
  const header = cells.map((cell) => cleanCell(cell).text);
  while (header.length > 1 && header.at(-1) === '') header.pop();
  if (header.length < 2)
    throw new ImportRefusal(
      'Une seule colonne est lisible. Enregistrer la liste avec un point-virgule, une virgule ou une tabulation entre les colonnes.',
    );
  if (header.length > mostColumns)
    throw new ImportRefusal(
      `Ce fichier a ${header.length} colonnes. N’en garder que ${mostColumns} au plus, puis recommencer.`,
    );
  if (header.some((cell) => /^\d{6,}$|\d{1,4}[/-]\d{1,2}[/-]\d{1,4}|^\S+@\S+\.\S+$/u.test(cell))) {
    throw new ImportRefusal(
      `La première ligne porte déjà ${bears}. Ajouter au-dessus une ligne avec le nom des colonnes, puis recommencer.`,
    );
  }
  const seen = new Set<string>();
  for (const name of header) {
    const key = foldKey(name);
    if (key !== '' && seen.has(key))
      throw new ImportRefusal(
        `La colonne «\u00a0${name}\u00a0» figure deux fois dans l’en-tête. Renommer l’une des deux, puis recommencer.`,
      );
    seen.add(key);
  }
  return header.map((name, index) => (name === '' ? `Colonne ${index + 1}` : name));
}

const plural = (count: number, one: string, many: string) => `${count} ${count > 1 ? many : one}`;

interface Noted {
  count: number;
  line: number;
  column: string;
}

/**
 * Reads a whole file once: what it is, samples of its columns, and what is wrong with it.
 * @throws ImportRefusal with the sentence for the person
 */
export async function surveyFile(bytes: Uint8Array, limits: { lines: number; bears: string }): Promise<Survey> {
  const shape = detectShape(bytes);
  let header: string[] | null = null;
  let columns: Survey['columns'] = [];
  let lines = 0;
  let ragged: Noted = { count: 0, line: 0, column: '' };
  let formulas: Noted = { count: 0, line: 0, column: '' };
  for await (const { line, cells } of readRows(bytes, shape)) {
    if (header === null) {
      header = readHeader(cells, limits.bears);
      columns = header.map(() => ({ sample: [], clues: noClues() }));
      continue;
    }
    lines += 1;
    if (lines > limits.lines)
      throw new ImportRefusal(
        `Ce fichier a plus de ${formatNumber(limits.lines)} lignes. Le couper en plusieurs fichiers, puis recommencer.`,
      );
    const row = fitted(cells, header.length);
    if (row === null) {
      ragged = { ...ragged, count: ragged.count + 1, line: ragged.line || line };
      continue;
    }
    for (const [index, notes] of columns.entries()) {
      const { text, neutralised } = cleanCell(row[index] ?? '');
      if (neutralised)
        formulas = {
          count: formulas.count + 1,
          line: formulas.line || line,
          column: formulas.column || (header[index] ?? ''),
        };
      if (text === '') continue;
      if (notes.sample.length < looked) notes.sample.push(text);
      // A column seen to hold no dates is not looked at any further.
      if (notes.clues.filled < 100 || notes.clues.dates > 0) addClue(notes.clues, text);
    }
  }
  if (header === null) throw new ImportRefusal('Ce fichier est vide. Choisir un autre fichier.');
  if (lines === 0) throw new ImportRefusal('Ce fichier ne porte que l’en-tête\u00a0: aucune ligne à importer.');
  if (ragged.count * 10 > lines) {
    throw new ImportRefusal(
      `${plural(ragged.count, 'ligne', 'lignes')} sur ${lines} n’${ragged.count > 1 ? 'ont' : 'a'} pas autant de cellules que l’en-tête (la première\u00a0: ligne ${ragged.line}). Vérifier le séparateur et les guillemets, puis recommencer.`,
    );
  }
  return { shape, header, headerKey: headerKeyOf(header), lines, columns, notes: notesOf(ragged, formulas) };
}

function headerKeyOf(header: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(header.map((name) => foldKey(name))))
    .digest('hex')
    .slice(0, 32);
}

function notesOf(ragged: Noted, formulas: Noted): string[] {
  const notes: string[] = [];
  if (ragged.count > 0) {
    notes.push(
      `${plural(ragged.count, 'ligne n’a', 'lignes n’ont')} pas autant de cellules que l’en-tête (la première\u00a0: ligne ${ragged.line})\u00a0: ${ragged.count > 1 ? 'elles ne seront pas importées' : 'elle ne sera pas importée'}.`,
    );
  }
  if (formulas.count > 0) {
    notes.push(
      `${plural(formulas.count, 'cellule commence', 'cellules commencent')} comme une formule de tableur (la première\u00a0: ligne ${formulas.line}, colonne «\u00a0${formulas.column}\u00a0»). ${formulas.count > 1 ? 'Leur texte est gardé, sans le signe qui les ferait agir' : 'Son texte est gardé, sans le signe qui la ferait agir'}.`,
    );
  }
  return notes;
}

/** The one question of an ambiguous date column. */
export function dateQuestion(column: { index: number; header: string; samples: readonly string[] }): {
  column: number;
  text: string;
  choices: { dateOrder: 'dmy' | 'mdy'; label: string }[];
} {
  const [sample = ''] = column.samples.filter((text) => /^\d{1,2}\D\d{1,2}\D/u.test(text));
  return {
    column: column.index,
    text: `Dans la colonne «\u00a0${column.header}\u00a0», comment lire ${sample}\u00a0?`,
    choices: [
      { dateOrder: 'dmy', label: 'Jour, mois, année' },
      { dateOrder: 'mdy', label: 'Mois, jour, année' },
    ],
  };
}
