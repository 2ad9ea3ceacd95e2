import { useState } from 'react';
import { formatNumber } from '#shared/kernel/format.ts';
import { call, sentenceOf, useCommand, useRead, type Output } from '../../api/queries.ts';
import { formatInstant } from '../../ui/instants.ts';
import { Button, ConfirmDialog, Note, Pane, Tag, VisuallyHidden } from '../../ui/index.ts';
import styles from './imports.module.css';

type Run = Output<'imports', 'runs'>[number];
const states = { importing: 'en cours', published: 'importé', undone: 'annulé', dropped: 'arrêté' };

/** Imports already made, each undone as a whole: files used since are kept and listed. */
export function PastRuns() {
  const runs = useRead('imports', 'runs', {});
  const [asked, setAsked] = useState<{ run: Run; preview: Output<'imports', 'undoPreview'> } | null>(null);
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
  const ask = (run: Run) =>
    call('imports', 'undoPreview', { id: run.id }).then(
      (preview) => setAsked({ run, preview }),
      (error: unknown) => setSaid(sentenceOf(error)),
    );
  const past = runs.data ?? [];
  if (past.length === 0 && said === null) return null;
  return (
    <Pane title="Imports passés" flush>
      {said !== null && (
        <Note tone="info" role="status">
          {said}
        </Note>
      )}
      <table className={styles['columns']}>
        <thead>
          <tr>
            <th scope="col">Fichier</th>
            <th scope="col">Quand</th>
            <th scope="col">Par</th>
            <th scope="col">Dossiers créés</th>
            <th scope="col">État</th>
            <th scope="col">
              <VisuallyHidden>Action</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {past.map((run) => (
            <tr key={run.id}>
              <th scope="row">{run.fileName}</th>
              <td>{formatInstant(run.startedAt)}</td>
              <td>{run.by}</td>
              <td className="figures">{formatNumber(run.created)}</td>
              <td>
                <Tag look="outline">{states[run.state]}</Tag>
              </td>
              <td>
                {run.state === 'published' && (
                  <Button size="inline" onClick={() => void ask(run)}>
                    Annuler cet import
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmDialog
        opened={asked !== null}
        title="Retirer les dossiers de cet import ?"
        confirmLabel="Retirer les dossiers"
        safeLabel="Garder l’import"
        danger
        onConfirm={() => asked !== null && undo.mutate({ id: asked.run.id })}
        onLeave={() => setAsked(null)}
        {...(undo.isPending ? { working: 'Retrait…' } : {})}
      >
        {asked !== null && (
          <>
            <p>
              {formatNumber(asked.preview.removed)} dossiers seront retirés.{' '}
              {asked.preview.kept.length > 0 &&
                `${formatNumber(asked.preview.kept.length)} seront gardés, car utilisés ou modifiés depuis :`}
            </p>
            <ul>
              {[...new Set(asked.preview.kept.map((one) => one.reason))].map((reason) => (
                <li key={reason}>
                  {reason} ({formatNumber(asked.preview.kept.filter((one) => one.reason === reason).length)})
                </li>
              ))}
            </ul>
          </>
        )}
      </ConfirmDialog>
    </Pane>
  );
}
