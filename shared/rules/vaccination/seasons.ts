import { isDay, type Day } from '#shared/kernel/day.ts';
import {
  parameter,
  valueOn,
  type JsonValue,
  type Overrides,
  type Parameter,
  type ParameterUse,
} from '../kernel/index.ts';
import { seasonYear } from './dates.ts';
import { SEASON_KEYS, SEASONS, type SeasonKey, type SeasonWindow } from './model.ts';
import { CHECKED_ON, cite, type VaccinationSource } from './sources.ts';

type Window = { readonly from: Day; readonly to: Day };

const KNOWN: Readonly<
  Record<SeasonKey, { readonly window: Window; readonly sources: readonly [VaccinationSource, ...VaccinationSource[]] }>
> = {
  GRIPPE: { window: { from: '2025-10-14', to: '2026-02-28' }, sources: ['V12', 'V13'] },
  COVID: { window: { from: '2025-10-14', to: '2026-02-28' }, sources: ['V12', 'V13'] },
  VRS: { window: { from: '2025-09-01', to: '2026-01-31' }, sources: ['V13', 'V19'] },
};

/** The campaigns, one value a season year; the practice enters those nobody could read. */
export const SEASON_PARAMETERS: Readonly<Record<SeasonKey, Parameter<Window>>> = {
  GRIPPE: season('GRIPPE', 'métropole, Antilles, Guyane'),
  COVID: season('COVID', 'métropole, Antilles, Guyane'),
  VRS: season('VRS', 'métropole'),
};

function season(key: SeasonKey, zone: string): Parameter<Window> {
  const { window, sources } = KNOWN[key];
  return parameter<Window>({
    id: `vaccination.season.${key}`,
    label: `Campagne ${SEASONS[key]}, premier et dernier jours (${zone})`,
    unit: 'dates',
    checkedOn: CHECKED_ON,
    values: [
      {
        from: '2025-07-01',
        value: window,
        sources: cite(sources),
        confidence: key === 'VRS' ? 'single_source' : 'multiple_secondary',
      },
      { from: '2026-07-01', value: null, sources: cite(['PROJECT']), confidence: 'unknown' },
    ],
    editable: { kind: 'window' },
  });
}

/** A campaign on a day. `window` null: nobody entered it for the season year of that day. */
export interface KnownSeason {
  readonly season: SeasonKey;
  readonly window: Window | null;
  readonly yearLabel: string;
  readonly use: ParameterUse | null;
}

/**
 * The campaign of the season year, 1 July to 30 June, that holds `day`: the one entered by the practice for that year,
 * else the one of the book. A window of another year is not used.
 */
export function seasonOn(
  key: SeasonKey,
  day: Day,
  overrides?: Overrides,
  entered: readonly SeasonWindow[] = [],
): KnownSeason {
  const year = seasonYear(day);
  const definition = SEASON_PARAMETERS[key];
  const inYear = (window: Window): boolean => window.from >= year.from && window.to <= year.to;
  const typed = entered.findLast((one) => one.season === key && inYear(one));
  const signed = valueOn(definition, day, overrides);
  // An override of another season year, or that is not a window, leaves the value of the book.
  const chosen = signed === null || signed.value === null || isWindowOf(signed.value, inYear);
  const use = chosen ? signed : valueOn(definition, day);
  const fromBook = use !== null && isWindowOf(use.value, inYear) ? use.value : null;
  if (typed === undefined || use?.origin === 'practice')
    return { season: key, window: fromBook, yearLabel: year.label, use };
  const window = { from: typed.from, to: typed.to };
  const typedUse: ParameterUse | null = use === null ? null : { ...use, value: window, origin: 'practice' };
  return { season: key, window, yearLabel: year.label, use: typedUse };
}

function isWindowOf(value: JsonValue, inYear: (window: Window) => boolean): value is Window {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return false;
  const { from, to } = value;
  return isDay(from) && isDay(to) && from <= to && inYear({ from, to });
}

export type SeasonReader = (key: SeasonKey, day: Day) => KnownSeason;

/** Campaigns read once for each season year; the day of the question is that of the choices. */
export function seasonReader(
  day: Day,
  overrides: Overrides | undefined,
  entered: readonly SeasonWindow[] | undefined,
): SeasonReader {
  const current = new Map(SEASON_KEYS.map((key) => [key, seasonOn(key, day, overrides, entered)] as const));
  const label = seasonYear(day).label;
  return (key, asked) => {
    const known = current.get(key);
    return known !== undefined && seasonYear(asked).label === label ? known : seasonOn(key, asked, overrides, entered);
  };
}
