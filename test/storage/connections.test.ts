import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqlite, type SqliteBase } from '#electron/storage/engines/sqlite.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import { migrate } from '#electron/storage/migrations/migration.ts';
import { foundTestPractice, tempDir } from '../support/practice.ts';
import { clock } from './both-engines.ts';
import { patientRow } from './fixtures.ts';

let folder: string;
let file: string;
const key = randomBytes(32);
beforeEach(() => {
  folder = tempDir();
  file = join(folder, 'cabinet.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const kindOf = (work: () => SqliteBase) => {
  try {
    const base = work();
    void base.close();
    return 'ouvert';
  } catch (error) {
    return error instanceof StorageFailure ? error.kind : error;
  }
};

/** What settled point 1 demands of every connection, read back from the engine. */
function pragmasOf({ raw }: SqliteBase) {
  const read = (name: string) => raw.pragma(name, { simple: true }) as unknown;
  return {
    cipher: read('cipher'),
    journal: read('journal_mode'),
    synchronous: read('synchronous'),
    tempStore: read('temp_store'),
    secureDelete: read('secure_delete'),
    foreignKeys: read('foreign_keys'),
  };
}
const demanded = { cipher: 'sqlcipher', journal: 'wal', synchronous: 2, tempStore: 2, secureDelete: 1, foreignKeys: 1 };

test('chaque connexion du cabinet porte les réglages exigés : écriture, lecture et travail de fond', async () => {
  const practice = await foundTestPractice();
  const { writing, reading } = practice.core.practice.requireOpen();
  expect(pragmasOf(writing)).toEqual(demanded);
  expect(pragmasOf(reading)).toEqual(demanded);
  const worker = openSqlite({ ...practice.core.practice.workerAccess(), readonly: true });
  expect(pragmasOf(worker)).toEqual(demanded);
  await worker.close();
  await practice.close();
});

test('la connexion de lecture ne peut pas écrire', async () => {
  const base = openSqlite({ file, key });
  await migrate(base.db, 'sqlite', clock);
  const reader = openSqlite({ file, key, readonly: true });
  await expect(reader.db.insertInto('patient').values(patientRow()).execute()).rejects.toMatchObject({
    kind: 'read_only',
  });
  await reader.close();
  await base.close();
});

test('le fichier ne contient aucun texte en clair, journal d’écriture compris', async () => {
  const base = openSqlite({ file, key });
  await migrate(base.db, 'sqlite', clock);
  for (let i = 0; i < 200; i += 1)
    await base.db
      .insertInto('patient')
      .values(patientRow({ birth_name: 'QUENOTTE-CANARI', notes: 'canari en clair' }))
      .execute();
  const scan = () =>
    readdirSync(folder).filter((name) =>
      /QUENOTTE|canari|SQLite format|create table/.test(readFileSync(join(folder, name)).toString('latin1')),
    );
  expect(readdirSync(folder)).toContain('cabinet.db-wal');
  expect(scan()).toEqual([]);
  await base.close();
  expect(scan()).toEqual([]);
});

test('sans clé, avec une autre clé ou abîmé, le fichier ne s’ouvre pas', async () => {
  const base = openSqlite({ file, key });
  await migrate(base.db, 'sqlite', clock);
  await base.close();
  expect(kindOf(() => openSqlite({ file, key: randomBytes(32) }))).toBe('corrupted');
  expect(kindOf(() => openSqlite({ file, key: Buffer.alloc(0) }))).not.toBe('ouvert');
  expect(kindOf(() => openSqlite({ file, key }))).toBe('ouvert');
  truncateSync(file, statSync(file).size - 100);
  expect(kindOf(() => openSqlite({ file, key }))).not.toBe('wrong_key');
});

test('un fichier absent n’est pas créé par une connexion de lecture', () => {
  expect(kindOf(() => openSqlite({ file, key, readonly: true }))).toBe('read_only');
  expect(readdirSync(folder)).toEqual([]);
});
