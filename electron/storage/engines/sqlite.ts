import Database from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import { createCheckpointer, type Checkpointer } from './checkpointer.ts';
import { storageFailure } from '../failure.ts';
import type { Schema } from '../schema.ts';

/** An open encrypted file. `raw` is for PRAGMAs, the bench and the fault tests only. */
export interface SqliteBase {
  engine: 'sqlite';
  db: Kysely<Schema>;
  raw: Database.Database;
  close(): Promise<void>;
}

export interface SqliteOptions {
  file: string;
  /** 32 bytes, used as they are (no derivation by the engine). */
  key: Buffer;
  readonly?: boolean;
  /** Only the canary's control run changes this. */
  tempStore?: 'MEMORY' | 'FILE';
  cacheKib?: number;
  /** `elsewhere`: a thread of its own brings the log back into the file, so that no commit waits for it. */
  checkpoints?: 'elsewhere';
}

/** Pages of log (100 MB) at which a commit checkpoints all the same, should the other thread not do it. */
const lastResort = 25_000;

/**
 * The PRAGMAs of every connection (settled point 1), in the order the cipher needs.
 * temp_store=MEMORY: a big sort would otherwise write clear text to an unlinked file.
 */
export function applyPragmas(raw: Database.Database, options: SqliteOptions): void {
  raw.pragma(`cipher='sqlcipher'`);
  raw.pragma(`key="x'${options.key.toString('hex')}'"`);
  raw.pragma(`temp_store=${options.tempStore ?? 'MEMORY'}`);
  if (options.readonly !== true) raw.pragma('journal_mode=WAL');
  raw.pragma('synchronous=FULL');
  raw.pragma('secure_delete=ON');
  raw.pragma('foreign_keys=ON');
  raw.pragma('busy_timeout=2000');
  raw.pragma(`cache_size=-${options.cacheKib ?? 65_536}`);
  raw.pragma('case_sensitive_like=ON');
}

/**
 * Opens (or creates, unless read-only) an encrypted base.
 * @throws StorageFailure with its kind when the file cannot be used.
 */
export function openSqlite(options: SqliteOptions): SqliteBase {
  let raw: Database.Database;
  try {
    raw = new Database(options.file, { readonly: options.readonly === true, fileMustExist: options.readonly === true });
  } catch (error) {
    throw storageFailure(error);
  }
  try {
    applyPragmas(raw, options);
    raw.prepare('select count(*) from sqlite_master').get();
  } catch (error) {
    raw.close();
    throw storageFailure(error);
  }
  const checkpointer = options.checkpoints === 'elsewhere' ? createCheckpointer(options.file, options.key) : null;
  if (checkpointer !== null) raw.pragma(`wal_autocheckpoint=${lastResort}`);
  const db = new Kysely<Schema>({ dialect: sqliteDialect(raw, checkpointer) });
  return {
    engine: 'sqlite',
    db,
    raw,
    close: async () => {
      await db.destroy();
      await checkpointer?.close();
      if (raw.open) raw.close();
    },
  };
}

function sqliteDialect(raw: Database.Database, checkpointer: Checkpointer | null): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new CachingDriver(raw, checkpointer),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** One connection handed out in turn; statements prepared once: preparing costs more than running. */
class CachingDriver implements Driver {
  readonly #connection: CachingConnection;
  readonly #checkpointer: Checkpointer | null;
  #queue: Promise<void> = Promise.resolve();
  #free: (() => void) | null = null;

  constructor(raw: Database.Database, checkpointer: Checkpointer | null) {
    this.#connection = new CachingConnection(raw);
    this.#checkpointer = checkpointer;
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#queue;
    let free: () => void = () => {};
    this.#queue = new Promise((resolve) => (free = resolve));
    await before;
    this.#free = free;
    return this.#connection;
  }
  async releaseConnection(): Promise<void> {
    this.#free?.();
  }
  async beginTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  async commitTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw('commit'));
    this.#checkpointer?.committed();
  }
  async rollbackTransaction(): Promise<void> {
    // A full disk or a fatal error has already rolled back: a second rollback would hide the cause.
    if (this.#connection.raw.inTransaction) await this.#connection.executeQuery(CompiledQuery.raw('rollback'));
  }
  async destroy(): Promise<void> {}
}

class CachingConnection implements DatabaseConnection {
  readonly raw: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(raw: Database.Database) {
    this.raw = raw;
  }

  #prepare(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.raw.prepare(sql);
    if (this.#statements.size > 400) this.#statements.clear();
    this.#statements.set(sql, statement);
    return statement;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const statement = this.#prepare(query.sql);
      if (statement.reader) return { rows: statement.all(...query.parameters) as R[] };
      const { changes, lastInsertRowid } = statement.run(...query.parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    } catch (error) {
      throw storageFailure(error);
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.#prepare(query.sql).iterate(...query.parameters)) yield { rows: [row as R] };
  }
}
