import type Database from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { storageFailure } from '../failure.ts';

const statementsKept = 400;

/** Runs queries on one connection, at once; statements are prepared once: preparing costs more than running. */
export class CachingConnection implements DatabaseConnection {
  readonly raw: Database.Database;
  readonly #statements = new Map<string, Database.Statement>();

  constructor(raw: Database.Database) {
    this.raw = raw;
  }

  /** The prepared statement; the one unused for longest leaves when there are too many. */
  statement(sql: string): Database.Statement {
    const known = this.#statements.get(sql);
    const statement = known ?? this.raw.prepare(sql);
    if (known !== undefined) this.#statements.delete(sql);
    else if (this.#statements.size >= statementsKept) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    this.#statements.set(sql, statement);
    return statement;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const statement = this.statement(query.sql);
      if (statement.reader) return { rows: statement.all(...query.parameters) as R[] };
      const { changes, lastInsertRowid } = statement.run(...query.parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    } catch (error) {
      throw storageFailure(error);
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.statement(query.sql).iterate(...query.parameters)) yield { rows: [row as R] };
  }
}
