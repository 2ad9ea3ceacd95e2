import { z } from 'zod';
import { counterMetrics, gapCategories, pmtPopulations } from '#shared/domain/counters.ts';
import { DayValue, Id } from '#shared/domain/values.ts';
import { computedView, ReasonView } from './explained.ts';

const count = z.number().int().min(0);
const metric = z.enum(counterMetrics);
/** `YYYY-MM`. */
export const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Mois à écrire AAAA-MM.');

/** A statement of the Assurance Maladie, as typed. */
export const OfficialCount = z.object({
  id: Id,
  doctorId: Id,
  metric,
  onDay: DayValue,
  value: count,
  /** Whom a patientèle médecin traitant counts; null: the statement does not say. Always null for the file active. */
  population: z.enum(pmtPopulations).nullable(),
  /** Documents joined (area `documents`, aboutKind `official_count`). None = figure without proof. */
  proofs: count,
  version: z.number().int(),
});
export type OfficialCount = z.infer<typeof OfficialCount>;

/** How much of the sliding year our data cover. `words`: « compté sur 7 mois sur 12 ». */
export const CoverageView = z.object({
  state: z.enum(['covered', 'partial', 'none']),
  from: DayValue,
  to: DayValue,
  coveredMonths: count,
  months: count,
  words: z.string(),
  /** What covers it, earliest first, before the window too. `importId` null = recorded in Prélude. */
  periods: z.array(z.object({ from: DayValue, to: DayValue, importId: Id.nullable() })),
});
export type CoverageView = z.infer<typeof CoverageView>;

/** Why our count and the statement differ. Categories are shown as information: they may overlap. */
export const GapView = z.object({
  /** Ours less the statement's; null while one of the two is undetermined. */
  difference: z.number().int().nullable(),
  words: z.string(),
  lines: z.array(
    z.object({
      category: z.enum(gapCategories),
      label: z.string(),
      count,
      /** `ours`: explains a greater count of ours; `theirs`: a greater statement; `either`: cannot be told. */
      towards: z.enum(['ours', 'theirs', 'either']),
    }),
  ),
});
export type GapView = z.infer<typeof GapView>;

/** The objective of the contract of aid: of the CPAM's letter, else as written; null figures were not typed. */
export const ObjectiveView = z.object({
  contractId: Id,
  startsOn: DayValue,
  startValue: count.nullable(),
  targetValue: count.nullable(),
  /** Day of the letter behind `targetValue`; null when it is the contract's own figure. */
  notifiedOn: DayValue.nullable(),
  /** The contract's own figure, beside that of a letter. */
  writtenValue: count.nullable(),
  dueOn: DayValue.nullable(),
});

export const ProjectionValue = z.object({ on: DayValue, low: count, middle: count, high: count });
const figure = computedView(z.number());

/** One counter of one doctor on a day, with everything its card shows. */
export const CounterView = z.object({
  doctorId: Id,
  metric,
  day: DayValue,
  /** The latest statement up to the day that counts the patients of the objective; failing one, the latest. */
  official: OfficialCount.nullable(),
  /** The statement counts other patients than the objective, and is not compared; or does not say which. */
  unit: ReasonView.nullable(),
  /** Undetermined with an alternative (« compté sur 7 mois sur 12 ») until the sliding year is covered. */
  own: figure,
  /** Null for PMT, which is counted from declarations. */
  coverage: CoverageView.nullable(),
  /** Null when there is no statement. */
  gap: GapView.nullable(),
  objective: ObjectiveView.nullable(),
  /** Which count the three figures below start from: the statement when it can be compared, else ours. */
  reference: z.enum(['official', 'own']).nullable(),
  /** « Il manque N »; 0 once reached. */
  remaining: figure,
  /** Net gain needed each month until the due day. */
  perMonth: figure,
  /** At the due day: median and interquartile band of the monthly net gains. */
  projection: computedView(ProjectionValue),
});
export type CounterView = z.infer<typeof CounterView>;

/** The curve. A point that is not `complete` is counted on less than a sliding year: never joined to the others. */
export const CounterCurve = z.object({
  points: z.array(
    z.object({
      month: Month,
      /** Last day of the month, or today for the current one. */
      day: DayValue,
      counted: count,
      complete: z.boolean(),
      coveredMonths: count,
    }),
  ),
  months: count,
  /** `comparable`: counts the same patients as the objective, else as the latest statement: the others are never joined. */
  officials: z.array(OfficialCount.extend({ comparable: z.boolean() })),
  /** From the starting counter to the objective; each end null when not known. */
  target: z.object({
    from: z.object({ day: DayValue, value: count }).nullable(),
    to: z.object({ day: DayValue, value: count }).nullable(),
  }),
  /** Month ends until the due day; empty when the projection is undetermined. */
  projection: z.array(ProjectionValue),
});
export type CounterCurve = z.infer<typeof CounterCurve>;
