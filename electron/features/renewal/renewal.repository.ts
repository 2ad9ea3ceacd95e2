import type { Kysely } from 'kysely';
import type { RenewalFile } from '#shared/contract/renewal.ts';
import { defaultPieces, type Sending, type WantedPiece } from '#shared/domain/renewal.ts';
import { RenewalSnapshot } from '#shared/domain/renewal-report.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { fingerprintOf } from './canonical.ts';
import type { Subject } from './gather/gather.ts';
import type { Frozen } from './outputs/render.ts';

/** Keys in the settings of the practice. */
export const piecesKey = 'renewal-pieces';
export const setAsideKey = ({ contractId, contractYear }: Subject): string =>
  `renewal-aside:${contractId}:${contractYear ?? 'term'}`;

/** The practice's list of pieces, or Prélude's. */
export async function readPieces(db: Kysely<Schema>): Promise<{ pieces: WantedPiece[]; changed: boolean }> {
  const row = await db.selectFrom('setting').select('value').where('id', '=', piecesKey).executeTakeFirst();
  if (row === undefined) return { pieces: [...defaultPieces], changed: false };
  return { pieces: JSON.parse(row.value) as WantedPiece[], changed: true };
}

/** Lines set aside for one file: the reason by line. */
export async function readSetAside(db: Kysely<Schema>, subject: Subject): Promise<Map<string, string>> {
  const row = await db.selectFrom('setting').select('value').where('id', '=', setAsideKey(subject)).executeTakeFirst();
  return new Map(row === undefined ? [] : Object.entries(JSON.parse(row.value) as Record<string, string>));
}

/** Files frozen, the latest first. */
export async function readFiles(db: Kysely<Schema>, contractId: string | null): Promise<RenewalFile[]> {
  let query = db
    .selectFrom('renewal as r')
    .leftJoin('account as a', 'a.id', 'r.frozen_by')
    .select(['r.id', 'r.contract_id', 'r.contract_year', 'r.snapshot', 'r.snapshot_hash', 'r.complete', 'r.frozen_at'])
    .select(['a.given_name', 'a.family_name']);
  if (contractId !== null) query = query.where('r.contract_id', '=', contractId);
  const rows = await query.orderBy('r.frozen_at', 'desc').orderBy('r.id').execute();
  const sendings = await readSendings(db);
  return rows.map((row) => {
    const { title, subtitle, personal } = JSON.parse(row.snapshot) as RenewalSnapshot;
    return {
      id: row.id,
      contractId: row.contract_id,
      contractYear: row.contract_year === null ? null : Number(row.contract_year),
      title,
      subtitle,
      complete: Number(row.complete) === 1,
      personal,
      fingerprint: row.snapshot_hash,
      frozenAt: row.frozen_at,
      by: [row.given_name, row.family_name].filter(Boolean).join(' '),
      sendings: sendings.get(row.id) ?? [],
    };
  });
}

async function readSendings(db: Kysely<Schema>): Promise<Map<string, Sending[]>> {
  const rows = await db.selectFrom('renewal_sending').selectAll().orderBy('on_day').orderBy('id').execute();
  const byFile = new Map<string, Sending[]>();
  for (const row of rows) {
    const own = byFile.get(row.renewal_id) ?? [];
    own.push({
      id: row.id,
      onDay: row.on_day,
      channel: row.channel as Sending['channel'],
      answeredOn: row.answered_on,
      answer: row.answer,
    });
    byFile.set(row.renewal_id, own);
  }
  return byFile;
}

/** A frozen file whose text still has its fingerprint; null when there is none. @throws when it was altered */
export async function readFrozen(db: Kysely<Schema>, id: string): Promise<Frozen | null> {
  const row = await db
    .selectFrom('renewal')
    .select(['snapshot', 'snapshot_hash'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (fingerprintOf(row.snapshot) !== row.snapshot_hash) throw new Error('a frozen file no longer has its fingerprint');
  return { snapshot: RenewalSnapshot.parse(JSON.parse(row.snapshot)), fingerprint: row.snapshot_hash };
}
