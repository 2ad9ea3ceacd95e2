import type { CounterCurve } from '#shared/contract/counter-views.ts';
import { addMonths, daysBetween, formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';

export interface ChartPoint {
  day: string;
  value: number;
}
type Curve = typeof CounterCurve extends { _output: infer Output } ? Output : never;

export interface ChartModel {
  /** Counted here over a whole sliding year: joined. */
  counted: readonly ChartPoint[];
  /** Counted on less than a year: drawn apart. */
  partial: readonly ChartPoint[];
  officials: readonly ChartPoint[];
  /** Both ends known, or nothing. */
  target: readonly [ChartPoint, ChartPoint] | null;
  projection: ReadonlyArray<{ day: string; low: number; middle: number; high: number }>;
}

/** What the chart draws of a curve. */
export function chartModel(curve: Curve): ChartModel {
  const point = ({ day, counted }: Curve['points'][number]): ChartPoint => ({ day, value: counted });
  const { from, to } = curve.target;
  return {
    counted: curve.points.filter((one) => one.complete).map(point),
    partial: curve.points.filter((one) => !one.complete && one.coveredMonths > 0).map(point),
    // Other patients than the objective's: in the list of statements, never on its curve.
    officials: curve.officials
      .filter(({ comparable }) => comparable)
      .map(({ onDay, value }) => ({ day: onDay, value }))
      .toSorted((a, b) => a.day.localeCompare(b.day)),
    target: from !== null && to !== null ? [from, to] : null,
    projection: curve.projection.map(({ on, low, middle, high }) => ({ day: on, low, middle, high })),
  };
}

export const isEmpty = ({ counted, partial, officials, target, projection }: ChartModel): boolean =>
  counted.length + partial.length + officials.length + projection.length === 0 && target === null;

/** First and last day drawn, and the bounds of the figures rounded to a whole step. */
export function boundsOf(model: ChartModel): { from: string; to: string; low: number; high: number; step: number } {
  const points = [...model.counted, ...model.partial, ...model.officials, ...(model.target ?? [])];
  const days = [...points.map(({ day }) => day), ...model.projection.map(({ day }) => day)].sort();
  const values = [...points.map(({ value }) => value), ...model.projection.flatMap(({ low, high }) => [low, high])];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // Never less than a tenth of the figure from bottom to top: a free scale would turn two patients into a mountain.
  const rough = Math.max(1, (most - least) / 4, most / 40);
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * magnitude).find((one) => one >= rough) ?? 10);
  const low = Math.max(0, Math.floor(least / step) * step);
  const high = Math.max(low + 2 * step, Math.ceil(most / step) * step);
  return { from: days[0] ?? '', to: days.at(-1) ?? '', low, high, step };
}

/** Months written under the axis: at most eight. The first is written at the start, unless it is nearly over. */
export function monthTicks(from: string, to: string): string[] {
  const months = Math.max(1, Math.round(daysBetween(from, to) / 30.4));
  const every = [1, 2, 3, 6, 12, 24].find((step) => months / step <= 8) ?? 24;
  const ticks: string[] = [];
  for (let day = `${from.slice(0, 7)}-01`; day <= to; day = addMonths(day, every)) {
    if (day >= from) ticks.push(day);
    else if (daysBetween(day, from) <= 10 || every > 1) ticks.push(from);
  }
  return ticks;
}

/** `03/26` from a day. */
export const shortMonth = (day: string): string => `${day.slice(5, 7)}/${day.slice(2, 4)}`;

/** The chart in words: every value, in the order of the days. */
export function chartWords(name: string, model: ChartModel): string {
  const list = (points: readonly ChartPoint[]) =>
    points.map(({ day, value }) => `${formatNumber(value)} le ${formatDay(day)}`).join(', ');
  const parts = [
    model.officials.length > 0 && `Relevés officiels${NBSP}: ${list(model.officials)}`,
    model.counted.length > 0 && `Compté ici${NBSP}: ${list(model.counted)}`,
    model.partial.length > 0 && `Compté sur moins d’un an${NBSP}: ${list(model.partial)}`,
    model.target !== null && `Objectif${NBSP}: ${list(model.target)}`,
    model.projection.length > 0 &&
      `Prévision${NBSP}: ${model.projection
        .map(
          ({ day, low, middle, high }) =>
            `${formatNumber(middle)} (${formatNumber(low)} à ${formatNumber(high)}) le ${formatDay(day)}`,
        )
        .join(', ')}`,
  ].filter((part) => part !== false);
  return `${name}. ${parts.join('. ')}.`;
}

interface TableRow {
  day: string;
  official: number | null;
  counted: string;
  target: number | null;
  projection: string;
}

/** The same values as rows, by day. */
export function chartRows(model: ChartModel, months: number): TableRow[] {
  const rows = new Map<string, TableRow>();
  const at = (day: string): TableRow => {
    const row = rows.get(day) ?? { day, official: null, counted: '', target: null, projection: '' };
    rows.set(day, row);
    return row;
  };
  for (const { day, value } of model.officials) at(day).official = value;
  for (const { day, value } of model.counted) at(day).counted = formatNumber(value);
  for (const { day, value } of model.partial)
    at(day).counted = `${formatNumber(value)}, sur moins de ${months}${NBSP}mois`;
  for (const { day, value } of model.target ?? []) at(day).target = value;
  for (const { day, low, middle, high } of model.projection)
    at(day).projection = `${formatNumber(middle)} (${formatNumber(low)} à ${formatNumber(high)})`;
  return [...rows.values()].sort((a, b) => a.day.localeCompare(b.day));
}
