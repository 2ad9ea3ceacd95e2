import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { roles } from '#shared/permissions/roles.ts';
import type { ScryptParameters } from './derivation.ts';

const Slot = z.object({
  salt: z.string(),
  N: z.number().int(),
  r: z.number().int(),
  p: z.number().int(),
  nonce: z.string(),
  sealed: z.string(),
});
export type Slot = z.infer<typeof Slot>;

/** What is readable while the vault is closed: staff names for the tiles, never a patient. */
const Person = z.object({
  accountId: z.uuid(),
  displayName: z.string(),
  initials: z.string(),
  role: z.enum(roles),
  closed: z.boolean(),
  slot: Slot.nullable(),
  /** One-time code of an invitation or of a forgotten phrase, valid 24 h. */
  oneTime: Slot.extend({ until: z.string() }).nullable(),
});
export type VaultPerson = z.infer<typeof Person>;

const VaultFile = z.object({
  format: z.literal(1),
  vaultId: z.uuid(),
  practiceName: z.string(),
  demo: z.boolean(),
  createdOn: z.string(),
  people: z.array(Person),
  recovery: Slot.extend({ createdOn: z.string() }),
  /** Failed tries, kept across restarts. */
  tries: z.record(z.string(), z.object({ count: z.number().int(), until: z.number() })),
});
export type VaultFile = z.infer<typeof VaultFile>;

export const vaultPath = (dataDir: string) => join(dataDir, 'coffre.json');

/** Writes a whole file so that a kill leaves the old one or the new one, never half. */
export function writeDurably(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const next = `${path}.nouveau`;
  const file = openSync(next, 'w', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(next, path);
}

export function readVaultFile(dataDir: string): VaultFile | null {
  const path = vaultPath(dataDir);
  if (!existsSync(path)) return null;
  return VaultFile.parse(JSON.parse(readFileSync(path, 'utf8')));
}

export function writeVaultFile(dataDir: string, vault: VaultFile): void {
  writeDurably(vaultPath(dataDir), JSON.stringify(vault, null, 1));
}

/** Seals the vault's key under a derived key; `owner` binds the slot to its holder. */
export function sealSlot(derived: Buffer, salt: Buffer, parameters: ScryptParameters, master: Buffer, owner: string): Slot {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derived, nonce);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(master), cipher.final(), cipher.getAuthTag()]);
  return { salt: salt.toString('base64'), ...parameters, nonce: nonce.toString('base64'), sealed: sealed.toString('base64') };
}

/** The vault's key, or null when the derived key does not open this slot. */
export function openSlot(slot: Slot, derived: Buffer, owner: string): Buffer | null {
  const sealed = Buffer.from(slot.sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', derived, Buffer.from(slot.nonce, 'base64'));
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(sealed.subarray(-16));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch {
    return null;
  }
}
