import { parameter, type Parameter } from '../kernel/index.ts';
import { datedFigure, TEXT_DAYS, type Reading } from './dated-figure.ts';
import { CHECKED_ON, cite } from './sources.ts';

export const PERCENTILES = ['p30', 'p50', 'p70', 'p80', 'p90', 'p95'] as const;
export type Percentile = (typeof PERCENTILES)[number];
export type PercentileTable = Readonly<Record<Percentile, Parameter<number>>>;

const COUNT = { kind: 'number', min: 0, max: 100_000 } as const;
const AV7 = TEXT_DAYS.AV7;
const SINCE = TEXT_DAYS.RA;

function figure(
  metric: 'pmt' | 'file_active' | 'other_file_active',
  percentile: Percentile,
  readings: readonly [Reading<number>, ...Reading<number>[]],
): Parameter<number> {
  const population =
    metric === 'pmt'
      ? 'Patientèle médecin traitant des généralistes'
      : metric === 'file_active'
        ? 'File active des généralistes'
        : 'File active de la spécialité';
  const label = `${population}, ${percentile.slice(1)}e centile`;
  return datedFigure(`aid.percentile.${metric}.${percentile}`, label, 'patients', readings, COUNT);
}

/** Neither table gives this one: 2019 distribution, then the one of 31 December 2021. */
const nobody = (first: Reading<number>, second: Reading<number>): readonly [Reading<number>, Reading<number>] => [
  first,
  second,
];
const pmtUnknown = nobody([AV7, null, 'unknown', 'S07', 'S09'], [SINCE, null, 'unknown', 'S02', 'S19', 'S36']);
const fileUnknown = nobody([AV7, null, 'unknown', 'NOT_FOUND'], [SINCE, null, 'unknown', 'S36']);
const otherUnknown = nobody([AV7, null, 'unknown', 'NOT_FOUND'], [SINCE, null, 'unknown', 'NOT_FOUND']);

/**
 * Patients of a GP who declared him or her as médecin traitant: adults under avenant 7, adults and children since.
 * P30 is the entry threshold; each text repeats it with its own sources.
 */
export const PMT_PERCENTILES: PercentileTable = {
  p30: figure('pmt', 'p30', [
    [AV7, 640, 'multiple_secondary', 'S01', 'S07', 'S09', 'S12', 'S13', 'S15', 'S16', 'S20', 'S54'],
    [SINCE, 775, 'multiple_secondary', 'S02', 'S19', 'S20', 'S36'],
    [TEXT_DAYS.CONV, 775, 'multiple_secondary', 'S20', 'S29', 'S36', 'S02', 'S19'],
  ]),
  p50: parameter<number>({
    id: 'aid.percentile.pmt.p50',
    label: 'Patientèle médecin traitant des généralistes, 50e centile',
    unit: 'patients',
    checkedOn: CHECKED_ON,
    editable: COUNT,
    values: [
      {
        from: AV7,
        value: null,
        sources: cite('S07', 'S09'),
        confidence: 'unknown',
        // « Environ 850 », « 800 et quelques » : said by a union leader before the text, never used by a rule.
        disputed: [{ value: 850, sources: cite('S09', 'S13') }],
      },
      { from: SINCE, value: 1045, sources: cite('S36'), confidence: 'single_source' },
    ],
  }),
  p70: figure('pmt', 'p70', pmtUnknown),
  p80: figure('pmt', 'p80', pmtUnknown),
  p90: figure('pmt', 'p90', pmtUnknown),
  p95: figure('pmt', 'p95', pmtUnknown),
};

/** Different patients seen in a year by a GP, all ages. */
export const FILE_ACTIVE_PERCENTILES: PercentileTable = {
  p30: figure('file_active', 'p30', fileUnknown),
  p50: figure('file_active', 'p50', [
    [AV7, null, 'unknown', 'NOT_FOUND'],
    [SINCE, 1514, 'single_source', 'S36'],
  ]),
  p70: figure('file_active', 'p70', fileUnknown),
  p80: figure('file_active', 'p80', fileUnknown),
  p90: figure('file_active', 'p90', fileUnknown),
  p95: figure('file_active', 'p95', fileUnknown),
};

/** Same for every other speciality: one table by speciality, none of which was found. P30 is the entry threshold. */
export const OTHER_FILE_ACTIVE_PERCENTILES: PercentileTable = {
  p30: figure('other_file_active', 'p30', [
    [AV7, null, 'unknown', 'S07'],
    [SINCE, null, 'unknown', 'S02', 'S18'],
    [TEXT_DAYS.CONV, null, 'unknown', 'S29'],
  ]),
  p50: figure('other_file_active', 'p50', otherUnknown),
  p70: figure('other_file_active', 'p70', otherUnknown),
  p80: figure('other_file_active', 'p80', otherUnknown),
  p90: figure('other_file_active', 'p90', otherUnknown),
  p95: figure('other_file_active', 'p95', otherUnknown),
};

/** Paediatricians are held to both figures since the règlement arbitral; neither threshold was found. */
export const PAEDIATRICIAN_THRESHOLDS = {
  pmt: datedFigure<number>(
    'aid.threshold.paediatrician_pmt',
    'Seuil de patientèle médecin traitant des pédiatres, 30e centile',
    'patients',
    [[SINCE, null, 'unknown', 'S22']],
    COUNT,
  ),
  fileActive: datedFigure<number>(
    'aid.threshold.paediatrician_file_active',
    'Seuil de file active des pédiatres, 30e centile',
    'patients',
    [[SINCE, null, 'unknown', 'S22']],
    COUNT,
  ),
};

/** Day of the national distribution the percentiles are read in. */
export const percentileReferenceDay = datedFigure<string>(
  'aid.percentile.reference_day',
  'Date de la répartition nationale des patientèles',
  'jour',
  [
    [AV7, null, 'unknown', 'S07'],
    [SINCE, '2021-12-31', 'multiple_secondary', 'S02', 'S18', 'S19', 'S20', 'S29', 'S36'],
  ],
);

/** Rank the entry threshold stands for. */
export const thresholdPercentile = datedFigure<number>(
  'aid.threshold.percentile',
  `Centile du seuil d’entrée`,
  'centile',
  [
    [AV7, 30, 'inferred', 'S01', 'S07', 'S12', 'S13', 'S15', 'S16', 'S20', 'S54'],
    [SINCE, 30, 'multiple_secondary', 'S02', 'S18', 'S19', 'S20'],
    [TEXT_DAYS.CONV, 30, 'multiple_secondary', 'S20', 'S29', 'S36'],
  ],
);

export const OPERATORS = { '>=': 'égal ou supérieur', '>': 'strictement supérieur' } as const;
export type Operator = keyof typeof OPERATORS;

/** « Au moins » or « plus de » the threshold: the sources differ. */
export const thresholdOperator = parameter<Operator>({
  id: 'aid.threshold.operator',
  label: `Comparaison au seuil d’entrée`,
  unit: 'comparaison',
  checkedOn: CHECKED_ON,
  editable: { kind: 'choice', choices: OPERATORS },
  values: [
    {
      from: null,
      value: '>=',
      sources: cite('S19', 'S36'),
      confidence: 'disputed',
      disputed: [{ value: '>', sources: cite('S02') }],
    },
  ],
});

export const PMT_METRICS = {
  PMT_ADULT: 'patients médecin traitant de 16 ans et plus',
  PMT_ADULT_AND_CHILD: 'patients médecin traitant, adultes et enfants',
} as const;
export type PmtMetric = keyof typeof PMT_METRICS;

/** Who is counted in the patientèle médecin traitant. */
export const pmtMetric = parameter<PmtMetric>({
  id: 'aid.threshold.pmt_metric',
  label: `Patients comptés dans la patientèle médecin traitant`,
  unit: 'population',
  checkedOn: CHECKED_ON,
  values: [
    {
      from: AV7,
      value: 'PMT_ADULT',
      sources: cite('S07', 'S12', 'S13', 'S15', 'S16', 'S20', 'S54'),
      confidence: 'multiple_secondary',
    },
    {
      from: SINCE,
      value: 'PMT_ADULT_AND_CHILD',
      sources: cite('S18', 'S19', 'S36'),
      confidence: 'disputed',
      disputed: [{ value: 'PMT_ADULT', sources: cite('S20') }],
    },
  ],
});
