import { addMonths, formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP, roundHalfUp } from '#shared/kernel/format.ts';
import { computed, notComputed, type Computed, type Overrides } from '../kernel/index.ts';
import { HISTORY, LEAST, used } from './parameters.ts';
import { monthsBetween } from './progress.ts';
import { monthEnd } from './window.ts';

export interface CounterPoint {
  readonly day: Day;
  readonly value: number;
}

export interface ProjectionSituation {
  /** What the projection starts from: the latest statement or our own count. */
  readonly start: CounterPoint | null;
  /** Our own monthly counts, complete ones only, in order: they give the gains. */
  readonly points: readonly CounterPoint[];
  readonly dueOn: Day | null;
  readonly overrides?: Overrides;
}

export type Projected = { readonly on: Day; readonly low: number; readonly middle: number; readonly high: number };

/** A quantile of sorted figures, by linear interpolation between the two nearest. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

/** Net gains of the months that follow each other, over the last months looked at. */
function gainsOf(points: readonly CounterPoint[], months: number): number[] {
  const last = points.at(-1);
  if (last === undefined) return [];
  const since = monthEnd(addMonths(last.day, -months).slice(0, 7));
  const recent = points.filter(({ day }) => day >= since);
  return recent.slice(1).flatMap((point, index) => {
    const before = recent[index];
    return before === undefined || monthsBetween(before.day, point.day) !== 1 ? [] : [point.value - before.value];
  });
}

interface Trend {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly gains: number;
}

function trendOf(points: readonly CounterPoint[], months: number): Trend {
  const gains = gainsOf(points, months).toSorted((a, b) => a - b);
  return {
    low: quantile(gains, 0.25),
    middle: quantile(gains, 0.5),
    high: quantile(gains, 0.75),
    gains: gains.length,
  };
}

function at(start: CounterPoint, on: Day, trend: Trend): Projected {
  const months = monthsBetween(start.day, on);
  const after = (gain: number) => Math.max(0, roundHalfUp(start.value + gain * months, 0));
  return { on, low: after(trend.low), middle: after(trend.middle), high: after(trend.high) };
}

/**
 * Where the counter would be on the due day if the months to come resembled the past ones. Method, always shown: the
 * median of the net gains of the last twelve months, times the months left; the band is that of the first and third
 * quartiles. Undetermined under six months of gains: no trend is drawn from less.
 */
export function projection(situation: ProjectionSituation, day: Day): Computed<Projected> {
  const { start, points, dueOn, overrides } = situation;
  const history = used(HISTORY, day, overrides);
  const least = used(LEAST, day, overrides);
  const parameters = [history.use, least.use];
  const refuse = (missing: readonly string[], code: string, words: string) =>
    notComputed<Projected>('patients', missing, { parameters, reasons: [{ code, words }] });
  if (dueOn === null) return refuse(['dueOn'], 'MISSING_dueOn', 'L’échéance de l’objectif n’est pas saisie.');
  if (start === null) return refuse(['current'], 'MISSING_current', 'Le compteur actuel est indéterminé.');
  if (dueOn <= start.day) return refuse([], 'DUE_PASSED', `Échéance passée le ${formatDay(dueOn)}.`);
  const trend = trendOf(points, history.value);
  if (trend.gains < least.value)
    return refuse(
      ['points'],
      'TOO_FEW_MONTHS',
      `${formatNumber(trend.gains)} mois de gains connus${NBSP}: il en faut ${formatNumber(least.value)} pour projeter.`,
    );
  const value = at(start, dueOn, trend);
  const months = Math.round(monthsBetween(start.day, dueOn) * 10) / 10;
  const tenth = (gain: number) => formatNumber(Math.round(gain * 10) / 10);
  return computed(value, 'patients', {
    parameters,
    steps: [
      { label: 'Départ', words: `Au ${formatDay(start.day)}`, value: start.value, unit: 'patients' },
      {
        label: 'Gain net médian par mois',
        words: `Sur ${formatNumber(trend.gains)} mois, notre compte`,
        value: Math.round(trend.middle * 10) / 10,
        unit: 'patients par mois',
      },
      {
        label: 'Moitié centrale des mois',
        words: `De ${tenth(trend.low)} à ${tenth(trend.high)} par mois`,
        value: [Math.round(trend.low * 10) / 10, Math.round(trend.high * 10) / 10],
        unit: 'patients par mois',
      },
      { label: 'Mois restants', words: `Jusqu’au ${formatDay(dueOn)}`, value: months, unit: 'mois' },
      {
        label: 'Projection',
        words: `${formatNumber(start.value)} + ${tenth(trend.middle)} × ${formatNumber(months)}`,
        value: value.middle,
        unit: 'patients',
      },
    ],
    reasons: [
      {
        code: 'IF_MONTHS_GO_ON',
        words:
          'Projection si les mois à venir ressemblent aux mois passés. Elle ne prévoit ni départ, ni arrivée, ni saison.',
      },
    ],
  });
}

/** The same at each month end until the due day, for the curve; empty when the projection is undetermined. */
export function projectedMonths(situation: ProjectionSituation, day: Day): Projected[] {
  const { start, points, dueOn, overrides } = situation;
  if (start === null || dueOn === null || projection(situation, day).outcome !== 'computed') return [];
  const trend = trendOf(points, used(HISTORY, day, overrides).value);
  const days: Day[] = [];
  // Ten years at most: an objective is never further.
  for (let month = start.day.slice(0, 7); days.length < 120; month = addMonths(`${month}-01`, 1).slice(0, 7)) {
    const end = monthEnd(month);
    if (end >= dueOn) break;
    if (end > start.day) days.push(end);
  }
  return [...days, dueOn].map((on) => at(start, on, trend));
}
