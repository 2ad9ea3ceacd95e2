import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import type { ReportBlock, ReportCell } from '#shared/domain/renewal-report.ts';
import { euros, valueWords, type Computed, type JsonValue } from '#shared/rules/kernel/index.ts';

const unknown = 'non renseigné';

/** Words, or « non renseigné »: what is not known is never an empty place. */
export const words = (text: string | null | undefined): ReportCell => ({
  text: text === null || text === undefined || text === '' ? unknown : text,
  figure: null,
});

export const dayCell = (day: string | null): ReportCell => words(day === null ? null : formatDay(day));

/** « du 04/03/2026 au 03/03/2027 », « depuis le … » while it lasts. */
export function periodWords(from: string | null, to: string | null): string {
  if (from === null) return unknown;
  return to === null ? `depuis le ${formatDay(from)}` : `du ${formatDay(from)} au ${formatDay(to)}`;
}

export const countCell = (value: number | null, unit: string): ReportCell =>
  value === null ? words(null) : { text: `${formatNumber(value)}`, figure: { value, unit } };

/** A figure with its unit written: « 35 h », « 12 jours ». */
export const measureCell = (value: number | null, unit: string, decimals?: number): ReportCell =>
  value === null
    ? words(null)
    : { text: `${formatNumber(value, decimals)}${NBSP}${counted(value, unit)}`, figure: { value, unit } };

/** French counts in the singular under two: « 1 jour », « 0 pièce ». */
const counted = (value: number, unit: string): string =>
  Math.abs(value) < 2 && unit.endsWith('s') && unit !== 'mois' ? unit.slice(0, -1) : unit;

export const moneyCell = (cents: number | null, absent = unknown): ReportCell =>
  cents === null ? { text: absent, figure: null } : { text: euros(cents), figure: { value: cents, unit: 'EUR_CENTS' } };

/** A computed value as it stands: « Indéterminé » when nobody can tell, and where a given value comes from. */
export function computedCell(answer: Computed<JsonValue>): ReportCell {
  const { value, unit, origin, givenOn } = answer;
  if (value === null) return { text: 'Indéterminé', figure: null };
  const from = origin === 'notified' ? ', notifié' : origin === 'typed' ? ', saisi' : '';
  const on = givenOn === null || from === '' ? '' : ` le ${formatDay(givenOn)}`;
  return {
    text: `${valueWords(value, unit)}${from}${on}`,
    figure: typeof value === 'number' ? { value, unit } : null,
  };
}

/** The same, for what a forecast must never pass for. */
export function estimateCell(answer: Computed): ReportCell {
  const cell = computedCell(answer);
  return answer.value === null || answer.origin !== 'computed' ? cell : { ...cell, text: `${cell.text} (estimation)` };
}

export type Fact = [label: string, cell: ReportCell];
export const factsBlock = (rows: readonly Fact[]): ReportBlock => ({
  kind: 'facts',
  rows: rows.map(([label, cell]) => ({ label, cell })),
});

export const note = (tone: 'plain' | 'estimate' | 'missing', text: string): ReportBlock => ({
  kind: 'note',
  tone,
  words: text,
});

/** A fact that is printed only when there is something to say. */
export const factIf = (said: boolean, label: string, cell: () => ReportCell): Fact[] => (said ? [[label, cell()]] : []);

/** A head ending with `#` is over figures, set to the right. */
export const tableBlock = (
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly ReportCell[])[],
): ReportBlock => ({
  kind: 'table',
  caption,
  columns: heads.map((head) => ({ head: head.replace(/#$/u, ''), figures: head.endsWith('#') })),
  rows: rows.map((row) => [...row]),
});

export const ESTIMATE = 'Estimation. Un montant notifié par la caisse la remplace.';
