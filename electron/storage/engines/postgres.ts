import {
  Kysely,
  PostgresDialect,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type PostgresPool,
  type QueryResult,
} from 'kysely';
import { storageFailure } from '../failure.ts';
import type { Schema } from '../schema.ts';

/** The same tables and the same queries on PostgreSQL. */
export interface PostgresBase {
  engine: 'postgres';
  db: Kysely<Schema>;
  close(): Promise<void>;
}

/**
 * PostgreSQL sends 64-bit integers as text, SQLite as numbers. Given once to the driver (type number to
 * parser), so that no query has to convert. Ours are counts, minutes and sequences: far below 2^53.
 */
export const integerParsers: Readonly<Record<number, (text: string) => number>> = { 20: Number };

/** The same queries over a pool of connections whose integers go through `integerParsers`. */
export function openPostgres(pool: PostgresPool): PostgresBase {
  const db = new Kysely<Schema>({ dialect: namedFailures(new PostgresDialect({ pool })) });
  return { engine: 'postgres', db, close: () => db.destroy() };
}

/** The dialect, with every error of the driver sorted by kind as the other engine does. */
function namedFailures(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new NamingDriver(dialect.createDriver()),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

async function named<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    throw storageFailure(error);
  }
}

class NamingDriver implements Driver {
  readonly #inner: Driver;
  readonly #known = new WeakMap<DatabaseConnection, NamingConnection>();
  constructor(inner: Driver) {
    this.#inner = inner;
  }
  init = () => named(() => this.#inner.init());
  destroy = () => this.#inner.destroy();
  async acquireConnection(): Promise<DatabaseConnection> {
    const inner = await named(() => this.#inner.acquireConnection());
    const known = this.#known.get(inner) ?? new NamingConnection(inner);
    this.#known.set(inner, known);
    return known;
  }
  releaseConnection = (connection: DatabaseConnection) => this.#inner.releaseConnection(innerOf(connection));
  beginTransaction: Driver['beginTransaction'] = (connection, settings) =>
    named(() => this.#inner.beginTransaction(innerOf(connection), settings));
  // An exclusion constraint may speak only here.
  commitTransaction = (connection: DatabaseConnection) =>
    named(() => this.#inner.commitTransaction(innerOf(connection)));
  rollbackTransaction = (connection: DatabaseConnection) => this.#inner.rollbackTransaction(innerOf(connection));
}

class NamingConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection;
  constructor(inner: DatabaseConnection) {
    this.inner = inner;
  }
  executeQuery = <R>(query: CompiledQuery): Promise<QueryResult<R>> => named(() => this.inner.executeQuery<R>(query));
  streamQuery = <R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> =>
    this.inner.streamQuery<R>(query, chunkSize);
}

function innerOf(connection: DatabaseConnection): DatabaseConnection {
  return connection instanceof NamingConnection ? connection.inner : connection;
}
