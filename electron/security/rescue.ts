import { existsSync } from 'node:fs';
import { sql } from 'kysely';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import type { Head } from './head-file.ts';

/** Why the rescue screen shows: `missing` = confirmed actions the base no longer has, when that is known. */
export interface Rescue {
  missing: number | null;
}

/**
 * Compares a founded base with its head, on a read-only connection: what is left of a damaged
 * write-ahead log stays as it is for whoever repairs it. A base behind its head has lost confirmed
 * actions, whatever integrity_check says (settled point 2). A base ahead of it is a kill between the two.
 * @throws StorageFailure when the base cannot be read
 */
export async function behindHead(file: string, key: Buffer, known: Head | null | 'forged'): Promise<Rescue | null> {
  if (known === null || known === 'forged') return { missing: null };
  if (!existsSync(file)) return { missing: known.seq };
  const base = openSqlite({ file, key, readonly: true });
  try {
    const { rows } = await sql`select 1 from sqlite_master where name = 'journal_head'`.execute(base.db);
    if (rows.length === 0) return { missing: known.seq };
    const head = await base.db.selectFrom('journal_head').select('seq').where('id', '=', 1).executeTakeFirstOrThrow();
    const missing = known.seq - Number(head.seq);
    if (missing > 0) return { missing };
    if (known.seq === 0) return null;
    const at = await base.db.selectFrom('journal').select('hash').where('seq', '=', known.seq).executeTakeFirst();
    return at?.hash === known.hash ? null : { missing: null };
  } finally {
    await base.close();
  }
}
