import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RemovableDisk } from './disk.ts';

/**
 * Writes one file on a removable disk, readable by its owner only, and synced: the person pulls the disk out next. A
 * former file of that name is replaced; nothing is left when it fails.
 * @throws the system's error (ENOSPC, EROFS, EIO…); ENODEV when the disk was pulled out meanwhile
 */
export async function writeOnDisk(disk: RemovableDisk, name: string, content: Uint8Array): Promise<void> {
  const path = join(disk.folder, name);
  await rm(path, { force: true });
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      // A disk pulled out may leave its folder behind, on the machine's own disk. A drive of Windows cannot.
      const elsewhere = process.platform !== 'win32' && (await file.stat()).dev !== disk.device;
      if (elsewhere) throw Object.assign(new Error('another disk'), { code: 'ENODEV' });
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    await rm(path, { force: true }).catch(() => {});
    throw error;
  }
  if (process.platform !== 'win32') await syncFolder(disk.folder);
}

/** Some file systems of sticks refuse to sync a folder; the file itself already is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().catch(() => {});
  await handle.close();
}
