import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { classes } from '../basics/classes.ts';
import { VisuallyHidden } from '../basics/visually-hidden.tsx';
import styles from './data-table.module.css';
import { nextIndex } from './roving.ts';

export interface Column<Row> {
  id: string;
  head: string;
  /** The head stays for assistive tools only (a column of buttons). */
  hideHead?: boolean;
  cell: (row: Row) => ReactNode;
  /** `end` for figures, `center` for marks. */
  align?: 'start' | 'center' | 'end';
  /** Any CSS width: `120px`, `18%`. */
  width?: string;
  /** Names the row (usually the first column). */
  rowHead?: boolean;
}

export interface RowGroup<Row> {
  id: string;
  /** "En retard", "Cette semaine". Empty for a table without group rows. */
  label: string;
  aside?: ReactNode;
  rows: readonly Row[];
}

interface DataTableProps<Row> {
  /** Name of the table, not shown. */
  caption: string;
  columns: ReadonlyArray<Column<Row>>;
  groups: ReadonlyArray<RowGroup<Row>>;
  rowKey: (row: Row) => string;
  /** The row opened in the panel. */
  openKey?: string | null;
  /** Makes rows reachable: one tab stop, arrows browse, Entrée or a click opens. */
  onOpen?: (row: Row) => void;
  /** Told which row has the keyboard, so that letters act on it. */
  onBrowse?: (row: Row) => void;
}

/** A press on the row itself: not on a control inside it, nor in the menu such a control has opened. */
function isOwnPress(event: MouseEvent<HTMLElement>): boolean {
  const { target, currentTarget } = event;
  return (
    target instanceof Element && currentTarget.contains(target) && target.closest('button, a, input, label') === null
  );
}

/** Plain table: sticky head, group rows, digits aligned. The caller shows its EmptyState when there is no row. */
export function DataTable<Row>({
  caption,
  columns,
  groups,
  rowKey,
  openKey = null,
  onOpen,
  onBrowse,
}: DataTableProps<Row>) {
  const body = useRef<HTMLTableElement>(null);
  const [browsed, setBrowsed] = useState<string | null>(null);
  const rows = groups.flatMap((group) => group.rows);
  const keys = rows.map(rowKey);
  const wanted = browsed ?? openKey;
  const tabStop = wanted !== null && keys.includes(wanted) ? wanted : keys[0];

  const browse = (event: KeyboardEvent, row: Row) => {
    // Ctrl Entrée is the page's own action.
    if (event.target !== event.currentTarget || event.ctrlKey) return;
    if (event.key === 'Enter' || event.key === ' ') onOpen?.(row);
    else {
      const target = nextIndex(event.key, keys.indexOf(rowKey(row)), rows.length, 'vertical');
      if (target === null) return;
      body.current?.querySelectorAll<HTMLElement>('tr[data-row]')[target]?.focus();
    }
    event.preventDefault();
  };

  return (
    <table ref={body} className={styles['table']}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={styles[column.align ?? 'start']} style={{ width: column.width }}>
              {column.hideHead ? <VisuallyHidden>{column.head}</VisuallyHidden> : column.head}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          {group.label && (
            <tr className={styles['group']}>
              <th scope="colgroup" colSpan={columns.length}>
                <span className={styles['groupLine']}>
                  {group.label}
                  {group.aside}
                </span>
              </th>
            </tr>
          )}
          {group.rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                data-row={key}
                aria-current={key === openKey || undefined}
                className={classes(onOpen && styles['openable'])}
                tabIndex={onOpen ? (key === tabStop ? 0 : -1) : undefined}
                onClick={
                  onOpen &&
                  ((event) => {
                    if (isOwnPress(event)) onOpen(row);
                  })
                }
                onKeyDown={onOpen && ((event) => browse(event, row))}
                onFocus={
                  onOpen &&
                  (() => {
                    setBrowsed(key);
                    onBrowse?.(row);
                  })
                }
              >
                {columns.map((column) => {
                  const Cell = column.rowHead ? 'th' : 'td';
                  return (
                    <Cell
                      key={column.id}
                      scope={column.rowHead ? 'row' : undefined}
                      className={styles[column.align ?? 'start']}
                    >
                      {column.cell(row)}
                    </Cell>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}
