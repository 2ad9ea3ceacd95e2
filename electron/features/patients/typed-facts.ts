import type { Kysely } from 'kysely';
import { patientFieldNames, type PatientFacts, type PatientField } from '#shared/domain/patient.ts';
import { emptyFacts, readPatientField } from '#shared/contract/patient-fields.ts';
import type { ToCorrect } from '#shared/contract/patient-views.ts';
import type { CommandCall } from '#electron/security/call.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { placeOf } from './places.ts';
import type { PlaceOfRow } from './patient-row.ts';

export type TypedFields = Partial<Record<PatientField, string | undefined>>;

/** Sorts what was typed into facts and fields to correct. */
export function readTypedFields(typed: TypedFields, today: string): { facts: PatientFacts; toCorrect: ToCorrect[] } {
  const facts: Partial<Record<PatientField, string | null>> = {};
  const toCorrect: ToCorrect[] = [];
  for (const field of patientFieldNames) {
    const raw = typed[field] ?? '';
    const reading = readPatientField(field, raw, today);
    if (reading.ok) facts[field] = reading.value;
    else toCorrect.push({ field, raw, message: reading.message });
  }
  return { facts: { ...emptyFacts, ...facts }, toCorrect };
}

/** What the tables say of the place of these facts. */
export async function placeOfFacts(facts: PatientFacts): Promise<PlaceOfRow> {
  if (facts.birthPlaceCode === null) return { label: facts.birthPlaceText, checked: false };
  const place = await placeOf(facts.birthPlaceCode);
  if (place === null) return { label: facts.birthPlaceText, checked: false };
  // A code of no table keeps the words typed beside it.
  if (place.kind === 'non_verifie') return { label: facts.birthPlaceText ?? place.label, checked: false };
  return { label: place.label, checked: true };
}

/** A doctor who is not of the practice cannot be recorded as its médecin traitant. */
export async function unknownDoctor(db: Kysely<Schema>, facts: PatientFacts): Promise<ToCorrect | null> {
  if (facts.gpDoctorId === null) return null;
  const row = await db.selectFrom('doctor').select('id').where('id', '=', facts.gpDoctorId).executeTakeFirst();
  return row === undefined
    ? { field: 'gpDoctorId', raw: facts.gpDoctorId, message: 'Choisir un médecin du cabinet.' }
    : null;
}

/** Subject of the drafts of a file that exists; those of the creation form have `newPatientSubject`. */
export const fileSubject = 'patient';
export const newPatientSubject = 'new_patient';

/** Keeps the fields to correct as drafts of this person, and forgets the drafts of the fields now written. */
export async function keepCorrections(
  call: CommandCall,
  patientId: string,
  toCorrect: readonly ToCorrect[],
  written: readonly PatientField[],
): Promise<void> {
  const { uow, person, clock } = call;
  const drafts = await uow.db
    .selectFrom('draft')
    .select(['id', 'field'])
    .where('account_id', '=', person.accountId)
    .where('subject', '=', fileSubject)
    .where('subject_id', '=', patientId)
    .execute();
  for (const { field, raw } of toCorrect) {
    const known = drafts.find((draft) => draft.field === field);
    const kept = { raw, state: 'to_correct', saved_at: clock.now() };
    if (known !== undefined) await uow.update('draft', known.id, kept);
    else
      await uow.insert('draft', {
        id: call.newId(),
        account_id: person.accountId,
        subject: fileSubject,
        subject_id: patientId,
        field,
        patient_id: patientId,
        ...kept,
      });
  }
  for (const draft of drafts) if (written.includes(draft.field as PatientField)) await uow.remove('draft', draft.id);
}
