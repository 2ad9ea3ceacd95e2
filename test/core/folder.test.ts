import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FolderRefusal, isSynchronised, lockFolder, mountType, prepareFolder } from '#electron/platform/data-folder.ts';
import { installedCopy, startHeadless, type Started } from '../support/headless.ts';
import { tempDir } from '../support/practice.ts';

let folder: string;
beforeEach(() => {
  folder = tempDir();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('un dossier synchronisé est refusé', () => {
  test.each([
    'OneDrive - Cabinet/Prelude',
    'Dropbox/Prelude',
    'Library/Mobile Documents/Prelude',
    'Google Drive/Prelude',
    'Nextcloud/Prelude',
    'kDrive/x',
  ])('%s', (name) => {
    expect(isSynchronised(join(folder, name))).toBe(true);
    expect(() => prepareFolder(join(folder, name))).toThrow(
      /synchronisé par un service en ligne.*Choisir un dossier local/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(['.dropbox.cache', '.stfolder', '.nextcloudsync.log', '.tmp.drivedownload'])(
    'la marque %s dans un dossier parent',
    (mark) => {
      mkdirSync(join(folder, mark));
      expect(isSynchronised(join(folder, 'a', 'b'))).toBe(true);
    },
  );

  test('un lien vers un dossier synchronisé ne trompe pas', () => {
    mkdirSync(join(folder, 'Dropbox'));
    symlinkSync(join(folder, 'Dropbox'), join(folder, 'donnees'));
    expect(isSynchronised(join(folder, 'donnees', 'Prelude'))).toBe(true);
  });

  test('les réglages du client Dropbox dans le dossier personnel ne font pas refuser tout le dossier personnel', () => {
    mkdirSync(join(folder, '.dropbox'));
    expect(isSynchronised(join(folder, '.local', 'share', 'prelude'))).toBe(false);
    rmSync(join(folder, '.dropbox'), { recursive: true });
    writeFileSync(join(folder, '.dropbox'), '');
    expect(isSynchronised(join(folder, 'Prelude'))).toBe(true);
  });
});

test('un partage réseau se reconnaît à son montage', () => {
  const mounts =
    'ext4 / ext4 rw 0 0\nserveur:/p /mnt/cabinet nfs4 rw 0 0\nmoi@s:/ /home/a/partage\\040lent fuse.sshfs rw 0 0\n';
  expect(mountType('/mnt/cabinet/prelude', mounts)).toBe('nfs4');
  expect(mountType('/home/a/partage lent/x', mounts)).toBe('fuse.sshfs');
  expect(mountType('/mnt/cabinet2', mounts)).toBe('ext4');
  expect(() => prepareFolder('\\\\serveur\\partage')).toThrow(FolderRefusal);
  expect(() => prepareFolder('//serveur/partage')).toThrow('partage réseau');
});

describe('le verrou', () => {
  const lock = () => join(folder, 'verrou');
  test('laissé par un processus tué, vide ou d’un numéro réattribué, il ne bloque pas', () => {
    for (const content of ['999999999 1', '', 'abc', `${process.ppid} 1`]) {
      writeFileSync(lock(), content);
      const free = lockFolder(folder);
      expect(readFileSync(lock(), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
      free();
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  test('d’un processus vivant, il refuse, et reste à celui qui le tient', () => {
    const start = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? '';
    writeFileSync(lock(), `${process.ppid} ${start}`);
    expect(() => lockFolder(folder)).toThrow('Prélude est déjà ouvert sur ces données');
    expect(readFileSync(lock(), 'utf8')).toBe(`${process.ppid} ${start}`);
    expect(readdirSync(folder)).toEqual(['verrou']);
  });

  test('libérer n’enlève pas le verrou d’un autre', () => {
    const free = lockFolder(folder);
    writeFileSync(lock(), 'à quelqu’un d’autre');
    free();
    expect(existsSync(lock())).toBe(true);
  });
});

describe('l’hôte, lancé pour de vrai', () => {
  let installed: string;
  const running: Started[] = [];
  beforeAll(() => {
    installed = installedCopy();
  });
  afterEach(async () => {
    for (const host of running.splice(0)) {
      host.child.kill('SIGKILL');
      await host.ended;
    }
  });
  afterAll(() => rmSync(installed, { recursive: true, force: true }));
  const start = async (args: string[], user?: number) => {
    const host = await startHeadless(installed, args, user);
    running.push(host);
    return host;
  };
  /** One sentence on stderr, no stack, exit code ≠ 0. */
  const refused = async (host: Started, sentence: RegExp) => {
    expect(host.address).toBeNull();
    expect(await host.ended).toBe(1);
    expect(host.said().trimEnd().split('\n')).toHaveLength(1);
    expect(host.said()).toMatch(sentence);
  };

  test('il dit son adresse, refuse un second sur les mêmes données, et se ferme proprement', async () => {
    const data = join(folder, 'cabinet');
    const first = await start(['--data', data]);
    expect(first.address).toMatch(/^http/);
    expect((await fetch(first.address ?? '')).status).toBe(200);
    await refused(await start(['--data', data]), /déjà ouvert sur ces données/);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(readdirSync(data)).toEqual([]);
  });

  test('tué, il laisse un verrou qui ne bloque pas le suivant ; Ctrl+C le ferme', async () => {
    const data = join(folder, 'cabinet');
    const first = await start(['--data', data]);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(readdirSync(data)).toEqual(['verrou']);
    const second = await start(['--data', data]);
    expect(second.address).toMatch(/^http/);
    second.child.kill('SIGINT');
    expect(await second.ended).toBe(0);
  });

  test('port pris, port faux, option inconnue, dossier synchronisé : une phrase chacun', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const data = join(folder, 'cabinet');
    await refused(await start(['--data', data, '--port', String(port)]), new RegExp(`Le port ${port} est déjà pris`));
    taken.close();
    expect(readdirSync(data)).toEqual([]);
    await refused(await start(['--data', data, '--port', 'huit']), /Le port est un nombre/);
    await refused(await start(['--data', data, '--telnet']), /Option inconnue/);
    await refused(await start(['--data', join(folder, 'OneDrive', 'x')]), /synchronisé/);
  });

  test('un dossier où l’on ne peut pas écrire', async () => {
    const data = join(folder, 'cabinet');
    mkdirSync(data);
    chmodSync(folder, 0o755);
    chmodSync(data, 0o555);
    // Root writes everywhere: the host then runs as an ordinary user.
    await refused(
      await start(['--data', data], process.getuid?.() === 0 ? 65_534 : undefined),
      /ne peut pas être écrit/,
    );
    await refused(await start(['--data', join(installed, 'package.json')]), /ne peut pas être écrit/);
    expect(readdirSync(data)).toEqual([]);
  });

  test('un coffre abîmé : une phrase, le verrou rendu, le fichier intact', async () => {
    writeFileSync(join(folder, 'coffre.json'), '{');
    await refused(await start(['--data', folder]), /coffre\.json\) est abîmé/);
    expect(readdirSync(folder)).toEqual(['coffre.json']);
  });
});
