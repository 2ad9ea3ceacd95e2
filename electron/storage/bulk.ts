import type { SqliteBase } from './engines/sqlite.ts';
import { storageFailure } from './failure.ts';
import type { Schema } from './schema.ts';

export type Value = string | number | null | Uint8Array;

/**
 * Many rows at once on a worker's own connection, past the query builder: prepared statements, a row each
 * (a statement of several rows keeps a copy of every page it touches, and ends slower).
 * Nothing here is journaled: only rows that no query shows (an unpublished import) are written or removed this way.
 */
export interface BulkWriter {
  /** A function that inserts a row, given column values in this order. `orIgnore`: a row already there is left. */
  inserter<T extends keyof Schema>(
    table: T,
    columns: readonly (keyof Schema[T] & string)[],
    orIgnore?: 'orIgnore',
  ): (row: readonly Value[]) => void;
  /** Runs a statement; answers the number of rows changed. */
  run(sql: string, ...values: Value[]): number;
  /** Rows of a select. */
  all<R>(sql: string, ...values: Value[]): R[];
  /** All or nothing; holds the file's write lock, so the caller keeps it short. */
  transaction<R>(work: () => R): R;
  /** Brings the log back into the file without holding anybody up. */
  checkpoint(): void;
}

/** Opens the bulk face of a connection. The automatic checkpoint is turned off: the caller places it between turns. */
export function bulkWriter({ raw }: SqliteBase): BulkWriter {
  raw.pragma('wal_autocheckpoint=0');
  const prepared = new Map<string, ReturnType<typeof raw.prepare>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? raw.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const told = <R>(work: () => R): R => {
    try {
      return work();
    } catch (error) {
      throw storageFailure(error);
    }
  };
  return {
    inserter(table, columns, orIgnore) {
      const conflict = orIgnore === undefined ? '' : ' on conflict do nothing';
      const insert = statement(
        `insert into ${table} (${columns.join(',')}) values (${columns.map(() => '?').join(',')})${conflict}`,
      );
      return (row) => void insert.run(...row);
    },
    run: (sql, ...values) => told(() => statement(sql).run(...values).changes),
    all: <R>(sql: string, ...values: Value[]) => told(() => statement(sql).all(...values) as R[]),
    transaction: (work) =>
      told(() => {
        raw.exec('begin immediate');
        try {
          const result = work();
          raw.exec('commit');
          return result;
        } catch (error) {
          if (raw.inTransaction) raw.exec('rollback');
          throw error;
        }
      }),
    checkpoint: () => void told(() => raw.pragma('wal_checkpoint(PASSIVE)')),
  };
}
