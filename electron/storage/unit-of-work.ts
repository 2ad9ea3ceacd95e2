import { sql, type Insertable, type Kysely, type Selectable, type Transaction, type Updateable } from 'kysely';
import type { BusinessTable, Schema } from './schema.ts';

export type Row = Record<string, unknown>;

/** One row touched by a command; `before` null = created, `after` null = removed; else the changed columns. */
export interface Change {
  table: BusinessTable;
  id: string;
  patientId: string | null;
  before: Row | null;
  after: Row | null;
}

/** The column that says whose file a row belongs to; absent = not a patient's row. */
const patientColumn: Partial<Record<BusinessTable, string>> = {
  patient: 'id',
  visit: 'patient_id',
  stage_passage: 'patient_id',
  finalise_item: 'patient_id',
  alert_item: 'patient_id',
  observation: 'patient_id',
  preparation: 'patient_id',
  merge_record: 'kept_id',
  import_line: 'patient_id',
  past_visit: 'patient_id',
  draft: 'patient_id',
};

/**
 * The writing side of a command. Every write of a business row goes through insert/update/remove, so
 * that the journal and the undo know it without the service saying it twice. `version` is kept here.
 */
export interface UnitOfWork {
  /** Queries inside the transaction, and writes on tables the journal does not follow (search words, keys). */
  readonly db: Transaction<Schema>;
  readonly changes: readonly Change[];
  insert<T extends BusinessTable>(table: T, row: Insertable<Schema[T]>): Promise<void>;
  /** Writes the columns that differ. Answers false when nothing differed. @throws when the row is absent */
  update<T extends BusinessTable>(table: T, id: string, patch: Updateable<Schema[T]>): Promise<boolean>;
  remove(table: BusinessTable, id: string): Promise<void>;
}

export async function rowOf(db: Kysely<Schema>, table: BusinessTable, id: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where id = ${id}`.execute(db);
  return rows[0];
}

/** Opens the writing side over a transaction already begun. */
export function unitOfWork(db: Transaction<Schema>): UnitOfWork {
  const changes: Change[] = [];
  const owner = (table: BusinessTable, row: Row): string | null => {
    const column = patientColumn[table];
    const value = column === undefined ? null : row[column];
    return typeof value === 'string' ? value : null;
  };
  return {
    db,
    changes,
    async insert(table, row) {
      await db
        .insertInto(table)
        .values(row as never)
        .execute();
      changes.push({
        table,
        id: String((row as Row).id),
        patientId: owner(table, row as Row),
        before: null,
        after: row as Row,
      });
    },
    async update(table, id, patch) {
      const current = await rowOf(db, table, id);
      if (current === undefined) throw new Error(`update of an absent row in ${table}`);
      const before: Row = {};
      const after: Row = {};
      for (const [column, value] of Object.entries(patch as Row)) {
        if (value === undefined || same(current[column], value)) continue;
        before[column] = current[column];
        after[column] = value;
      }
      if (Object.keys(after).length === 0) return false;
      const next = 'version' in current ? { ...after, version: Number(current.version) + 1 } : after;
      // The union of tables is too wide for the query builder's types: one known table stands for all.
      await db
        .updateTable(table as 'room')
        .set(next as never)
        .where('id', '=', id)
        .execute();
      changes.push({ table, id, patientId: owner(table, current), before, after });
      return true;
    },
    async remove(table, id) {
      const current = await rowOf(db, table, id);
      if (current === undefined) return;
      await db
        .deleteFrom(table as 'room')
        .where('id', '=', id)
        .execute();
      changes.push({ table, id, patientId: owner(table, current), before: current, after: null });
    },
  };
}

/** Equality of stored values; PostgreSQL gives big integers as text or bigint. */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null || left === undefined || right === undefined)
    return left == null && right == null;
  if (typeof left === 'object' || typeof right === 'object') return false;
  return String(left) === String(right);
}

export type Stored<T extends BusinessTable> = Selectable<Schema[T]>;
