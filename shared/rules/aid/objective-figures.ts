import type { JsonValue, WrittenDay } from '../kernel/index.ts';
import { datedFigure, TEXT_DAYS, type Reading } from './dated-figure.ts';
import type { Metric } from './objective-words.ts';
import type { SourceId } from './sources.ts';

const { AV7, RA, CONV, COLL } = TEXT_DAYS;
const unknown = <Value extends JsonValue>(
  from: WrittenDay,
  source: SourceId,
  ...others: SourceId[]
): Reading<Value> => [...([from, null, 'unknown', source, ...others] as const)];

/** The middle bands are read in one source, for the third-time option; the others take the same limits. */
export const bandLimits = datedFigure<readonly number[]>(
  'aid.objective.band_limits',
  'Centiles qui bornent les tranches d’objectif',
  'centile',
  [[AV7, [30, 50, 70, 90, 95], 'single_source', 'S65']],
);

export const gpMetrics = datedFigure<readonly Metric[]>(
  'aid.objective.metrics.gp',
  'Indicateurs d’un médecin généraliste',
  'indicateur',
  [
    [AV7, ['PMT_ADULT', 'FILE_ACTIVE'], 'multiple_secondary', 'S08', 'S15', 'S30'],
    [RA, ['PMT_ADULT_AND_CHILD', 'FILE_ACTIVE'], 'multiple_secondary', 'S22', 'S30'],
    [CONV, ['PMT_ADULT_AND_CHILD', 'FILE_ACTIVE'], 'single_source', 'S30'],
  ],
);
export const paediatricianMetrics = datedFigure<readonly Metric[]>(
  'aid.objective.metrics.paediatrician',
  'Indicateurs d’un pédiatre',
  'indicateur',
  [
    [RA, ['PMT_ADULT_AND_CHILD', 'FILE_ACTIVE'], 'single_source', 'S22'],
    [CONV, null, 'unknown', 'NOT_FOUND'],
  ],
);
export const otherMetrics = datedFigure<readonly Metric[]>(
  'aid.objective.metrics.other',
  'Indicateur des autres spécialités',
  'indicateur',
  [
    [AV7, ['FILE_ACTIVE'], 'multiple_secondary', 'S08', 'S15'],
    [RA, ['FILE_ACTIVE'], 'multiple_secondary', 'S17', 'S22'],
    [CONV, ['FILE_ACTIVE'], 'inferred', 'S08', 'S15', 'S17', 'S22'],
  ],
);

/** U04. Whether both figures must be reached, or one is enough. */
export const gpCumulative = datedFigure<boolean>(
  'aid.objective.cumulative.gp',
  'Les deux indicateurs doivent être atteints',
  'oui/non',
  [
    [AV7, true, 'multiple_secondary', 'S08', 'S15', 'S30'],
    [RA, true, 'multiple_secondary', 'S22', 'S30'],
    unknown(CONV, 'S30'),
  ],
  { kind: 'flag' },
);

export const dueYear = datedFigure<number>(
  'aid.objective.due_year',
  'Année où l’objectif est attendu',
  'année de contrat',
  [
    [AV7, 3, 'multiple_secondary', 'S08', 'S09', 'S10'],
    [RA, 3, 'single_source', 'S20'],
    [CONV, 3, 'inferred', 'S23', 'S24', 'S27', 'S29'],
  ],
);

/** The source says a doctor with many patients only has to keep them; from which centile is our choice. */
export const highPatienteleMaintains = datedFigure<boolean>(
  'aid.objective.high_maintains',
  'À partir du 90e centile, l’objectif est de garder la patientèle de départ',
  'oui/non',
  [
    [RA, true, 'design_choice', 'S20', 'CHOICE'],
    [CONV, null, 'unknown', 'S23', 'S24', 'S27', 'S29'],
  ],
);

export const ROUNDINGS = { TRUNCATED: 'Tronqué au patient', HALF_UP: 'Arrondi au patient le plus proche' } as const;

/** U05. The published cases are compatible with truncation. */
export const objectiveRounding = datedFigure<string>(
  'aid.objective.rounding',
  'Arrondi du nombre de patients demandé',
  'arrondi',
  [unknown(AV7, 'NOT_FOUND'), unknown(RA, 'NOT_FOUND'), unknown(CONV, 'NOT_FOUND')],
  { kind: 'choice', choices: ROUNDINGS },
);

/** Objective of a doctor who has just settled: a centile of the profession, one metric being enough. */
export const newlyInstalledObjective = datedFigure<{ percentile: number; withinYears: number; cumulative: boolean }>(
  'aid.objective.newly_installed',
  'Objectif d’un médecin nouvellement installé',
  'centile',
  [
    [AV7, { percentile: 50, withinYears: 3, cumulative: false }, 'single_source', 'S13'],
    unknown(RA, 'NOT_FOUND'),
    unknown(CONV, 'NOT_FOUND'),
  ],
);

/** U06. */
export const secondAssistantObjective = datedFigure<number>(
  'aid.objective.second_assistant',
  'Hausse demandée à 1,5 et 2 ETP',
  '%',
  [unknown(CONV, 'S20', 'S26', 'S30')],
);

export const collectiveGain = datedFigure<Readonly<Record<'PMT_ADULT_AND_CHILD' | 'FILE_ACTIVE', number>>>(
  'aid.objective.collective.gain',
  'Contrat collectif, gain demandé par ETP financé',
  'patients',
  [[COLL, { PMT_ADULT_AND_CHILD: 260, FILE_ACTIVE: 110 }, 'single_source', 'S36']],
);
export const collectiveYears = datedFigure<number>(
  'aid.objective.collective.years',
  'Contrat collectif, délai du gain demandé',
  'années',
  [[COLL, 2, 'single_source', 'S36']],
);
export const collectiveReduction = datedFigure<string>(
  'aid.objective.collective.reduction',
  'Contrat collectif, calcul de la baisse pour les gains des anciens contrats individuels',
  'formule',
  [unknown(COLL, 'S36')],
);
export const collectiveNewlyInstalled = datedFigure<{
  readonly maxMonths: number;
  readonly percentile: number;
  readonly withinYears: number;
  readonly PMT_ADULT_AND_CHILD: number;
  readonly FILE_ACTIVE: number;
}>(
  'aid.objective.collective.newly_installed',
  'Contrat collectif, objectif d’un médecin installé depuis moins de 12 mois',
  'patients',
  [
    [
      COLL,
      { maxMonths: 12, percentile: 50, withinYears: 3, PMT_ADULT_AND_CHILD: 1045, FILE_ACTIVE: 1514 },
      'single_source',
      'S36',
    ],
  ],
);
