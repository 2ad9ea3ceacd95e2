import { useState } from 'react';
import { call, type Output } from '../../api/queries.ts';
import { DataTable, MeasureInput, Pane, type Column } from '../../ui/index.ts';
import { IconThresholds } from '../../ui/icons.ts';
import { useKeptForm } from './kept-form.ts';
import { problemsOf, without } from './problems.ts';
import { refreshPractice } from './save-settings.ts';
import styles from './settings.module.css';
import { figureOf, readThreshold, thresholdGroups, withUnit, type Threshold } from './threshold-words.ts';

type Chosen = Output<'practice', 'get'>['settings']['thresholds'];

interface ThresholdTableProps {
  chosen: Chosen;
  editable: boolean;
  /** Why not, when it is not. */
  reserved: string;
}

/** The record of the contract with one threshold set, or back to its default. */
function withThreshold(chosen: Chosen, { code, name }: Threshold, value: number | null): Chosen {
  const others = without(chosen[code] ?? {}, [name]);
  const ofCode = value === null ? others : { ...others, [name]: value };
  return Object.keys(ofCode).length === 0 ? without(chosen, [code]) : { ...chosen, [code]: ofCode };
}

/** Each threshold with the practice's figure, saved on leaving it, and the default beside. */
export function ThresholdTable({ chosen, editable, reserved }: ThresholdTableProps) {
  const columns: readonly Column<Threshold>[] = [
    { id: 'label', head: 'Seuil', rowHead: true, cell: (threshold) => threshold.label },
    {
      id: 'value',
      head: 'Valeur du cabinet',
      width: '200px',
      cell: (threshold) => {
        const value = chosen[threshold.code]?.[threshold.name];
        if (!editable)
          return value === undefined ? (
            <span className={styles['quiet']}>par défaut</span>
          ) : (
            withUnit(value, threshold.unit)
          );
        return <ThresholdInput threshold={threshold} chosen={chosen} />;
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

function ThresholdInput({ threshold, chosen }: { threshold: Threshold; chosen: Chosen }) {
  const saved = chosen[threshold.code]?.[threshold.name];
  const shown = saved === undefined ? '' : figureOf(saved);
  const form = useKeptForm(`threshold ${threshold.id}`, { text: shown });
  const typed = form.dirty ? form.value.text : null;
  const [refusal, setRefusal] = useState<string | null>(() =>
    typed === null ? null : readThreshold(threshold, typed).problem,
  );
  const problemId = `${threshold.id}-refus`;
  const leave = async () => {
    if (typed === null) return;
    const { value, problem } = readThreshold(threshold, typed);
    setRefusal(problem);
    if (problem !== null) return;
    if (value !== (saved ?? null)) {
      try {
        await call(
          'practice',
          'updateThresholds',
          { thresholds: withThreshold(chosen, threshold, value) },
          { command: true },
        );
      } catch (error) {
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
          form.change({ text });
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
