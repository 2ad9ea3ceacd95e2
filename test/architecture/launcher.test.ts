import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findElectron, windowObstacle } from '../../build/launch/electron-binary.ts';
import { readFlags } from '../../build/launch/flags.ts';
import { cacheFolder } from '#electron/shell/cache-folder.ts';
import { ROOT } from './source-files.ts';

describe('les options de npm start', () => {
  test('toutes, le dossier étant pris depuis l’endroit où l’on a tapé', () => {
    expect(readFlags(['--browser', '--port', '4321', '--data', 'cabinet', '--demo', '--no-open'], '/srv')).toEqual({
      flags: { browser: true, port: 4321, data: '/srv/cabinet', demo: true, open: false },
    });
  });

  test('aucune', () => {
    expect(readFlags([], '/srv')).toEqual({
      flags: { browser: false, port: undefined, data: undefined, demo: false, open: true },
    });
  });

  test.each([
    [['--brouser'], /Option inconnue\u00a0: --brouser/u],
    [['-b'], /Option inconnue\u00a0: -b/u],
    [['cabinet'], /Argument inattendu/u],
    [['--port'], /--port demande une valeur/u],
    [['--port', '0'], /Port invalide/u],
    [['--port', '80a'], /Port invalide/u],
    [['--port', '70000'], /Port invalide/u],
    [['--data='], /--data demande une valeur/u],
    [['--demo=oui'], /--demo ne prend pas de valeur/u],
  ])('%j est refusé en clair', (args, sentence) => {
    expect(readFlags(args, '/srv')).toEqual({ refusal: expect.stringMatching(sentence) as string });
  });

  test('une option inconnue arrête le lancement, avec l’usage', () => {
    const result = spawnSync(process.execPath, ['build/launch.ts', '--brouser'], { cwd: ROOT, encoding: 'utf8' });
    expect(result.status).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(/Option inconnue.*--brouser\.\nUsage/u);
  });
});

test('ce qui peut se perdre est gardé dans le cache de chaque système', () => {
  const linux = { platform: 'linux', home: '/home/claire', environment: {} } as const;
  expect(cacheFolder(linux)).toBe('/home/claire/.cache/prelude');
  expect(cacheFolder({ ...linux, environment: { XDG_CACHE_HOME: '/srv/cache' } })).toBe('/srv/cache/prelude');
  expect(cacheFolder({ ...linux, platform: 'darwin', home: '/Users/claire' })).toBe(
    '/Users/claire/Library/Caches/Prelude',
  );
  expect(cacheFolder({ ...linux, platform: 'win32', home: 'C:\\Users\\claire' })).toBe(
    'C:\\Users\\claire\\AppData\\Local\\Prelude\\Cache',
  );
});

describe('la fenêtre Electron', () => {
  let root = '';
  const electron = (...parts: string[]) => join(root, 'node_modules', 'electron', ...parts);
  const search = (now: number, limitMs = 5000) => findElectron({ root, cache: join(root, 'cache'), now, limitMs });
  const DAY = 24 * 60 * 60 * 1000;

  /** An installer that does what the true one does, with `answer` as the binary. */
  const installer = (answer: string) => `
    const fs = require('node:fs'), path = require('node:path');
    fs.mkdirSync(path.join(__dirname, 'dist'), { recursive: true });
    fs.writeFileSync(path.join(__dirname, 'dist', 'electron'), ${JSON.stringify(answer)}, { mode: 0o755 });
    fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron');`;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'prelude-electron-'));
    mkdirSync(electron(), { recursive: true });
    writeFileSync(electron('package.json'), '{"type":"commonjs"}');
    chmodSync(root, 0o755);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('est téléchargée quand elle manque', async () => {
    writeFileSync(electron('install.js'), installer('#!/bin/sh\nexit 0\n'));
    expect(await search(DAY)).toEqual({ binary: electron('dist', 'electron') });
  });

  test('un échec est retenu un jour, puis oublié', async () => {
    writeFileSync(electron('install.js'), 'process.exit(1);');
    expect(await search(10 * DAY)).toEqual({ missing: expect.stringContaining('téléchargé') as string });
    writeFileSync(electron('install.js'), installer('#!/bin/sh\nexit 0\n'));
    expect(await search(11 * DAY - 1)).toEqual({ missing: expect.stringContaining('moins d’un jour') as string });
    expect(await search(11 * DAY)).toHaveProperty('binary');
  });

  test('un téléchargement trop long est abandonné', async () => {
    writeFileSync(electron('install.js'), 'setTimeout(() => {}, 60_000);');
    const start = performance.now();
    expect(await search(DAY, 300)).toHaveProperty('missing');
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('un programme qui ne démarre pas n’est pas proposé', async () => {
    writeFileSync(electron('install.js'), installer('#!/bin/sh\nexit 127\n'));
    expect(await search(DAY)).toEqual({ missing: expect.stringContaining('bibliothèque') as string });
  });

  test('n’est pas cherchée sans écran, ni sous root', () => {
    expect(windowObstacle('linux', {}, 1000)).toContain('écran');
    expect(windowObstacle('linux', { DISPLAY: ':0' }, 0)).toContain('root');
    expect(windowObstacle('linux', { WAYLAND_DISPLAY: 'wayland-0' }, 1000)).toBeUndefined();
    expect(windowObstacle('darwin', {}, 501)).toBeUndefined();
  });
});
