import { sql, type Kysely } from 'kysely';
import type { DocumentView } from '#shared/contract/documents.ts';
import type { DocumentSubject } from '#shared/domain/documents.ts';
import type { Schema } from '#electron/storage/schema.ts';

/** Proofs of one record, or all of them, the latest first. */
export async function readDocuments(
  db: Kysely<Schema>,
  about: { kind: DocumentSubject; id: string } | null,
): Promise<DocumentView[]> {
  let query = db
    .selectFrom('document as d')
    .leftJoin('account as a', 'a.id', 'd.added_by')
    .selectAll('d')
    .select(['a.given_name', 'a.family_name']);
  if (about !== null) query = query.where('d.about_kind', '=', about.kind).where('d.about_id', '=', about.id);
  const rows = await query.orderBy('d.added_at', 'desc').orderBy('d.id').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    mediaType: row.media_type as DocumentView['mediaType'],
    size: Number(row.size),
    fingerprint: row.sha256,
    kind: row.kind as DocumentView['kind'],
    aboutKind: row.about_kind as DocumentView['aboutKind'],
    aboutId: row.about_id,
    onDay: row.on_day,
    by: [row.given_name, row.family_name].filter(Boolean).join(' '),
    at: row.added_at,
  }));
}

/** One proof by its id. */
export async function documentRow(db: Kysely<Schema>, id: string) {
  const row = await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  return { name: row.name, fingerprint: row.sha256, mediaType: row.media_type as DocumentView['mediaType'] };
}

/** Is there such a record? A proof is never joined to nothing. */
export async function recordExists(db: Kysely<Schema>, kind: DocumentSubject, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(kind)} where id = ${id}`.execute(db);
  return rows.length > 0;
}
