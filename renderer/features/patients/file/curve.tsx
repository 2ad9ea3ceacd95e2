import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import styles from './curve.module.css';

export interface CurvePoint {
  /** Instant of the measure. */
  at: string;
  value: number;
}

export interface CurveLine {
  label: string;
  look: 'solid' | 'dashed';
  points: readonly CurvePoint[];
}

interface CurveProps {
  /** Begins the text name, which holds every value. */
  name: string;
  unit: string;
  decimals: number;
  lines: readonly CurveLine[];
  scale: readonly [low: number, high: number];
  /** Drawn dotted, with their label outside the plot. */
  thresholds?: readonly number[];
}

const width = 520;
const height = 200;
const inset = { left: 38, right: 44, top: 10, bottom: 24 };

/** The day of an instant, on the clock of this post: `18/08/2026`. */
export function dayOfInstant(at: string): string {
  return formatDay(Temporal.Instant.from(at).toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate().toString());
}

/** A curve on a fixed scale and a true time axis. Its values are in its name; the caller gives a table beside it. */
export function Curve({ name, unit, decimals, lines, scale: [low, high], thresholds = [] }: CurveProps) {
  const all = lines.flatMap((line) => line.points);
  if (all.length === 0) return null;
  const times = all.map((point) => Date.parse(point.at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const x = (at: string) =>
    to === from
      ? (inset.left + width - inset.right) / 2
      : inset.left + ((Date.parse(at) - from) / (to - from)) * (width - inset.left - inset.right);
  const y = (value: number) =>
    inset.top + (1 - (Math.min(high, Math.max(low, value)) - low) / (high - low)) * (height - inset.top - inset.bottom);
  const figure = (value: number) => formatNumber(value, decimals);
  const steps = Array.from({ length: 5 }, (_, step) => low + ((high - low) * step) / 4);
  const words = lines
    .map(
      (line) =>
        `${line.label}\u00a0: ${line.points.map((point) => `${figure(point.value)} le ${dayOfInstant(point.at)}`).join(', ')}`,
    )
    .join('. ');
  return (
    <svg
      className={styles['curve']}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${name} (${unit}). ${words}`}
    >
      {steps.map((step) => (
        <g key={step}>
          <line className={styles['grid']} x1={inset.left} x2={width - inset.right} y1={y(step)} y2={y(step)} />
          <text className={styles['tick']} x={inset.left - 6} y={y(step) + 4} textAnchor="end">
            {formatNumber(step)}
          </text>
        </g>
      ))}
      {thresholds.map((threshold) => (
        <g key={threshold}>
          <line
            className={styles['threshold']}
            x1={inset.left}
            x2={width - inset.right}
            y1={y(threshold)}
            y2={y(threshold)}
          />
          <text className={styles['limit']} x={width - inset.right + 4} y={y(threshold) + 4}>
            {figure(threshold)}
          </text>
        </g>
      ))}
      {lines.map((line) => (
        <g key={line.label} className={styles[line.look]}>
          <polyline
            points={line.points.map((point) => `${x(point.at).toFixed(1)},${y(point.value).toFixed(1)}`).join(' ')}
          />
          {line.points.map((point) => (
            <circle key={point.at} cx={x(point.at)} cy={y(point.value)} r={3} />
          ))}
        </g>
      ))}
      {spaced(
        all.map((point) => point.at),
        x,
      ).map((at) => (
        <text key={at} className={styles['tick']} x={x(at)} y={height - 6} textAnchor="middle">
          {dayOfInstant(at).slice(0, 6) + dayOfInstant(at).slice(8)}
        </text>
      ))}
    </svg>
  );
}

/** Dates that can be written without touching each other, the last one first served. */
function spaced(instants: readonly string[], x: (at: string) => number): string[] {
  const kept: string[] = [];
  for (const at of [...new Set(instants)].sort().reverse()) {
    if (kept.every((other) => Math.abs(x(other) - x(at)) >= 66 && dayOfInstant(other) !== dayOfInstant(at)))
      kept.push(at);
  }
  return kept;
}
