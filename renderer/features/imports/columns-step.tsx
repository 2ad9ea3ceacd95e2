import { importFields, type DateOrder, type ImportField } from '#shared/domain/import-fields.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import type { Input, Output } from '../../api/queries.ts';
import { ColumnNotes, ColumnTable } from '../../app/import-course/column-table.tsx';
import { Stack, Tag } from '../../ui/index.ts';

export type Analysis = Output<'imports', 'analyse'>;
/** One column as the person maps it; `field` null = left aside. */
export interface MappedColumn {
  index: number;
  field: ImportField | null;
  dateOrder: DateOrder | null;
}

export const firstMapping = (analysis: Analysis): MappedColumn[] =>
  analysis.columns.map(({ index, field, dates }) => ({
    index,
    field,
    dateOrder: dates === null || dates.ambiguous ? null : dates.order,
  }));

/** What the core is told: the columns kept, and how their dates read. */
export const sentMapping = (mapping: readonly MappedColumn[]): Input<'imports', 'check'>['mapping'] =>
  mapping.flatMap(({ index, field, dateOrder }) =>
    field === null ? [] : [{ column: index, field, ...(dateOrder === null ? {} : { dateOrder }) }],
  );

/** Strict traits not yet mapped, in words, and the question on dates left open. */
export function missingInMapping(analysis: Analysis, mapping: readonly MappedColumn[]): string[] {
  const has = (field: ImportField) => mapping.some((column) => column.field === field);
  const missing: string[] = [];
  if (!has('birthName') && !has('usedName')) missing.push('nom');
  if (!has('firstGivenName') && !has('allGivenNames') && !has('usedGivenName')) missing.push('prénom');
  if (!has('birthDay')) missing.push('date de naissance');
  if (!has('sex') && !has('civility') && !has('insuredNir')) missing.push('sexe');
  const { question } = analysis;
  if (
    question !== null &&
    mapping.some(
      (column) => column.index === question.column && column.field === 'birthDay' && column.dateOrder === null,
    )
  )
    missing.push('ordre du jour et du mois');
  return missing;
}

const options = [
  { value: '', label: 'Ne pas importer' },
  ...Object.entries(importFields).map(([value, { label }]) => ({ value, label })),
];
const origins = { remembered: 'comme la dernière fois', header: 'd’après le titre', content: 'd’après le contenu' };

interface ColumnsStepProps {
  analysis: Analysis;
  mapping: readonly MappedColumn[];
  onChange: (mapping: MappedColumn[]) => void;
}

/** What each column becomes, with what the core proposes and why. */
export function ColumnsStep({ analysis, mapping, onChange }: ColumnsStepProps) {
  const set = (index: number, part: Partial<MappedColumn>) =>
    onChange(mapping.map((column) => (column.index === index ? { ...column, ...part } : column)));
  const mapped = (index: number) => mapping.find((column) => column.index === index);
  const { question } = analysis;
  return (
    <Stack gap={3}>
      <ColumnNotes
        notes={analysis.notes}
        question={question}
        order={question === null ? null : (mapped(question.column)?.dateOrder ?? null)}
        onOrder={(dateOrder) => question !== null && set(question.column, { dateOrder })}
      />
      <ColumnTable
        title="Colonnes"
        size={`${formatNumber(analysis.lines)} lignes`}
        separator={analysis.separator}
        encoding={analysis.encoding}
        columns={analysis.columns}
        options={options}
        fieldOf={(index) => mapped(index)?.field ?? null}
        onField={(index, field) => set(index, { field: field as ImportField | null })}
        more={[
          {
            id: 'origin',
            head: 'Proposé',
            cell: ({ index, field, guessedFrom }) =>
              mapped(index)?.field === field &&
              guessedFrom !== null && <Tag look="outline">{origins[guessedFrom]}</Tag>,
          },
        ]}
      />
    </Stack>
  );
}
