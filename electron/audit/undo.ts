import type { Kysely } from 'kysely';
import { DomainError } from '#shared/contract/errors.ts';
import { topics } from '#shared/contract/procedure.ts';
import type { CommandCall, QueryCall } from '#electron/security/call.ts';
import type { BusinessTable, Schema } from '#electron/storage/schema.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import { rowOf, same, type Change, type Row } from '#electron/storage/unit-of-work.ts';
import { readChanges } from './journal.ts';

/** The last action of this person, today, on this post, that can still be put back. */
export async function lastUndoable(call: QueryCall): Promise<{ seq: number; label: string } | null> {
  const row = await call.db
    .selectFrom('undo_state')
    .select(['seq', 'label'])
    .where('account_id', '=', call.person.accountId)
    .where('post_id', '=', call.post.id)
    .where('day', '=', call.clock.today())
    .where('undone_by', 'is', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { seq: Number(row.seq), label: row.label };
}

/** Who changed this record after that entry: told in the refusal. */
async function changedBy(db: Kysely<Schema>, recordId: string, afterSeq: number): Promise<{ by: string; at: string }> {
  const row = await db
    .selectFrom('journal_value as v')
    .innerJoin('journal as j', 'j.seq', 'v.seq')
    .leftJoin('account as a', 'a.id', 'j.account_id')
    .select(['a.given_name', 'a.family_name', 'j.at'])
    .where('v.record_id', '=', recordId)
    .where('v.seq', '>', afterSeq)
    .orderBy('v.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { by: [row?.given_name, row?.family_name].filter(Boolean).join(' '), at: row?.at ?? '' };
}

const unlike = (current: Row, expected: Row) =>
  Object.entries(expected).some(([column, value]) => column !== 'version' && !same(current[column], value));

/** By table: rebuilds what is derived from a row, once its values were put back. Search words of a patient, for one. */
export type AfterPutBack = Partial<Record<BusinessTable, (db: Kysely<Schema>, id: string) => Promise<void>>>;

/**
 * Puts back the values an action replaced, as a command of its own: permission, journal, version check.
 * If a record changed since, refuses and names who and what; other records are not touched either.
 */
export async function undoEntry(
  call: CommandCall,
  seq: number,
  afterPutBack: AfterPutBack = {},
): Promise<{ label: string; recordId: string | null }> {
  const { db, uow, person, post, clock } = call;
  const state = await db.selectFrom('undo_state').selectAll().where('seq', '=', seq).executeTakeFirst();
  const mine = state?.account_id === person.accountId && state.post_id === post.id && state.day === clock.today();
  if (state === undefined || !mine || state.undone_by !== null) throw new DomainError('UNDO_NOTHING', {});
  const changes = await readChanges(db, seq);
  if (changes === null) throw new DomainError('UNDO_NOTHING', {});

  for (const change of changes.toReversed()) await putBack(call, change, seq);
  const rebuilt = new Set<string>();
  for (const { table, id } of changes) {
    if (rebuilt.has(`${table} ${id}`)) continue;
    rebuilt.add(`${table} ${id}`);
    await afterPutBack[table]?.(uow.db, id);
  }

  const entry = await db
    .selectFrom('journal')
    .select(['record_id', 'patient_id'])
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow();
  call.about({
    ...(entry.record_id === null ? {} : { recordId: entry.record_id }),
    patientId: entry.patient_id,
    undoesSeq: seq,
    topics,
  });
  return { label: state.label, recordId: entry.record_id };
}

async function putBack({ uow, db }: CommandCall, change: Change, seq: number): Promise<void> {
  const { table, id, before, after } = change;
  const current = await rowOf(db, table, id);
  const touched = after === null ? current !== undefined : current === undefined || unlike(current, after);
  // Asked before writing: on PostgreSQL nothing can be read any more once a constraint has refused.
  const refusal = new DomainError('UNDO_CHANGED_SINCE', { what: table, ...(await changedBy(db, id, seq)) });
  if (touched) throw refusal;
  try {
    if (before === null) await uow.remove(table, id);
    else if (after === null) await uow.insert(table, before as never);
    else await uow.update(table, id, before as never);
  } catch (error) {
    // Something was built on the record since (a foreign key holds it): same answer, in words.
    if (error instanceof StorageFailure && error.kind === 'conflict') throw refusal;
    throw error;
  }
}
