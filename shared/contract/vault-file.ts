import { z } from 'zod';
import { roles } from '#shared/permissions/roles.ts';

/** So many bytes, in base64. */
const bytes = (length: number) => z.base64().length(Math.ceil(length / 3) * 4);

/** The vault's key sealed under one secret. Bounds on scrypt: a damaged figure must neither exhaust the memory nor weaken it. */
const Slot = z.object({
  salt: bytes(16),
  N: z
    .number()
    .int()
    .min(2 ** 10)
    .max(2 ** 17),
  r: z.number().int().min(1).max(8),
  p: z.number().int().min(1).max(4),
  nonce: bytes(12),
  sealed: bytes(48),
});
export type Slot = z.infer<typeof Slot>;

/** What is readable while the vault is closed: staff names for the tiles, never a patient. */
const VaultPerson = z.object({
  accountId: z.uuid(),
  displayName: z.string(),
  initials: z.string(),
  role: z.enum(roles),
  closed: z.boolean(),
  slot: Slot.nullable(),
  /** One-time code of an invitation or of a forgotten phrase, valid 24 h. */
  oneTime: Slot.extend({ until: z.string() }).nullable(),
});
export type VaultPerson = z.infer<typeof VaultPerson>;

/** The file beside the base that holds the slots. */
export const VaultFile = z.object({
  format: z.literal(1),
  vaultId: z.uuid(),
  /** False until the practice's first rows are committed: a creation cut short starts again from nothing. */
  founded: z.boolean(),
  practiceName: z.string(),
  demo: z.boolean(),
  createdOn: z.string(),
  people: z.array(VaultPerson),
  recovery: Slot.extend({ createdOn: z.string() }),
  /** Failed tries, kept across restarts. */
  tries: z.record(z.string(), z.object({ count: z.number().int(), until: z.number() })),
});
export type VaultFile = z.infer<typeof VaultFile>;
