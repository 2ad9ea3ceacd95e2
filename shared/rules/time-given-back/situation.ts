import { z } from 'zod';
import { countSchema, daySchema, ruleEntry, type JsonValue } from '../kernel/index.ts';
import { timeGivenBack } from './time-given-back.ts';
import type { TimeSituation } from './types.ts';

const day = daySchema.refine((value) => value >= '2000-01-01' && value <= '2199-12-31', {
  message: 'Année de 2000 à 2199.',
});
const instant = z.iso.datetime({ message: 'Instant attendu, AAAA-MM-JJTHH:MM:SSZ.' }).exactOptional();
const flag = z.boolean().exactOptional();
const count = countSchema.max(10_000).exactOptional();

const visit = z.strictObject({
  day,
  arrivedAt: instant,
  preparationAt: instant,
  readyAt: instant,
  consultationAt: instant,
  finaliseAt: instant,
  leftAt: instant,
  arrivalNoted: flag,
  booked: flag,
  prepared: flag,
  measures: count,
  items: count,
});

const values = z.record(z.string(), z.json() as z.ZodType<JsonValue>).exactOptional();

const situation: z.ZodType<TimeSituation> = z
  .strictObject({
    from: day,
    to: day,
    visits: z.array(visit),
    pastSeen: z.array(z.strictObject({ day, patients: countSchema })).exactOptional(),
    firstHireDay: day.exactOptional(),
    unattributedItems: count,
    overrides: z
      .strictObject({
        practice: values,
        signatures: z.record(z.string(), z.strictObject({ by: z.string(), from: daySchema })).exactOptional(),
      })
      .exactOptional(),
  })
  .refine(({ from, to }) => to >= from, { path: ['to'], message: 'La fin précède le début.' });

export const entries = [
  ruleEntry({ id: 'time.given_back', title: 'Temps rendu sur une période', situation, run: timeGivenBack }),
] as const;
