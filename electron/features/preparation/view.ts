import type { PreparationView } from '#shared/contract/preparation.ts';
import type { AlertKind } from '#shared/domain/patient.ts';
import type { TypedLine } from '#shared/domain/observation.ts';
import type { QueryCall } from '#electron/security/call.ts';
import { flag, localMinute, minute, patientLine } from '#electron/features/visits/index.ts';
import { progressOf } from './card.ts';
import { draftSubject } from './drafts.ts';
import { openFile, type VisitFile } from './file.ts';
import { linesOf } from './lines.ts';
import { missingOf, readDraftField, toldOf } from './told.ts';
import { judgeRaw } from './typed-measure.ts';

type Db = QueryCall['db'];

function alertsOf(db: Db, patientId: string) {
  return db
    .selectFrom('alert_item')
    .selectAll()
    .where('patient_id', '=', patientId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
}

function noteOf(db: Db, visitId: string) {
  return db
    .selectFrom('preparation as n')
    .leftJoin('account as w', 'w.id', 'n.message_by')
    .leftJoin('account as r', 'r.id', 'n.read_by')
    .select([
      'n.message',
      'n.message_at',
      'n.read_at',
      'w.given_name as writer_given',
      'w.family_name as writer_family',
      'r.given_name as reader_given',
      'r.family_name as reader_family',
    ])
    .where('n.visit_id', '=', visitId)
    .executeTakeFirst();
}

/** Codes whose typed text nobody has corrected yet, whoever typed it. The text itself stays with its author. */
async function toCorrectOf(db: Db, visitId: string): Promise<TypedLine[]> {
  const rows = await db
    .selectFrom('draft')
    .select('field')
    .where('subject', '=', draftSubject)
    .where('subject_id', '=', visitId)
    .where('state', '=', 'to_correct')
    .orderBy('field')
    .execute();
  return rows.flatMap((row) => readDraftField(row.field)?.code ?? []);
}

async function draftsOf({ db, person }: QueryCall, file: VisitFile): Promise<PreparationView['drafts']> {
  const rows = await db
    .selectFrom('draft')
    .selectAll()
    .where('account_id', '=', person.accountId)
    .where('subject', '=', draftSubject)
    .where('subject_id', '=', file.visit.id)
    .orderBy('field')
    .execute();
  return rows.flatMap((row) => {
    const place = readDraftField(row.field);
    if (place === null) return [];
    const judged = judgeRaw(place.code, row.raw, {}, file.situation);
    return [
      {
        ...place,
        raw: row.raw,
        state: row.state === 'to_correct' ? ('to_correct' as const) : ('open' as const),
        words: judged.kind === 'refused' || judged.kind === 'to_confirm' ? judged.words : null,
      },
    ];
  });
}

/** The whole page of one preparation. */
export async function readPreparation(
  call: QueryCall,
  input: { patientId: string; visitId: string },
): Promise<PreparationView> {
  const { db, clock } = call;
  const file = await openFile(call, input.visitId, input.patientId);
  const { visit, patient, figures, situation } = file;
  const lines = linesOf(figures, situation);
  const note = await noteOf(db, visit.id);
  const preparedBy =
    visit.prepared_by === null
      ? undefined
      : await db.selectFrom('account').select('initials').where('id', '=', visit.prepared_by).executeTakeFirst();
  const previous = await db
    .selectFrom('visit')
    .select('day')
    .where('patient_id', '=', patient.patient_id)
    .where('day', '<', visit.day)
    .where('stage', 'in', ['consultation', 'finalise', 'left'])
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  const latest = [note?.message_at ?? '', ...figures.map((figure) => figure.row.measured_at)].reduce(
    (a, b) => (a > b ? a : b),
    '',
  );
  return {
    visit: {
      id: visit.id,
      stage: visit.stage,
      day: visit.day,
      doctorId: visit.doctor_id,
      reasonId: visit.reason_id,
      startMinute: minute(visit.start_minute),
      walkIn: flag(visit.walk_in),
      urgent: flag(visit.urgent),
      roomId: visit.room_id,
      settled: flag(visit.settled),
      note: visit.note,
      arrivedAt: visit.arrived_at,
      arrivedMinute: visit.arrived_at === null ? null : localMinute(visit.arrived_at, clock.offset()),
      preparationAt: visit.preparation_at,
      readyAt: visit.ready_at,
      preparedBy: preparedBy?.initials ?? null,
    },
    patient: {
      ...patientLine(patient),
      givenNames: patient.given_names,
      birthPlaceCode: patient.birth_place_code,
      birthPlaceText: patient.birth_place_text,
      // The matricule is shown only with a qualified identity.
      matricule: patient.identity_status === 'QUAL' ? patient.matricule : null,
      phoneMobile: patient.phone_mobile,
      gpKind: patient.gp_kind,
      gpDoctorId: patient.gp_doctor_id,
      gpName: patient.gp_name,
      ald: patient.ald,
      aldUntil: patient.ald_until,
    },
    nowMinute: clock.minute(),
    alerts: (await alertsOf(db, patient.patient_id)).map((row) => ({
      id: row.id,
      kind: row.kind as AlertKind,
      label: row.label,
      noneKnown: Number(row.none_known) === 1,
      confirmed: row.confirmed_at !== null,
      source: row.source,
      statedOn: row.stated_on,
    })),
    lines,
    drafts: await draftsOf(call, file),
    protocol: situation.protocol,
    message:
      note?.message == null
        ? null
        : { text: note.message, by: named(note.writer_given, note.writer_family), at: note.message_at ?? '' },
    read:
      note?.read_at == null
        ? null
        : { by: named(note.reader_given, note.reader_family), at: note.read_at, stale: latest > note.read_at },
    progress: progressOf(figures, situation.person, situation),
    told: toldOf(lines, await toCorrectOf(db, visit.id)),
    missing: missingOf(lines),
    previousVisitDay: previous?.day ?? null,
  };
}

export const named = (given: string | null | undefined, family: string | null | undefined): string =>
  [given, family].filter(Boolean).join(' ');
