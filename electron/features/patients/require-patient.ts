import type { Kysely } from 'kysely';
import { DomainError } from '#shared/contract/errors.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { PatientRow } from '#electron/storage/tables/patients.ts';

/** The visible row of a file. @throws PATIENT_MERGED with the file that holds everything now, NOT_FOUND */
export async function requirePatient(db: Kysely<Schema>, id: string): Promise<PatientRow> {
  const row = await db.selectFrom('visible_patient').selectAll().where('id', '=', id).executeTakeFirst();
  if (row !== undefined) return { ...row, number: Number(row.number) };
  let next = id;
  for (;;) {
    const merged = await db.selectFrom('patient').select('merged_into').where('id', '=', next).executeTakeFirst();
    if (merged === undefined || (merged.merged_into === null && next === id))
      throw new DomainError('NOT_FOUND', { what: 'patient' });
    if (merged.merged_into === null) throw new DomainError('PATIENT_MERGED', { patientId: next });
    next = merged.merged_into;
  }
}
