import { importFields, type DateOrder, type ImportField } from '#shared/domain/import-fields.ts';
import type { Input, Output } from '../../api/queries.ts';
import { IconExchange } from '../../ui/icons.ts';
import { ChoiceField, Note, Pane, SelectField, Stack, Tag } from '../../ui/index.ts';
import styles from './imports.module.css';

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

export function ColumnsStep({ analysis, mapping, onChange }: ColumnsStepProps) {
  const set = (index: number, part: Partial<MappedColumn>) =>
    onChange(mapping.map((column) => (column.index === index ? { ...column, ...part } : column)));
  const names = { ';': 'point-virgule', ',': 'virgule', '\t': 'tabulation', '|': 'barre' };
  const { question } = analysis;
  return (
    <Stack gap={3}>
      {analysis.notes.map((note) => (
        <Note key={note} tone="warn">
          {note}
        </Note>
      ))}
      {question !== null && (
        <Note tone="warn" title={question.text}>
          <ChoiceField
            label="Lecture des dates"
            hideLabel
            options={question.choices.map((choice) => ({ value: choice.dateOrder, label: choice.label }))}
            value={mapping.find((column) => column.index === question.column)?.dateOrder ?? null}
            onChange={(dateOrder) => set(question.column, { dateOrder })}
          />
        </Note>
      )}
      <Pane
        title="Colonnes"
        icon={IconExchange}
        flush
        aside={`${analysis.lines} lignes · ${names[analysis.separator]} · ${analysis.encoding.toUpperCase()}`}
      >
        <table className={styles['columns']}>
          <thead>
            <tr>
              <th scope="col">Colonne du fichier</th>
              <th scope="col">Exemples</th>
              <th scope="col">Devient</th>
              <th scope="col">Proposé</th>
            </tr>
          </thead>
          <tbody>
            {analysis.columns.map((column) => {
              const mapped = mapping.find((one) => one.index === column.index);
              return (
                <tr key={column.index}>
                  <th scope="row">{column.header === '' ? `Colonne ${column.index + 1}` : column.header}</th>
                  <td className={styles['samples']}>{column.samples.join(' · ')}</td>
                  <td>
                    <SelectField
                      label={`${column.header} devient`}
                      hideLabel
                      options={options}
                      value={mapped?.field ?? ''}
                      onChange={(field) =>
                        set(column.index, { field: field === '' || field === null ? null : (field as ImportField) })
                      }
                    />
                  </td>
                  <td>
                    {mapped?.field === column.field && column.guessedFrom !== null && (
                      <Tag look="outline">{origins[column.guessedFrom]}</Tag>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Pane>
    </Stack>
  );
}
