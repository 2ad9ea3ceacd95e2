import { frenchTypography } from '#shared/kernel/format.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { RenewalSnapshot, ReportBlock, ReportCell } from '#shared/domain/renewal-report.ts';
import { writeCsv, type CsvValue } from '#electron/exchange/csv/write-csv.ts';
import type { Frozen } from './render.ts';

const head = ['Partie', 'Tableau', 'Ligne', 'Colonne', 'Valeur', 'Unité', 'Tel qu’imprimé'];

/** Every figure of the report, one line each, in its order; then the proofs with their fingerprints. */
export function figuresCsv({ snapshot, fingerprint }: Frozen): Uint8Array {
  const rows: CsvValue[][] = [['Dossier', '', 'Empreinte', '', null, '', fingerprint]];
  for (const section of snapshot.sections) {
    for (const block of section.blocks) rows.push(...linesOf(block).map((line) => [section.title, ...line]));
  }
  for (const { name, kind, fingerprint: own } of snapshot.proofs) rows.push(['Pièces', kind, name, '', null, '', own]);
  return writeCsv(head, rows);
}

function linesOf(block: RenewalSnapshot['sections'][number]['blocks'][number]): CsvValue[][] {
  switch (block.kind) {
    case 'facts':
      return block.rows.flatMap(({ label, cell }) => figureLine('', label, '', cell));
    case 'table':
      return block.rows.flatMap((row) =>
        row.flatMap((cell, index) => {
          const line = lineName(block, row);
          return figureLine(block.caption, line, block.columns[index]?.head ?? '', cell);
        }),
      );
    case 'chart':
      return block.series.flatMap(({ label, points }) =>
        points.map(({ day, value }): CsvValue[] => [block.caption, label, formatDay(day), value, block.unit, '']),
      );
    case 'note':
      return [];
  }
}

/** The words of a row that are no figure name it. */
const lineName = (block: Extract<ReportBlock, { kind: 'table' }>, row: readonly ReportCell[]): string => {
  const named = row.find((cell, index) => cell.figure === null && block.columns[index]?.figures !== true);
  return named?.text ?? '';
};

function figureLine(tableName: string, line: string, column: string, { text, figure }: ReportCell): CsvValue[][] {
  if (figure === null) return [];
  const euros = figure.unit === 'EUR_CENTS';
  const value = euros ? figure.value / 100 : figure.value;
  return [[tableName, line, column, value, euros ? '€' : figure.unit, frenchTypography(text)]];
}
