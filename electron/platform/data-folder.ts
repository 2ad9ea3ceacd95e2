import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  statfsSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { FolderRefusal } from './folder-refusal.ts';

export { lockFolder } from './folder-lock.ts';
export { FolderRefusal };

const synchronised = [
  /onedrive/i,
  /dropbox/i,
  /icloud|com~apple~clouddocs|mobile documents/i,
  /google ?drive|googledrive|drivefs/i,
  /nextcloud/i,
  /owncloud/i,
  /pcloud/i,
  /\bbox sync\b/i,
  /kdrive/i,
  /syncthing/i,
];
/** statfs types of network file systems: NFS, SMB, CIFS, SMB2, AFS, CEPH. */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400]);
/** Network file systems that statfs shows only as FUSE. */
const networkMounts = /^(?:nfs4?|cifs|smb3?|davfs|fuse\.(?:sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|glusterfs))$/;

/** Where the data go when nothing is said. */
export function defaultDataDir(demo: boolean): string {
  const name = demo ? 'Prelude-demonstration' : 'Prelude';
  if (process.platform === 'win32') return join(process.env['LOCALAPPDATA'] ?? homedir(), name);
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', name);
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), name.toLowerCase());
}

/** The path as the disk has it: links followed, for the part that exists. */
function realPath(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  const parent = dirname(whole);
  return parent === whole ? whole : join(realPath(parent), whole.slice(parent.length).replace(sep, ''));
}

/** What a service leaves inside the folder it copies. `~/.dropbox` as a folder is only the client's own settings. */
function hasMark(folder: string): boolean {
  if (
    ['.dropbox.cache', '.tmp.drivedownload', '.stfolder', '.nextcloudsync.log'].some((mark) =>
      existsSync(join(folder, mark)),
    )
  )
    return true;
  return (
    statSync(join(folder, '.dropbox'), { throwIfNoEntry: false })?.isFile() === true ||
    existsSync(join(folder, '.sync', 'ID'))
  );
}

/** True for a folder that a synchronisation service copies elsewhere by itself. */
export function isSynchronised(path: string): boolean {
  const whole = realPath(path);
  if (synchronised.some((pattern) => pattern.test(whole) || pattern.test(resolve(path)))) return true;
  for (let folder = whole; ; folder = dirname(folder)) {
    if (hasMark(folder)) return true;
    if (dirname(folder) === folder) return false;
  }
}

/** The file system type of the deepest mount that holds this path. Linux only; else unknown. */
export function mountType(path: string, mounts: string): string | null {
  let best = { point: '', type: '' };
  for (const line of mounts.split('\n')) {
    const [, escaped = '', type = ''] = line.split(' ');
    const point = escaped.replaceAll('\\040', ' ');
    const holds = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`);
    if (point !== '' && holds && point.length >= best.point.length) best = { point, type };
  }
  return best.type === '' ? null : best.type;
}

const isUncPath = (path: string) => /^(\\\\|\/\/)/.test(path);

function onNetwork(path: string): boolean {
  if (process.platform !== 'linux') return false;
  if (networkTypes.has(statfsSync(path).type >>> 0)) return true;
  return networkMounts.test(mountType(realPath(path), readFileSync('/proc/self/mounts', 'utf8')) ?? '');
}

/** One parent after the other: the recursive way never returns under /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  mkdirSync(path, { mode: 0o700 });
}

/**
 * Makes the folder usable, or says why not (settled point 7): synchronised, on a network share, or
 * not writable. Creates it when absent.
 */
export function prepareFolder(path: string): void {
  const proposal = `Choisir un dossier local, par exemple ${defaultDataDir(false)}.`;
  const synced = new FolderRefusal(
    `Ce dossier est synchronisé par un service en ligne\u00a0: les données de santé n’y sont pas admises. ${proposal}`,
  );
  const shared = new FolderRefusal(`Ce dossier est sur un partage réseau. ${proposal}`);
  if (isUncPath(path)) throw shared;
  try {
    if (isSynchronised(path)) throw synced;
    makeFolder(path);
    if (onNetwork(path)) throw shared;
    const probe = join(path, '.essai');
    closeSync(openSync(probe, 'w'));
    unlinkSync(probe);
  } catch (error) {
    if (error instanceof FolderRefusal) throw error;
    throw new FolderRefusal(`Ce dossier ne peut pas être écrit. Vérifier les droits ou le disque. ${proposal}`);
  }
}
