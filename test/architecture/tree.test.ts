import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isCode, ROOT, sourceFiles } from './source-files.ts';

const CEILING = 300;
const TOP_LEVEL = [
  ...['electron', 'renderer', 'shared', 'build', 'test', 'docs'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'electron-builder.yml', 'README.md', 'LICENSE'],
  // Settings that their tools look for at the root.
  ...['tsconfig.base.json', 'vitest.config.ts', 'eslint.config.ts', 'knip.json'],
];
/** Made by the tools and left out of the repository. */
const PRODUCED = ['node_modules', 'dist', 'test-results'];
const GRAB_BAGS = /^(?:utils?|helpers?|commons?|libs?|managers?|misc|shared-utils)$/u;

const lines = (path: string) => readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n').length;

describe('l’arborescence', () => {
  const files = sourceFiles();
  const code = files.filter(isCode);

  test('porte du code à contrôler dans chaque dossier', () => {
    for (const folder of ['shared/', 'electron/', 'build/', 'test/']) {
      expect(code.filter((path) => path.startsWith(folder)).length, folder).toBeGreaterThan(2);
    }
  });

  test(`aucun fichier de code au-delà de ${CEILING} lignes, hors données et migrations`, () => {
    const tooLong = code
      .filter((path) => !/\/(?:migrations|data)\//u.test(path))
      .map((path) => ({ path, lines: lines(path) }))
      .filter((file) => file.lines > CEILING);
    expect(tooLong).toEqual([]);
  });

  test('aucun dossier ni fichier fourre-tout', () => {
    const offenders = files.filter((path) =>
      [...dirname(path).split('/'), basename(path).split('.')[0] ?? ''].some((name) => GRAB_BAGS.test(name)),
    );
    expect(offenders).toEqual([]);
  });

  test('les noms de fichiers et de dossiers sont en minuscules à tirets', () => {
    expect(code.filter((path) => !/^[a-z0-9][a-z0-9./-]*$/u.test(path))).toEqual([]);
  });

  test('le premier niveau est fixe', () => {
    const extra = readdirSync(ROOT).filter(
      (name) => !name.startsWith('.') && !PRODUCED.includes(name) && !name.endsWith('.log'),
    );
    expect(extra.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
  });

  test('le pont de la fenêtre reste sous 40 lignes', () => {
    expect(lines('electron/preload.ts')).toBeLessThan(40);
  });
});
