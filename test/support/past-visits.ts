import type { PastVisitAnalysis, PastVisitStatus } from '#shared/contract/counters.ts';
import type { Client, TestPractice } from './practice.ts';

type CheckInput = Parameters<Client['counters']['pastCheck']>[0];
export type Answers = Partial<Omit<CheckInput, 'id'>>;

/** Sends a list of past visits as a screen does. @returns its identifier */
export async function sendPast(client: Client, content: string | Uint8Array, fileName = 'passages.csv') {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  const { id, chunkBytes, chunks } = await client.counters.pastBegin({ fileName, size: bytes.length });
  for (let index = 0; index < chunks; index += 1) {
    const base64 = bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes).toString('base64');
    await client.counters.pastChunk({ id, index, base64 });
  }
  return id;
}

/** The mapping a person validates without changing anything. */
const proposed = ({ columns }: PastVisitAnalysis): CheckInput['mapping'] =>
  columns.flatMap(({ index, field, dates }) =>
    field === null ? [] : [{ column: index, field, ...(dates === null ? {} : { dateOrder: dates.order }) }],
  );

/** Waits for a phase by looking at the status, as a screen does between two notices. */
export async function untilPast(client: Client, wanted: PastVisitStatus['phase'], seconds = 15) {
  for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
    const status = await client.counters.pastStatus({});
    if (status?.phase === wanted) return status;
    if (status?.phase === 'failed') throw new Error(`import failed: ${status.message ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`import never ${wanted}`);
}

/** Sending, analysis and dry run with the proposed columns. */
export async function checkPast(
  client: Client,
  content: string | Uint8Array,
  answers: Answers = {},
  fileName = 'passages.csv',
) {
  const id = await sendPast(client, content, fileName);
  const analysis = await client.counters.pastAnalyse({ id });
  await client.counters.pastCheck({
    id,
    mapping: proposed(analysis),
    doctorId: null,
    doctors: [],
    unknownPatients: 'keep',
    ...answers,
  });
  const checked = await untilPast(client, 'checked');
  const { lines } = await client.counters.pastReport({ id, outcomes: [], offset: 0, limit: 2000 });
  return { id, analysis, counts: checked.counts, doctors: checked.doctors, lines };
}

/** The whole way to the published import. */
export async function importPast(
  client: Client,
  content: string | Uint8Array,
  answers: Answers = {},
  fileName = 'passages.csv',
) {
  const checked = await checkPast(client, content, answers, fileName);
  await client.counters.pastStart({ id: checked.id });
  return { ...checked, status: await untilPast(client, 'published', 60) };
}

let number = 0;
/** A passage put in the base as it would be years later: day, stage, doctor. */
export async function passage(
  practice: TestPractice,
  patientId: string,
  day: string,
  stage = 'left',
  doctorId = practice.doctorIds[0] ?? '',
): Promise<void> {
  const { writer } = practice.core.practice.requireOpen();
  number += 1;
  await writer
    .insertInto('visit')
    .values({
      id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      patient_id: patientId,
      doctor_id: doctorId,
      reason_id: null,
      day,
      start_minute: null,
      end_minute: null,
      occupies: 0,
      walk_in: 1,
      confirmed: 0,
      stage,
      urgent: 0,
      room_id: null,
      settled: 0,
      note: null,
      prepared_by: null,
      arrived_at: null,
      preparation_at: null,
      ready_at: null,
      consultation_at: null,
      finalise_at: null,
      left_at: null,
      stage_at: `${day}T09:00:00.000Z`,
      outcome_reason: null,
      cancelled_by: null,
      created_at: `${day}T08:00:00.000Z`,
      version: 1,
    })
    .execute();
}
