import { DomainError } from '#shared/contract/errors.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { lastChange, patchedText, requireVisit, type VisitRow } from '#electron/features/visits/index.ts';

const blank = { message: null, message_by: null, message_at: null, read_by: null, read_at: null, version: 1 } as const;

/** The row of a visit's preparation, made when there is none yet. */
async function rowOf(call: CommandCall, visit: VisitRow) {
  const row = await call.uow.db
    .selectFrom('preparation')
    .selectAll()
    .where('visit_id', '=', visit.id)
    .executeTakeFirst();
  if (row !== undefined) return row;
  const created = { ...blank, id: call.newId(), visit_id: visit.id, patient_id: visit.patient_id };
  await call.uow.insert('preparation', created);
  return created;
}

const aboutVisit = (call: CommandCall, visit: VisitRow) =>
  call.about({ recordId: visit.id, patientId: visit.patient_id, topicIds: [visit.id, visit.patient_id] });

/** Words for the doctor. Two people's edits are joined by words. @throws NOT_FOUND, EDIT_CONFLICT with both texts */
export async function saveMessage(
  call: CommandCall,
  input: { visitId: string; base: string | null; value: string | null },
) {
  const visit = await requireVisit(call.uow.db, input.visitId);
  const row = await rowOf(call, visit);
  const author = () => lastChange(call.uow.db, row.id, ['preparation.saveMessage', 'session.undo']);
  const saved = await patchedText({ field: 'message', base: input.base, value: input.value }, row.message, author);
  if (saved.value !== row.message) {
    await call.uow.update('preparation', row.id, {
      message: saved.value,
      message_by: call.person.accountId,
      message_at: call.clock.now(),
    });
  }
  aboutVisit(call, visit);
  return saved;
}

/** « lu » : the doctor has seen the preparation as it stands. @throws NOT_FOUND, STAGE_NOT_ALLOWED before the arrival */
export async function markRead(call: CommandCall, visitId: string) {
  const visit = await requireVisit(call.uow.db, visitId);
  if (visit.stage === 'expected') throw new DomainError('STAGE_NOT_ALLOWED', { from: visit.stage, to: 'consultation' });
  const row = await rowOf(call, visit);
  const at = call.clock.now();
  await call.uow.update('preparation', row.id, { read_by: call.person.accountId, read_at: at });
  aboutVisit(call, visit);
  return { read: { by: call.person.displayName, at } };
}
