import { Kysely, type CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import { StorageFailure, storageFailure } from '../failure.ts';
import type { Schema } from '../schema.ts';
import { CachingConnection } from './sqlite-connection.ts';
import { sqliteDialect, type SqliteBase } from './sqlite.ts';

/**
 * The reading face of a practice: committed rows only, no turn to wait for, writes refused.
 * It reads on the writing connection: a commit made there keeps its pages in memory, deciphered, where a connection
 * apart would drop them all and decipher them again (some ten microseconds a page, thousands of pages a board).
 * While a transaction is open there (a command that waits for something), it reads on the other connection.
 * @param writing the connection of the commands
 * @param aside another connection on the same file, read-only
 */
export function readingFace(writing: SqliteBase, aside: SqliteBase): Kysely<Schema> {
  const connection = new ReadingConnection(new CachingConnection(writing.raw), new CachingConnection(aside.raw));
  return new Kysely<Schema>({ dialect: sqliteDialect(new ReadingDriver(connection)) });
}

const refused = (what: string) => new StorageFailure('read_only', new Error(`${what} on the reading face`));

class ReadingConnection implements DatabaseConnection {
  readonly #near: CachingConnection;
  readonly #aside: CachingConnection;

  constructor(near: CachingConnection, aside: CachingConnection) {
    this.#near = near;
    this.#aside = aside;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // The engine answers at once, so nothing can begin a transaction between this look and the last row.
    const connection = this.#near.raw.inTransaction ? this.#aside : this.#near;
    try {
      const statement = connection.statement(query.sql);
      if (!statement.reader || !statement.readonly) throw refused('a write');
      return { rows: statement.all(...query.parameters) as R[] };
    } catch (error) {
      throw storageFailure(error);
    }
  }

  // Rows handed over one by one would still be read while a transaction begins.
  streamQuery(): AsyncIterableIterator<never> {
    throw refused('a stream');
  }
}

class ReadingDriver implements Driver {
  readonly #connection: DatabaseConnection;
  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }
  async init(): Promise<void> {}
  acquireConnection = async (): Promise<DatabaseConnection> => this.#connection;
  async beginTransaction(): Promise<void> {
    throw refused('a transaction');
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}
