import { useOverrides } from '../../../api/rule-choices.ts';
import { Sparkline } from '../../../ui/index.ts';
import { dayOfInstant } from './curve.tsx';
import styles from './file.module.css';
import { figureOf, labelOf, scaleOf, thresholdOf, type Series } from './measure-scales.ts';

/** The last value of a measure with its small trend. */
export function MeasureTile({ series, today }: { series: Series; today: string }) {
  const overrides = useOverrides(today);
  const last = series.points.at(-1);
  if (last === undefined) return null;
  const threshold = thresholdOf(series.code, overrides, today);
  return (
    <section className={styles['tile']} aria-label={labelOf(series.code)}>
      <h3>{labelOf(series.code)}</h3>
      <div className={styles['figure']}>
        <span>
          <b>{figureOf(series, last.value)}</b> {series.unit}
        </span>
        <Sparkline
          name={labelOf(series.code)}
          unit={series.unit}
          points={series.points.map((point) => ({ label: dayOfInstant(point.at), value: point.value }))}
          scale={scaleOf(series)}
          {...(threshold === null ? {} : { threshold })}
        />
      </div>
      <p className={styles['sub']}>
        {dayOfInstant(last.at)}
        {threshold === null ? '' : ` · seuil ${figureOf(series, threshold)}`}
      </p>
    </section>
  );
}
