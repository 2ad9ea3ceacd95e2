import { z } from 'zod';
import { counterMetrics, gapCategories, type GapCategory } from '#shared/domain/counters.ts';
import { countSchema, daySchema, ruleEntry, type JsonValue } from '../kernel/index.ts';
import { coverage } from './coverage.ts';
import { ownPmt } from './declarations.ts';
import { fileActive } from './file-active.ts';
import { gapLines } from './gap.ts';
import { neededPerMonth, remaining } from './progress.ts';
import { projection } from './projection.ts';

const values = z.record(z.string(), z.json() as z.ZodType<JsonValue>).exactOptional();
const overrides = z
  .strictObject({
    practice: values,
    patient: values,
    signatures: z.record(z.string(), z.strictObject({ by: z.string(), from: daySchema })).exactOptional(),
  })
  .exactOptional();
const periods = z.array(
  z.strictObject({ from: daySchema, to: daySchema }).refine(({ from, to }) => from <= to, {
    message: 'La fin précède le début.',
  }),
);
const point = z.strictObject({ day: daySchema, value: countSchema });
const progress = z.strictObject({
  current: countSchema.nullable(),
  target: countSchema.nullable(),
  dueOn: daySchema.nullable(),
});
const known = gapCategories.filter((one): one is Exclude<GapCategory, 'unexplained'> => one !== 'unexplained');

export const entries = [
  ruleEntry({
    id: 'counters.coverage',
    title: 'Part de l’année glissante couverte par les passages enregistrés',
    situation: z.strictObject({ periods, overrides }),
    run: (situation, day) => {
      const { state, window, coveredMonths, words, parameters } = coverage(day, situation.periods, situation.overrides);
      return { state, from: window.from, to: window.to, coveredMonths, months: window.months, words, parameters };
    },
  }),
  ruleEntry({
    id: 'counters.file_active',
    title: 'File active comptée par le cabinet',
    situation: z.strictObject({ counted: countSchema, unlinked: countSchema, periods, overrides }),
    run: fileActive,
  }),
  ruleEntry({
    id: 'counters.pmt',
    title: 'Patientèle médecin traitant comptée par le cabinet',
    situation: z.strictObject({
      readOn: daySchema,
      declared: countSchema,
      minors: countSchema,
      undated: countSchema,
      adultsOnly: z.boolean(),
    }),
    run: ownPmt,
  }),
  ruleEntry({
    id: 'counters.remaining',
    title: 'Ce qui manque pour l’objectif',
    situation: progress,
    run: (situation) => remaining(situation),
  }),
  ruleEntry({
    id: 'counters.per_month',
    title: 'Gain net à faire chaque mois',
    situation: progress,
    run: neededPerMonth,
  }),
  ruleEntry({
    id: 'counters.projection',
    title: 'Projection d’un compteur à l’échéance',
    situation: z.strictObject({
      start: point.nullable(),
      points: z.array(point),
      dueOn: daySchema.nullable(),
      overrides,
    }),
    run: projection,
  }),
  ruleEntry({
    id: 'counters.gap',
    title: 'Écart entre notre compte et le relevé',
    situation: z.strictObject({
      metric: z.enum(counterMetrics),
      ours: countSchema.nullable(),
      theirs: countSchema,
      counts: z.partialRecord(z.enum(known as [(typeof known)[number], ...typeof known]), countSchema),
    }),
    run: (situation) => gapLines(situation),
  }),
] as const;
