import type { Parameter } from '../kernel/index.ts';
import { age, dated, fact, months, type Origin } from './figures.ts';

const BLOT: Origin = ['multiple_secondary', 'D14'];
const CALENDAR: Origin = ['single_source', 'D20'];
const FITTED: Origin = ['inferred', 'D20'];
const APPOINTMENT: Origin = ['multiple_secondary', 'D16'];
const PRESSURE: Origin = ['single_source', 'D17'];

export const NEONATAL = {
  fromDays: fact('NEONATAL', 'age_from_days', 'Prélèvement à partir de', 'jours', 2, BLOT),
  diseases: dated<number>('NEONATAL', 'diseases', 'Maladies recherchées', 'maladies', [
    [null, 13, ['inferred', 'D14']],
    ['2025-09-01', 16, BLOT],
  ]),
  askMonths: months('NEONATAL', 'ask_until_months', 'Le dossier demande s’il a été fait jusqu’à', 12, [
    'design_choice',
    'PROJECT',
  ]),
} as const;

/** Units of the ages of an examination, in the words of the book. */
export type ExamUnit = 'jours' | 'semaines' | 'mois' | 'ans';
/** Completed ages, both ends included: 16 and 18 months end the day before 19 months. */
export type ExamWindow = readonly [from: number, to: number];

const EXAM_ROWS: readonly (readonly [label: string, unit: ExamUnit, from: number, to: number, origin?: Origin])[] = [
  ['8 premiers jours', 'jours', 0, 7],
  ['2e semaine', 'semaines', 1, 1],
  ['1er mois', 'mois', 1, 1],
  ['2e mois', 'mois', 2, 2],
  ['3e mois', 'mois', 3, 3],
  ['4e mois', 'mois', 4, 4],
  ['5e mois', 'mois', 5, 5],
  ['8e mois', 'mois', 8, 8],
  ['11e mois', 'mois', 11, 11, FITTED],
  ['12e mois', 'mois', 12, 12, FITTED],
  ['16-18 mois', 'mois', 16, 18],
  ['23-24 mois', 'mois', 23, 24],
  ['2 ans', 'ans', 2, 2],
  ['3 ans', 'ans', 3, 3],
  ['4 ans', 'ans', 4, 4],
  ['5 ans', 'ans', 5, 5],
  ['6 ans', 'ans', 6, 6],
  ['8-9 ans', 'ans', 8, 9],
  ['11-13 ans', 'ans', 11, 13],
  ['15-16 ans', 'ans', 15, 16],
];

/** The calendar before 2025 was not read: no window then. */
export const EXAMS: readonly {
  readonly label: string;
  readonly unit: ExamUnit;
  readonly window: Parameter<ExamWindow>;
}[] = EXAM_ROWS.map(([label, unit, from, to, origin = CALENDAR], index) => ({
  label,
  unit,
  window: dated<ExamWindow>(
    'CHILD_EXAMS',
    `exam_${String(index + 1).padStart(2, '0')}`,
    `Examen obligatoire, ${label}`,
    unit,
    [
      [null, null, ['unknown', 'D20']],
      ['2025-01-01', [from, to], origin],
    ],
  ),
}));

export const CHILD = {
  total: fact('CHILD_EXAMS', 'total', 'Examens obligatoires', 'examens', 20, CALENDAR),
  underThree: fact('CHILD_EXAMS', 'under_3_years', 'Dont avant 3 ans', 'examens', 13, CALENDAR),
  threeToFive: fact('CHILD_EXAMS', 'from_3_to_5_years', 'Dont à 3, 4 et 5 ans', 'examens', 3, CALENDAR),
  fromSix: fact('CHILD_EXAMS', 'from_6_years', 'Dont de 6 à 16 ans', 'examens', 4, CALENDAR),
  listed: fact('CHILD_EXAMS', 'listed', 'Examens nommés par la source', 'examens', 18, CALENDAR),
} as const;

const range = (index: number, from: number, to: number): { from: Parameter<number>; to: Parameter<number> } => ({
  from: age('MBP', `range_${index}_from`, `Tranche ${index}, premier âge`, from, APPOINTMENT),
  to: age('MBP', `range_${index}_to`, `Tranche ${index}, dernier âge, inclus`, to, APPOINTMENT),
});

export const APPOINTMENT_RANGES = [range(1, 18, 25), range(2, 45, 50), range(3, 60, 65), range(4, 70, 75)] as const;

export const MBP = {
  once: fact('MBP', 'once_per_range', 'Un seul par tranche d’âge', 'oui_non', true, APPOINTMENT),
  shortest: fact('MBP', 'duration_min', 'Durée, au moins', 'minutes', 30, APPOINTMENT),
  longest: fact('MBP', 'duration_max', 'Durée, au plus', 'minutes', 45, APPOINTMENT),
  covered: fact('MBP', 'covered_percent', 'Prise en charge', '%', 100, APPOINTMENT),
} as const;

export const HTA = {
  ageFrom: age('HTA_OPP', 'age_from', 'Premier âge concerné', 18, PRESSURE),
  yearlyFrom: age('HTA_OPP', 'yearly_from', 'Mesure annuelle à partir de', 40, PRESSURE),
  before: months('HTA_OPP', 'interval_before_months', 'Durée entre deux mesures avant cet âge', 36, PRESSURE),
  after: months('HTA_OPP', 'interval_after_months', 'Durée entre deux mesures à partir de cet âge', 12, PRESSURE),
  systolic: dated<number>(
    'HTA_OPP',
    'systolic',
    'Systolique montrée au médecin à partir de',
    'mmHg',
    [[null, 140, PRESSURE]],
    { kind: 'number', min: 100, max: 250 },
  ),
  diastolic: dated<number>(
    'HTA_OPP',
    'diastolic',
    'Diastolique montrée au médecin à partir de',
    'mmHg',
    [[null, 90, PRESSURE]],
    { kind: 'number', min: 50, max: 150 },
  ),
} as const;

export const DIAB = {
  ageFrom: age('DIAB_OPP', 'age_from', 'Premier âge concerné', 45, ['unverified', 'D18']),
  interval: dated<number>(
    'DIAB_OPP',
    'interval_months',
    'Durée entre deux questionnaires',
    'mois',
    [[null, null, ['unknown', 'D18']]],
    { kind: 'number', min: 1, max: 600 },
  ),
} as const;
