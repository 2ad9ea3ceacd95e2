import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { StorageFailure } from '#electron/storage/failure.ts';
import { migrate, migrations } from '#electron/storage/migrations/migration.ts';
import { clock, onBothEngines } from './both-engines.ts';

const failureOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return 'accepté';
  } catch (error) {
    return error instanceof StorageFailure ? error.kind : error;
  }
};

onBothEngines(
  (bench) => {
    test('un dossier vide reçoit toutes les tables, et une seconde ouverture n’y change rien', async () => {
      const { db, engine } = bench();
      await migrate(db, engine, clock);
      const first = await db.selectFrom('schema_migration').selectAll().execute();
      await migrate(db, engine, clock);
      expect(await db.selectFrom('schema_migration').selectAll().execute()).toEqual(first);
      expect(first.map((row) => row.version)).toEqual(migrations.map((one) => one.version));
      expect(await db.selectFrom('visible_patient').selectAll().execute()).toEqual([]);
      expect(await db.selectFrom('journal_head').selectAll().execute()).toEqual([{ id: 1, seq: 0, hash: '' }]);
    });

    test('une migration modifiée après coup est refusée', async () => {
      const { db, engine } = bench();
      await migrate(db, engine, clock);
      await db
        .updateTable('schema_migration')
        .set({ checksum: '0'.repeat(64) })
        .where('version', '=', 1)
        .execute();
      expect(await failureOf(migrate(db, engine, clock))).toBe('corrupted');
    });

    test('une base d’une version plus récente est refusée, sans y toucher', async () => {
      const { db, engine } = bench();
      await migrate(db, engine, clock);
      const next = { version: migrations.length + 1, name: 'future', checksum: 'x', applied_at: clock.now() };
      await db.insertInto('schema_migration').values(next).execute();
      expect(await failureOf(migrate(db, engine, clock))).toBe('newer_schema');
    });

    test('une migration qui échoue ne laisse rien derrière elle', async () => {
      const { db, engine } = bench();
      // A table of that name is already there: the third statement fails, the first two must go too.
      await sql.raw('create table journal_head (other integer)').execute(db);
      expect(await failureOf(migrate(db, engine, clock))).toBe('other');
      const tables =
        engine === 'sqlite'
          ? sql<{ name: string }>`select name from sqlite_master where type = 'table'`
          : sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`;
      const { rows } = await tables.execute(db);
      expect(rows.map((row) => row.name).toSorted()).toEqual(['journal_head', 'schema_migration']);
    });
  },
  { migrated: false },
);
