import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FolderRefusal } from '#electron/platform/folder-refusal.ts';
import { writeDurably } from '#electron/platform/durable-file.ts';
import { headPath } from '#electron/security/head-file.ts';
import { baseFile, readVaultFile } from '#electron/security/vault-file.ts';

/** When and from what the demonstration of a folder was made. */
export interface DemoMark {
  version: string;
  seed: string;
  day: string;
  minute: number;
}

const vaultPath = (dataDir: string) => join(dataDir, 'coffre.json');
const markPath = (dataDir: string) => join(dataDir, 'demonstration.json');

/**
 * The demonstration and a real practice never share a folder (settled point 39), whichever comes first.
 * @throws FolderRefusal in words, before anything is read or written
 */
export function refuseMixedFolder(dataDir: string, demo: boolean): void {
  const vault = readVaultFile(dataDir);
  const marked = existsSync(markPath(dataDir));
  if (demo && vault !== null && !vault.demo) {
    throw new FolderRefusal(
      'Ce dossier contient les données d’un cabinet\u00a0: la démonstration n’y est ni ouverte ni créée. Enlever --demo, ou choisir un autre dossier avec --data.',
    );
  }
  if (!demo && (vault?.demo === true || (vault === null && marked))) {
    throw new FolderRefusal(
      'Ce dossier contient le cabinet de démonstration\u00a0: les données d’un cabinet n’y ont pas leur place. Ajouter --demo, ou choisir un autre dossier avec --data.',
    );
  }
}

/** The mark of a finished demonstration, null when there is none to take up again. */
export function readDemoMark(dataDir: string): DemoMark | null {
  if (readVaultFile(dataDir)?.founded !== true) return null;
  try {
    const { version, seed, day, minute } = JSON.parse(readFileSync(markPath(dataDir), 'utf8')) as DemoMark;
    return { version, seed, day, minute };
  } catch {
    return null;
  }
}

export const writeDemoMark = (dataDir: string, mark: DemoMark): void =>
  writeDurably(markPath(dataDir), JSON.stringify(mark));

/** Removes a demonstration to make it again. @throws FolderRefusal when the folder holds a real practice */
export function clearDemo(dataDir: string): void {
  refuseMixedFolder(dataDir, true);
  const base = baseFile(dataDir);
  rmSync(join(dataDir, 'documents'), { recursive: true, force: true });
  // The vault goes last: a removal cut short leaves a folder still known as a demonstration.
  for (const path of [base, `${base}-wal`, `${base}-shm`, headPath(dataDir), markPath(dataDir), vaultPath(dataDir)])
    rmSync(path, { force: true });
}
