import Database from 'better-sqlite3';
import { chmodSync, existsSync } from 'node:fs';
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
} from 'kysely';
import { createCheckpointer, type Checkpointer } from './checkpointer.ts';
import { CachingConnection } from './sqlite-connection.ts';
import { storageFailure } from '../failure.ts';
import type { Schema } from '../schema.ts';

/** An open encrypted file. `raw` is for PRAGMAs, the bench and the fault tests only. */
export interface SqliteBase {
  engine: 'sqlite';
  db: Kysely<Schema>;
  raw: Database.Database;
  /** How many wait for their turn on `db`, for another thread to read. */
  waiting: SharedArrayBuffer;
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
  const created = options.readonly !== true && !existsSync(options.file);
  try {
    raw = new Database(options.file, { readonly: options.readonly === true, fileMustExist: options.readonly === true });
    // Still empty: its -wal and -shm will take the same mode.
    if (created) chmodSync(options.file, 0o600);
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
  const waiting = new SharedArrayBuffer(4);
  const db = new Kysely<Schema>({ dialect: sqliteDialect(new TurnDriver(raw, checkpointer, new Int32Array(waiting))) });
  return {
    engine: 'sqlite',
    db,
    raw,
    waiting,
    close: async () => {
      await db.destroy();
      await checkpointer?.close();
      if (raw.open) raw.close();
    },
  };
}

/** The driver gives the turns: the query builder's own lock would not tell who waits, and would make reads wait. */
class TurnsOfTheDriver extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** SQLite's dialect over this driver. */
export function sqliteDialect(driver: Driver): Dialect {
  return {
    createAdapter: () => new TurnsOfTheDriver(),
    createDriver: () => driver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** One connection handed out in turn: a transaction under way keeps the next one waiting, until it ends. */
class TurnDriver implements Driver {
  readonly #connection: CachingConnection;
  readonly #checkpointer: Checkpointer | null;
  readonly #waiting: Int32Array;
  #queue: Promise<void> = Promise.resolve();
  #free: (() => void) | null = null;

  constructor(raw: Database.Database, checkpointer: Checkpointer | null, waiting: Int32Array) {
    this.#connection = new CachingConnection(raw);
    this.#checkpointer = checkpointer;
    this.#waiting = waiting;
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#queue;
    let free: () => void = () => {};
    this.#queue = new Promise((resolve) => (free = resolve));
    Atomics.add(this.#waiting, 0, 1);
    await before;
    Atomics.sub(this.#waiting, 0, 1);
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
