import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Volume } from './disk.ts';

interface Mount {
  device: string;
  folder: string;
  writable: boolean;
}

/** The kernel writes space, tab, line feed and backslash in octal. */
const readable = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/gu, (_, code: string) => String.fromCharCode(parseInt(code, 8)));

function readMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [source = '', folder = '', , options = ''] = line.split(' ');
    if (!source.startsWith('/dev/')) return [];
    return [{ device: basename(source), folder: readable(folder), writable: options.split(',').includes('rw') }];
  });
}

const textOf = (path: string): Promise<string> =>
  readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => '',
  );

/** Said removable by the kernel (a stick), or plugged on USB (a drive in its case says that it is not). */
async function isRemovable(block: string): Promise<boolean> {
  if ((await textOf(join(block, 'removable'))) === '1') return true;
  return /\/usb\d+\//u.test(await realpath(block).catch(() => ''));
}

/** The disk itself and its partitions, by their names under /dev. */
async function devicesOf(block: string): Promise<string[]> {
  const inside = await readdir(block).catch(() => []);
  const partitions = await Promise.all(
    inside.map(async (name) => ((await textOf(join(block, name, 'partition'))) === '' ? [] : [name])),
  );
  return [basename(block), ...partitions.flat()];
}

/** The device that holds a path: that of the longest mount it begins with. */
function holderOf(mounts: readonly Mount[], path: string): string {
  const holding = mounts.filter(({ folder }) => folder === '/' || path === folder || path.startsWith(`${folder}/`));
  return holding.toSorted((a, b) => b.folder.length - a.folder.length)[0]?.device ?? '';
}

/**
 * Mounted removable disks, from the kernel's own lists.
 * @param kept paths whose whole disk is left out (the system's, the data's)
 */
export async function linuxVolumes(
  kept: readonly string[],
  lists = { blocks: '/sys/block', mounts: '/proc/mounts' },
): Promise<Volume[]> {
  const mounts = readMounts(await textOf(lists.mounts));
  const own = await Promise.all(kept.map(async (path) => holderOf(mounts, await realpath(path).catch(() => path))));
  const found: Volume[] = [];
  for (const name of (await readdir(lists.blocks).catch(() => [])).toSorted()) {
    const block = join(lists.blocks, name);
    if (!(await isRemovable(block))) continue;
    const devices = await devicesOf(block);
    if (devices.some((device) => own.includes(device))) continue;
    for (const device of devices.toSorted()) {
      // Mounted twice, it is still one disk.
      const mount = mounts.find((one) => one.device === device && one.writable);
      if (mount !== undefined) found.push({ folder: mount.folder, label: basename(mount.folder) });
    }
  }
  return found;
}
