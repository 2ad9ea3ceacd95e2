import type { Kysely } from 'kysely';
import { DomainError } from '#shared/contract/errors.ts';
import type { CommandCall, QueryCall } from '#electron/security/call.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { noteKept, publicationSeq, touchedBetween } from './import.repository.ts';

export interface UndoOutcome {
  removed: number;
  kept: { patientId: string; reason: string }[];
}

/** What keeps a file, by the table that was written since. */
const reasons: Readonly<Record<string, string>> = {
  patient: 'fiche modifiée depuis',
  visit: 'rendez-vous ou passage enregistré',
  stage_passage: 'rendez-vous ou passage enregistré',
  finalise_item: 'rendez-vous ou passage enregistré',
  alert_item: 'ligne d’alerte remplie',
  observation: 'constantes saisies',
  preparation: 'préparation commencée',
  merge_record: 'dossier fusionné',
  draft: 'saisie en cours',
};
const entriesAtOnce = 2000;
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Files of an import used or edited since its publication, from the journal (every command writes in it) and from
 * the drafts under way. Read in slices: the thread that answers is never held.
 */
async function touchedSince(db: Kysely<Schema>, runId: string): Promise<UndoOutcome['kept']> {
  const found = new Map<string, Set<string>>();
  const add = (patientId: string, table: string) =>
    found.set(patientId, (found.get(patientId) ?? new Set()).add(reasons[table] ?? 'dossier utilisé depuis'));
  const head = await db.selectFrom('journal_head').select('seq').executeTakeFirstOrThrow();
  for (let after = await publicationSeq(db, runId); after < Number(head.seq); after += entriesAtOnce) {
    for (const { patientId, table } of await touchedBetween(db, runId, after, after + entriesAtOnce))
      add(patientId, table);
    await breathe();
  }
  const drafts = await db
    .selectFrom('draft as d')
    .innerJoin('patient as p', 'p.id', 'd.patient_id')
    .select('p.id')
    .where('p.import_id', '=', runId)
    .distinct()
    .execute();
  for (const { id } of drafts) if (!found.has(id)) add(id, 'draft');
  return [...found].map(([patientId, why]) => {
    const text = [...why].sort().join(', ');
    return { patientId, reason: `Dossier gardé\u00a0: ${text}.` };
  });
}

async function outcome(db: Kysely<Schema>, runId: string): Promise<UndoOutcome> {
  const run = await db.selectFrom('import_run').select('published').where('id', '=', runId).executeTakeFirst();
  if (run === undefined || Number(run.published) === 0) throw new DomainError('NOT_FOUND', { what: 'import' });
  const kept = await touchedSince(db, runId);
  const { count } = await db
    .selectFrom('patient')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('import_id', '=', runId)
    .executeTakeFirstOrThrow();
  return { removed: Number(count) - kept.length, kept };
}

/** What undoing would do. @throws NOT_FOUND */
export const previewUndo = ({ db }: QueryCall, runId: string): Promise<UndoOutcome> => outcome(db, runId);

/**
 * Takes a whole import back: the files untouched since are hidden at once, to be removed in short batches; the others
 * leave the import and stay.
 * @throws NOT_FOUND when there is no such import, or no longer
 */
export async function undoImport(call: CommandCall, runId: string): Promise<UndoOutcome> {
  const { uow, clock } = call;
  const done = await outcome(call.db, runId);
  for (const { patientId, reason } of done.kept) {
    await uow.update('patient', patientId, { import_id: null });
    await noteKept(uow.db, runId, patientId, reason);
  }
  await uow.update('import_run', runId, { published: 0, state: 'undone', ended_at: clock.now() });
  call.about({ recordId: runId, patientId: null, topicIds: [runId] });
  return done;
}
