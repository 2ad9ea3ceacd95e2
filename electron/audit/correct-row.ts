import type { Kysely } from 'kysely';
import { DomainError, type ErrorDataOf } from '#shared/contract/errors.ts';
import type { CommandCall } from '#electron/security/call.ts';
import type { BusinessTable, Schema } from '#electron/storage/schema.ts';
import { rowOf, same } from '#electron/storage/unit-of-work.ts';
import { readChanges } from './journal.ts';

type Fact = string | number | boolean | null;
type Facts = Readonly<Record<string, Fact | undefined>>;

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const stored = (fact: Fact): string | number | null => (typeof fact === 'boolean' ? Number(fact) : fact);
const words = (fact: unknown): string | null => (fact === null || fact === undefined ? null : String(fact));

/** Columns of facts: `givenName` is `given_name`, yes is 1. A field not given is left out. */
export function columnsOf(facts: Facts): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([field, fact]) => (fact === undefined ? [] : [[columnOf(field), stored(fact)]])),
  );
}

/** Who wrote this column of a record last; empty words when the journal no longer says. */
export async function lastWriter(db: Kysely<Schema>, table: BusinessTable, id: string, column: string) {
  const entries = await db
    .selectFrom('journal_value as v')
    .innerJoin('journal as j', 'j.seq', 'v.seq')
    .leftJoin('account as a', 'a.id', 'j.account_id')
    .select(['v.seq', 'j.at', 'a.given_name', 'a.family_name'])
    .where('v.record_id', '=', id)
    .where('v.table_name', '=', table)
    .orderBy('v.seq', 'desc')
    .execute();
  for (const { seq, at, given_name, family_name } of entries) {
    const changes = await readChanges(db, Number(seq));
    if (changes?.some((change) => change.id === id && change.after !== null && column in change.after) === true)
      return { by: [given_name, family_name].filter(Boolean).join(' '), at };
  }
  return { by: '', at: '' };
}

/**
 * Writes the fields a person changed over the values seen. A field stored otherwise meanwhile is a conflict with both
 * values, author and time; fields nobody else touched merge without a word. Fields are named as columns in camel case.
 * @throws NOT_FOUND, EDIT_CONFLICT
 */
export async function correctRow(
  call: CommandCall,
  table: BusinessTable,
  { id, base, change }: { id: string; base: Facts; change: Facts },
): Promise<void> {
  const { uow } = call;
  const row = await rowOf(uow.db, table, id);
  if (row === undefined) throw new DomainError('NOT_FOUND', { what: table });
  const conflicts: ErrorDataOf<'EDIT_CONFLICT'>['conflicts'] = [];
  for (const [field, mine] of Object.entries(change)) {
    if (mine === undefined) continue;
    const column = columnOf(field);
    const theirs = row[column];
    if (same(theirs, stored(base[field] ?? null)) || same(theirs, stored(mine))) continue;
    const writer = await lastWriter(uow.db, table, id, column);
    conflicts.push({ field, mine: words(stored(mine)), theirs: words(theirs), ...writer });
  }
  if (conflicts.length > 0) throw new DomainError('EDIT_CONFLICT', { conflicts });
  // The union of tables is too wide for the query builder's types: one known table stands for all.
  await uow.update(table as 'room', id, columnsOf(change) as never);
  call.about({ recordId: id });
}
