import type { ReactNode } from 'react';
import { formatInstant } from '../../ui/instants.ts';
import { Button, ConfirmDialog, DataTable, Note, Pane, Tag, type Column } from '../../ui/index.ts';

/** An import already made. `at`: instant of its start. */
interface PastRun {
  id: string;
  fileName: string;
  by: string;
  at: string;
  /** In words. */
  state: string;
  undoable: boolean;
}

interface RunListProps<Run extends PastRun> {
  title: string;
  runs: readonly Run[];
  columns: ReadonlyArray<Column<Run>>;
  undoLabel: string;
  onUndo: (run: Run) => void;
  /** The outcome of the last gesture. */
  said: string | null;
  question: {
    opened: boolean;
    title: string;
    confirmLabel: string;
    safeLabel: string;
    onConfirm: () => void;
    onLeave: () => void;
    isPending: boolean;
    body: ReactNode;
  };
}

/** Imports already made, each undone as a whole after a question. Nothing is shown before the first one. */
export function RunList<Run extends PastRun>({
  title,
  runs,
  columns,
  undoLabel,
  onUndo,
  said,
  question,
}: RunListProps<Run>) {
  if (runs.length === 0 && said === null) return null;
  return (
    <Pane title={title} flush>
      {said !== null && (
        <Note tone="info" role="status">
          {said}
        </Note>
      )}
      <DataTable
        caption={title}
        columns={[
          { id: 'file', head: 'Fichier', rowHead: true, cell: ({ fileName }: Run) => fileName },
          { id: 'at', head: 'Quand', cell: ({ at }) => formatInstant(at) },
          { id: 'by', head: 'Par', cell: ({ by }) => by },
          ...columns,
          { id: 'state', head: 'État', cell: ({ state }) => <Tag look="outline">{state}</Tag> },
          {
            id: 'undo',
            head: 'Action',
            hideHead: true,
            cell: (run) =>
              run.undoable && (
                <Button size="inline" onClick={() => onUndo(run)}>
                  {undoLabel}
                </Button>
              ),
          },
        ]}
        groups={[{ id: 'all', label: '', rows: runs }]}
        rowKey={({ id }) => id}
      />
      <ConfirmDialog
        opened={question.opened}
        title={question.title}
        confirmLabel={question.confirmLabel}
        safeLabel={question.safeLabel}
        danger
        onConfirm={question.onConfirm}
        onLeave={question.onLeave}
        {...(question.isPending ? { working: 'Retrait…' } : {})}
      >
        {question.body}
      </ConfirmDialog>
    </Pane>
  );
}
