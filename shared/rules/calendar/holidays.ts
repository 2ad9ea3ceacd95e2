import { addDays, type Day } from '#shared/kernel/day.ts';
import { met, notMet, undetermined, valueOn, type ParameterUse, type Reason, type Verdict } from '../kernel/index.ts';
import { easterOf } from './easter.ts';
import {
  FIRST_YEAR_READ,
  GOOD_FRIDAY,
  LEGAL_HOLIDAYS,
  OTHER_OVERSEAS,
  OWN_HOLIDAYS,
  type HolidayFigure,
} from './parameters.ts';
import type { Territory } from './territories.ts';
import { REASONS } from './wording.ts';

/** A closed day of the practice's place: a day the texts do not name. */
export interface OwnDay {
  readonly day: Day;
  readonly name: string;
}

export interface HolidayPlace {
  readonly territory: Territory;
  /** Alsace-Moselle: the commune has a Protestant church or a mixed one. Absent: nobody said. */
  readonly protestantChurch?: boolean;
  /** Days the practice typed. */
  readonly own?: readonly OwnDay[];
}

/** One date, one or several names. */
export interface Holiday {
  readonly day: Day;
  readonly names: readonly string[];
}

export interface HolidayList {
  readonly outcome: 'computed' | 'undetermined';
  readonly year: number;
  readonly territory: Territory;
  /** In the order of the year, each date once. */
  readonly holidays: readonly Holiday[];
  /** Days that are holidays or not according to what is missing. */
  readonly uncertain: readonly Holiday[];
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}

interface Dated {
  readonly day: Day;
  readonly name: string;
  readonly use: ParameterUse | null;
}

/**
 * Public holidays of a year in a territory. Two holidays on one day are one date with two names. Each figure is read
 * for its own day, so that a day created or abolished during a year counts from or up to its date.
 */
export function publicHolidays(place: HolidayPlace, year: number): HolidayList {
  const { territory, protestantChurch } = place;
  const own = (place.own ?? []).filter(({ day }) => Number(day.slice(0, 4)) === year);
  const typed: Dated[] = own.map(({ day, name }) => ({ day, name, use: null }));
  if (territory === 'other_overseas') {
    const unread = valueOn(OTHER_OVERSEAS, `${String(year).padStart(4, '0')}-01-01`);
    return {
      outcome: 'undetermined',
      year,
      territory,
      holidays: grouped(typed),
      uncertain: [],
      reasons: [REASONS.otherOverseas()],
      parameters: unread === null ? [] : [unread],
      missing: ['own'],
    };
  }
  const friday = territory === 'alsace_moselle' ? datedIn(year, [GOOD_FRIDAY]) : [];
  const asked = friday.length > 0 && protestantChurch === undefined;
  const known = datedIn(year, [...LEGAL_HOLIDAYS, ...OWN_HOLIDAYS[territory]]);
  const counted = [...known, ...(protestantChurch === true ? friday : []), ...typed];
  const early = earlier(year);
  return {
    outcome: asked ? 'undetermined' : 'computed',
    year,
    territory,
    holidays: grouped(counted),
    uncertain: asked ? grouped(friday) : [],
    reasons: [...(asked ? [REASONS.goodFriday()] : []), ...early.reasons],
    parameters: [...usesOf([...known, ...friday]), ...early.uses],
    missing: asked ? ['protestantChurch'] : [],
  };
}

/** Is `day` a public holiday there? Undetermined when the commune or the territory decides and was not said. */
export function isHoliday(place: HolidayPlace, day: Day): Verdict {
  const list = publicHolidays(place, Number(day.slice(0, 4)));
  const early = earlier(list.year);
  const found = list.holidays.find((one) => one.day === day);
  const used = list.parameters.filter(({ on }) => on === day);
  if (found !== undefined) return met([REASONS.holiday(found.names), ...early.reasons], [...used, ...early.uses]);
  if (place.territory === 'other_overseas') return undetermined(list.missing, list.reasons, list.parameters);
  if (list.uncertain.some((one) => one.day === day)) {
    return undetermined(list.missing, [REASONS.goodFriday(), ...early.reasons], [...used, ...early.uses]);
  }
  return notMet([REASONS.notHoliday(day), ...early.reasons], [...list.parameters]);
}

function earlier(year: number): { readonly reasons: readonly Reason[]; readonly uses: readonly ParameterUse[] } {
  const first = valueOn(FIRST_YEAR_READ, '0001-01-01');
  if (first === null || first.value === null || year >= first.value) return { reasons: [], uses: [] };
  return { reasons: [REASONS.earlierYear(first.value)], uses: [first] };
}

function datedIn(year: number, figures: readonly HolidayFigure[]): Dated[] {
  const easter = easterOf(year);
  const written = String(year).padStart(4, '0');
  return figures.flatMap(({ name, figure }) => {
    const latest = valueOn(figure, `${written}-12-31`)?.value ?? null;
    const day = dayIn(written, easter, latest);
    const use = day === null ? null : valueOn(figure, day);
    // A value that begins or ends between that day and the end of the year is not the one of that day.
    return day === null || use === null || use.value !== latest ? [] : [{ day, name, use }];
  });
}

function dayIn(year: string, easter: Day | null, value: string | number | null): Day | null {
  if (value === null) return null;
  if (typeof value === 'string') return `${year}-${value}`;
  return easter === null ? null : addDays(easter, value);
}

function grouped(days: readonly Dated[]): Holiday[] {
  const names = new Map<Day, string[]>();
  for (const { day, name } of days) {
    const known = names.get(day) ?? [];
    if (!known.includes(name)) names.set(day, [...known, name]);
  }
  return [...names].map(([day, all]) => ({ day, names: all })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

function usesOf(days: readonly Dated[]): ParameterUse[] {
  return days.flatMap(({ use }) => (use === null ? [] : [use]));
}
