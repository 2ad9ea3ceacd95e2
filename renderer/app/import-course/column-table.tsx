import { ChoiceField, DataTable, Note, Pane, SelectField, type Column } from '../../ui/index.ts';
import { IconExchange } from '../../ui/icons.ts';
import styles from './import-course.module.css';

const separators = { ';': 'point-virgule', ',': 'virgule', '\t': 'tabulation', '|': 'barre' } as const;
type Separator = keyof typeof separators;

interface FileColumn {
  index: number;
  header: string;
  samples: readonly string[];
}

interface ColumnTableProps<One extends FileColumn> {
  title: string;
  /** "40 lignes". */
  size: string;
  separator: Separator | null;
  encoding: string;
  columns: readonly One[];
  /** What a column may become; the empty value leaves it aside. */
  options: readonly { value: string; label: string }[];
  fieldOf: (index: number) => string | null;
  onField: (index: number, field: string | null) => void;
  more?: ReadonlyArray<Column<One>>;
}

const headerOf = ({ index, header }: FileColumn) => (header === '' ? `Colonne ${index + 1}` : header);

/** The columns of a file, with examples, and what each one becomes. */
export function ColumnTable<One extends FileColumn>({
  title,
  size,
  separator,
  encoding,
  columns,
  options,
  fieldOf,
  onField,
  more = [],
}: ColumnTableProps<One>) {
  const facts = [size, ...(separator === null ? [] : [separators[separator]]), encoding.toUpperCase()];
  return (
    <Pane title={title} icon={IconExchange} flush aside={facts.join(' · ')}>
      <DataTable
        caption={title}
        columns={[
          { id: 'header', head: 'Colonne du fichier', rowHead: true, cell: (one: One) => <b>{headerOf(one)}</b> },
          {
            id: 'samples',
            head: 'Exemples',
            cell: ({ samples }) => <span className={styles['samples']}>{samples.join(' · ')}</span>,
          },
          {
            id: 'field',
            head: 'Devient',
            cell: (one) => (
              <SelectField
                label={`${headerOf(one)} devient`}
                hideLabel
                options={[...options]}
                value={fieldOf(one.index) ?? ''}
                onChange={(field) => onField(one.index, field === '' ? null : field)}
              />
            ),
          },
          ...more,
        ]}
        groups={[{ id: 'all', label: '', rows: columns }]}
        rowKey={({ index }) => String(index)}
      />
    </Pane>
  );
}

interface ColumnNotesProps<Order extends string> {
  notes: readonly string[];
  question: { text: string; choices: readonly { dateOrder: Order; label: string }[] } | null;
  order: Order | null;
  onOrder: (order: Order | null) => void;
}

/** What was noticed in the file, and the question on its dates when they read both ways. */
export function ColumnNotes<Order extends string>({ notes, question, order, onOrder }: ColumnNotesProps<Order>) {
  return (
    <>
      {notes.map((note) => (
        <Note key={note} tone="warn">
          {note}
        </Note>
      ))}
      {question !== null && (
        <Note tone="warn" title={question.text}>
          <ChoiceField
            label="Lecture des dates"
            hideLabel
            options={question.choices.map(({ dateOrder, label }) => ({ value: dateOrder, label }))}
            value={order}
            onChange={onOrder}
          />
        </Note>
      )}
    </>
  );
}
