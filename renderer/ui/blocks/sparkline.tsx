import styles from './sparkline.module.css';

export interface SparkPoint {
  /** Date as shown: `18/08/2026`. */
  label: string;
  value: number;
}

interface SparklineProps {
  /** "Poids" : begins the text name. */
  name: string;
  unit: string;
  /** Oldest first. */
  points: readonly SparkPoint[];
  /** Fixed clinical scale: a free one turns SpO₂ 97-98 into a mountain. */
  scale: readonly [low: number, high: number];
  /** Drawn dotted. */
  threshold?: number;
  tone?: 'primary' | 'warn' | 'bad';
  width?: number;
  height?: number;
}

const figure = (value: number) => String(value).replace('.', ',');

/** A small trend: no axis, the values are in its text name. */
export function Sparkline({
  name,
  unit,
  points,
  scale,
  threshold,
  tone = 'primary',
  width = 96,
  height = 26,
}: SparklineProps) {
  const last = points.at(-1);
  if (!last) return null;
  const [low, high] = scale;
  const inset = 4;
  const y = (value: number) =>
    inset + (1 - (Math.min(high, Math.max(low, value)) - low) / (high - low)) * (height - 2 * inset);
  const step = points.length > 1 ? (width - 2 * inset) / (points.length - 1) : 0;
  const x = (index: number) => (points.length > 1 ? inset + index * step : width - inset);
  const path = points.map((point, index) => `${x(index).toFixed(1)},${y(point.value).toFixed(1)}`).join(' ');
  const values = points.map((point) => `${figure(point.value)} le ${point.label}`).join(', ');
  const limit = threshold === undefined ? '' : `. Seuil ${figure(threshold)}`;
  return (
    <svg
      className={styles[tone]}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${name} (${unit})\u00A0: ${values}${limit}`}
    >
      {threshold !== undefined && (
        <line className={styles['threshold']} x1={0} x2={width} y1={y(threshold)} y2={y(threshold)} />
      )}
      <polyline className={styles['line']} points={path} />
      <circle className={styles['dot']} cx={x(points.length - 1)} cy={y(last.value)} r={2.6} />
    </svg>
  );
}
