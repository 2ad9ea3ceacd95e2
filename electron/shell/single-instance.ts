import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { app } from 'electron';
import { cacheFolder } from './cache-folder.ts';

/**
 * One application per data folder: Electron's lock follows its own folder, which is therefore named after the data.
 * Returns false when another one holds this practice; it then shows itself.
 */
export function holdInstance(dataFolder: string, onSecond: () => void): boolean {
  const digest = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12);
  app.setPath('userData', join(cacheFolder(), `fenetre-${digest}`));
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecond);
  return true;
}
