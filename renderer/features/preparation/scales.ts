import type { MeasureLine } from '#shared/contract/preparation.ts';
import type { LineCode } from '#shared/domain/observation.ts';
import { formatDay } from '#shared/kernel/day.ts';
import type { SparkPoint } from '../../ui/index.ts';

/** Fixed scales of the small curves: a free scale turns a stable figure into a mountain. */
const scales: Partial<Record<LineCode, readonly [number, number]>> = {
  PA: [90, 200],
  FC: [40, 140],
  TAILLE: [50, 200],
  IMC: [15, 45],
  TEMP: [35, 41],
  SPO2: [85, 100],
  FR: [8, 30],
  DOULEUR: [0, 10],
  TOUR_TAILLE: [60, 130],
  PC: [30, 60],
  DEP: [100, 700],
  GLYC: [0.4, 3],
};

/** Earlier figures then that of the visit; null with fewer than two. For blood pressure, the systolic. */
export function trendOf(
  line: MeasureLine,
  today: string,
): { points: SparkPoint[]; scale: readonly [number, number]; threshold?: number } | null {
  const points = line.history.map(({ day, value }) => ({ label: formatDay(day), value }));
  const own = line.retained?.value ?? line.readings.findLast((reading) => reading.value !== null)?.value ?? null;
  if (own !== null) points.push({ label: formatDay(today), value: own });
  if (points.length < 2) return null;
  const mean = points.reduce((sum, { value }) => sum + value, 0) / points.length;
  // A weight has no scale common to all: 15 % around the person's own mean.
  const scale = scales[line.code] ?? ([mean * 0.85, mean * 1.15] as const);
  const [threshold] = line.marks;
  return { points, scale, ...(threshold === undefined ? {} : { threshold }) };
}
