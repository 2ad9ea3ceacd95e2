import { useState } from 'react';
import type { PastVisitRun } from '#shared/contract/counters.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { sentenceOf, useCommand, useRead } from '../../../api/queries.ts';
import { RunList } from '../../../app/import-course/run-list.tsx';

const taken = ({ counts }: Pick<PastVisitRun, 'counts'>) => counts.matched + counts.unmatched;

/** Imports of past visits already made, each one taken back as a whole. */
export function PastVisitRuns() {
  const runs = useRead('counters', 'pastRuns', {}).data?.runs ?? [];
  const [asked, setAsked] = useState<Pick<PastVisitRun, 'id' | 'counts'> | null>(null);
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
  return (
    <RunList
      title="Reprises passées"
      runs={runs.map((run) => ({
        ...run,
        state: run.state === 'published' ? 'repris' : 'annulé',
        undoable: run.state === 'published',
      }))}
      columns={[
        {
          id: 'period',
          head: 'Période',
          cell: ({ firstDay, lastDay }) =>
            firstDay !== null && lastDay !== null && `${formatDay(firstDay)} au ${formatDay(lastDay)}`,
        },
        { id: 'taken', head: 'Passages comptés', align: 'end', cell: (run) => formatNumber(taken(run)) },
      ]}
      undoLabel="Annuler cette reprise"
      onUndo={setAsked}
      said={said}
      question={{
        opened: asked !== null,
        title: `Annuler cette reprise${NBSP}?`,
        confirmLabel: 'Ne plus compter ces passages',
        safeLabel: 'Garder la reprise',
        onConfirm: () => asked !== null && undo.mutate({ id: asked.id }),
        onLeave: () => setAsked(null),
        isPending: undo.isPending,
        body:
          asked !== null &&
          `${formatNumber(taken(asked))} passages ne seront plus comptés. Le fichier d’origine permet de recommencer.`,
      }}
    />
  );
}
