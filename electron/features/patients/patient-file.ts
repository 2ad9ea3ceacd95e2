import { readPatientField } from '#shared/contract/patient-fields.ts';
import type { FileView, ToCorrect } from '#shared/contract/patient-views.ts';
import { patientFieldNames, type PatientField } from '#shared/domain/patient.ts';
import { can } from '#shared/permissions/roles.ts';
import { UNKNOWN_PLACE, type IdentityChannel } from '#shared/rules/identity/index.ts';
import type { QueryCall } from '#electron/security/call.ts';
import type { PatientRow } from '#electron/storage/tables/patients.ts';
import { alertsOf, kindsSeenBy } from './alerts.ts';
import { homonymNumbers, measuresOf, mergesOf, visitsOf } from './file-parts.ts';
import { linesOf } from './patient-lines.ts';
import { factsOfRow } from './patient-row.ts';
import { namesOfAccounts } from './people.ts';
import { requirePatient } from './require-patient.ts';
import { trustOfRow } from './trust.ts';
import { fileSubject } from './typed-facts.ts';

const shownHomonyms = 10;

/** The whole file for this person: what their role may not see is not read. */
export async function patientFile(call: QueryCall, patientId: string): Promise<FileView> {
  const { db, person, clock } = call;
  const today = clock.today();
  const row = await requirePatient(db, patientId);
  const kinds = kindsSeenBy(person);
  const homonyms = await homonymNumbers(db, row.number);
  const [self, ...others] = await linesOf(db, [row.number, ...homonyms.slice(0, shownHomonyms)], today);
  const alerts = await alertsOf(db, [row.id], kinds);
  return {
    id: row.id,
    number: row.number,
    fields: factsOfRow(row),
    identity: await identityOf(call, row),
    doctor: await doctorOf(call, row),
    homonyms: others,
    homonymCount: homonyms.length,
    alerts: alerts.get(row.id) ?? [],
    alertKindsSeen: [...kinds],
    ...(await visitsOf(db, row.id)),
    today: self?.today ?? null,
    clinical: can(person, 'clinical.read') ? { measures: await measuresOf(db, row.id) } : null,
    toCorrect: await correctionsOf(call, row.id),
    ...(await mergesOf(db, row.id, today)),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

async function identityOf({ db }: QueryCall, row: PatientRow): Promise<FileView['identity']> {
  const { status, attributes, documentSeen } = trustOfRow(row);
  const names = await namesOfAccounts(db, [row.document_seen_by]);
  return {
    status,
    attributes: [...attributes],
    birthDay: row.birth_day,
    birthPrecision: row.birth_precision,
    birthPlace: { label: placeLabel(row), state: placeState(row) },
    channel: row.identity_channel as IdentityChannel | null,
    document:
      documentSeen === null || row.document_seen_on === null
        ? null
        : { code: documentSeen, seenOn: row.document_seen_on, by: names.get(row.document_seen_by ?? '') ?? '' },
    matricule: status === 'QUAL' ? row.matricule : null,
    attested:
      row.attested_at === null || row.attested_software === null
        ? null
        : { on: row.attested_at, software: row.attested_software },
  };
}

function placeState(row: PatientRow): FileView['identity']['birthPlace']['state'] {
  if (row.birth_place_code === null) return 'texte';
  if (row.birth_place_code === UNKNOWN_PLACE) return 'inconnu';
  if (Number(row.birth_place_checked) === 0) return 'non_verifie';
  return row.birth_place_code.startsWith('99') ? 'pays' : 'commune';
}

function placeLabel(row: PatientRow): string {
  const text = row.birth_place_text ?? row.birth_place_code ?? '';
  return row.birth_place_code === null && row.birth_department !== null ? `${text} (${row.birth_department})` : text;
}

async function doctorOf({ db }: QueryCall, row: PatientRow): Promise<FileView['doctor']> {
  if (row.gp_kind !== 'cabinet' || row.gp_doctor_id === null) return null;
  const doctor = await db.selectFrom('doctor').selectAll().where('id', '=', row.gp_doctor_id).executeTakeFirst();
  if (doctor === undefined) return null;
  return {
    id: doctor.id,
    name: [doctor.civility, doctor.given_name, doctor.family_name].filter(Boolean).join(' '),
    monogram: doctor.monogram,
    hue: Number(doctor.hue),
  };
}

async function correctionsOf({ db, person, clock }: QueryCall, patientId: string): Promise<ToCorrect[]> {
  const drafts = await db
    .selectFrom('draft')
    .select(['field', 'raw'])
    .where('account_id', '=', person.accountId)
    .where('subject', '=', fileSubject)
    .where('subject_id', '=', patientId)
    .where('state', '=', 'to_correct')
    .execute();
  const place = ({ field }: { field: string }) => patientFieldNames.indexOf(field as PatientField);
  return drafts
    .sort((a, b) => place(a) - place(b))
    .map(({ field, raw }) => {
      const reading = readPatientField(field as PatientField, raw, clock.today());
      return { field: field as PatientField, raw, message: reading.ok ? '' : reading.message };
    });
}
