import { z } from 'zod';

/** Enough to take a merge apart: what the kept file's columns were and became, which rows came over. Stored as JSON. */
export const MergeBefore = z.object({
  columns: z.record(z.string(), z.object({ was: z.unknown(), became: z.unknown() })),
  moved: z.array(z.object({ table: z.string(), ids: z.array(z.string()) })),
});
export type MergeBefore = z.infer<typeof MergeBefore>;
