import { addDays, formatDay } from '#shared/kernel/day.ts';
import { formatDuration, formatNumber, NBSP, roundHalfUp } from '#shared/kernel/format.ts';
import type { Computed } from '#shared/rules/kernel/index.ts';
import { families, type Family, type WeekTime } from '#shared/rules/time-given-back/index.ts';

/** `12 h 05`; « indéterminé » when nobody knows. */
export const durationWords = ({ value }: Pick<Computed, 'value'>): string =>
  value === null ? 'indéterminé' : formatDuration(roundHalfUp(value, 0));

/** `14,5 min`: a median keeps its tenth. */
export const minutesWords = ({ value }: Pick<Computed, 'value'>): string =>
  value === null ? 'indéterminé' : `${formatNumber(value)}${NBSP}min`;

export const patientsWords = ({ value }: Pick<Computed, 'value'>): string =>
  value === null ? 'indéterminé' : formatNumber(value);

/** Minutes of a week, all families together; null when nothing is known. */
export const weekTotal = ({ minutes }: WeekTime): number | null =>
  minutes === null ? null : families.reduce((sum, family) => sum + minutes[family], 0);

/** `du 16/11 au 22/11/2026`. */
export const weekWords = ({ monday }: Pick<WeekTime, 'monday'>): string =>
  `du ${formatDay(monday).slice(0, 5)} au ${formatDay(addDays(monday, 6))}`;

/** Class of each family's colour in the bars and the legend. */
export const FAMILY_CLASS: Readonly<Record<Family, string>> = {
  reception: 'reception',
  preparation: 'preparation',
  organisation: 'organisation',
};
