import { parameter, type JsonValue, type Parameter, type WrittenDay } from '../kernel/index.ts';
import { datedFigure, TEXT_DAYS, type Reading } from './dated-figure.ts';
import { BAND_LABELS, type Band } from './objective-words.ts';
import { OPTION_LABELS, type AidOption } from './rule-sets.ts';
import { CHECKED_ON, cite, type SourceId } from './sources.ts';

const { AV7, RA, CONV } = TEXT_DAYS;
const unknown = <Value extends JsonValue>(
  from: WrittenDay,
  source: SourceId,
  ...others: SourceId[]
): Reading<Value> => [...([from, null, 'unknown', source, ...others] as const)];
const S65: Reading<number>[2] = 'single_source';
// Both texts were read without their percentages.
const SINCE_2023: readonly Reading<number>[] = [unknown(RA, 'S20'), unknown(CONV, 'S23', 'S24', 'S27', 'S29')];

type BandFigures = Readonly<Record<Band, Parameter<number>>>;

const PERCENT = { kind: 'number', min: 0, max: 100 } as const;
const increaseLabel = (option: AidOption, band: Band): string =>
  `Hausse demandée, ${OPTION_LABELS[option]}, départ ${BAND_LABELS[band]}`;

function increase(option: AidOption, band: Band, first: Reading<number>, later = SINCE_2023): Parameter<number> {
  const id = `aid.objective.increase.${option}.${band}`;
  return datedFigure(id, increaseLabel(option, band), '%', [first, ...later], PERCENT);
}

const maintain: Reading<number> = [AV7, 0, 'multiple_secondary', 'S08', 'S10'];

const THIRD: BandFigures = {
  P30_P50: increase('ETP_1_3', 'P30_P50', [AV7, 20, 'multiple_secondary', 'S08', 'S09', 'S10'], []),
  P50_P70: increase('ETP_1_3', 'P50_P70', [AV7, 15, S65, 'S65'], []),
  P70_P90: increase('ETP_1_3', 'P70_P90', [AV7, 7.5, S65, 'S65'], []),
  P90_P95: increase('ETP_1_3', 'P90_P95', [AV7, 4, S65, 'S65'], []),
  P95_PLUS: increase('ETP_1_3', 'P95_PLUS', maintain, []),
};
const HALF: BandFigures = {
  P30_P50: increase('ETP_1_2', 'P30_P50', [AV7, 25, 'multiple_secondary', 'S08', 'S09', 'S10']),
  P50_P70: increase('ETP_1_2', 'P50_P70', unknown(AV7, 'S08', 'S09', 'S10')),
  P70_P90: increase('ETP_1_2', 'P70_P90', unknown(AV7, 'S08', 'S09', 'S10')),
  P90_P95: increase('ETP_1_2', 'P90_P95', [AV7, 6, 'inferred', 'S08', 'S09', 'S10']),
  P95_PLUS: increase('ETP_1_2', 'P95_PLUS', maintain),
};
const FULL: BandFigures = {
  P30_P50: increase('ETP_1', 'P30_P50', [AV7, 35, 'multiple_secondary', 'S08', 'S09', 'S10']),
  P50_P70: increase('ETP_1', 'P50_P70', unknown(AV7, 'S08', 'S09', 'S10')),
  P70_P90: increase('ETP_1', 'P70_P90', unknown(AV7, 'S08', 'S09', 'S10')),
  P90_P95: increase('ETP_1', 'P90_P95', [AV7, 12.5, 'inferred', 'S08', 'S09', 'S10']),
  P95_PLUS: parameter<number>({
    id: 'aid.objective.increase.ETP_1.P95_PLUS',
    label: increaseLabel('ETP_1', 'P95_PLUS'),
    unit: '%',
    checkedOn: CHECKED_ON,
    editable: PERCENT,
    values: [
      {
        from: AV7,
        value: 5,
        sources: cite('S08'),
        confidence: 'disputed',
        disputed: [{ value: 0, sources: cite('S10') }],
      },
      { from: RA, value: null, sources: cite('S20'), confidence: 'unknown' },
      { from: CONV, value: null, sources: cite('S23', 'S24', 'S27', 'S29'), confidence: 'unknown' },
    ],
  }),
};

/** Percentages of the starting figure. The third-time option was closed before the later texts. */
export const INCREASES: Readonly<Partial<Record<AidOption, BandFigures>>> = {
  ETP_1_3: THIRD,
  ETP_1_2: HALF,
  ETP_1: FULL,
};

export const INCREASE_PARAMETERS: readonly Parameter[] = [THIRD, HALF, FULL].flatMap((figures) =>
  Object.values(figures),
);
