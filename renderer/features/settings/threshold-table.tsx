import { useState } from 'react';
import type { Overrides } from '#shared/rules/kernel/index.ts';
import { call, refusalIn } from '../../api/queries.ts';
import { DataTable, MeasureInput, Pane, type Column } from '../../ui/index.ts';
import { IconThresholds } from '../../ui/icons.ts';
import { useKeptForm } from './kept-form.ts';
import { problemsOf } from './problems.ts';
import { refreshPractice } from './save-settings.ts';
import styles from './settings.module.css';
import {
  conflictSentence,
  figureOf,
  readThreshold,
  thresholdGroups,
  withUnit,
  type Threshold,
} from './threshold-words.ts';

type Chosen = NonNullable<Overrides['practice']>;

/** The figure chosen by the practice; undefined when it keeps the one of the rule book. */
const figureIn = (chosen: Chosen, id: string): number | undefined => {
  const value = chosen[id];
  return typeof value === 'number' ? value : undefined;
};
const choiceOf = (value: number | null) => (value === null ? null : { value });

interface ThresholdTableProps {
  chosen: Chosen;
  today: string;
  editable: boolean;
  /** Why not, when it is not. */
  reserved: string;
}

/** Each threshold with the practice's figure, saved on leaving it, and the default beside. */
export function ThresholdTable({ chosen, today, editable, reserved }: ThresholdTableProps) {
  const columns: readonly Column<Threshold>[] = [
    { id: 'label', head: 'Seuil', rowHead: true, cell: (threshold) => threshold.label },
    {
      id: 'value',
      head: 'Valeur du cabinet',
      width: '200px',
      cell: (threshold) => {
        const value = figureIn(chosen, threshold.id);
        if (!editable)
          return value === undefined ? (
            <span className={styles['quiet']}>par défaut</span>
          ) : (
            withUnit(value, threshold.unit)
          );
        return <ThresholdInput threshold={threshold} chosen={chosen} today={today} />;
      },
    },
    {
      id: 'default',
      head: 'Par défaut',
      width: '160px',
      cell: (threshold) => <span className={styles['quiet']}>{withUnit(threshold.byDefault, threshold.unit)}</span>,
    },
  ];
  return (
    <Pane
      title="Seuils des constantes"
      icon={IconThresholds}
      aside={editable ? 'Vide = valeur par défaut. Enregistré en quittant le champ' : reserved}
      flush
    >
      <div className={styles['scroll']} tabIndex={-1}>
        <DataTable
          caption="Seuils des constantes"
          columns={columns}
          groups={thresholdGroups.map(({ code, label, thresholds }) => ({ id: code, label, rows: thresholds }))}
          rowKey={(threshold) => threshold.id}
        />
      </div>
    </Pane>
  );
}

function ThresholdInput({ threshold, chosen, today }: { threshold: Threshold; chosen: Chosen; today: string }) {
  const saved = figureIn(chosen, threshold.id);
  const shown = saved === undefined ? '' : figureOf(saved);
  // `base` is what was on screen when the typing began: a colleague's change meanwhile is told, never overwritten.
  const form = useKeptForm(`threshold ${threshold.id}`, { text: shown, base: saved ?? null });
  const typed = form.dirty ? form.value.text : null;
  const [refusal, setRefusal] = useState<string | null>(() =>
    typed === null ? null : readThreshold(threshold, typed).problem,
  );
  const problemId = `${threshold.id}-refus`;
  const leave = async () => {
    if (typed === null) return form.discard();
    const { value, problem } = readThreshold(threshold, typed);
    setRefusal(problem);
    if (problem !== null) return;
    const { base } = form.value;
    if (value !== base) {
      try {
        const choices = { base: choiceOf(base), choice: choiceOf(value) };
        await call(
          'rules',
          'choose',
          { parameterId: threshold.id, ...choices, from: today, reason: null },
          { command: true },
        );
      } catch (error) {
        const refusal = refusalIn(error);
        const conflict = refusal?.code === 'EDIT_CONFLICT' ? refusal.data.conflicts[0] : undefined;
        if (conflict !== undefined) {
          // Seen from now on: leaving the field again keeps what is typed.
          const theirs = conflict.theirs === null ? null : Number(conflict.theirs.replace(',', '.'));
          form.change({ text: typed, base: theirs });
          setRefusal(conflictSentence(threshold, theirs, conflict.by));
          return refreshPractice();
        }
        setRefusal(Object.values(problemsOf(error))[0] ?? null);
        return;
      }
    }
    await refreshPractice();
    form.discard();
  };
  return (
    <>
      <MeasureInput
        label={`${threshold.label}, ${threshold.id.split('.')[1] ?? ''}`}
        value={form.value.text}
        onChange={(text) => {
          form.change({ text, base: form.value.base });
          if (refusal !== null) setRefusal(readThreshold(threshold, text).problem);
        }}
        onLeave={() => void leave()}
        unit={threshold.unit}
        state={refusal === null ? 'neutral' : 'impossible'}
        {...(refusal === null ? {} : { describedBy: problemId })}
      />
      {refusal !== null && (
        <span id={problemId} className={styles['refusal']} role="alert">
          {refusal}
        </span>
      )}
    </>
  );
}
