import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Clock } from '#electron/platform/clock.ts';
import { StorageFailure } from '../failure.ts';
import type { Schema } from '../schema.ts';
import * as m0001 from './0001-foundation.ts';
import * as m0002 from './0002-employer.ts';

export type Engine = 'sqlite' | 'postgres';

/** A released migration is frozen: its statements are checksummed in every base that ran it. */
export interface Migration {
  version: number;
  name: string;
  /** Portable statements; the tokens {text}, {int}, {blob}, {strict} are spelled per engine. */
  statements: readonly string[];
  only?: Partial<Record<Engine, readonly string[]>>;
}

export const migrations: readonly Migration[] = [m0001.migration, m0002.migration];

const words: Record<Engine, Record<string, string>> = {
  sqlite: { '{text}': 'text', '{int}': 'integer', '{blob}': 'blob', '{strict}': 'strict' },
  postgres: { '{text}': 'text collate "C"', '{int}': 'bigint', '{blob}': 'bytea', '{strict}': '' },
};

function spelled(migration: Migration, engine: Engine): string[] {
  const all = [...migration.statements, ...(migration.only?.[engine] ?? [])];
  return all.map((statement) =>
    Object.entries(words[engine]).reduce((text, [token, word]) => text.replaceAll(token, word), statement),
  );
}

/** SHA-256 of what the migration runs on this engine. */
export function checksumOf(migration: Migration, engine: Engine): string {
  return createHash('sha256').update(spelled(migration, engine).join(';\n')).digest('hex');
}

/**
 * Brings a base to the newest version, one transaction a migration.
 * @throws StorageFailure 'newer_schema' for a base of a later version, 'corrupted' for a changed migration.
 */
export async function migrate(db: Kysely<Schema>, engine: Engine, clock: Clock): Promise<void> {
  await sql
    .raw(
      `create table if not exists schema_migration (version ${words[engine]['{int}']} primary key, name text not null, checksum text not null, applied_at text not null) ${words[engine]['{strict}']}`,
    )
    .execute(db);
  const applied = await db.selectFrom('schema_migration').selectAll().orderBy('version').execute();
  if (applied.some((row) => Number(row.version) > migrations.length)) throw new StorageFailure('newer_schema', null);
  for (const migration of migrations) {
    const before = applied.find((row) => Number(row.version) === migration.version);
    const checksum = checksumOf(migration, engine);
    if (before !== undefined) {
      if (before.checksum !== checksum)
        throw new StorageFailure('corrupted', new Error(`migration ${migration.version} changed`));
      continue;
    }
    await db.transaction().execute(async (tx) => {
      for (const statement of spelled(migration, engine)) await sql.raw(statement).execute(tx);
      const { version, name } = migration;
      await tx.insertInto('schema_migration').values({ version, name, checksum, applied_at: clock.now() }).execute();
    });
  }
}
