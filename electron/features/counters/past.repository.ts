import type { Kysely, Transaction } from 'kysely';
import { DomainError } from '#shared/contract/errors.ts';
import type { PastVisitCounts, PastVisitReportLine, PastVisitRun } from '#shared/contract/counters.ts';
import type { PastVisitOutcome } from '#shared/domain/past-visits.ts';
import { writeEntry } from '#electron/audit/journal.ts';
import type { Clock } from '#electron/platform/clock.ts';
import type { CommandCall } from '#electron/security/call.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { unitOfWork } from '#electron/storage/unit-of-work.ts';

/** Counts a whole import at once, in one small transaction with its one journal entry. */
export function publishPastImport(
  db: Kysely<Schema>,
  clock: Clock,
  { runId, accountId, postId }: { runId: string; accountId: string; postId: string },
): Promise<{ seq: number; hash: string }> {
  return db.transaction().execute(async (tx: Transaction<Schema>) => {
    const uow = unitOfWork(tx);
    await uow.update('past_visit_import', runId, { state: 'published' });
    const entry = {
      accountId,
      postId,
      procedure: 'counters.pastStart',
      recordId: runId,
      patientId: null,
      reason: null,
    };
    return writeEntry(tx, clock, entry, uow.changes);
  });
}

/** Imports whose rows are to be removed: cut by a crash, stopped, or undone and not wholly removed yet. */
export async function pastImportsToDrop(db: Kysely<Schema>): Promise<string[]> {
  const rows = await db
    .selectFrom('past_visit_import as i')
    .select('i.id')
    .where((eb) =>
      eb.or([
        eb('i.state', '=', 'staged'),
        eb.and([
          eb('i.state', '=', 'undone'),
          eb.or([
            eb.exists(eb.selectFrom('past_visit as v').select('v.id').whereRef('v.import_id', '=', 'i.id')),
            eb.exists(eb.selectFrom('past_visit_line as l').select('l.id').whereRef('l.import_id', '=', 'i.id')),
          ]),
        ]),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** Are there imported persons without a file, who may have one by now? */
export async function hasUnlinked(db: Kysely<Schema>): Promise<boolean> {
  const row = await db
    .selectFrom('past_visit')
    .select('id')
    .where('patient_id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Past imports, newest first. */
export async function listPastRuns(db: Kysely<Schema>): Promise<PastVisitRun[]> {
  const rows = await db
    .selectFrom('past_visit_import as i')
    .leftJoin('account as a', 'a.id', 'i.account_id')
    .selectAll('i')
    .select(['a.given_name', 'a.family_name'])
    .where('i.state', 'in', ['published', 'undone'])
    .orderBy('i.started_at', 'desc')
    .orderBy('i.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileName: row.name,
    state: row.state as PastVisitRun['state'],
    by: [row.given_name, row.family_name].filter(Boolean).join(' '),
    at: row.started_at,
    firstDay: row.first_day,
    lastDay: row.last_day,
    counts: JSON.parse(row.counts) as PastVisitCounts,
  }));
}

/** A page of the lines that a published import did not count. */
export async function reportOfPastRun(
  db: Kysely<Schema>,
  page: { id: string; outcomes: readonly PastVisitOutcome[]; offset: number; limit: number },
): Promise<{ total: number; lines: PastVisitReportLine[] }> {
  let wanted = db.selectFrom('past_visit_line').where('import_id', '=', page.id);
  if (page.outcomes.length > 0) wanted = wanted.where('outcome', 'in', [...page.outcomes]);
  const { total } = await wanted.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await wanted.selectAll().orderBy('line').offset(page.offset).limit(page.limit).execute();
  const lines = rows.map(({ line, outcome, day, reasons }) => ({
    line: Number(line),
    outcome: outcome as PastVisitOutcome,
    day,
    reasons: JSON.parse(reasons) as string[],
  }));
  return { total: Number(total), lines };
}

/** Takes a whole import back: it counts no more at once, and its rows are removed in short batches after. */
export async function undoPastImport(call: CommandCall, id: string): Promise<{ removed: number }> {
  const row = await call.uow.db
    .selectFrom('past_visit_import')
    .select(['state', 'line_count'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row?.state !== 'published') throw new DomainError('NOT_FOUND', { what: 'import' });
  await call.uow.update('past_visit_import', id, { state: 'undone' });
  call.about({ recordId: id, topicIds: [id] });
  return { removed: Number(row.line_count) };
}
