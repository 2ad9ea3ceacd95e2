import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a whole file so that a kill, a power cut or a full disk leaves the old one or the new one, never half.
 * @throws the system's error (ENOSPC, EROFS, EACCES…); the old file is then untouched
 */
export function writeDurably(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const next = `${path}.nouveau`;
  try {
    const file = openSync(next, 'w', 0o600);
    try {
      // writeFileSync goes on after a short write; writeSync would leave half a file on a full disk.
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(next, path);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Without it a power cut may forget the renaming itself. Windows has no such call and needs none. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
