import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'prelude-log-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('le journal d’écriture revient dans le fichier par un autre fil, sans que les enregistrements l’attendent', async () => {
  const [file, key] = [join(folder, 'cabinet.db'), randomBytes(32)];
  const base = openSqlite({ file, key, checkpoints: 'elsewhere' });
  base.raw.exec('create table line (id integer primary key, text text) strict');
  const before = statSync(file).size;
  const commit = (id: number) =>
    base.db.transaction().execute((tx) =>
      tx
        .insertInto('line' as 'post')
        .values({ id, text: 'x'.repeat(500) } as never)
        .execute(),
    );
  for (let id = 0; id < 240; id += 1) await commit(id);
  expect(statSync(file).size).toBe(before);
  for (let id = 240; id < 400; id += 1) await commit(id);
  await vi.waitFor(() => expect(statSync(file).size).toBeGreaterThan(before), { timeout: 5000 });
  await base.close();
  const again = openSqlite({ file, key, readonly: true });
  expect(again.raw.prepare('select count(*) as n from line').get()).toEqual({ n: 400 });
  await again.close();
});
