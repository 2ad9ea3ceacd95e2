import { dateOrderOf } from '#shared/domain/import-dates.ts';
import { importLimits } from '#shared/domain/import-fields.ts';
import { guessFields, lookOf } from '#shared/domain/import-guess.ts';
import type { ImportAnalysis } from '#shared/contract/imports.ts';
import type { CsvShape } from '#electron/exchange/csv/rows.ts';
import { dateQuestion, surveyFile } from '#electron/exchange/csv/survey.ts';

export interface FileFacts {
  shape: CsvShape;
  header: string[];
  /** Known by the same header next time. */
  headerKey: string;
  analysis: Omit<ImportAnalysis, 'id' | 'fileName'>;
}

/**
 * Reads a whole file once: what it is, what its columns look like, and what is wrong with it.
 * @throws ImportRefusal with the sentence for the person
 */
export async function analyseFile(bytes: Uint8Array): Promise<FileFacts> {
  const survey = await surveyFile(bytes, { lines: importLimits.lines, bears: 'un patient' });
  const { shape, header, headerKey, lines, columns, notes } = survey;
  const orders = columns.map(({ clues }) => dateOrderOf(clues));
  const guesses = guessFields(
    header,
    columns.map(({ sample }, index) => lookOf(sample, orders[index] !== null)),
  );
  return {
    shape,
    header,
    headerKey,
    analysis: {
      encoding: shape.encoding,
      separator: shape.separator,
      lines,
      columns: header.map((name, index) => ({
        index,
        header: name,
        samples: columns[index]?.sample.slice(0, 3) ?? [],
        field: guesses[index]?.field ?? null,
        guessedFrom: guesses[index]?.from ?? null,
        dates: orders[index] ?? null,
      })),
      question: null,
      notes,
    },
  };
}

/** The one question of an ambiguous date column, for the column that gives the birth date. */
export function questionOf(columns: ImportAnalysis['columns']): ImportAnalysis['question'] {
  const column = columns.find((one) => one.field === 'birthDay' && one.dates?.ambiguous === true);
  return column === undefined ? null : dateQuestion(column);
}
