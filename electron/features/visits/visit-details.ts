import { DomainError } from '#shared/contract/errors.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { patchedText } from './free-text.ts';
import { lastChange, requireOpen, requireVisit, type VisitRow } from './visit.repository.ts';

const aboutVisit = (call: CommandCall, visit: VisitRow, label?: string) =>
  call.about({
    recordId: visit.id,
    patientId: visit.patient_id,
    topicIds: [visit.id, visit.patient_id],
    ...(label === undefined ? {} : { label }),
  });

/** Writes columns that no two people can contradict: booleans, set to the wanted value. */
export async function setFlag(
  call: CommandCall,
  visitId: string,
  patch: { urgent?: number; settled?: number; confirmed?: number },
  label: string,
): Promise<void> {
  const visit = await requireVisit(call.uow.db, visitId);
  await call.uow.update('visit', visit.id, patch);
  aboutVisit(call, visit, label);
}

/** The patient's word on an appointment to come. @throws STAGE_NOT_ALLOWED once arrived */
export async function confirm(call: CommandCall, visitId: string, confirmed: boolean): Promise<void> {
  const visit = await requireVisit(call.uow.db, visitId);
  if (visit.stage !== 'expected') throw new DomainError('STAGE_NOT_ALLOWED', { from: visit.stage, to: 'expected' });
  await setFlag(
    call,
    visitId,
    { confirmed: confirmed ? 1 : 0 },
    confirmed ? 'Rendez-vous confirmé' : 'Confirmation retirée',
  );
}

/** @throws NOT_FOUND, EDIT_CONFLICT with the two rooms by name */
export async function setRoom(
  call: CommandCall,
  input: { visitId: string; base: string | null; roomId: string | null },
): Promise<void> {
  const { db } = call.uow;
  const visit = await requireVisit(db, input.visitId);
  if (input.roomId !== null) await requireOpen(db, 'room', input.roomId);
  if (visit.room_id !== input.base && visit.room_id !== input.roomId) {
    const named = async (id: string | null) =>
      id === null
        ? null
        : ((await db.selectFrom('room').select('label').where('id', '=', id).executeTakeFirst())?.label ?? null);
    const conflict = { field: 'room', mine: await named(input.roomId), theirs: await named(visit.room_id) };
    throw new DomainError('EDIT_CONFLICT', {
      conflicts: [{ ...conflict, ...(await lastChange(db, visit.id, ['visits.setRoom', 'session.undo'])) }],
    });
  }
  await call.uow.update('visit', visit.id, { room_id: input.roomId, ...(input.roomId === null ? { settled: 0 } : {}) });
  aboutVisit(call, visit);
}

/** @throws NOT_FOUND, EDIT_CONFLICT when both changed the same words */
export async function setNote(
  call: CommandCall,
  input: { visitId: string; base: string | null; value: string | null },
) {
  const visit = await requireVisit(call.uow.db, input.visitId);
  const author = () => lastChange(call.uow.db, visit.id, ['visits.setNote', 'session.undo']);
  const saved = await patchedText({ field: 'note', base: input.base, value: input.value }, visit.note, author);
  await call.uow.update('visit', visit.id, { note: saved.value });
  aboutVisit(call, visit);
  return saved;
}

/** What remains to do after the consultation, in words. */
export async function addFinaliseItem(
  call: CommandCall,
  input: { visitId: string; label: string },
): Promise<{ id: string }> {
  const visit = await requireVisit(call.uow.db, input.visitId);
  const id = call.newId();
  await call.uow.insert('finalise_item', {
    id,
    visit_id: visit.id,
    patient_id: visit.patient_id,
    label: input.label,
    done_at: null,
    version: 1,
  });
  aboutVisit(call, visit);
  return { id };
}

/** Ticks or unticks; ticking twice keeps the first instant. Answers how many remain. */
export async function tickFinaliseItem(
  call: CommandCall,
  input: { itemId: string; done: boolean },
): Promise<{ remaining: number }> {
  const { db } = call.uow;
  const item = await db.selectFrom('finalise_item').selectAll().where('id', '=', input.itemId).executeTakeFirst();
  if (item === undefined) throw new DomainError('NOT_FOUND', { what: 'finalise_item' });
  const visit = await requireVisit(db, item.visit_id);
  const doneAt = input.done ? (item.done_at ?? call.clock.now()) : null;
  await call.uow.update('finalise_item', item.id, { done_at: doneAt });
  aboutVisit(call, visit);
  const left = await db
    .selectFrom('finalise_item')
    .select(({ fn }) => fn.countAll().as('open'))
    .where('visit_id', '=', visit.id)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { remaining: Number(left.open) };
}
