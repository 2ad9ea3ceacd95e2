import type { Kysely } from 'kysely';
import { DomainError } from '#shared/contract/errors.ts';
import type { SettingsValue } from '#shared/contract/practice.ts';
import { addDays } from '#shared/kernel/day.ts';
import { can } from '#shared/permissions/roles.ts';
import type { QueryCall } from '#electron/security/call.ts';
import { readSettings } from '#electron/features/practice/index.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import { homonymSignalled, patientColumns, requireVisit, type VisitRow } from '#electron/features/visits/index.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { figuresOf, type Figure } from './figures.ts';
import type { LineSituation } from './lines.ts';
import { figuresOfVisit, historyOf } from './observation.repository.ts';

export interface VisitFile {
  visit: VisitRow;
  patient: NonNullable<Awaited<ReturnType<typeof readPatient>>>;
  settings: SettingsValue;
  figures: Figure[];
  situation: LineSituation;
}

function readPatient(db: Kysely<Schema>, id: string) {
  return db
    .selectFrom('visible_patient as p')
    .select([...patientColumns, 'p.id as patient_id', homonymSignalled.as('homonym_signalled')])
    .select(['p.given_names', 'p.birth_place_code', 'p.birth_place_text', 'p.matricule', 'p.phone_mobile'])
    .select(['p.gp_kind', 'p.gp_doctor_id', 'p.gp_name', 'p.ald', 'p.ald_until'])
    .where('p.id', '=', id)
    .executeTakeFirst();
}

/**
 * An assistant reads and writes clinical lines of people seen within a day (settled point 13); a doctor of anybody.
 * @throws NOT_ALLOWED
 */
async function requireNear({ db, person, clock }: QueryCall, visit: VisitRow): Promise<void> {
  if (can(person, 'clinical.validate')) return;
  const [from, to] = [addDays(clock.today(), -1), addDays(clock.today(), 1)];
  if (visit.day >= from && visit.day <= to) return;
  const near = await db
    .selectFrom('visit')
    .select('id')
    .where('patient_id', '=', visit.patient_id)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .limit(1)
    .executeTakeFirst();
  if (near === undefined) throw new DomainError('NOT_ALLOWED', { permission: 'clinical.read' });
}

/**
 * A visit with everything its constantes are judged with.
 * @throws NOT_FOUND (also when the visit is not this patient's), NOT_ALLOWED
 */
export async function openFile(call: QueryCall, visitId: string, patientId?: string): Promise<VisitFile> {
  const { db } = call;
  const visit = await requireVisit(db, visitId);
  if (patientId !== undefined && visit.patient_id !== patientId) throw new DomainError('NOT_FOUND', { what: 'visit' });
  await requireNear(call, visit);
  const patient = await readPatient(db, visit.patient_id);
  if (patient === undefined) throw new DomainError('NOT_FOUND', { what: 'patient' });
  const settings = await readSettings(db);
  const rows = await figuresOfVisit(db, visit.id);
  return {
    visit,
    patient,
    settings,
    figures: figuresOf(rows),
    situation: {
      person: { birthDay: patient.birth_day, sex: patient.sex },
      day: visit.day,
      overrides: await readOverrides(db, visit.day),
      protocol: settings.bloodPressureProtocol,
      past: await historyOf(db, visit.patient_id, { day: visit.day, visitId: visit.id }),
      doctor: can(call.person, 'clinical.validate'),
      by: new Map(rows.map((row) => [row.id, row.by ?? ''])),
    },
  };
}
