import type { JsonValue, Parameter, WrittenDay } from '../kernel/index.ts';
import { datedFigure, TEXT_DAYS, type Reading } from './dated-figure.ts';
import type { SourceId } from './sources.ts';

export const MODULATION_POLICIES = {
  ALL_OR_NOTHING: 'Tout ou rien',
  PRORATA_OF_GAIN_PER_METRIC_MIN: 'Au prorata du gain, indicateur le moins avancé',
  PRORATA_OF_GAIN_MEAN: 'Au prorata du gain, moyenne des indicateurs',
} as const;
export type ModulationPolicy = keyof typeof MODULATION_POLICIES;
export const POLICIES = [
  'ALL_OR_NOTHING',
  'PRORATA_OF_GAIN_PER_METRIC_MIN',
  'PRORATA_OF_GAIN_MEAN',
] as const satisfies readonly ModulationPolicy[];
/** The only ones a collective contract can follow: it is prorated. */
export const PRORATA_POLICIES = [
  'PRORATA_OF_GAIN_PER_METRIC_MIN',
  'PRORATA_OF_GAIN_MEAN',
] as const satisfies readonly ModulationPolicy[];

const { AV7, RA, CONV, COLL } = TEXT_DAYS;
const unknown = <Value extends JsonValue>(
  from: WrittenDay,
  source: SourceId,
  ...others: SourceId[]
): Reading<Value> => [...([from, null, 'unknown', source, ...others] as const)];

export const modulationFirstYear = datedFigure<number>(
  'aid.modulation.first_year',
  'Première année dont le montant dépend des objectifs',
  'année de contrat',
  [
    [AV7, 3, 'multiple_secondary', 'S08', 'S15', 'S20', 'S21', 'S30'],
    [RA, 3, 'multiple_secondary', 'S20', 'S21', 'S30'],
    [CONV, 3, 'multiple_secondary', 'S20', 'S30', 'S37'],
  ],
);

/** U05: how the amount follows a partial result, in an individual contract. */
export const modulationPolicy = datedFigure<string>(
  'aid.modulation.policy',
  'Calcul du montant quand l’objectif est atteint en partie',
  'règle',
  [unknown(AV7, 'S30', 'S31'), unknown(RA, 'NOT_FOUND'), unknown(CONV, 'S30', 'S37')],
  { kind: 'choice', choices: MODULATION_POLICIES },
);

export const collectivePolicy = datedFigure<string>(
  'aid.modulation.collective',
  'Contrat collectif, effet d’un objectif atteint en partie',
  'règle',
  [[COLL, 'PRORATA', 'single_source', 'S36']],
);
export const collectiveFormula = datedFigure<string>(
  'aid.modulation.collective_formula',
  'Contrat collectif, formule du prorata',
  'règle',
  [unknown(COLL, 'S36')],
  {
    kind: 'choice',
    choices: {
      PRORATA_OF_GAIN_PER_METRIC_MIN: MODULATION_POLICIES.PRORATA_OF_GAIN_PER_METRIC_MIN,
      PRORATA_OF_GAIN_MEAN: MODULATION_POLICIES.PRORATA_OF_GAIN_MEAN,
    },
  },
);

export const toleranceMargin = datedFigure<number>(
  'aid.modulation.tolerance',
  'Marge de tolérance sur l’objectif',
  '%',
  [unknown(AV7, 'S30', 'S31'), unknown(RA, 'NOT_FOUND'), unknown(CONV, 'S30', 'S37')],
);
export const measurementDate = datedFigure<string>(
  'aid.modulation.measurement_date',
  'Date de mesure des objectifs et fenêtre de la file active',
  'jour',
  [unknown(AV7, 'S30', 'S31'), unknown(RA, 'NOT_FOUND'), unknown(CONV, 'S30', 'S37')],
);

export const collectiveFirstYear = datedFigure<number>(
  'aid.modulation.collective_first_year',
  'Contrat collectif, première année dont le montant dépend des objectifs',
  'année de contrat',
  [[COLL, 3, 'single_source', 'S36']],
);
export const collectiveTolerance = datedFigure<number>(
  'aid.modulation.collective_tolerance',
  'Contrat collectif, marge de tolérance sur l’objectif',
  '%',
  [unknown(COLL, 'S36')],
);

export const MODULATION_PARAMETERS: readonly Parameter[] = [
  modulationFirstYear,
  modulationPolicy,
  collectivePolicy,
  collectiveFormula,
  collectiveFirstYear,
  collectiveTolerance,
  toleranceMargin,
  measurementDate,
];
