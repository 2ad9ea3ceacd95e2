import {
  maxReadings,
  ObservationContext,
  shownValue,
  type LineCode,
  type TypedLine,
} from '#shared/domain/observation.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { VITAL_SIGNS, type MeasuredPatient, type VitalSignCode } from '#shared/rules/vital-signs/index.ts';
import type { Stored } from '#electron/storage/unit-of-work.ts';

type ObservationRow = Stored<'observation'>;
export type FigureRow = Pick<
  ObservationRow,
  | 'id'
  | 'code'
  | 'reading'
  | 'value'
  | 'decimals'
  | 'context'
  | 'not_done_reason'
  | 'not_done_detail'
  | 'measured_at'
  | 'confirmed_out_of_range'
>;

/** One reading as the rules take it: one figure, or the two of a blood pressure. Null figures = not done. */
export interface Figure {
  /** Identifier of the reading: that of its first row. */
  id: string;
  code: TypedLine;
  reading: number;
  value: number | null;
  second: number | null;
  beyond: 'LO' | 'HI' | null;
  notDone: { reason: string; detail: string | null } | null;
  row: FigureRow;
}

/** The stored signs of a line: two for blood pressure. */
export const signsOf = (code: LineCode): readonly VitalSignCode[] => (code === 'PA' ? ['PAS', 'PAD'] : [code]);
export const lineOf = (code: string): TypedLine => (code === 'PAS' || code === 'PAD' ? 'PA' : (code as TypedLine));

const valueOf = (row: FigureRow | undefined): number | null =>
  row === undefined || row.value === null ? null : shownValue(Number(row.value), Number(row.decimals));

export function contextOf(row: Pick<FigureRow, 'context'>): ObservationContext {
  const parsed = ObservationContext.safeParse(JSON.parse(row.context || '{}'));
  return parsed.success ? parsed.data : {};
}

/** Readings of one visit from its current rows, blood pressure paired, in the order of the readings. */
export function figuresOf(rows: readonly FigureRow[]): Figure[] {
  const figures: Figure[] = [];
  for (const row of rows) {
    if (row.code === 'PAD') continue;
    const code = lineOf(row.code);
    const pair =
      code === 'PA'
        ? rows.find((other) => other.code === 'PAD' && Number(other.reading) === Number(row.reading))
        : undefined;
    figures.push({
      id: row.id,
      code,
      reading: Number(row.reading),
      value: valueOf(row),
      second: valueOf(pair),
      beyond: row.value === null && row.not_done_reason === null ? (contextOf(row).beyond ?? null) : null,
      notDone: row.not_done_reason === null ? null : { reason: row.not_done_reason, detail: row.not_done_detail },
      row,
    });
  }
  return figures.sort((a, b) => a.reading - b.reading);
}

/** `152/91`, `80,4`, `LO`; with the unit when asked. */
export function figureText(
  code: LineCode,
  value: number | null,
  second: number | null,
  beyond: string | null = null,
  decimals?: number,
): string {
  if (value === null) return beyond ?? '';
  if (code === 'PA') return `${formatNumber(value)}/${second === null ? '' : formatNumber(second)}`;
  return formatNumber(value, decimals ?? VITAL_SIGNS[code].decimals);
}

export function withLineUnit(code: LineCode, text: string): string {
  const unit = VITAL_SIGNS[signsOf(code)[0] ?? 'PAS'].unit;
  return unit.startsWith('/') ? `${text}${unit}` : `${text}${NBSP}${unit}`;
}

/** Who is measured, as the rules take it. */
export const measured = (person: { birthDay: string; sex: string }): MeasuredPatient => ({
  birthDate: person.birthDay,
  sex: person.sex === 'F' ? 'F' : 'M',
});

/** Completed years on the day of the visit; null when the birth day cannot be used. Cheap: asked for every card. */
export function yearsOn(birthDay: string, day: string): number | null {
  const usable = /^\d{4}-\d{2}-\d{2}$/;
  if (!usable.test(birthDay) || birthDay > day) return null;
  return Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4)) - (day.slice(5) < birthDay.slice(5) ? 1 : 0);
}

export const isReading = (code: LineCode, reading: number): boolean => reading >= 1 && reading <= maxReadings(code);
