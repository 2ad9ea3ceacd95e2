import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const thisMachine = (): Machine => ({ platform: process.platform, home: homedir(), environment: process.env });

/**
 * Where the practice is kept when nothing else is said: the local, never synchronised place of each system.
 * The demonstration has its own folder, so that it can never meet a real practice.
 */
export function defaultDataFolder(demo: boolean, machine: Machine = thisMachine()): string {
  const { platform, home, environment } = machine;
  const name = demo ? 'Prelude-demo' : 'Prelude';
  if (platform === 'win32')
    return win32.join(environment['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), name);
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', name);
  return posix.join(environment['XDG_DATA_HOME'] || posix.join(home, '.local', 'share'), name.toLowerCase());
}

/** Where what can be lost without harm is kept. */
export function cacheFolder(machine: Machine = thisMachine()): string {
  const { platform, home, environment } = machine;
  if (platform === 'win32') {
    return win32.join(environment['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'Prelude', 'Cache');
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Caches', 'Prelude');
  return posix.join(environment['XDG_CACHE_HOME'] || posix.join(home, '.cache'), 'prelude');
}
