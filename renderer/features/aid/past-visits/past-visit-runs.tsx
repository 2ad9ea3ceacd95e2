import { useState } from 'react';
import type { PastVisitRun } from '#shared/contract/counters.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { sentenceOf, useCommand, useRead } from '../../../api/queries.ts';
import { formatInstant } from '../../../ui/instants.ts';
import { Button, ConfirmDialog, Note, Pane, Tag, VisuallyHidden } from '../../../ui/index.ts';
import imports from '../../imports/imports.module.css';

/** Imports of past visits already made, each one taken back as a whole. */
export function PastVisitRuns() {
  const runs = useRead('counters', 'pastRuns', {}).data?.runs ?? [];
  const [asked, setAsked] = useState<PastVisitRun | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const undo = useCommand('counters', 'pastUndo', {
    onDone: ({ removed }) => {
      setAsked(null);
      setSaid(`${formatNumber(removed)} passages ne sont plus comptés.`);
    },
    onRefused: (error) => {
      setAsked(null);
      setSaid(sentenceOf(error));
    },
  });
  const taken = (run: PastVisitRun) => run.counts.matched + run.counts.unmatched;
  if (runs.length === 0 && said === null) return null;
  return (
    <Pane title="Reprises passées" flush>
      {said !== null && (
        <Note tone="info" role="status">
          {said}
        </Note>
      )}
      <table className={imports['columns']}>
        <thead>
          <tr>
            <th scope="col">Fichier</th>
            <th scope="col">Quand</th>
            <th scope="col">Par</th>
            <th scope="col">Période</th>
            <th scope="col">Passages comptés</th>
            <th scope="col">État</th>
            <th scope="col">
              <VisuallyHidden>Action</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row">{run.fileName}</th>
              <td>{formatInstant(run.at)}</td>
              <td>{run.by}</td>
              <td>
                {run.firstDay !== null &&
                  run.lastDay !== null &&
                  `${formatDay(run.firstDay)} au ${formatDay(run.lastDay)}`}
              </td>
              <td className="figures">{formatNumber(taken(run))}</td>
              <td>
                <Tag look="outline">{run.state === 'published' ? 'repris' : 'annulé'}</Tag>
              </td>
              <td>
                {run.state === 'published' && (
                  <Button size="inline" onClick={() => setAsked(run)}>
                    Annuler cette reprise
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmDialog
        opened={asked !== null}
        title={`Annuler cette reprise${NBSP}?`}
        confirmLabel="Ne plus compter ces passages"
        safeLabel="Garder la reprise"
        danger
        onConfirm={() => asked !== null && undo.mutate({ id: asked.id })}
        onLeave={() => setAsked(null)}
        {...(undo.isPending ? { working: 'Retrait…' } : {})}
      >
        {asked !== null &&
          `${formatNumber(taken(asked))} passages ne seront plus comptés. Le fichier d’origine permet de recommencer.`}
      </ConfirmDialog>
    </Pane>
  );
}
