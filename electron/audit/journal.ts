import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Clock } from '#electron/platform/clock.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { Change } from '#electron/storage/unit-of-work.ts';

/** What an entry says besides its values. No name, no free text except the reason a person typed. */
export interface EntryFacts {
  accountId: string | null;
  postId: string;
  procedure: string;
  recordId: string | null;
  patientId: string | null;
  reason: string | null;
  undoesSeq?: number;
}

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

/** The chained hash of one entry: previous hash + facts + digest of the values as stored. */
export function entryHash(entry: Omit<Schema['journal'], 'hash'>): string {
  return sha256(
    JSON.stringify([
      entry.prev_hash,
      Number(entry.seq),
      entry.account_id,
      entry.post_id,
      entry.at,
      entry.utc_offset,
      entry.procedure,
      entry.record_id,
      entry.patient_id,
      entry.reason,
      entry.undoes_seq === null ? null : Number(entry.undoes_seq),
      entry.values_digest,
    ]),
  );
}

type StoredValue = Schema['journal_value'];

/** Covers the values as stored, whole: each part is framed by its length, so that nothing can slide into the next. */
function digestOf(values: readonly StoredValue[]): string {
  const digest = createHash('sha256');
  for (const value of values) {
    const { position, table_name, record_id, patient_id, content } = value;
    digest
      .update(`${JSON.stringify([Number(position), table_name, record_id, patient_id, content.length])}\n`)
      .update(content);
  }
  return digest.digest('hex');
}

async function keyOf(db: Kysely<Schema>, patientId: string, create: boolean): Promise<Uint8Array | null> {
  const row = await db.selectFrom('patient_key').select('key').where('patient_id', '=', patientId).executeTakeFirst();
  if (row !== undefined || !create) return row?.key ?? null;
  const key = randomBytes(32);
  await db.insertInto('patient_key').values({ patient_id: patientId, key }).execute();
  return key;
}

function seal(key: Uint8Array, clear: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(clear, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function unseal(key: Uint8Array, content: Uint8Array): string {
  const bytes = Buffer.from(content);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
}

/**
 * Writes one entry and its values inside the caller's transaction.
 * Values of a patient's row are encrypted under that patient's key: destroying the key destroys them,
 * and the chain still verifies because it is computed on what is stored.
 * @returns the sequence number and hash of the entry.
 */
export async function writeEntry(
  db: Transaction<Schema>,
  clock: Clock,
  facts: EntryFacts,
  changes: readonly Change[],
): Promise<{ seq: number; hash: string }> {
  const head = await db
    .updateTable('journal_head')
    .set((eb) => ({ seq: eb('seq', '+', 1) }))
    .where('id', '=', 1)
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  const seq = Number(head.seq);
  const values: StoredValue[] = [];
  for (const [position, change] of changes.entries()) {
    const clear = JSON.stringify({ before: change.before, after: change.after });
    const key = change.patientId === null ? null : await keyOf(db, change.patientId, true);
    const content = key === null ? Buffer.from(clear) : seal(key, clear);
    values.push({
      seq,
      position,
      table_name: change.table,
      record_id: change.id,
      patient_id: change.patientId,
      content,
    });
  }
  const entry = {
    seq,
    account_id: facts.accountId,
    post_id: facts.postId,
    at: clock.now(),
    utc_offset: clock.offset(),
    procedure: facts.procedure,
    record_id: facts.recordId,
    patient_id: facts.patientId,
    reason: facts.reason,
    undoes_seq: facts.undoesSeq ?? null,
    values_digest: digestOf(values),
    prev_hash: head.hash,
  };
  const hash = entryHash(entry);
  await db
    .insertInto('journal')
    .values({ ...entry, hash })
    .execute();
  for (const value of values) await db.insertInto('journal_value').values(value).execute();
  await db.updateTable('journal_head').set({ hash }).where('id', '=', 1).execute();
  return { seq, hash };
}

/** The changes of an entry, in order. Null when the patient's key has been destroyed. */
export async function readChanges(db: Kysely<Schema>, seq: number): Promise<Change[] | null> {
  const rows = await db.selectFrom('journal_value').selectAll().where('seq', '=', seq).orderBy('position').execute();
  const changes: Change[] = [];
  for (const row of rows) {
    const key = row.patient_id === null ? undefined : await keyOf(db, row.patient_id, false);
    if (key === null) return null;
    const clear = key === undefined ? Buffer.from(row.content).toString('utf8') : unseal(key, row.content);
    const { before, after } = JSON.parse(clear) as Pick<Change, 'before' | 'after'>;
    changes.push({
      table: row.table_name as Change['table'],
      id: row.record_id,
      patientId: row.patient_id,
      before,
      after,
    });
  }
  return changes;
}

/**
 * Walks the chain up to the head. `brokenAt` is the first entry that is missing, or whose hash or values
 * no longer agree; null when all is sound.
 */
export async function verifyChain(db: Kysely<Schema>): Promise<{ entries: number; brokenAt: number | null }> {
  const head = await db.selectFrom('journal_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirst();
  let previous = '';
  let entries = 0;
  for (;;) {
    const rows = await db
      .selectFrom('journal')
      .selectAll()
      .where('seq', '>', entries)
      .orderBy('seq')
      .limit(500)
      .execute();
    if (rows.length === 0) break;
    const values = Map.groupBy(await valuesOf(db, entries, Number(rows.at(-1)?.seq)), (value) => Number(value.seq));
    for (const { hash, ...entry } of rows) {
      const seq = entries + 1;
      const sound =
        Number(entry.seq) === seq &&
        entry.prev_hash === previous &&
        digestOf(values.get(seq) ?? []) === entry.values_digest &&
        entryHash(entry) === hash;
      if (!sound) return { entries, brokenAt: seq };
      previous = hash;
      entries = seq;
    }
  }
  const whole = head !== undefined && Number(head.seq) === entries && head.hash === previous;
  return { entries, brokenAt: whole ? null : entries + 1 };
}

function valuesOf(db: Kysely<Schema>, after: number, upTo: number): Promise<StoredValue[]> {
  return db
    .selectFrom('journal_value')
    .selectAll()
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .orderBy('position')
    .execute();
}
