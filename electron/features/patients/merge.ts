import { MergeBefore } from '#shared/domain/merge-record.ts';
import { DomainError } from '#shared/contract/errors.ts';
import { SPLIT_DAYS, type PatientField } from '#shared/domain/patient.ts';
import { addDays } from '#shared/kernel/day.ts';
import type { CommandCall } from '#electron/security/call.ts';
import type { BusinessTable } from '#electron/storage/schema.ts';
import { rowOf, same, type Row } from '#electron/storage/unit-of-work.ts';
import { writeFacts } from './edit-patient.ts';
import { mergeRefusal, scoreOf } from './merge-preview.ts';
import { factsOfRow } from './patient-row.ts';
import { requirePatient } from './require-patient.ts';
import { reindexPatient } from './search-index.ts';
import { fileSubject } from './typed-facts.ts';

/** Every table whose rows belong to a file. A test compares this list with the base. */
export const ownedTables = [
  'visit',
  'stage_passage',
  'finalise_item',
  'alert_item',
  'observation',
  'preparation',
  'import_line',
  'past_visit',
  'draft',
] as const satisfies readonly BusinessTable[];

const invalid = (message: string) => new DomainError('INVALID', { problems: [{ field: 'merge', message }] });
const unmoved = new Set(['version', 'updated_at']);

async function moveRows(call: CommandCall, from: string, to: string): Promise<MergeBefore['moved']> {
  const { uow } = call;
  const moved: MergeBefore['moved'] = [];
  for (const table of ownedTables) {
    const rows = await uow.db
      .selectFrom(table as 'visit')
      .select('id')
      .where('patient_id', '=', from)
      .orderBy('id')
      .execute();
    const ids: string[] = [];
    for (const { id } of rows) if (await moveRow(call, table, id, from, to)) ids.push(id);
    if (ids.length > 0) moved.push({ table, ids });
  }
  return moved;
}

/** Gives one row to another file; a draft follows with its subject, unless that field already has one there. */
async function moveRow(
  { uow }: CommandCall,
  table: (typeof ownedTables)[number],
  id: string,
  from: string,
  to: string,
): Promise<boolean> {
  const row = await rowOf(uow.db, table, id);
  if (row === undefined || row['patient_id'] !== from) return false;
  if (table !== 'draft') return uow.update(table, id, { patient_id: to });
  const ofFile = row['subject'] === fileSubject && row['subject_id'] === from;
  if (!ofFile) return uow.update('draft', id, { patient_id: to });
  const taken = await uow.db
    .selectFrom('draft')
    .select('id')
    .where('account_id', '=', String(row['account_id']))
    .where('subject', '=', fileSubject)
    .where('subject_id', '=', to)
    .where('field', '=', String(row['field']))
    .executeTakeFirst();
  if (taken !== undefined) return false;
  return uow.update('draft', id, { patient_id: to, subject_id: to });
}

function changedColumns(was: Row, became: Row): MergeBefore['columns'] {
  const columns: MergeBefore['columns'] = {};
  for (const column of Object.keys(became)) {
    if (!unmoved.has(column) && !same(was[column], became[column]))
      columns[column] = { was: was[column], became: became[column] };
  }
  return columns;
}

/** The place travels whole: code, words and department. */
const placeFields: readonly PatientField[] = ['birthPlaceCode', 'birthPlaceText', 'birthDepartment'];

export async function mergePatients(
  call: CommandCall,
  input: { patientId: string; mergedId: string; take: PatientField[]; reason: string },
) {
  const { uow, clock, person } = call;
  const kept = await requirePatient(uow.db, input.patientId);
  const merged = await requirePatient(uow.db, input.mergedId);
  const refusal = mergeRefusal(kept, merged, scoreOf(kept, merged));
  if (refusal !== null) throw invalid(refusal);

  const before = factsOfRow(kept);
  const other = factsOfRow(merged);
  const take = input.take.some((field) => placeFields.includes(field)) ? [...input.take, ...placeFields] : input.take;
  const taken = Object.fromEntries(take.map((field) => [field, other[field]]));
  const was = (await rowOf(uow.db, 'patient', kept.id)) ?? {};
  await writeFacts(call, kept, before, { ...before, ...taken });
  const became = (await rowOf(uow.db, 'patient', kept.id)) ?? {};

  const moved = await moveRows(call, merged.id, kept.id);
  await uow.update('patient', merged.id, { merged_into: kept.id });
  const today = clock.today();
  const mergeId = call.newId();
  await uow.insert('merge_record', {
    id: mergeId,
    kept_id: kept.id,
    merged_id: merged.id,
    merged_on: today,
    account_id: person.accountId,
    before: JSON.stringify({ columns: changedColumns(was, became), moved } satisfies MergeBefore),
    split_at: null,
  });
  await reindexPatient(uow.db, merged.id);
  call.about({ recordId: kept.id, patientId: kept.id, reason: input.reason, topicIds: [kept.id, merged.id] });
  return { mergeId, splitUntil: addDays(today, SPLIT_DAYS) };
}

/** Both files as they were before the merge; what was edited on the kept file since stays there. */
export async function splitPatients(call: CommandCall, input: { mergeId: string; reason: string }) {
  const { uow, clock } = call;
  const record = await uow.db.selectFrom('merge_record').selectAll().where('id', '=', input.mergeId).executeTakeFirst();
  if (record === undefined) throw new DomainError('NOT_FOUND', { what: 'merge' });
  if (record.split_at !== null) throw invalid('Ces dossiers ont déjà été séparés.');
  if (addDays(record.merged_on, SPLIT_DAYS) < clock.today())
    throw invalid(`Fusion de plus de ${SPLIT_DAYS} jours\u00a0: la séparation n’est plus possible.`);
  const kept = await uow.db
    .selectFrom('patient')
    .select(['id', 'merged_into'])
    .where('id', '=', record.kept_id)
    .executeTakeFirstOrThrow();
  if (kept.merged_into !== null)
    throw invalid('Ce dossier a été fusionné depuis\u00a0: séparer d’abord la fusion la plus récente.');

  const { columns, moved } = MergeBefore.parse(JSON.parse(record.before));
  const current = (await rowOf(uow.db, 'patient', kept.id)) ?? {};
  const restored = Object.entries(columns).filter(([column, { became }]) => same(current[column], became));
  await uow.update('patient', kept.id, {
    ...Object.fromEntries(restored.map(([column, { was }]) => [column, was])),
    updated_at: clock.now(),
  });
  for (const { table: name, ids } of moved) {
    const table = ownedTables.find((owned) => owned === name);
    if (table === undefined) continue;
    for (const id of ids) await moveRow(call, table, id, record.kept_id, record.merged_id);
  }
  await uow.update('patient', record.merged_id, { merged_into: null });
  await uow.update('merge_record', record.id, { split_at: clock.now() });
  await reindexPatient(uow.db, record.kept_id);
  await reindexPatient(uow.db, record.merged_id);
  call.about({
    recordId: record.kept_id,
    patientId: record.kept_id,
    reason: input.reason,
    topicIds: [record.kept_id, record.merged_id],
  });
  return { patientId: record.kept_id, mergedId: record.merged_id };
}
