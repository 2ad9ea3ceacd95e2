import { formatNumber } from '#shared/kernel/format.ts';
import { valueOn, type Overrides, type ParameterUse } from '#shared/rules/kernel/index.ts';
import { VITAL_PARAMETERS, VITAL_SIGNS, type VitalSignCode } from '#shared/rules/vital-signs/index.ts';
import type { File } from './file-page.tsx';

export type Series = NonNullable<File['clinical']>['measures'][number];

/** Fixed clinical scales: a free one turns SpO₂ 97-98 into a mountain. Bounds of drawing, not of judgement. */
const scales: Partial<Record<string, readonly [number, number]>> = {
  PAS: [40, 200],
  PAD: [40, 200],
  FC: [40, 140],
  TEMP: [34, 41],
  SPO2: [80, 100],
  FR: [8, 40],
  IMC: [15, 45],
  TOUR_TAILLE: [60, 140],
  GLYC: [0.4, 3],
  DOULEUR: [0, 10],
  PC: [30, 60],
  DEP: [100, 700],
};
/** Weight and height differ from one person to the next: a window of fixed width around the last value. */
const spans: Partial<Record<string, number>> = { POIDS: 20, TAILLE: 20 };

/** Scale of a series, in its unit. A value beyond it is drawn at the edge and told in figures. */
export function scaleOf(series: Series): readonly [number, number] {
  const fixed = scales[series.code];
  if (fixed !== undefined) return fixed;
  const last = series.points.at(-1)?.value ?? 0;
  const span = spans[series.code] ?? Math.max(10, last);
  const low = Math.max(0, Math.round((last - span / 2) / 5) * 5);
  return [low, low + span];
}

const definitionOf = (code: string) =>
  VITAL_SIGNS[code as VitalSignCode] as (typeof VITAL_SIGNS)[VitalSignCode] | undefined;
export const labelOf = (code: string) => definitionOf(code)?.label ?? code;
export const figureOf = (series: Series, value: number) => formatNumber(value, series.decimals);

/** What « Pourquoi ? » shows of the threshold of this sign on this day, or null when there is none. */
export function thresholdUse(code: string, overrides: Overrides, day: string): ParameterUse<number> | null {
  const parameter = VITAL_PARAMETERS.find((one) => one.id === `vital.${code}.notify_high`);
  const use = parameter === undefined ? null : valueOn(parameter, day, overrides);
  return use === null || use.value === null ? null : use;
}

/** Threshold of the practice for this sign on this day (« seuil du cabinet »), or null when there is none. */
export const thresholdOf = (code: string, overrides: Overrides, day: string): number | null =>
  thresholdUse(code, overrides, day)?.value ?? null;

/** A threshold is a comparison, never a conclusion: the figure used, its source, who chose it. */
export const explainedBy = (uses: readonly ParameterUse[]) => ({
  outcome: 'met' as const,
  reasons: [],
  parameters: uses,
  missing: [],
});

/** The order in which measures are read; the blood pressure has its own chart. */
const order = ['POIDS', 'FC', 'SPO2', 'TEMP', 'GLYC', 'TAILLE', 'IMC', 'TOUR_TAILLE', 'FR', 'DOULEUR', 'PC', 'DEP'];
const rank = ({ code }: Series) => (order.includes(code) ? order.indexOf(code) : order.length);
export const measureCards = (measures: readonly Series[]) =>
  measures
    .filter(({ code, points }) => code !== 'PAS' && code !== 'PAD' && points.length > 0)
    .sort((a, b) => rank(a) - rank(b));
