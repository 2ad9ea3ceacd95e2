import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { systemClock } from './clock.ts';
import { FolderRefusal } from './folder-refusal.ts';
import { randomId } from './ids.ts';

const alreadyOpen = () =>
  new FolderRefusal('Prélude est déjà ouvert sur ces données. Utiliser la fenêtre ouverte, ou la fermer d’abord.');

function processAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The start time of a process tells it from a later one that got its number. Linux only; else unknown. */
function startOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

const contentOf = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** Is the process that wrote this lock still there? Its number may have gone to another one since. */
function held(file: string, content: string): boolean {
  const [pid, start] = content.split(' ');
  const number = Number(pid);
  if (!Number.isInteger(number) || number <= 0 || number === process.pid || !processAlive(number)) return false;
  const now = startOf(number);
  if (now !== null && start !== 'null') return start === now;
  const startedAt = systemClock().millis() - uptime() * 1000;
  return statSync(file).mtimeMs > startedAt - 5000;
}

/** Takes the lock in one step of the file system. False when the file is already there. */
function take(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * One process per folder. A lock left by a killed process does not block; of two processes that start
 * together, one is refused.
 * @returns the function that frees the folder
 * @throws FolderRefusal when another process has the folder open
 */
export function lockFolder(path: string): () => void {
  const file = join(path, 'verrou');
  const own = join(path, `verrou.${randomId()}`);
  const mine = `${process.pid} ${startOf(process.pid)} ${randomId()}`;
  writeFileSync(own, mine, { mode: 0o600 });
  try {
    if (!take(own, file)) {
      const content = contentOf(file);
      if (content !== null && held(file, content)) throw alreadyOpen();
      const aside = `${own}.ancien`;
      renameSync(file, aside);
      // Someone else may have replaced the stale lock in between: give it back.
      const stolen = contentOf(aside) !== content;
      if (stolen) take(aside, file);
      rmSync(aside, { force: true });
      if (stolen || !take(own, file)) throw alreadyOpen();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw alreadyOpen();
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (contentOf(file) === mine) rmSync(file, { force: true });
  };
}
