import { z } from 'zod';

/** Shapes shared by every record: ids, days, instants, patches. Facts only; drafts accept any text. */
export const Id = z.uuid();
export const DayValue = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((day) => {
    try {
      return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString() === day;
    } catch {
      return false;
    }
  }, 'Cette date n’existe pas.');
export const InstantValue = z.iso.datetime();
/** Minutes since midnight, local time of the practice. */
export const MinuteOfDay = z.number().int().min(0).max(1440);
export const ShortText = z.string().trim().min(1).max(100);

/**
 * One edited field: the value the person started from, and the value wanted.
 * `base` lets two people edit disjoint fields without a word, and the same field without losing one.
 */
export function patchOf<F extends z.ZodType<string>>(field: F) {
  return z.strictObject({ field, base: z.string().nullable(), value: z.string().nullable() });
}

/** Who did something, and when, as shown to a colleague. */
export const Trace = z.object({ by: z.string(), at: InstantValue });
