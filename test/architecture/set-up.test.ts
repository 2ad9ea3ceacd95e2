import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from './source-files.ts';

// An npm that installs at once what the lock file says, and counts its calls. Its `node` is this very one.
const NPM = `#!/bin/sh
echo "$@" >> calls
mkdir -p node_modules/node/bin
cp package-lock.json node_modules/.package-lock.json
ln -sf "${process.execPath}" node_modules/node/bin/node
`;

const lock = (version: string) =>
  JSON.stringify({ packages: { '': {}, 'node_modules/zod': { version, integrity: `sha512-${version}` } } });

describe.skipIf(process.platform === 'win32')('la mise en place', () => {
  let folder = '';
  const path = (...parts: string[]) => join(folder, ...parts);
  const calls = () => (existsSync(path('calls')) ? readFileSync(path('calls'), 'utf8').trim().split('\n') : []);

  function setUp(goal: string, environment: Record<string, string> = {}) {
    const start = performance.now();
    const result = spawnSync(process.execPath, ['build/setup.mjs', goal], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: `${path('bin')}${delimiter}/usr/bin${delimiter}/bin`, ...environment },
    });
    return { ...result, milliseconds: performance.now() - start };
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prelude-mise-en-place-'));
    mkdirSync(path('bin'));
    mkdirSync(path('build'));
    writeFileSync(path('bin', 'npm'), NPM);
    chmodSync(path('bin', 'npm'), 0o755);
    for (const file of ['setup.mjs', 'chromium.mjs']) copyFileSync(join(ROOT, 'build', file), path('build', file));
    writeFileSync(path('package.json'), JSON.stringify({ devDependencies: { node: process.version.slice(1) } }));
    writeFileSync(path('package-lock.json'), lock('4.6.7'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('installe ce que dit le verrou, une fois ; la seconde ne fait rien et ne dit rien', () => {
    expect(setUp('check')).toMatchObject({ status: 0, stderr: '' });
    expect(calls()).toEqual([expect.stringMatching(/^ci /u)]);
    const second = setUp('check');
    expect(second).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(second.milliseconds).toBeLessThan(1500);
    expect(calls()).toHaveLength(1);
  });

  test('recommence quand le verrou a changé, ou quand l’installation a été interrompue', () => {
    setUp('check');
    writeFileSync(path('package-lock.json'), lock('4.6.8'));
    setUp('check');
    expect(calls()).toHaveLength(2);
    rmSync(path('node_modules', '.package-lock.json'));
    setUp('check');
    expect(calls()).toHaveLength(3);
  });

  test('dit en une phrase que npm a échoué', () => {
    writeFileSync(path('bin', 'npm'), '#!/bin/sh\necho "registry unreachable" >&2\nexit 1\n');
    const failed = setUp('check');
    expect(failed.status).toBe(1);
    expect(failed.stderr).toMatch(/^Les dépendances n’ont pas pu être installées.*\nregistry unreachable/u);
  });

  test('un navigateur désigné qui n’existe pas est refusé avant les essais', () => {
    const failed = setUp('test', { PRELUDE_CHROMIUM: path('absent') });
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('PRELUDE_CHROMIUM');
  });

  test('un navigateur désigné suffit', () => {
    writeFileSync(path('bin', 'mon-chromium'), '#!/bin/sh\n');
    chmodSync(path('bin', 'mon-chromium'), 0o755);
    expect(setUp('test', { PRELUDE_CHROMIUM: path('bin', 'mon-chromium') }).status).toBe(0);
  });
});
