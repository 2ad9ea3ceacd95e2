import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VaultFile, type Slot } from '#shared/contract/vault-file.ts';
import { writeDurably } from '#electron/platform/durable-file.ts';
import { FolderRefusal } from '#electron/platform/folder-refusal.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import type { ScryptParameters } from './derivation.ts';

export const vaultPath = (dataDir: string) => join(dataDir, 'coffre.json');
export const baseFile = (dataDir: string) => join(dataDir, 'cabinet.db');

/**
 * The vault of this folder, null when there is none.
 * @throws FolderRefusal when the file is damaged, or missing beside a base it alone can open
 */
export function readVaultFile(dataDir: string): VaultFile | null {
  const path = vaultPath(dataDir);
  if (!existsSync(path)) {
    if (!existsSync(baseFile(dataDir))) return null;
    throw new FolderRefusal(
      'Le fichier du coffre (coffre.json) manque à côté des données (cabinet.db). Remettre le dossier entier depuis une sauvegarde\u00a0; rien n’a été modifié.',
    );
  }
  try {
    return VaultFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new FolderRefusal(
      'Le fichier du coffre (coffre.json) est abîmé. Le remettre depuis une sauvegarde du dossier\u00a0; rien n’a été modifié.',
    );
  }
}

/** @throws StorageFailure 'disk_full' or 'read_only'; the former vault is then untouched */
export function writeVaultFile(dataDir: string, vault: VaultFile): void {
  try {
    writeDurably(vaultPath(dataDir), JSON.stringify(vault, null, 1));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') throw new StorageFailure('disk_full', error);
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') throw new StorageFailure('read_only', error);
    throw error;
  }
}

/** Seals the vault's key under a derived key; `owner` binds the slot to its holder. */
export function sealSlot(
  derived: Buffer,
  salt: Buffer,
  parameters: ScryptParameters,
  master: Buffer,
  owner: string,
): Slot {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derived, nonce);
  cipher.setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(master), cipher.final(), cipher.getAuthTag()]);
  return {
    salt: salt.toString('base64'),
    ...parameters,
    nonce: nonce.toString('base64'),
    sealed: sealed.toString('base64'),
  };
}

/** The vault's key, or null when the derived key does not open this slot. */
export function openSlot(slot: Slot, derived: Buffer, owner: string): Buffer | null {
  const sealed = Buffer.from(slot.sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', derived, Buffer.from(slot.nonce, 'base64'), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  } catch {
    return null;
  } finally {
    derived.fill(0);
  }
}
