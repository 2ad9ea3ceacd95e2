import { parameter, type Citation, type Confidence, type Parameter } from '../kernel/index.ts';
import { CALENDAR_SOURCES as S, CHECKED_ON } from './sources.ts';
import type { Territory } from './territories.ts';

/** A day of the year, `MM-JJ`, in a parameter of this unit. */
export const MONTH_DAY = 'mois_jour';

function always<Value extends string | number>(
  id: string,
  label: string,
  unit: string,
  value: Value,
  source: Citation,
  confidence: Confidence,
): Parameter<Value> {
  return parameter<Value>({
    id: `calendar.${id}`,
    label,
    unit,
    checkedOn: CHECKED_ON,
    values: [{ from: null, value, sources: [source], confidence }],
  });
}

/** A holiday: its day of the year, or its distance to Easter Sunday in days. */
export interface HolidayFigure {
  readonly name: string;
  readonly figure: Parameter<string | number>;
}

const fixed = (
  id: string,
  name: string,
  day: string,
  source: Citation = S.I38,
  confidence: Confidence = 'official',
) => ({
  name,
  figure: always(`holiday.${id}`, name, MONTH_DAY, day, source, confidence),
});

const moving = (
  id: string,
  name: string,
  days: number,
  source: Citation = S.I38,
  confidence: Confidence = 'official',
) => ({
  name,
  figure: always(`holiday.${id}`, `${name}, après Pâques`, 'jours', days, source, confidence),
});

/** The eleven legal days, everywhere. */
export const LEGAL_HOLIDAYS: readonly HolidayFigure[] = [
  fixed('new_year', 'Jour de l’an', '01-01'),
  moving('easter_monday', 'Lundi de Pâques', 1),
  fixed('labour_day', 'Fête du travail', '05-01'),
  fixed('victory_1945', 'Victoire de 1945', '05-08'),
  moving('ascension', 'Ascension', 39),
  moving('whit_monday', 'Lundi de Pentecôte', 50),
  fixed('national_day', 'Fête nationale', '07-14'),
  fixed('assumption', 'Assomption', '08-15'),
  fixed('all_saints', 'Toussaint', '11-01'),
  fixed('armistice_1918', 'Armistice de 1918', '11-11'),
  fixed('christmas', 'Noël', '12-25'),
];

/** Only in the communes that have a Protestant church or a mixed one. */
export const GOOD_FRIDAY = moving('good_friday', 'Vendredi saint', -2, S.I39_MOSELLE, 'multiple_secondary');
export const SECOND_CHRISTMAS = fixed(
  'second_christmas',
  'Saint-Étienne',
  '12-26',
  S.I39_MOSELLE,
  'multiple_secondary',
);

const abolition = (id: string, day: string): HolidayFigure =>
  fixed(`abolition_${id}`, 'Abolition de l’esclavage', day, S.I39_OVERSEAS, 'single_source');

/** Days added to the eleven, by territory. Alsace-Moselle: less Good Friday, which depends on the commune. */
export const OWN_HOLIDAYS: Readonly<Record<Exclude<Territory, 'other_overseas'>, readonly HolidayFigure[]>> = {
  metropole: [],
  alsace_moselle: [SECOND_CHRISTMAS],
  mayotte: [abolition('mayotte', '04-27')],
  martinique: [abolition('martinique', '05-22')],
  guadeloupe: [abolition('guadeloupe', '05-27')],
  saint_martin: [abolition('saint_martin', '05-27')],
  guyane: [abolition('guyane', '06-10')],
  saint_barthelemy: [abolition('saint_barthelemy', '10-09')],
  la_reunion: [abolition('la_reunion', '12-20')],
};

/** The days of the other territories: nobody read them. */
export const OTHER_OVERSEAS = parameter<string>({
  id: 'calendar.holiday.other_overseas',
  label: 'Jours fériés des autres territoires d’outre-mer',
  unit: MONTH_DAY,
  checkedOn: CHECKED_ON,
  values: [{ from: null, value: null, sources: [S.I39_OVERSEAS], confidence: 'unknown' }],
});

/** The texts were read as they stand; what they said earlier was not looked for. */
export const FIRST_YEAR_READ = always(
  'first_year',
  'Première année des jours fériés donnée sans réserve',
  'année',
  2019,
  S.PROJECT,
  'design_choice',
);
