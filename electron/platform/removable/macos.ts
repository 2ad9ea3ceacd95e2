import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunTool, Volume } from './disk.ts';

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** One value of the flat list that `diskutil info -plist` prints. */
function valueOf(plist: string, key: string): string | undefined {
  const found = new RegExp(`<key>${key}</key>\\s*<(?:(true|false)/>|string>([^<]*)<)`, 'u').exec(plist);
  return found?.[1] ?? (found?.[2] === undefined ? undefined : unescaped(found[2]));
}

/** Volumes on a removable or external disk that can be written; a disk image is not a disk. */
export async function macosVolumes(run: RunTool, volumes = '/Volumes'): Promise<Volume[]> {
  const found: Volume[] = [];
  for (const name of (await readdir(volumes).catch(() => [])).toSorted()) {
    const folder = join(volumes, name);
    const plist = await run('/usr/sbin/diskutil', ['info', '-plist', folder]).catch(() => '');
    const outside = valueOf(plist, 'RemovableMediaOrExternalDevice') === 'true';
    const image = valueOf(plist, 'BusProtocol') === 'Disk Image';
    if (outside && !image && valueOf(plist, 'WritableVolume') === 'true')
      found.push({ folder, label: valueOf(plist, 'VolumeName') ?? name });
  }
  return found;
}
