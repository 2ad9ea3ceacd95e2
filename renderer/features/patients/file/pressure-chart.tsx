import type { ReactNode } from 'react';
import { useOverrides } from '../../../api/rule-choices.ts';
import { IconAct } from '../../../ui/icons.ts';
import { Pane, Why } from '../../../ui/index.ts';
import { Curve, dayOfInstant } from './curve.tsx';
import styles from './file.module.css';
import { explainedBy, thresholdUse, type Series } from './measure-scales.ts';

interface PressureChartProps {
  measures: readonly Series[];
  today: string;
  aside?: ReactNode;
}

/** Blood pressure: both figures on one scale, with the thresholds of the practice. */
export function PressureChart({ measures, today, aside }: PressureChartProps) {
  const points = (code: string) => measures.find((series) => series.code === code)?.points ?? [];
  const [systolic, diastolic] = [points('PAS'), points('PAD')];
  const last = [systolic.at(-1)?.value, diastolic.at(-1)?.value].filter((value) => value !== undefined).join('/');
  const at = systolic.at(-1)?.at ?? diastolic.at(-1)?.at;
  const overrides = useOverrides(today);
  const uses = ['PAS', 'PAD'].map((code) => thresholdUse(code, overrides, today)).filter((use) => use !== null);
  const thresholds = uses.flatMap(({ value }) => (value === null ? [] : [value]));
  return (
    <Pane title="Tension (mmHg)" icon={IconAct} aside={aside}>
      <p className={styles['legend']}>
        <span>
          <i className={styles['solidKey']} aria-hidden="true" /> systolique
        </span>
        <span>
          <i className={styles['dashedKey']} aria-hidden="true" /> diastolique
        </span>
        {thresholds.length > 0 && <span>seuil du cabinet {thresholds.join('/')}</span>}
        {at !== undefined && (
          <span className={styles['last']}>
            <b>{last}</b> {dayOfInstant(at)}
          </span>
        )}
      </p>
      <Curve
        name="Tension"
        unit="mmHg"
        decimals={0}
        scale={[40, 200]}
        thresholds={thresholds}
        lines={[
          { label: 'Systolique', look: 'solid', points: systolic },
          { label: 'Diastolique', look: 'dashed', points: diastolic },
        ]}
      />
      {uses.length > 0 && <Why answer={explainedBy(uses)} />}
    </Pane>
  );
}
