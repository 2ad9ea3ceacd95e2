import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import type { BeforeAfter, ComparedSide } from '#shared/rules/time-given-back/index.ts';
import { Button, DataTable, Note, Pane, Why, type Column } from '../../ui/index.ts';
import { IconExchange } from '../../ui/icons.ts';
import { minutesWords, patientsWords } from './time-words.ts';
import styles from './time.module.css';

/** Two dates, each whole on its line. */
const period = (side: ComparedSide) => (
  <>
    <span className={styles['whole']}>{formatDay(side.from)} –</span>{' '}
    <span className={styles['whole']}>{formatDay(side.to)}</span>
  </>
);

interface Line {
  id: string;
  label: string;
  of: (side: ComparedSide) => ReactNode;
}

const lines: readonly Line[] = [
  { id: 'period', label: 'Période', of: (side) => period(side) },
  { id: 'seen', label: 'Patients vus par semaine', of: ({ seenPerWeek }) => patientsWords(seenPerWeek) },
  { id: 'waiting', label: 'De l’arrivée à la préparation', of: ({ waiting }) => minutesWords(waiting) },
  { id: 'consultation', label: 'Consultation', of: ({ consultation }) => minutesWords(consultation) },
  { id: 'weeks', label: 'Semaines connues', of: ({ weeks }) => formatNumber(weeks) },
];

/** Before and since the first hire: shown side by side, never given a cause. */
export function ComparisonPane({ comparison }: { comparison: BeforeAfter }) {
  const navigate = useNavigate();
  const { before, after, change, hireDay, outcome, reasons } = comparison;
  const columns: readonly Column<Line>[] = [
    { id: 'label', head: 'Mesure', rowHead: true, cell: ({ label }) => label },
    {
      id: 'before',
      head: 'Avant',
      align: 'end',
      cell: ({ of }) => (before === null ? 'indéterminé' : of(before)),
    },
    {
      id: 'after',
      head: 'Maintenant',
      align: 'end',
      cell: ({ of }) => (after === null ? 'indéterminé' : of(after)),
    },
  ];
  const asksImport = reasons.some(({ code }) => code === 'NO_BEFORE');
  const asksHire = reasons.some(({ code }) => code === 'HIRE_MISSING');
  return (
    <Pane
      title="Avant et depuis l’embauche"
      icon={IconExchange}
      aside={hireDay === null ? undefined : `première embauche le ${formatDay(hireDay)}`}
      flush
    >
      <div className={styles['compared']}>
        {outcome === 'undetermined' && (
          <Note
            tone="neutral"
            title="Comparaison indéterminée"
            actions={
              <>
                {asksImport && (
                  <Button size="inline" onClick={() => void navigate({ to: '/aide/passages' })}>
                    Reprendre des passages
                  </Button>
                )}
                {asksHire && (
                  <Button size="inline" onClick={() => void navigate({ to: '/employeur' })}>
                    Saisir l’embauche
                  </Button>
                )}
              </>
            }
          >
            {reasons.map(({ code, words }) => (
              <div key={code}>{words}</div>
            ))}
          </Note>
        )}
        {outcome === 'computed' && change.value !== null && (
          <p className={styles['figure']}>
            {change.value > 0 ? '+' : ''}
            {formatNumber(change.value)} patients par semaine
          </p>
        )}
        {outcome === 'computed' && <Why answer={change} />}
      </div>
      {(before !== null || after !== null) && (
        <DataTable
          caption="Avant et depuis l’embauche, médianes"
          columns={columns}
          groups={[{ id: 'all', label: '', rows: lines }]}
          rowKey={({ id }) => id}
        />
      )}
    </Pane>
  );
}
