import { daysBetween, addDays } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import type { ReportChart } from './renewal-report.ts';

/** A drawing in fractions of its frame, from its upper left corner: the screen and the PDF draw the same one. */
export interface ChartDrawing {
  x: { at: number; label: string }[];
  y: { at: number; label: string }[];
  series: { label: string; line: ReportChart['series'][number]['line']; points: { x: number; y: number }[] }[];
}

/** Null when there is nothing to draw. */
export function drawChart({ series }: Pick<ReportChart, 'series'>): ChartDrawing | null {
  const points = series.flatMap((one) => one.points);
  const days = points.map(({ day }) => day).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const span = Math.max(1, daysBetween(first, last));
  const values = points.map(({ value }) => value);
  const step = niceStep(Math.max(...values) - Math.min(...values));
  const low = Math.floor(Math.min(...values) / step) * step;
  const high = Math.max(low + step, Math.ceil(Math.max(...values) / step) * step);
  const y = (value: number): number => rounded(1 - (value - low) / (high - low));
  const x = (day: string): number => rounded(first === last ? 0.5 : daysBetween(first, day) / span);
  const ticks = Math.round((high - low) / step);
  return {
    x: xTicks(first, last, span).map((day) => ({ at: x(day), label: `${day.slice(5, 7)}/${day.slice(0, 4)}` })),
    y: Array.from({ length: ticks + 1 }, (_, index) => low + index * step).map((value) => ({
      at: y(value),
      label: formatNumber(value),
    })),
    series: series.map(({ label, line, points: own }) => ({
      label,
      line,
      points: own.map(({ day, value }) => ({ x: x(day), y: y(value) })),
    })),
  };
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** A round step giving four to eight lines. */
function niceStep(range: number): number {
  const rough = Math.max(range, 4) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10;
  return factor * power;
}

/** At most six days, evenly, the two ends included. */
function xTicks(first: string, last: string, span: number): string[] {
  if (first === last) return [first];
  const parts = Math.min(5, Math.max(1, Math.floor(span / 60)));
  return Array.from({ length: parts + 1 }, (_, index) => addDays(first, Math.round((span * index) / parts)));
}
