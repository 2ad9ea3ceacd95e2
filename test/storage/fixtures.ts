import { randomUUID } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import type { Schema } from '#electron/storage/schema.ts';

let lastNumber = 0;
type PatientInsert = Insertable<Schema['patient']>;

/** A file with only what the table demands; `over` gives the rest. */
export function patientRow(over: Partial<PatientInsert> = {}): PatientInsert {
  const asked: Partial<PatientInsert> = {
    id: randomUUID(),
    number: ++lastNumber,
    birth_name: 'DELORME',
    first_given_name: 'LUCIE',
    sex: 'F',
    birth_day: '1980-02-03',
    birth_precision: 'full',
    birth_place_checked: 0,
    identity_status: 'provisoire',
    homonym: 0,
    doubtful: 0,
    fictitious: 0,
    name_key: 'delorme',
    given_key: 'lucie',
    merged_into: null,
    import_id: null,
    created_at: '2026-11-17T07:00:00.000Z',
    updated_at: '2026-11-17T07:00:00.000Z',
    version: 1,
  };
  return { ...asked, ...over } as PatientInsert;
}

export function visitRow(
  doctorId: string,
  patientId: string,
  start: number,
  end: number,
  over: Partial<Insertable<Schema['visit']>> = {},
): Insertable<Schema['visit']> {
  const asked: Partial<Insertable<Schema['visit']>> = {
    id: randomUUID(),
    patient_id: patientId,
    doctor_id: doctorId,
    day: '2026-11-17',
    start_minute: start,
    end_minute: end,
    occupies: 1,
    walk_in: 0,
    confirmed: 0,
    stage: 'expected',
    urgent: 0,
    settled: 0,
    stage_at: '2026-11-17T07:00:00.000Z',
    created_at: '2026-11-17T07:00:00.000Z',
    version: 1,
  };
  return { ...asked, ...over } as Insertable<Schema['visit']>;
}

export async function addDoctor(db: Kysely<Schema>): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('doctor')
    .values({
      id,
      civility: 'Dr',
      given_name: 'Claire',
      family_name: 'Lemoine',
      monogram: 'CL',
      hue: 0,
      rpps: null,
      position: 0,
      archived_at: null,
      version: 1,
    })
    .execute();
  return id;
}

export const room = (label: string) => ({ id: randomUUID(), label, position: 0, archived_at: null, version: 1 });
