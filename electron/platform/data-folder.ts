import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statfsSync, unlinkSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Why a data folder cannot be used, in one French sentence with the way out. */
export class FolderRefusal extends Error {}

const synchronised = [/onedrive/i, /dropbox/i, /icloud|com~apple~clouddocs|mobile documents/i, /google ?drive|googledrive|drivefs/i, /nextcloud/i, /owncloud/i, /pcloud/i, /\bbox sync\b/i, /kdrive/i, /syncthing/i];
/** statfs types of network file systems: NFS, SMB, CIFS, SMB2, AFS, CEPH, 9P, FUSE.sshfs has FUSE's own. */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400]);

/** Where the data go when nothing is said. */
export function defaultDataDir(demo: boolean): string {
  const name = demo ? 'Prelude-demonstration' : 'Prelude';
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? homedir(), name);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), name.toLowerCase());
}

/** True for a folder that a synchronisation service copies elsewhere by itself. */
export function isSynchronised(path: string): boolean {
  const whole = resolve(path);
  if (synchronised.some((pattern) => pattern.test(whole))) return true;
  const marks = ['.dropbox', '.dropbox.cache', '.tmp.drivedownload', '.stfolder', '.sync', '.nextcloudsync.log'];
  let folder = whole;
  for (;;) {
    if (marks.some((mark) => existsSync(join(folder, mark)))) return true;
    const parent = resolve(folder, '..');
    if (parent === folder) return false;
    folder = parent;
  }
}

/**
 * Makes the folder usable, or says why not (settled point 7): synchronised, on a network share, or
 * not writable. Creates it when absent.
 */
export function prepareFolder(path: string): void {
  const proposal = `Choisir un dossier local, par exemple ${defaultDataDir(false)}.`;
  if (isSynchronised(path)) throw new FolderRefusal(`Ce dossier est synchronisé par un service en ligne : les données de santé n’y sont pas admises. ${proposal}`);
  if (/^(\\\\|\/\/)/.test(path)) throw new FolderRefusal(`Ce dossier est sur un partage réseau. ${proposal}`);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    if (process.platform === 'linux' && networkTypes.has(statfsSync(path).type >>> 0)) throw new FolderRefusal(`Ce dossier est sur un partage réseau. ${proposal}`);
    const probe = join(path, '.essai');
    closeSync(openSync(probe, 'w'));
    unlinkSync(probe);
  } catch (error) {
    if (error instanceof FolderRefusal) throw error;
    throw new FolderRefusal(`Ce dossier ne peut pas être écrit. Vérifier les droits ou le disque. ${proposal}`);
  }
}

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

/**
 * One process per folder. A lock left by a killed process does not block.
 * @returns the function that frees the folder
 */
export function lockFolder(path: string): () => void {
  const file = join(path, 'verrou');
  if (existsSync(file)) {
    const [pid, start] = readFileSync(file, 'utf8').split(' ');
    const number = Number(pid);
    const same = Number.isInteger(number) && number > 0 && number !== process.pid && processAlive(number) && (start === 'null' || startOf(number) === null || startOf(number) === start);
    if (same) throw new FolderRefusal('Prélude est déjà ouvert sur ces données. Utiliser la fenêtre ouverte, ou la fermer d’abord.');
    rmSync(file, { force: true });
  }
  const lock = openSync(file, 'wx', 0o600);
  writeSync(lock, `${process.pid} ${startOf(process.pid)}`);
  closeSync(lock);
  return () => rmSync(file, { force: true });
}
