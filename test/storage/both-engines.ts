import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest';
import { runCommand } from '#electron/api/command.ts';
import { fixedClock } from '#electron/platform/clock.ts';
import type { CommandCall } from '#electron/security/call.ts';
import type { PostgresBase } from '#electron/storage/engines/postgres.ts';
import { openSqlite, type SqliteBase } from '#electron/storage/engines/sqlite.ts';
import { readingFace } from '#electron/storage/engines/sqlite-reading.ts';
import { migrate, type Engine } from '#electron/storage/migrations/migration.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { openPglite } from '../support/pglite.ts';
import { tempDir } from '../support/practice.ts';

export const clock = fixedClock('2026-11-17T07:00:00Z');
const person = {
  accountId: randomUUID(),
  displayName: 'Nadia Ferrand',
  initials: 'NF',
  role: 'assistant' as const,
  responsable: false,
  doctorId: null,
};
export const post = { id: randomUUID(), label: 'Accueil' };

export interface Bench {
  engine: Engine;
  db: Kysely<Schema>;
  /** What a query reads through: it waits for no command where the engine allows it. */
  reads: Kysely<Schema>;
}

/** Runs the same tests on SQLite (an encrypted file) and on PostgreSQL; each test has an empty base. */
export function onBothEngines(tests: (bench: () => Bench) => void, options = { migrated: true }): void {
  describe('SQLite chiffré', () => {
    let base: SqliteBase;
    let aside: SqliteBase;
    let folder: string;
    beforeEach(async () => {
      folder = tempDir();
      const [file, key] = [join(folder, 'cabinet.db'), randomBytes(32)];
      base = openSqlite({ file, key });
      aside = openSqlite({ file, key, readonly: true });
      if (options.migrated) await migrate(base.db, 'sqlite', clock);
    });
    afterEach(async () => {
      await aside.close();
      await base.close();
      rmSync(folder, { recursive: true });
    });
    tests(() => ({ engine: 'sqlite', db: base.db, reads: readingFace(base, aside) }));
  });
  describe('PostgreSQL', () => {
    let base: PostgresBase;
    beforeAll(async () => {
      base = await openPglite();
      if (options.migrated) await migrate(base.db, 'postgres', clock);
    }, 60_000);
    afterAll(() => base.close());
    beforeEach(() => (options.migrated ? emptyTables(base.db) : emptySchema(base.db)));
    tests(() => ({ engine: 'postgres', db: base.db, reads: base.db }));
  });
}

/** Starting a server takes seconds: the tests of a file share one, emptied before each. */
async function emptyTables(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{
    name: string;
  }>`select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('schema_migration', 'journal_head')`.execute(
    db,
  );
  await sql.raw(`truncate ${rows.map((row) => row.name).join(', ')}`).execute(db);
  await db.updateTable('journal_head').set({ seq: 0, hash: '' }).execute();
}

async function emptySchema(db: Kysely<Schema>): Promise<void> {
  for (const statement of ['drop schema public cascade', 'create schema public']) await sql.raw(statement).execute(db);
}

/** One command as the router runs it: transaction, journal, undo. Answers the entry's sequence. */
export async function act(
  db: Kysely<Schema>,
  work: (call: CommandCall) => Promise<unknown>,
  idempotencyKey = randomUUID(),
): Promise<number> {
  const meta = { kind: 'command', permission: 'visit.book', undo: 'inverse', topics: [], label: 'Essai' } as const;
  const result = await runCommand(
    db,
    { clock, person, post },
    'essai.action',
    meta,
    async (call) => (await work(call)) ?? {},
    { idempotencyKey },
    async (output) => output,
  );
  return result.committed?.seq ?? 0;
}

/** The call a query would receive, for the functions that read. */
export const reading = (db: Kysely<Schema>) => ({ db, clock, person, post });

export async function addAccount(db: Kysely<Schema>): Promise<void> {
  const none = {
    civility: null,
    doctor_id: null,
    valid_from: null,
    valid_to: null,
    closed_at: null,
    last_sign_in_at: null,
    last_post_id: null,
  };
  await db
    .insertInto('account')
    .values({
      id: person.accountId,
      role: 'assistant',
      responsable: 0,
      given_name: 'Nadia',
      family_name: 'Ferrand',
      initials: 'NF',
      created_at: clock.now(),
      version: 1,
      ...none,
    })
    .execute();
}
