import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foundTestPractice } from '../support/practice.ts';

test.skipIf(process.platform === 'win32')(
  'aucun fichier du dossier des données n’est lisible par un autre compte',
  async () => {
    const practice = await foundTestPractice();
    const { dataDir } = practice.core.practice;
    const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => ({ name, status: statSync(join(dataDir, name)) }))
      .filter(({ status }) => status.isFile());
    expect(files.map(({ name }) => name)).toContain('cabinet.db');
    const open = files.filter(({ status }) => (status.mode & 0o077) !== 0);
    expect(open.map(({ name, status }) => `${name} ${(status.mode & 0o777).toString(8)}`)).toEqual([]);
  },
);
