import { useState } from 'react';
import { sentenceOf, useCommand, type Input } from '../../api/queries.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { ActionMenu, Button, DataTable, Note, Pane, Tag, type Column } from '../../ui/index.ts';
import { IconAdd, type Icon } from '../../ui/icons.ts';
import { newItem, useOpenItem } from './open-item.ts';

export interface ListedItem {
  id: string;
  archivedAt: string | null;
}

interface ItemListProps<Row extends ListedItem> {
  kind: Input<'practice', 'archive'>['kind'];
  title: string;
  icon: Icon;
  /** "Ajouter une salle". */
  addLabel: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  nameOf: (row: Row) => string;
  /** What taking one away means, under the list. */
  note: string;
}

/** Doctors, rooms or reasons: the list, what adds one, and what takes one out of the lists without touching the past. */
export function ItemList<Row extends ListedItem>({
  kind,
  title,
  icon,
  addLabel,
  rows,
  columns,
  nameOf,
  note,
}: ItemListProps<Row>) {
  const { openId, open } = useOpenItem();
  const [refusal, setRefusal] = useState<string | null>(null);
  const archive = useCommand('practice', 'archive', {
    onDone: () => setRefusal(null),
    onRefused: (error) => setRefusal(sentenceOf(error)),
  });
  const add = () => open(newItem);
  useActions('Réglages', [
    {
      id: 'settings.add',
      label: addLabel,
      icon: IconAdd,
      keys: ['Ctrl+Enter'],
      isAvailable: () => openId === null,
      run: add,
    },
  ]);

  const inUse = rows.filter((row) => row.archivedAt === null);
  const gone = rows.filter((row) => row.archivedAt !== null);
  const menu: Column<Row> = {
    id: 'menu',
    head: 'Actions',
    hideHead: true,
    align: 'end',
    width: '48px',
    cell: (row) => (
      <span onClick={(event) => event.stopPropagation()}>
        <ActionMenu
          label={`Autres actions, ${nameOf(row)}`}
          size="inline"
          entries={[
            { id: 'edit', label: 'Modifier', onSelect: () => open(row.id) },
            {
              id: 'archive',
              label: row.archivedAt === null ? 'Retirer des listes' : 'Remettre dans les listes',
              onSelect: () => archive.mutate({ kind, id: row.id, archived: row.archivedAt === null }),
            },
          ]}
        />
      </span>
    ),
  };
  const groups = [
    { id: 'used', label: '', rows: inUse },
    ...(gone.length > 0 ? [{ id: 'gone', label: 'Retirés des listes', rows: gone }] : []),
  ];
  return (
    <>
      <PageHead
        title="Réglages"
        context={title}
        primaryAction={
          <Button
            kind={openId === null ? 'primary' : 'secondary'}
            icon={IconAdd}
            onClick={add}
            {...(openId === null ? { keyCap: 'Ctrl ↵', keyShortcut: 'Control+Enter' } : {})}
          >
            {addLabel}
          </Button>
        }
      />
      {refusal !== null && (
        <Note
          tone="bad"
          role="alert"
          actions={
            <Button size="inline" onClick={() => setRefusal(null)}>
              Fermer
            </Button>
          }
        >
          {refusal}
        </Note>
      )}
      <Pane title={title} icon={icon} count={<Tag look="outline">{inUse.length}</Tag>} aside={note} flush>
        <DataTable
          caption={title}
          columns={[...columns, menu]}
          groups={groups}
          rowKey={(row) => row.id}
          openKey={openId}
          onOpen={(row) => open(row.id)}
        />
      </Pane>
    </>
  );
}
