import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { AidContractView } from '#shared/contract/aid-views.ts';
import type { DeadlineView } from '#shared/contract/deadlines.ts';
import type { PmtPopulation } from '#shared/domain/counters.ts';
import { contractView, readFacts } from '#electron/features/aid/index.ts';
import { readDocuments } from '#electron/features/documents/index.ts';
import { employerHandlers } from '#electron/features/employer/index.ts';
import { readTrainings } from '#electron/features/training/index.ts';
import type { QueryCall } from '#electron/security/call.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { aidDues } from './aid-dues.ts';
import { assistantDues, workTimeDues } from './assistant-dues.ts';
import { byUrgency, placed } from './deadline.ts';
import { proofDues } from './proof-dues.ts';
import { trainingDues } from './training-dues.ts';

/** Everything due today, from the records as they are and the rules of the day: late first, then by day. */
export async function listDeadlines(call: QueryCall): Promise<DeadlineView[]> {
  const { db, clock } = call;
  const today = clock.today();
  const { assistants } = await employerHandlers().assistants(call, { day: today });
  const trainings = await readTrainings(db, today);
  const facts = await readFacts(db, clock);
  const contracts: AidContractView[] = [];
  for (const one of facts.contracts) {
    contracts.push(contractView(one, facts));
    // A contract is some milliseconds of rules: others are answered in between.
    await setImmediate();
  }
  const documents = await readDocuments(db, null);
  const names = await readDoctorNames(db);
  const nameOf = (doctorId: string | null) => (doctorId === null ? null : (names.get(doctorId) ?? null));
  const counts = await readCounts(db);
  const letters = contracts.flatMap(({ events }) => events.filter(({ kind }) => kind === 'LETTER_SENT'));
  const running = assistants.filter(({ archivedAt }) => archivedAt === null);
  const context = { today, counts };
  const dues = [
    ...trainings.flatMap((one) => trainingDues(one, today)),
    ...running.flatMap((one) => {
      const toldOn = letters.filter(({ assistantId }) => assistantId === one.id).map(({ onDay }) => onDay);
      return assistantDues(one, toldOn, today);
    }),
    ...workTimeDues(running, today, nameOf),
    ...contracts.flatMap((one) => aidDues(one, context)),
    ...proofDues({
      assistants: running,
      trainings,
      // Old papers of a contract long over are not asked for again.
      contracts: contracts.filter(({ ended }) => ended === null || ended.on >= today),
      counts,
      documents,
      nameOf,
    }),
  ];
  return dues.map((due) => placed(due, today)).sort(byUrgency);
}

async function readCounts(db: Kysely<Schema>) {
  const rows = await db.selectFrom('official_count').selectAll().orderBy('on_day').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    doctorId: row.doctor_id,
    metric: row.metric,
    onDay: row.on_day,
    population: row.population as PmtPopulation | null,
  }));
}

/** Names of the doctors, archived ones included. */
async function readDoctorNames(db: Kysely<Schema>): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('doctor').select(['id', 'civility', 'given_name', 'family_name']).execute();
  return new Map(
    rows.map((row) => [row.id, [row.civility, row.given_name, row.family_name].filter((part) => part).join(' ')]),
  );
}
