import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disksIn } from '#electron/platform/removable/disk.ts';
import { linuxVolumes } from '#electron/platform/removable/linux.ts';
import { macosVolumes } from '#electron/platform/removable/macos.ts';
import { windowsVolumes } from '#electron/platform/removable/windows.ts';

let top: string;
let mounts: string[];
beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'prelude-disques-')));
  mounts = [];
  mkdirSync(join(top, 'block'));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
};
/** A disk of the kernel's list, with its partitions. `usb`: on that bus. */
function disk(name: string, options: { removable?: boolean; usb?: boolean; partitions?: string[] }): void {
  const device = `devices/pci0000:00/${options.usb === true ? 'usb2/2-1/' : 'ata1/'}block/${name}`;
  put(`${device}/removable`, options.removable === true ? '1\n' : '0\n');
  for (const partition of options.partitions ?? []) put(`${device}/${partition}/partition`, '1\n');
  mkdirSync(join(top, device, 'queue'));
  symlinkSync(join(top, device), join(top, 'block', name));
}
function mounted(device: string, folder: string, options = 'rw,nosuid'): string {
  const path = folder === '/' ? '/' : join(top, folder);
  if (path !== '/') mkdirSync(path, { recursive: true });
  mounts.push(`/dev/${device} ${path.replaceAll(' ', '\\040')} vfat ${options} 0 0`);
  return path;
}
function found(kept: readonly string[] = ['/']) {
  put('mounts', ['proc /proc proc rw 0 0', ...mounts, ''].join('\n'));
  return linuxVolumes(kept, { blocks: join(top, 'block'), mounts: join(top, 'mounts') });
}

test('Linux : une clé dite amovible, un disque USB en boîtier ; ni disque interne, ni lecteur vide', async () => {
  disk('sda', { partitions: ['sda1'] });
  disk('sdb', { removable: true, usb: true, partitions: ['sdb1'] });
  disk('sdc', { usb: true, partitions: ['sdc1', 'sdc2'] });
  disk('sdd', { removable: true, usb: true, partitions: ['sdd1'] });
  mounted('sda1', '/');
  const blue = mounted('sdb1', 'media/CLE BLEUE');
  const second = mounted('sdc2', 'media/Sauvegarde');
  expect(await found()).toEqual([
    { folder: blue, label: 'CLE BLEUE' },
    { folder: second, label: 'Sauvegarde' },
  ]);
});

test('Linux : une clé sans partition, montée deux fois, n’est proposée qu’une fois', async () => {
  disk('sdb', { removable: true });
  const folder = mounted('sdb', 'media/cle');
  mounted('sdb', 'mnt/cle');
  expect(await found()).toEqual([{ folder, label: 'cle' }]);
});

test('Linux : ni un disque en lecture seule, ni un disque d’ailleurs qui en a le nom', async () => {
  disk('sr0', { removable: true });
  disk('sdb', { removable: true, partitions: ['sdb1'] });
  mounted('sr0', 'media/CD', 'ro,nosuid');
  mounted('sdb1', 'media/cle', 'ro,noatime,errors=remount-rw');
  mounts.push(`tmpfs ${join(top, 'media/cle')} tmpfs rw 0 0`);
  expect(await found()).toEqual([]);
});

test('Linux : ni le disque du système, ni celui des données, même amovibles, ni leurs autres partitions', async () => {
  disk('sda', { usb: true, partitions: ['sda1', 'sda2'] });
  disk('sdb', { removable: true, partitions: ['sdb1', 'sdb2'] });
  mounted('sda1', '/');
  mounted('sda2', 'media/reste');
  const data = mounted('sdb1', 'media/donnees');
  mounted('sdb2', 'media/voisine');
  mkdirSync(join(data, 'Prelude'));
  expect(await found(['/', join(data, 'Prelude')])).toEqual([]);
});

test('Linux : sans liste du noyau, aucun disque', async () => {
  expect(await linuxVolumes(['/'], { blocks: join(top, 'absent'), mounts: join(top, 'absent') })).toEqual([]);
});

test('un disque retiré depuis la recherche n’est plus proposé', async () => {
  mkdirSync(join(top, 'cle'));
  const seen = await disksIn([
    { folder: join(top, 'cle'), label: 'cle' },
    { folder: join(top, 'retiree'), label: 'retiree' },
  ]);
  expect(seen).toMatchObject([{ label: 'cle' }]);
  expect(seen[0]?.freeBytes).toBeGreaterThan(0);
});

test('Windows : les lecteurs amovibles, par leur nom et leur lettre', async () => {
  const asked: string[] = [];
  const volumes = await windowsVolumes(async (file, args) => {
    asked.push(file, ...args);
    return 'E:|CLE BLEUE\r\nF:|\r\n\r\nbavardage\r\n';
  }, '/Windows');
  expect(volumes).toEqual([
    { folder: 'E:\\', label: 'CLE BLEUE (E:)' },
    { folder: 'F:\\', label: 'F:' },
  ]);
  expect(asked.join(' ')).toContain('DriveType=2');
});

test('macOS : les volumes externes où l’on peut écrire, pas une image de disque', async () => {
  const plist = (outside: boolean, bus: string, writable: boolean, name: string) =>
    `<plist><dict><key>BusProtocol</key><string>${bus}</string><key>RemovableMediaOrExternalDevice</key><${outside}/>
     <key>VolumeName</key>\n<string>${name}</string><key>WritableVolume</key><${writable}/></dict></plist>`;
  const known: Record<string, string> = {
    'Cle 1': plist(true, 'USB', true, 'Cle &amp; carnet'),
    Image: plist(true, 'Disk Image', true, 'Image'),
    Macintosh: plist(false, 'PCI-Express', true, 'Macintosh'),
    Verrou: plist(true, 'USB', false, 'Verrou'),
  };
  for (const name of [...Object.keys(known), 'Muet']) mkdirSync(join(top, 'Volumes', name), { recursive: true });
  const run = async (_: string, args: readonly string[]) => {
    const said = known[(args.at(-1) ?? '').split('/').at(-1) ?? ''];
    if (said === undefined) throw new Error('not a volume');
    return said;
  };
  expect(await macosVolumes(run, join(top, 'Volumes'))).toEqual([
    { folder: join(top, 'Volumes', 'Cle 1'), label: 'Cle & carnet' },
  ]);
});
