import { sql, type Kysely, type Transaction } from 'kysely';
import type { ImportReportLine, ImportRun } from '#shared/contract/imports.ts';
import type { LineOutcome } from '#shared/domain/import-fields.ts';
import { readKeptMapping, type ImportMapping } from '#shared/domain/import-mapping.ts';
import { writeEntry } from '#electron/audit/journal.ts';
import type { Clock } from '#electron/platform/clock.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { unitOfWork } from '#electron/storage/unit-of-work.ts';

const mappingId = (headerKey: string) => `import:${headerKey}`;

/** The mapping used last time for a file of the same header. */
export async function keptMapping(db: Kysely<Schema>, headerKey: string): Promise<ImportMapping | null> {
  const row = await db.selectFrom('setting').select('value').where('id', '=', mappingId(headerKey)).executeTakeFirst();
  return row === undefined ? null : readKeptMapping(row.value);
}

export interface Publication {
  runId: string;
  accountId: string;
  postId: string;
  headerKey: string;
  mapping: ImportMapping;
}

/**
 * Shows a whole import at once, in one small transaction with its one journal entry.
 * @returns the entry, for the head file
 */
export function publishImport(
  db: Kysely<Schema>,
  clock: Clock,
  { runId, accountId, postId, headerKey, mapping }: Publication,
): Promise<{ seq: number; hash: string }> {
  return db.transaction().execute(async (tx: Transaction<Schema>) => {
    const uow = unitOfWork(tx);
    await uow.update('import_run', runId, { published: 1, state: 'published', ended_at: clock.now() });
    const id = mappingId(headerKey);
    const value = JSON.stringify(mapping);
    const known = await tx.selectFrom('setting').select('id').where('id', '=', id).executeTakeFirst();
    if (known === undefined) await uow.insert('setting', { id, value, version: 1 });
    else await uow.update('setting', id, { value });
    return writeEntry(
      tx,
      clock,
      { accountId, postId, procedure: 'imports.start', recordId: runId, patientId: null, reason: null },
      uow.changes,
    );
  });
}

/** Imports whose rows are to be removed: cut by a crash, stopped, or undone and not wholly removed yet. */
export async function importsToDrop(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db
    .selectFrom('import_run as r')
    .select('r.id')
    .where('r.published', '=', 0)
    .where((eb) =>
      eb.or([
        eb('r.state', '=', 'importing'),
        eb.exists(eb.selectFrom('patient as p').select('p.id').whereRef('p.import_id', '=', 'r.id')),
        eb.exists(
          eb
            .selectFrom('import_line as l')
            .leftJoin('patient as p', 'p.id', 'l.patient_id')
            .select('l.id')
            .whereRef('l.import_id', '=', 'r.id')
            .where('p.id', 'is', null),
        ),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** Past imports, newest first. */
export async function listRuns(db: Kysely<Schema>): Promise<ImportRun[]> {
  const rows = await db
    .selectFrom('import_run as r')
    .leftJoin('account as a', 'a.id', 'r.account_id')
    .selectAll('r')
    .select(['a.given_name', 'a.family_name'])
    .orderBy('r.started_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    state: row.state as ImportRun['state'],
    by: [row.given_name, row.family_name].filter(Boolean).join(' '),
    startedAt: row.started_at,
    endedAt: row.ended_at,
    total: Number(row.total),
    created: Number(row.created),
    duplicates: Number(row.duplicates),
    invalid: Number(row.invalid),
  }));
}

/** A page of the report kept with an import. */
export async function reportOfRun(
  db: Kysely<Schema>,
  page: { id: string; outcomes: readonly LineOutcome[]; offset: number; limit: number },
): Promise<{ total: number; lines: ImportReportLine[] }> {
  let wanted = db.selectFrom('import_line').where('import_id', '=', page.id);
  if (page.outcomes.length > 0) wanted = wanted.where('outcome', 'in', page.outcomes);
  const { total } = await wanted.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await wanted.selectAll().orderBy('line').offset(page.offset).limit(page.limit).execute();
  const lines = rows.map((row) => {
    const { reasons, looksLike } = JSON.parse(row.detail) as Pick<ImportReportLine, 'reasons' | 'looksLike'>;
    return {
      line: Number(row.line),
      outcome: row.outcome as LineOutcome,
      reasons,
      looksLike,
      patientId: row.patient_id,
    };
  });
  return { total: Number(total), lines };
}

/** Adds to a line of the report why its file was kept by an undo. */
export async function noteKept(db: Kysely<Schema>, runId: string, patientId: string, reason: string): Promise<void> {
  const row = await db
    .selectFrom('import_line')
    .select(['id', 'detail'])
    .where('import_id', '=', runId)
    .where('patient_id', '=', patientId)
    .executeTakeFirst();
  if (row === undefined) return;
  const detail = JSON.parse(row.detail) as { reasons: string[]; looksLike: string | null };
  await db
    .updateTable('import_line')
    .set({ detail: JSON.stringify({ ...detail, reasons: [...detail.reasons, reason] }) })
    .where('id', '=', row.id)
    .execute();
}

/** Journal entry of the publication: what came after it in the journal touched the files. */
export async function publicationSeq(db: Kysely<Schema>, runId: string): Promise<number> {
  const row = await db
    .selectFrom('journal_value')
    .select(({ fn }) => fn.min('seq').as('seq'))
    .where('record_id', '=', runId)
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}

/** Files of an import touched between two journal entries, with the tables concerned. A draft counts while it lives. */
export async function touchedBetween(
  db: Kysely<Schema>,
  runId: string,
  after: number,
  upTo: number,
): Promise<{ patientId: string; table: string }[]> {
  // Read from the journal outwards: its entries are few beside the files of an import.
  const { rows } = await sql<{ patient_id: string; table_name: string }>`
    select distinct v.patient_id, v.table_name from journal_value v
    where v.seq > ${after} and v.seq <= ${upTo} and v.table_name <> 'draft'
      and exists (select 1 from patient p where p.id = v.patient_id and p.import_id = ${runId})`.execute(db);
  return rows.map((row) => ({ patientId: row.patient_id, table: row.table_name }));
}
