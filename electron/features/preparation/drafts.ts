import type { TypedLine } from '#shared/domain/observation.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { draftField } from './told.ts';

/** `draft.subject` of a typed measure; the subject id is the visit. */
export const draftSubject = 'preparation';
interface Place {
  visitId: string;
  code: TypedLine;
  reading: number;
}

const mine = (call: CommandCall, place: Place) =>
  call.uow.db
    .selectFrom('draft')
    .select('id')
    .where('account_id', '=', call.person.accountId)
    .where('subject', '=', draftSubject)
    .where('subject_id', '=', place.visitId)
    .where('field', '=', draftField(place.code, place.reading))
    .executeTakeFirst();

/** Keeps the text as typed, for its author only. */
export async function saveDraft(
  call: CommandCall,
  place: Place,
  patientId: string,
  raw: string,
  state: 'open' | 'to_correct',
): Promise<void> {
  const known = await mine(call, place);
  const saved_at = call.clock.now();
  if (known !== undefined) {
    await call.uow.update('draft', known.id, { raw, state, saved_at });
    return;
  }
  await call.uow.insert('draft', {
    id: call.newId(),
    account_id: call.person.accountId,
    subject: draftSubject,
    subject_id: place.visitId,
    field: draftField(place.code, place.reading),
    raw,
    state,
    patient_id: patientId,
    saved_at,
  });
}

export async function removeDraft(call: CommandCall, place: Place): Promise<void> {
  const known = await mine(call, place);
  if (known !== undefined) await call.uow.remove('draft', known.id);
}
