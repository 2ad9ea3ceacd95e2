import { parameter, type Citations, type Confidence, type JsonValue, type Parameter } from '../kernel/index.ts';
import { CHECKED_ON, cite } from './sources.ts';

/** One undated figure of this rule set; its id is `training.<name>`. */
function figure<Value extends JsonValue>(
  name: string,
  label: string,
  unit: string,
  value: Value | null,
  sources: Citations,
  confidence: Confidence,
): Parameter<Value> {
  return parameter<Value>({
    id: `training.${name}`,
    label,
    unit,
    checkedOn: CHECKED_ON,
    values: [{ from: null, value, sources, confidence }],
  });
}

/** Hours of the CQP: lowered on 1 January 2024, the figures before were not found. */
function cqpHours(name: string, label: string, hours: number, sources: Citations, confidence: Confidence) {
  return parameter<number>({
    id: `training.cqp.${name}`,
    label,
    unit: 'heures',
    checkedOn: CHECKED_ON,
    values: [
      { from: null, value: null, sources: cite('S45'), confidence: 'unknown' },
      { from: '2024-01-01', value: hours, sources, confidence },
    ],
  });
}

export const MODULE_TITLES = {
  1: 'Suivi du parcours de santé du patient',
  2: 'Accueil et prise en charge administrative des patients',
  3: 'Hygiène et qualité',
  4: 'Assistance opérationnelle au praticien',
} as const;
export type ModuleNumber = keyof typeof MODULE_TITLES;
export const MODULE_NUMBERS = [1, 2, 3, 4] as const satisfies readonly ModuleNumber[];

const moduleHours = (number: ModuleNumber, hours: number): Parameter<number> =>
  cqpHours(
    `module_${number}_hours`,
    `Module ${number} du CQP, ${MODULE_TITLES[number]}`,
    hours,
    cite('S32', 'S39', 'S45'),
    'multiple_secondary',
  );

export const CQP = {
  total: cqpHours(
    'total_hours',
    'Durée annoncée du CQP',
    279,
    cite('S32', 'S37', 'S39', 'S45', 'S64'),
    'multiple_secondary',
  ),
  modules: { 1: moduleHours(1, 77), 2: moduleHours(2, 98), 3: moduleHours(3, 35), 4: moduleHours(4, 56) },
  unexplained: cqpHours(
    'unexplained_hours',
    'Heures annoncées qu’aucun module n’explique',
    13,
    cite('S32', 'S39', 'S45'),
    'inferred',
  ),
  entryLevel: figure<number>(
    'cqp.entry_level',
    'Niveau d’entrée du CQP',
    'niveau',
    4,
    cite('S32', 'S35', 'S44'),
    'multiple_secondary',
  ),
  entryExperience: figure<number>(
    'cqp.entry_experience_years',
    'Expérience qui remplacerait le niveau d’entrée',
    'ans',
    1,
    cite('S37'),
    'single_source',
  ),
  equivalences: figure<readonly number[]>(
    'cqp.equivalences',
    'Titres donnant une équivalence partielle (RNCP)',
    'RNCP',
    [36495, 36632, 36714, 38144],
    cite('S43'),
    'single_source',
  ),
  daysPerWeek: figure<number>(
    'cqp.days_per_week',
    'Jours de formation par semaine',
    'jours',
    2,
    cite('S42'),
    'single_source',
  ),
  usualMonths: parameter<number>({
    id: 'training.cqp.usual_months',
    label: 'Durée habituelle d’une session du CQP',
    unit: 'mois',
    checkedOn: CHECKED_ON,
    values: [{ from: null, value: 10, sources: cite('S42'), confidence: 'single_source' }],
    editable: { kind: 'number', min: 1, max: 36 },
  }),
  shortestMonths: figure<number>(
    'cqp.shortest_months',
    'Session du CQP la plus courte annoncée',
    'mois',
    6,
    cite('S37'),
    'single_source',
  ),
  longestMonths: figure<number>(
    'cqp.longest_months',
    'Session du CQP la plus longue annoncée',
    'mois',
    12,
    cite('S37'),
    'single_source',
  ),
} as const;

export const REGISTRATION = {
  RNCP36358: {
    first: figure<string>(
      'rncp_36358.first_day',
      'RNCP 36358, premier jour',
      'jour',
      '2022-04-22',
      cite('S38'),
      'single_source',
    ),
    last: figure<string>(
      'rncp_36358.last_day',
      'RNCP 36358, dernier jour',
      'jour',
      '2025-04-24',
      cite('S38'),
      'single_source',
    ),
  },
  RNCP40913: {
    first: figure<string>(
      'rncp_40913.first_day',
      'RNCP 40913, premier jour',
      'jour',
      null,
      cite('S39', 'S41'),
      'unknown',
    ),
    // The sources give the year only: registered at the latest on its last day.
    latestStart: figure<string>(
      'rncp_40913.latest_first_day',
      'RNCP 40913, premier jour au plus tard',
      'jour',
      '2025-12-31',
      cite('S39', 'S41'),
      'inferred',
    ),
    last: figure<string>(
      'rncp_40913.last_day',
      'RNCP 40913, dernier jour',
      'jour',
      '2030-06-25',
      cite('S39', 'S41'),
      'multiple_secondary',
    ),
  },
} as const;
export type CertificateCode = keyof typeof REGISTRATION;

export const FAE = {
  hours: figure<number>(
    'fae.hours',
    'Durée de la formation d’adaptation à l’emploi',
    'heures',
    112,
    cite('S37', 'S42'),
    'multiple_secondary',
  ),
  contentImposed: figure<boolean>(
    'fae.content_imposed',
    'Contenu ou organisme imposé',
    'oui ou non',
    false,
    cite('S37', 'S42'),
    'multiple_secondary',
  ),
} as const;

export const VAE = {
  hours: figure<number>('vae.hours', 'Heures en rapport avec le CQP', 'heures', 1607, cite('S40'), 'single_source'),
  perCertification: figure<number>(
    'vae.applications_per_certification',
    'Demandes pour une même certification, par année civile',
    'demandes',
    1,
    cite('S40'),
    'single_source',
  ),
  certificationsPerYear: figure<number>(
    'vae.certifications_per_year',
    'Certifications différentes demandées, par année civile',
    'certifications',
    3,
    cite('S40'),
    'single_source',
  ),
  form: figure<string>(
    'vae.form',
    'Formulaire de recevabilité',
    'CERFA',
    'CERFA 12818*02',
    cite('S40'),
    'single_source',
  ),
} as const;

export const FUNCTION_TITLES = parameter<readonly string[]>({
  id: 'training.function_titles',
  label: 'Titres qui ouvrent la fonction d’assistant médical',
  unit: 'titres',
  checkedOn: CHECKED_ON,
  values: [{ from: '2019-11-14', value: ['DEI', 'DEAS', 'DEAP', 'CQP'], sources: cite('S03'), confidence: 'official' }],
});

export const WORKING_TIME = {
  full: figure<number>(
    'working_time.full_hours',
    'Temps plein, par semaine',
    'heures',
    35,
    cite('S20', 'S32'),
    'multiple_secondary',
  ),
  half: figure<number>(
    'working_time.half_hours',
    'Mi-temps, par semaine',
    'heures',
    17.5,
    cite('S20', 'S32'),
    'multiple_secondary',
  ),
} as const;

const warningMonths = (rank: number, months: number): Parameter<number> =>
  parameter<number>({
    id: `training.warning_${rank}`,
    label: `Avertissement avant une échéance de formation, rang ${rank}`,
    unit: 'mois',
    checkedOn: CHECKED_ON,
    values: [{ from: null, value: months, sources: cite('PROJECT'), confidence: 'design_choice' }],
    editable: { kind: 'number', min: 1, max: 36 },
  });

/** Months before a deadline at which it is told. */
export const WARNINGS = [warningMonths(1, 12), warningMonths(2, 6), warningMonths(3, 3), warningMonths(4, 1)] as const;
