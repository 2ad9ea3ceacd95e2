import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { integerParsers, openPostgres, type PostgresBase } from '#electron/storage/engines/postgres.ts';

/** PostgreSQL inside the test, in memory. It has one session: whoever asks for a connection waits their turn. */
export async function openPglite(): Promise<PostgresBase> {
  const server = await PGlite.create({ extensions: { btree_gist }, parsers: { ...integerParsers } });
  return openPostgres(poolOf(server));
}

function poolOf(server: PGlite): PostgresPool {
  let turn = Promise.resolve();
  return {
    options: {},
    async connect(): Promise<PostgresPoolClient> {
      const before = turn;
      let free = () => {};
      turn = new Promise<void>((resolve) => (free = resolve));
      await before;
      const query = async (sql: string, parameters: readonly unknown[]) => {
        const { rows, affectedRows } = await server.query(sql, [...parameters]);
        return { command: commandOf(sql), rowCount: affectedRows ?? 0, rows };
      };
      return { query, release: () => free() } as unknown as PostgresPoolClient;
    },
    end: () => server.close(),
  };
}

/** What the pg driver reads in the server's answer: the first word says it. */
const commandOf = (sql: string) => sql.trimStart().split(/\s/)[0]?.toUpperCase() ?? '';
