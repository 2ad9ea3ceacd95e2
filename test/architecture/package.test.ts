import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bindsToGpl, missingFromLock, shippedPackages } from './shipped-packages.ts';
import { ROOT } from './source-files.ts';

interface Package {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const project = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Package;
const EXACT = /^(?:npm:[\w@/.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/u;

describe('package.json', () => {
  test('chaque version est exacte', () => {
    const all = Object.entries({ ...project.dependencies, ...project.devDependencies });
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(([, version]) => !EXACT.test(version))).toEqual([]);
  });

  test('les paquets d’une même famille ont une même version', () => {
    const all = Object.entries({ ...project.dependencies, ...project.devDependencies });
    for (const family of ['@orpc/', '@mantine/']) {
      const versions = new Set(all.filter(([name]) => name.startsWith(family)).map(([, version]) => version));
      expect(versions.size, family).toBe(1);
    }
  });

  test('le verrou tient tout ce qu’il nomme, sans quoi npm ci refuse de s’en servir', () => {
    expect(missingFromLock()).toEqual([]);
  });

  test('chaque commande désigne un fichier qui existe', () => {
    const scripts = Object.values(project.scripts).flatMap((line) => /^node (\S+)/u.exec(line)?.[1] ?? []);
    expect(scripts.length).toBeGreaterThan(5);
    expect(scripts.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe('les licences de ce qui est livré', () => {
  const shipped = shippedPackages();

  test('couvrent le serveur et l’interface', () => {
    const names = shipped.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['zod', 'kysely', 'better-sqlite3', 'react', '@mantine/core', '@floating-ui/react']),
    );
  });

  test('aucune n’impose la GPL', () => {
    expect(shipped.filter(({ licence }) => bindsToGpl(licence))).toEqual([]);
  });

  test.each([
    ['GPL-3.0', true],
    ['AGPL-3.0-only', true],
    ['inconnue', true],
    ['(MIT OR GPL-3.0-or-later)', false],
    ['MIT', false],
    ['MPL-2.0', false],
  ])('%s : %s', (licence, binds) => {
    expect(bindsToGpl(licence)).toBe(binds);
  });
});

describe('le README', () => {
  const path = join(ROOT, 'README.md');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';

  test('donne les deux commandes', () => {
    expect(text).toContain('npm start');
    expect(text).toContain('npm test');
  });

  test('ne cite que des commandes qui existent', () => {
    const cited = [...text.matchAll(/\bnpm (?:run )?([a-z][a-z:-]*)/gu)].map((match) => match[1] ?? '');
    const unknown = cited.filter((name) => !(name in project.scripts) && !['ci', 'install'].includes(name));
    expect(unknown).toEqual([]);
  });

  test('ne cite que des images et des dossiers qui existent', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/gu)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(ROOT, decodeURIComponent(link))))).toEqual([]);
  });
});
