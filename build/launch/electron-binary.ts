// Finds Electron's binary, or fetches it: its npm package carries none, so that `npm ci` works offline.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FETCH_LIMIT_MS = 10_000;
const REMEMBER_MS = 24 * 60 * 60 * 1000;

export type ElectronAnswer = { readonly binary: string } | { readonly missing: string };

interface Search {
  /** Root of the project, whose node_modules holds the package. */
  readonly root: string;
  /** Folder where a failed fetch is remembered for a day. */
  readonly cache: string;
  readonly now: number;
  readonly limitMs?: number;
}

function installedBinary(root: string): string | undefined {
  const folder = join(root, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return undefined;
  const binary = join(folder, 'dist', readFileSync(named, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}

const failureFile = (cache: string) => join(cache, 'electron-introuvable');

function failedToday({ cache, now }: Search): boolean {
  try {
    const failedAt = Number(readFileSync(failureFile(cache), 'utf8'));
    return failedAt <= now && now - failedAt < REMEMBER_MS;
  } catch {
    return false;
  }
}

function rememberFailure({ cache, now }: Search): void {
  try {
    mkdirSync(dirname(failureFile(cache)), { recursive: true });
    writeFileSync(failureFile(cache), String(now));
  } catch {
    // Without a writable cache the next start simply tries again.
  }
}

/** Runs the package's own installer; killed when the time is up. */
function fetchBinary({ root, limitMs = FETCH_LIMIT_MS }: Search): Promise<void> {
  return new Promise((resolve) => {
    const installer = join(root, 'node_modules', 'electron', 'install.js');
    const child = spawn(process.execPath, [installer], { stdio: 'ignore' });
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
}

/** A binary that lacks a system library fails here rather than in front of the person. */
function answers(binary: string): boolean {
  return spawnSync(binary, ['--version'], { timeout: 5000, stdio: 'ignore' }).status === 0;
}

/** Why no window can be opened on this machine whatever the binary, or undefined. */
export function windowObstacle(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  userId: number | undefined,
): string | undefined {
  if (platform !== 'linux') return undefined;
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return 'cette session n’a pas d’écran graphique';
  if (userId === 0) return 'sa protection refuse le compte root';
  return undefined;
}

/** The usable Electron binary, fetched if need be within ten seconds, or the reason why there is none. */
export async function findElectron(search: Search): Promise<ElectronAnswer> {
  let binary = installedBinary(search.root);
  if (binary === undefined) {
    if (failedToday(search)) return { missing: 'son téléchargement a échoué il y a moins d’un jour' };
    await fetchBinary(search);
    binary = installedBinary(search.root);
  }
  if (binary === undefined) {
    rememberFailure(search);
    return { missing: 'il n’a pas pu être téléchargé' };
  }
  return answers(binary) ? { binary } : { missing: 'il lui manque une bibliothèque du système' };
}
