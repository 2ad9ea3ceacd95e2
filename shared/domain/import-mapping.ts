import { z } from 'zod';
import { dateOrders, importFieldNames } from './import-fields.ts';

/** Which column feeds which field. A field is fed by one column at most; a column left out is not imported. */
export const ImportMapping = z
  .array(
    z.strictObject({
      column: z.number().int().min(0),
      field: z.enum(importFieldNames),
      dateOrder: z.enum(dateOrders).optional(),
    }),
  )
  .max(importFieldNames.length);
export type ImportMapping = z.infer<typeof ImportMapping>;

/** The mapping kept for a header, as stored; null when it cannot be read any more. */
export function readKeptMapping(stored: string): ImportMapping | null {
  try {
    return ImportMapping.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
