import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const thisMachine = (): Machine => ({ platform: process.platform, home: homedir(), environment: process.env });

/** Where what can be lost without harm is kept: never the data of the practice. */
export function cacheFolder({ platform, home, environment }: Machine = thisMachine()): string {
  if (platform === 'win32') {
    return win32.join(environment['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'Prelude', 'Cache');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'Prelude');
  return posix.join(environment['XDG_CACHE_HOME'] || posix.join(home, '.cache'), 'prelude');
}
