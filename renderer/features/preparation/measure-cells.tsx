import type { MeasureLine, PreparationView } from '#shared/contract/preparation.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { Sparkline } from '../../ui/index.ts';
import styles from './measures.module.css';
import { trendOf } from './scales.ts';

/** Last figure of an earlier visit; its day is said when it is not the one of the column head. */
export function LastCell({ view, line }: { view: PreparationView; line: MeasureLine }) {
  const last = line.history.at(-1);
  return (
    <td className={styles['last']}>
      {last !== undefined && (
        <>
          {last.text}
          {last.day !== view.previousVisitDay && <span className={styles['when']}>{formatDay(last.day)}</span>}
        </>
      )}
    </td>
  );
}

export function TrendCell({ view, line }: { view: PreparationView; line: MeasureLine }) {
  const trend = trendOf(line, view.visit.day);
  const reached = line.level === 'notify' || line.level === 'notify_strong';
  return (
    <td className={styles['trend']}>
      {trend !== null && (
        <Sparkline
          name={line.label}
          unit={line.unit}
          {...trend}
          tone={line.level === 'urgent' ? 'bad' : reached ? 'warn' : 'primary'}
        />
      )}
    </td>
  );
}
