import { drawChart } from '#shared/domain/report-chart.ts';
import type { ReportChart } from '#shared/domain/renewal-report.ts';
import styles from './preview.module.css';

const frame = { left: 42, top: 8, width: 520, height: 170 } as const;
const dashes = { solid: undefined, dashed: '6 4', dotted: '2 3', marks: undefined } as const;

/** The curve of the PDF, in the same fractions; its words are read instead of the drawing. */
export function PreviewChart({ chart }: { chart: ReportChart }) {
  const drawing = drawChart(chart);
  if (drawing === null) return null;
  const x = (at: number) => frame.left + at * frame.width;
  const y = (at: number) => frame.top + at * frame.height;
  return (
    <figure className={styles['figure']}>
      <figcaption>{chart.caption}</figcaption>
      <svg viewBox="0 0 580 205" role="img" aria-label={chart.words} className={styles['chart']}>
        {drawing.y.map(({ at, label }) => (
          <g key={`y ${label}`}>
            <line x1={x(0)} x2={x(1)} y1={y(at)} y2={y(at)} className={styles['grid']} />
            <text x={x(0) - 6} y={y(at) + 3} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {drawing.x.map(({ at, label }) => (
          <text key={`x ${at}`} x={x(at)} y={frame.top + frame.height + 16} textAnchor="middle">
            {label}
          </text>
        ))}
        {drawing.series.map(({ label, line, points }, index) => {
          const shown = points.map((point) => ({ x: x(point.x), y: y(point.y) }));
          return (
            <g key={label} className={styles[`shade${index % 5}`]}>
              {line === 'marks' || shown.length === 1 ? (
                shown.map((point, rank) => <circle key={rank} cx={point.x} cy={point.y} r={3.4} />)
              ) : (
                <polyline
                  points={shown.map((point) => `${point.x},${point.y}`).join(' ')}
                  strokeDasharray={dashes[line]}
                />
              )}
            </g>
          );
        })}
      </svg>
      <ul className={styles['legend']} aria-hidden="true">
        {drawing.series.map(({ label, line }, index) => (
          <li key={label}>
            <svg viewBox="0 0 26 10" className={styles[`shade${index % 5}`]}>
              {line === 'marks' ? (
                <circle cx={13} cy={5} r={3.4} />
              ) : (
                <line x1={1} x2={25} y1={5} y2={5} strokeDasharray={dashes[line]} />
              )}
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </figure>
  );
}
