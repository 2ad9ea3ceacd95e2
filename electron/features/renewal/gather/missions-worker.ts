import { parentPort, workerData } from 'node:worker_threads';
import { bulkWriter, type BulkWriter } from '#electron/storage/bulk.ts';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { storageFailure } from '#electron/storage/failure.ts';
import type { FromMissions, Missions, MissionsOrder } from './missions-messages.ts';

const port = parentPort;
if (port === null) throw new Error('missions-worker runs in a worker');

/** Longest preparation kept: beyond, a card was forgotten on the board. Choice of Prélude. */
const longest = 120;

function count(bulk: BulkWriter, { doctorIds, from, to }: MissionsOrder): Missions {
  const marks = doctorIds.map(() => '?').join(',');
  const period = `v.day between ? and ? and v.doctor_id in (${marks})`;
  const values = [from, to, ...doctorIds];
  const one = (text: string): number => bulk.all<{ n: number }>(text, ...values)[0]?.n ?? 0;
  const assistant = `join account a on a.id = %.account_id and a.role = 'assistant'`;
  const passed = (stage: string): number =>
    one(
      `select count(distinct v.id) n from visit v join stage_passage p on p.visit_id = v.id and p.stage = '${stage}'
       and p.kind in ('forward', 'booked') ${assistant.replace('%', 'p')} where ${period}`,
    );
  const minutes = bulk
    .all<{ began: string; ready: string }>(
      `select v.preparation_at began, v.ready_at ready from visit v
       where ${period} and v.preparation_at is not null and v.ready_at is not null and exists (
         select 1 from stage_passage p ${assistant.replace('%', 'p')} where p.visit_id = v.id and p.stage = 'ready')`,
      ...values,
    )
    .map(({ began, ready }) => (Date.parse(ready) - Date.parse(began)) / 60_000)
    .filter((one) => one >= 0 && one <= longest)
    .sort((left, right) => left - right);
  return {
    seen: one(`select count(*) n from visit v where ${period} and v.consultation_at is not null`),
    arrivals: passed('waiting'),
    prepared: one(
      `select count(distinct v.id) n from visit v join stage_passage p on p.visit_id = v.id
       and p.stage in ('preparation', 'ready') and p.kind = 'forward' ${assistant.replace('%', 'p')} where ${period}`,
    ),
    preparationMinutes: median(minutes),
    measures: one(
      `select count(*) n from visit v join observation o on o.visit_id = v.id and o.value is not null
       and o.superseded = 0 ${assistant.replace('%', 'o')} where ${period}`,
    ),
    messages: one(
      `select count(*) n from visit v join preparation m on m.visit_id = v.id and m.message is not null
       join account a on a.id = m.message_by and a.role = 'assistant' where ${period}`,
    ),
  };
}

/** Of sorted values: the middle one, or the half of the two in the middle. */
function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const [left, right] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return Math.round((((left ?? 0) + (right ?? 0)) / 2) * 10) / 10;
}

async function answer(order: MissionsOrder): Promise<FromMissions> {
  const key = Buffer.from(order.key);
  const base = openSqlite({ file: order.file, key, readonly: true });
  key.fill(0);
  order.key.fill(0);
  try {
    return { kind: 'counted', missions: count(bulkWriter(base), order) };
  } finally {
    await base.close();
  }
}

answer(workerData as MissionsOrder)
  .then(
    (message) => port.postMessage(message),
    (error: unknown) =>
      port.postMessage({ kind: 'failed', failure: storageFailure(error).kind } satisfies FromMissions),
  )
  .finally(() => port.close());
