import { useLayoutEffect, useRef, useState } from 'react';
import { addDays, daysBetween, formatDay } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import styles from './counters.module.css';
import {
  boundsOf,
  chartRows,
  chartWords,
  monthTicks,
  shortMonth,
  type ChartModel,
  type ChartPoint,
} from './chart-model.ts';

/** Drawn at the width it has, so that its words keep their size on a wide screen. */
const drawn = { width: 726, height: 232 };
const inset = { left: 46, right: 22, top: 12, bottom: 26 };
/** Room the word of a day takes beside its line. */
const wordWidth = 70;

interface CounterChartProps {
  name: string;
  model: ChartModel;
  today: string;
  /** Day by which the objective is due. */
  dueOn: string | null;
}

/** Réelle solid, objectif dashed, prévision dotted with its band. Every value is in the accessible name. */
export function CounterChart({ name, model, today, dueOn }: CounterChartProps) {
  const [box, width] = useWidth();
  const size = { ...drawn, width };
  const { from, to, low, high, step } = boundsOf(model);
  const first = from === to ? addDays(from, -30) : from;
  const last = from === to ? addDays(to, 30) : to;
  const span = daysBetween(first, last);
  const x = (day: string) => inset.left + (daysBetween(first, day) / span) * (size.width - inset.left - inset.right);
  const y = (value: number) =>
    inset.top + (1 - (value - low) / (high - low)) * (size.height - inset.top - inset.bottom);
  const path = (points: readonly ChartPoint[]) =>
    points.map(({ day, value }) => `${x(day).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const grid = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, line) => low + line * step);
  const band = [
    ...model.projection.map(({ day, high: top }) => ({ day, value: top })),
    ...model.projection.toReversed().map(({ day, low: bottom }) => ({ day, value: bottom })),
  ];
  const start = model.counted.at(-1) ?? model.officials.at(-1);
  const ahead = [
    ...(start === undefined || model.projection.length === 0 ? [] : [start]),
    ...model.projection.map(({ day, middle }) => ({ day, value: middle })),
  ];
  const within = (day: string) => day >= first && day <= last;
  const base = size.height - inset.bottom;
  // Two days close to each other: their words one above the other.
  const close = dueOn !== null && within(dueOn) && Math.abs(x(dueOn) - x(today)) < wordWidth;
  return (
    <svg
      ref={box}
      className={styles['chart']}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={chartWords(name, model)}
    >
      {grid.map((value) => (
        <g key={value}>
          <line className={styles['grid']} x1={inset.left} x2={size.width - inset.right} y1={y(value)} y2={y(value)} />
          <text className={styles['tick']} x={inset.left - 6} y={y(value) + 4} textAnchor="end">
            {formatNumber(value)}
          </text>
        </g>
      ))}
      {monthTicks(first, last).map((day) => (
        <text key={day} className={styles['tick']} x={x(day)} y={size.height - 8} textAnchor="middle">
          {shortMonth(day)}
        </text>
      ))}
      {band.length > 3 && <polygon className={styles['band']} points={path(band)} />}
      {model.target !== null && (
        <g className={styles['target']}>
          <polyline points={path(model.target)} />
          {model.target.map(({ day, value }) => (
            <circle key={day} cx={x(day)} cy={y(value)} r={3.2} />
          ))}
        </g>
      )}
      {ahead.length > 1 && (
        <g className={styles['ahead']}>
          <polyline points={path(ahead)} />
        </g>
      )}
      <g className={styles['counted']}>
        {model.counted.length > 1 && <polyline points={path(model.counted)} />}
        {model.counted.map(({ day, value }) => (
          <circle key={day} cx={x(day)} cy={y(value)} r={2.6} />
        ))}
      </g>
      {model.partial.map(({ day, value }) => (
        <circle key={day} className={styles['partial']} cx={x(day)} cy={y(value)} r={2.6} />
      ))}
      {model.officials.length > 1 && <polyline className={styles['officialLine']} points={path(model.officials)} />}
      {model.officials.map(({ day, value }) => (
        <rect
          key={day}
          className={styles['official']}
          x={x(day) - 4}
          y={y(value) - 4}
          width={8}
          height={8}
          transform={`rotate(45 ${x(day)} ${y(value)})`}
        />
      ))}
      {dueOn !== null && within(dueOn) && (
        <DayMark look="due" words="échéance" x={x(dueOn)} top={inset.top} base={base} textY={base - 6} />
      )}
      {within(today) && (
        <DayMark
          look="today"
          words="aujourd’hui"
          x={x(today)}
          top={base - (close ? 26 : 12)}
          base={base + 5}
          textY={base - (close ? 20 : 6)}
        />
      )}
    </svg>
  );
}

interface DayMarkProps {
  look: 'due' | 'today';
  words: string;
  x: number;
  top: number;
  base: number;
  textY: number;
}

/** A day with its word, at its left unless it would leave the chart. */
function DayMark({ look, words, x, top, base, textY }: DayMarkProps) {
  const left = x - inset.left > wordWidth;
  return (
    <g className={styles[look]}>
      <line x1={x} x2={x} y1={top} y2={base} />
      <text x={left ? x - 5 : x + 5} y={textY} textAnchor={left ? 'end' : 'start'}>
        {words}
      </text>
    </g>
  );
}

/** The width the chart is given, in pixels. */
function useWidth() {
  const box = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(drawn.width);
  useLayoutEffect(() => {
    const svg = box.current;
    if (svg === null) return;
    const measure = () => setWidth(Math.max(320, Math.round(svg.getBoundingClientRect().width)));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(svg);
    return () => watch.disconnect();
  }, []);
  return [box, width] as const;
}

/** The legend of what is drawn, and of nothing else. */
export function ChartLegend({ model }: { model: ChartModel }) {
  const key = (look: string, words: string) => (
    <span>
      <i className={styles[look]} aria-hidden="true" />
      {words}
    </span>
  );
  return (
    <p className={styles['legend']}>
      {model.counted.length > 0 && key('countedKey', 'comptée ici')}
      {model.partial.length > 0 && key('partialKey', 'sur moins d’un an')}
      {model.officials.length > 0 && key('officialKey', 'relevé')}
      {model.target !== null && key('targetKey', 'objectif')}
      {model.projection.length > 0 && key('aheadKey', 'prévision')}
    </p>
  );
}

export function CounterTable({ name, model, months }: { name: string; model: ChartModel; months: number }) {
  return (
    <div className={styles['tableBox']} tabIndex={0} role="region" aria-label={`${name}, tableau`}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Relevé officiel</th>
            <th scope="col">Compté ici</th>
            <th scope="col">Objectif</th>
            <th scope="col">Prévision</th>
          </tr>
        </thead>
        <tbody>
          {chartRows(model, months).map((row) => (
            <tr key={row.day}>
              <th scope="row">{formatDay(row.day)}</th>
              <td>{row.official === null ? '' : formatNumber(row.official)}</td>
              <td>{row.counted}</td>
              <td>{row.target === null ? '' : formatNumber(row.target)}</td>
              <td>{row.projection}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
