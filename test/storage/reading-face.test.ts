import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqlite, type SqliteBase } from '#electron/storage/engines/sqlite.ts';
import { readingFace } from '#electron/storage/engines/sqlite-reading.ts';
import { migrate } from '#electron/storage/migrations/migration.ts';
import { createDraw } from '#electron/features/demo/index.ts';
import { foundTestPractice, tempDir } from '../support/practice.ts';
import { clock, onBothEngines } from './both-engines.ts';
import { patientRow } from './fixtures.ts';

class Abandoned extends Error {}
const pause = (millis = 0) => new Promise((resolve) => setTimeout(resolve, millis));
const setting = (id: string, value: number) => ({ id, value: String(value), version: 1 });

onBothEngines((bench) => {
  const total = 100;
  /** Both halves in one statement: their sum is the same in every state that was ever confirmed. */
  const halves = async () => {
    const rows = await bench().reads.selectFrom('setting').select(['id', 'value']).orderBy('id').execute();
    return rows.map((row) => Number(row.value));
  };

  test('au milieu des enregistrements, aucune lecture ne voit un état non confirmé ni abandonné', async () => {
    const { db } = bench();
    await db
      .insertInto('setting')
      .values([setting('a', total), setting('b', 0)])
      .execute();
    const draw = createDraw('lectures et enregistrements');
    const confirmed = new Set([0]);
    let held = 0;
    let writing = true;
    const seen: number[][] = [];
    const wait = async () => {
      const kind = draw.int(0, 2);
      if (kind === 1) await Promise.resolve();
      if (kind === 2) await pause();
    };
    const readers = [1, 2, 3].map(async () => {
      while (writing) {
        seen.push(await halves());
        await wait();
        // The other engine has one session: its turn goes to the writes too.
        await pause();
      }
    });
    for (let turn = 1; turn <= 60; turn += 1) {
      const abandoned = turn % 3 === 0;
      // A number no confirmed state will ever hold when the transaction is abandoned.
      const moved = abandoned ? 50 + (turn % 40) : turn % 40;
      const command = db.transaction().execute(async (tx) => {
        await tx
          .updateTable('setting')
          .set({ value: String(moved) })
          .where('id', '=', 'b')
          .execute();
        await wait();
        await tx
          .updateTable('setting')
          .set({ value: String(total - moved) })
          .where('id', '=', 'a')
          .execute();
        await wait();
        if (abandoned) throw new Abandoned();
        held = moved;
        confirmed.add(moved);
      });
      await command.catch((error: unknown) => {
        if (!(error instanceof Abandoned)) throw error;
      });
      // What was confirmed is read at once.
      expect(await halves()).toEqual([total - held, held]);
      await wait();
    }
    writing = false;
    await Promise.all(readers);
    expect(seen.length).toBeGreaterThan(60);
    expect(seen.filter(([a = 0, b = 0]) => a + b !== total)).toEqual([]);
    expect(seen.filter(([, b = 0]) => !confirmed.has(b))).toEqual([]);
  });
});

describe('la face de lecture', () => {
  let folder: string;
  let writing: SqliteBase;
  let aside: SqliteBase;
  const key = randomBytes(32);
  beforeEach(async () => {
    folder = tempDir();
    writing = openSqlite({ file: join(folder, 'cabinet.db'), key });
    aside = openSqlite({ file: join(folder, 'cabinet.db'), key, readonly: true });
    await migrate(writing.db, 'sqlite', clock);
  });
  afterEach(async () => {
    await aside.close();
    await writing.close();
    rmSync(folder, { recursive: true });
  });

  test('une lecture n’attend pas la fin d’une action longue, et n’en voit rien avant sa confirmation', async () => {
    const reads = readingFace(writing, aside);
    const names = async () => (await reads.selectFrom('patient').select('birth_name').execute()).length;
    const during: number[] = [];
    let inside = false;
    await writing.db.transaction().execute(async (tx) => {
      await tx.insertInto('patient').values(patientRow()).execute();
      inside = true;
      during.push(await names());
      await pause(20);
      during.push(await names());
      // The transaction itself sees its row: the reads above were really made beside it.
      expect(await tx.selectFrom('patient').select('id').execute()).toHaveLength(1);
    });
    expect([inside, during, await names()]).toEqual([true, [0, 0], 1]);
  });

  test('une lecture n’attend pas non plus le tour d’écriture d’un import', async () => {
    const reads = readingFace(writing, aside);
    let free = () => {};
    const turn = writing.db.connection().execute(() => new Promise<void>((resolve) => (free = resolve)));
    const command = writing.db.insertInto('patient').values(patientRow()).execute();
    await pause(5);
    expect(new Int32Array(writing.waiting)[0]).toBe(1);
    expect(await reads.selectFrom('patient').select('id').execute()).toEqual([]);
    free();
    await Promise.all([turn, command]);
    expect(new Int32Array(writing.waiting)[0]).toBe(0);
    expect(await reads.selectFrom('patient').select('id').execute()).toHaveLength(1);
  });

  test('elle ne peut pas écrire : ni ligne, ni ligne relue, ni transaction', async () => {
    const reads = readingFace(writing, aside);
    const refused = { kind: 'read_only' };
    await expect(reads.insertInto('patient').values(patientRow()).execute()).rejects.toMatchObject(refused);
    await expect(reads.insertInto('patient').values(patientRow()).returning('id').execute()).rejects.toMatchObject(
      refused,
    );
    await expect(reads.deleteFrom('journal').execute()).rejects.toMatchObject(refused);
    await expect(reads.transaction().execute(async () => {})).rejects.toMatchObject(refused);
    expect(writing.raw.inTransaction).toBe(false);
    expect(await reads.selectFrom('patient').select('id').execute()).toEqual([]);
  });

  // The reason of the whole: counted, not timed. Linux tells what a thread has read.
  test.skipIf(process.platform !== 'linux')('après un enregistrement, elle ne relit pas le fichier', async () => {
    await writing.db.transaction().execute(async (tx) => {
      for (let turn = 0; turn < 400; turn += 1)
        await tx
          .insertInto('patient')
          .values(patientRow({ notes: 'x'.repeat(2000) }))
          .execute();
    });
    const reads = readingFace(writing, aside);
    const bytesRead = () => Number(/^rchar: (\d+)/m.exec(readFileSync('/proc/thread-self/io', 'utf8'))?.[1]);
    const costOf = async (db: typeof reads) => {
      await db.selectFrom('patient').select('notes').execute();
      await writing.db
        .insertInto('setting')
        .values(setting(String(Math.random()), 1))
        .execute();
      const before = bytesRead();
      expect(await db.selectFrom('patient').select('notes').execute()).toHaveLength(400);
      return bytesRead() - before;
    };
    // A connection apart reads its 800 kB again: the trouble is there to be cured.
    expect(await costOf(aside.db)).toBeGreaterThan(800_000);
    expect(await costOf(reads)).toBeLessThan(50_000);
  });
});

test('par le routeur : ce qu’une action n’a pas encore confirmé, ou abandonne, n’est dans aucune réponse', async () => {
  const practice = await foundTestPractice();
  const { writer } = practice.core.practice.requireOpen();
  const found = async () => (await practice.doctor.patients.search({ text: 'delorme' })).results.length;
  const room = async () => (await practice.doctor.practice.get({})).rooms.map(({ label }) => label);
  const before = await room();
  const add = (label: string, abandoned: boolean) =>
    writer.transaction().execute(async (tx) => {
      await tx
        .insertInto('room')
        .values({ id: randomUUID(), label, position: 9, archived_at: null, version: 1 })
        .execute();
      expect(await room()).toEqual(before);
      await pause(5);
      expect([await room(), await found()]).toEqual([before, 0]);
      if (abandoned) throw new Abandoned();
    });
  await expect(add('Salle abandonnée', true)).rejects.toThrow(Abandoned);
  expect(await room()).toEqual(before);
  await add('Salle confirmée', false);
  expect(await room()).toEqual([...before, 'Salle confirmée']);
  await practice.close();
});
