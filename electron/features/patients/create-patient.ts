import { DomainError } from '#shared/contract/errors.ts';
import { missingStrictTraits } from '#shared/contract/patient-fields.ts';
import type { SeenDocument } from '#shared/contract/patients.ts';
import { patientFields } from '#shared/domain/patient.ts';
import type { IdentityStatus } from '#shared/rules/identity/index.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { candidatesFor, comparedOfFacts, stopsCreation } from './duplicates.ts';
import { patientRowFrom } from './patient-row.ts';
import { nextNumber, reindexPatient } from './search-index.ts';
import { seenDocument } from './trust.ts';
import {
  keepCorrections,
  newPatientSubject,
  placeOfFacts,
  readTypedFields,
  unknownDoctor,
  type TypedFields,
} from './typed-facts.ts';

export interface CreateInput {
  fields: TypedFields;
  document: SeenDocument | null;
  notSame: { patientId: string; reason: string }[];
  draftId: string | null;
}

/** Opens a file. Only a missing or invalid strict trait refuses; what cannot be read otherwise waits as drafts. */
export async function createPatient(call: CommandCall, input: CreateInput) {
  const { uow, clock, person } = call;
  const today = clock.today();
  const { facts: typed, toCorrect } = readTypedFields(input.fields, today);
  const doctor = await unknownDoctor(uow.db, typed);
  const facts = doctor === null ? typed : { ...typed, gpDoctorId: null };
  if (doctor !== null) toCorrect.push(doctor);

  const unreadable = toCorrect.filter(({ field }) => patientFields[field].strict);
  const missing = missingStrictTraits(facts).filter(({ field }) => !unreadable.some((one) => one.field === field));
  const problems = [...unreadable.map(({ field, message }) => ({ field, message })), ...missing];
  if (problems.length > 0) throw new DomainError('INVALID', { problems });

  const alike = (await candidatesFor(uow.db, comparedOfFacts(facts), null)).filter(stopsCreation);
  const unanswered = alike.filter(({ row }) => !input.notSame.some((answer) => answer.patientId === row.id));
  if (unanswered.length > 0)
    throw new DomainError('DUPLICATE_TO_ANSWER', { patientIds: unanswered.map(({ row }) => row.id) });

  const id = call.newId();
  const number = await nextNumber(uow.db);
  const fresh = patientRowFrom(facts, { id, number, at: clock.now(), place: await placeOfFacts(facts) });
  const seen =
    input.document === null ? null : seenDocument(fresh, input.document, { on: today, by: person.accountId });
  await uow.insert('patient', { ...fresh, ...seen?.columns });
  await reindexPatient(uow.db, id);
  await keepCorrections(call, id, toCorrect, []);
  if (input.draftId !== null) await dropFormDrafts(call, input.draftId);

  const answers = input.notSame.filter((answer) => alike.some(({ row }) => row.id === answer.patientId));
  call.about({
    recordId: id,
    patientId: id,
    ...(answers.length === 0
      ? {}
      : { reason: answers.map(({ patientId, reason }) => `${patientId} : ${reason}`).join(' ; ') }),
  });
  const status: { status: IdentityStatus; words: string } = {
    status: seen?.status ?? 'PROV',
    words: seen?.words ?? 'Sans pièce, l’identité reste provisoire.',
  };
  return { id, number, status, toCorrect };
}

async function dropFormDrafts({ uow, person }: CommandCall, draftId: string): Promise<void> {
  const drafts = await uow.db
    .selectFrom('draft')
    .select('id')
    .where('account_id', '=', person.accountId)
    .where('subject', '=', newPatientSubject)
    .where('subject_id', '=', draftId)
    .execute();
  for (const draft of drafts) await uow.remove('draft', draft.id);
}
