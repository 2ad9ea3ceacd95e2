import type { AreaHandlers } from '#electron/security/call.ts';
import { addAlert, confirmAlert, editAlert, removeAlert } from './alerts.ts';
import { createPatient } from './create-patient.ts';
import { candidatesFor, comparedOfFacts, duplicateViews, enoughTyped } from './duplicates.ts';
import { editPatient } from './edit-patient.ts';
import { attest, recordDocument, setAttribute } from './identity-steps.ts';
import { mergePreview } from './merge-preview.ts';
import { mergePatients, splitPatients } from './merge.ts';
import { patientFile } from './patient-file.ts';
import { searchPlaces } from './places.ts';
import { recentPatients } from './recent.ts';
import { searchPatients } from './search.ts';
import { readTypedFields } from './typed-facts.ts';

/** Patients: search, file, identity, duplicates, merge, alert row. `demo`: demonstration identities are admitted. */
export function patientsHandlers({ demo }: { demo: boolean }): AreaHandlers<'patients'> {
  return {
    search: ({ db, clock }, input) => searchPatients(db, input, clock.today()),
    recent: ({ db, clock, person }) => recentPatients(db, person.accountId, clock.today()),
    get: (call, { patientId }) => patientFile(call, patientId),
    async duplicates({ db, clock }, { fields, exceptId }) {
      const today = clock.today();
      const person = comparedOfFacts(readTypedFields(fields, today).facts);
      if (!enoughTyped(person)) return { searched: false, candidates: [] };
      return { searched: true, candidates: await duplicateViews(db, await candidatesFor(db, person, exceptId), today) };
    },
    create: (call, input) => createPatient(call, input),
    edit: (call, input) => editPatient(call, input),
    recordDocument: (call, input) => recordDocument(call, input),
    setAttribute: (call, input) => setAttribute(call, input),
    attest: (call, input) => attest(call, input, demo ? 'demonstration' : 'real'),
    addAlert: (call, input) => addAlert(call, input),
    editAlert: (call, input) => editAlert(call, input),
    confirmAlert: (call, input) => confirmAlert(call, input),
    removeAlert: (call, input) => removeAlert(call, input),
    mergePreview: ({ db, clock }, input) => mergePreview(db, input, clock.today()),
    merge: (call, input) => mergePatients(call, input),
    split: (call, input) => splitPatients(call, input),
    searchPlaces: (_call, { text }) => searchPlaces(text),
  };
}
