import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFlags, USAGE } from '../../build/launch/flags.ts';
import { codeSpans, readme } from './readme.ts';
import { ROOT } from './source-files.ts';

const options = (text: string) => [...new Set([...text.matchAll(/--[a-z][a-z-]*/gu)].map(([option]) => option))].sort();

describe('ce que dit le README', () => {
  test('les options de npm start sont toutes là, et celles-là seulement', () => {
    const table = readme
      .split('\n')
      .filter((line) => /^\| `--/u.test(line))
      .map((line) => /`([^`]+)`/u.exec(line)?.[1] ?? '');
    expect(options(table.join(' '))).toEqual(options(USAGE).filter((option) => option !== '--help'));
    for (const cell of table) {
      const [option = '', value] = cell.split(' ');
      const args = value === undefined ? [option] : [option, value === 'N' ? '4321' : 'dossier'];
      expect(readFlags(args, '/srv'), cell).toHaveProperty('flags');
    }
  });

  test('chaque dossier et chaque fichier du code qu’il cite existe', () => {
    const paths = codeSpans.filter((span) => /^(?:shared|electron|renderer|build|test|docs)\//u.test(span));
    expect(paths.length).toBeGreaterThan(12);
    // `<domaine>` stands for any of them.
    const found = (path: string) => globSync(path.replaceAll(/<[^>]+>/gu, '*'), { cwd: ROOT }).length > 0;
    expect(paths.filter((path) => !found(path))).toEqual([]);
  });

  test('les parties citées d’un dossier existent aussi', () => {
    const rows = readme.split('\n').filter((line) => /^\| `(?:electron|renderer)\/`/u.test(line));
    expect(rows.length).toBe(2);
    for (const row of rows) {
      const [folder = '', ...parts] = [...row.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? '');
      const missing = parts.filter((part) => !existsSync(join(ROOT, folder, part.replace(/\/<.*$/u, ''))));
      expect(missing, folder).toEqual([]);
    }
  });
});
