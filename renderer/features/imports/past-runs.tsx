import { useState } from 'react';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { call, sentenceOf, useCommand, useRead, type Output } from '../../api/queries.ts';
import { RunList } from '../../app/import-course/run-list.tsx';

const states = { importing: 'en cours', published: 'importé', undone: 'annulé', dropped: 'arrêté' };

/** Imports already made, each undone as a whole: files used since are kept and listed. */
export function PastRuns() {
  const runs = useRead('imports', 'runs', {});
  const [asked, setAsked] = useState<{ id: string; preview: Output<'imports', 'undoPreview'> } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const undo = useCommand('imports', 'undo', {
    onDone: ({ removed, kept }) => {
      setAsked(null);
      setSaid(
        `${formatNumber(removed)} dossiers retirés${kept.length === 0 ? '' : `, ${formatNumber(kept.length)} gardés car utilisés depuis`}.`,
      );
    },
    onRefused: (error) => {
      setAsked(null);
      setSaid(sentenceOf(error));
    },
  });
  const ask = ({ id }: { id: string }) =>
    call('imports', 'undoPreview', { id }).then(
      (preview) => setAsked({ id, preview }),
      (error: unknown) => setSaid(sentenceOf(error)),
    );
  return (
    <RunList
      title="Imports passés"
      runs={(runs.data ?? []).map((run) => ({
        ...run,
        at: run.startedAt,
        state: states[run.state],
        undoable: run.state === 'published',
      }))}
      columns={[{ id: 'created', head: 'Dossiers créés', align: 'end', cell: ({ created }) => formatNumber(created) }]}
      undoLabel="Annuler cet import"
      onUndo={(run) => void ask(run)}
      said={said}
      question={{
        opened: asked !== null,
        title: `Retirer les dossiers de cet import${NBSP}?`,
        confirmLabel: 'Retirer les dossiers',
        safeLabel: 'Garder l’import',
        onConfirm: () => asked !== null && undo.mutate({ id: asked.id }),
        onLeave: () => setAsked(null),
        isPending: undo.isPending,
        body: asked !== null && <Preview {...asked.preview} />,
      }}
    />
  );
}

/** What goes, and what stays with its reasons. */
function Preview({ removed, kept }: Output<'imports', 'undoPreview'>) {
  return (
    <>
      <p>
        {formatNumber(removed)} dossiers seront retirés.{' '}
        {kept.length > 0 && `${formatNumber(kept.length)} seront gardés, car utilisés ou modifiés depuis${NBSP}:`}
      </p>
      <ul>
        {[...new Set(kept.map((one) => one.reason))].map((reason) => (
          <li key={reason}>
            {reason} ({formatNumber(kept.filter((one) => one.reason === reason).length)})
          </li>
        ))}
      </ul>
    </>
  );
}
