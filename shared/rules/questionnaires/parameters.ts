import {
  parameter,
  type Citations,
  type Confidence,
  type Editable,
  type JsonValue,
  type Parameter,
} from '../kernel/index.ts';
import { CHECKED_ON, QUESTIONNAIRE_SOURCES, type QuestionnaireSource } from './sources.ts';

type Origin = readonly [Confidence, QuestionnaireSource, ...QuestionnaireSource[]];

function figure<Value extends JsonValue>(
  name: string,
  label: string,
  unit: string,
  value: Value,
  [confidence, first, ...others]: Origin,
  editable?: Editable,
): Parameter<Value> {
  const sources: Citations = [QUESTIONNAIRE_SOURCES[first], ...others.map((id) => QUESTIONNAIRE_SOURCES[id])];
  return parameter<Value>({
    id: `questionnaires.${name}`,
    label,
    unit,
    values: [{ from: null, value, sources, confidence }],
    checkedOn: CHECKED_ON,
    ...(editable === undefined ? {} : { editable }),
  });
}

/** Points of each answer of a question, in the order of the catalogue. */
export type Scale = readonly number[];
const scale = (name: string, label: string, value: Scale, from: Origin): Parameter<Scale> =>
  figure<Scale>(name, `${label}, points dans l’ordre des réponses`, 'code', value, from);
const mark = (
  name: string,
  label: string,
  value: number,
  max: number,
  from: Origin,
  unit = 'points',
): Parameter<number> => figure<number>(name, label, unit, value, from, { kind: 'number', min: 0, max });

const AUDIT: Origin = ['multiple_secondary', 'C12', 'C13'];
const TOBACCO: Origin = ['multiple_secondary', 'C10', 'C11'];
const BANDS: Origin = ['single_source', 'C11'];
const GENERAL: Origin = ['unverified', 'GENERAL'];

export const AUDIT_C = {
  frequency: scale('audit_c.frequency', 'AUDIT-C, fréquence', [0, 1, 2, 3, 4], AUDIT),
  drinks: scale('audit_c.drinks', 'AUDIT-C, verres standard un jour où l’on boit', [0, 1, 2, 3, 4], AUDIT),
  sixOrMore: scale('audit_c.six_or_more', 'AUDIT-C, six verres ou plus en une occasion', [0, 1, 2, 3, 4], AUDIT),
  max: figure<number>('audit_c.max', 'AUDIT-C, maximum', 'points', 12, AUDIT),
  men: mark('audit_c.mark_men', 'AUDIT-C, repère chez l’homme, à partir de', 4, 12, ['single_source', 'C13']),
  women: mark('audit_c.mark_women', 'AUDIT-C, repère chez la femme, à partir de', 3, 12, ['single_source', 'C13']),
  other: mark('audit_c.mark_other', 'AUDIT-C, autre repère français, au-dessus de', 5, 12, ['single_source', 'C14']),
} as const;

export const ALCOHOL = {
  grams: figure<number>('alcohol.standard_drink', 'Verre standard, alcool pur', 'g', 10, ['multiple_secondary', 'C15']),
  perDay: mark('alcohol.per_day', 'Repère de consommation par jour', 2, 20, ['official', 'C16'], 'verres'),
  perWeek: mark('alcohol.per_week', 'Repère de consommation par semaine', 10, 140, GENERAL, 'verres'),
} as const;

export const HSI = {
  cigarettes: scale('hsi.cigarettes', 'Tabac en deux questions, cigarettes par jour', [0, 1, 2, 3], TOBACCO),
  firstCigarette: scale('hsi.first_cigarette', 'Tabac en deux questions, première cigarette', [0, 1, 2, 3], TOBACCO),
  max: figure<number>('hsi.max', 'Tabac en deux questions, maximum', 'points', 6, BANDS),
  second: mark('hsi.band_2', 'Tabac en deux questions, deuxième tranche à partir de', 2, 6, BANDS),
  third: mark('hsi.band_3', 'Tabac en deux questions, troisième tranche à partir de', 4, 6, BANDS),
} as const;

export const TOBACCO_PACK = figure<number>('tobacco.pack', 'Cigarettes d’un paquet', 'cigarettes', 20, GENERAL);

export const ACTIVITY = {
  minutes: mark('activity.minutes', 'Activité qui essouffle, repère par semaine', 150, 2000, GENERAL, 'min'),
  sittingLow: mark('activity.sitting_low', 'Temps assis, premier repère par jour, au-dessus de', 7, 24, GENERAL, 'h'),
  sittingTop: mark('activity.sitting_top', 'Temps assis, second repère par jour, au-dessus de', 8, 24, GENERAL, 'h'),
} as const;

/** Figures inside the words of the project’s own questions. */
export const OWN_QUESTIONS = {
  sleepNights: figure<number>('sleep.nights', 'Sommeil, nuits difficiles par semaine', 'nuits', 3, GENERAL),
  sleepMonths: figure<number>('sleep.months', 'Sommeil, depuis', 'mois', 3, GENERAL),
  fallMonths: figure<number>('falls.months', 'Chutes, période', 'mois', 12, ['official', 'C17']),
  medicines: figure<number>('falls.medicines', 'Chutes, nombre de médicaments', 'médicaments', 4, ['official', 'C17']),
} as const;

/** Known and shown in the book, not computed: measured or scored elsewhere. */
export const KNOWN_ONLY = {
  upAndGo: figure<number>('falls.up_and_go', 'Lever-marcher chronométré, repère français', 's', 20, GENERAL),
  oneLeg: figure<number>('falls.one_leg', 'Appui sur une jambe, repère', 's', 5, GENERAL),
  fagerstrom: figure<number[]>(
    'tobacco.six_questions',
    'Test en six questions, débuts de tranche (sur 10)',
    'points',
    [0, 3, 5, 7],
    TOBACCO,
  ),
  ricci: figure<number[]>('activity.ricci_gagnon', 'Ricci-Gagnon, bornes de tranche', 'points', [18, 35], GENERAL),
} as const;
