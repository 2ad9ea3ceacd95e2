import type { Kysely } from 'kysely';
import type { PatientLine } from '#shared/contract/patient-views.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { linesOfIds } from './patient-lines.ts';

const mostToday = 50;
const mostOpened = 20;
/** Journal lines read back to find the files last opened. */
const lookedBack = 400;

/** Today's patients in the order of their appointments, then the files this person opened last, each once. */
export async function recentPatients(
  db: Kysely<Schema>,
  accountId: string,
  today: string,
): Promise<{ today: PatientLine[]; opened: PatientLine[] }> {
  const visits = await db
    .selectFrom('visit')
    .select('patient_id')
    .where('day', '=', today)
    .orderBy('start_minute')
    .orderBy('created_at')
    .limit(mostToday)
    .execute();
  const openings = await db
    .selectFrom('journal')
    .select(['patient_id', 'procedure'])
    .where('account_id', '=', accountId)
    .orderBy('seq', 'desc')
    .limit(lookedBack)
    .execute();
  const expected = [...new Set(visits.map((visit) => visit.patient_id))];
  const opened = new Set<string>();
  for (const { patient_id: id, procedure } of openings) {
    if (id !== null && procedure === 'patients.get' && opened.size < mostOpened) opened.add(id);
  }
  return { today: await linesOfIds(db, expected, today), opened: await linesOfIds(db, [...opened], today) };
}
