import { parentPort, workerData } from 'node:worker_threads';
import { bulkWriter, type BulkWriter } from '#electron/storage/bulk.ts';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { storageFailure } from '#electron/storage/failure.ts';
import type { FromMissions, Missions, MissionsOrder } from './missions-messages.ts';

const port = parentPort;
if (port === null) throw new Error('missions-worker runs in a worker');

/** Longest preparation kept: beyond, a card was forgotten on the board. Choice of Prélude. */
const longest = 120;

/** `passages`: 1 for an arrival noted by an assistant, 2 for a preparation, 4 for a « prêt ». */
interface VisitRow {
  readonly seen: number;
  readonly passages: number | null;
  readonly measures: number;
  readonly message: number;
  readonly began: string | null;
  readonly ready: string | null;
}

/** Each visit is read once, with what assistants did of it. */
function count(bulk: BulkWriter, { doctorIds, from, to }: MissionsOrder): Missions {
  const accounts = bulk.all<{ id: string }>(`select id from account where role = 'assistant'`).map(({ id }) => id);
  const marks = (values: readonly string[]): string => values.map(() => '?').join(',') || 'null';
  const assistants = marks(accounts);
  const sql = `select v.consultation_at is not null as seen,
      (select max(p.stage = 'waiting' and p.kind in ('forward', 'booked'))
          + 2 * max(p.stage in ('preparation', 'ready') and p.kind = 'forward') + 4 * max(p.stage = 'ready')
        from stage_passage p where p.visit_id = v.id and p.account_id in (${assistants})) as passages,
      (select count(*) from observation o where o.visit_id = v.id and o.value is not null and o.superseded = 0
        and o.account_id in (${assistants})) as measures,
      exists (select 1 from preparation m where m.visit_id = v.id and m.message is not null
        and m.message_by in (${assistants})) as message,
      v.preparation_at as began, v.ready_at as ready
    from visit v where v.day between ? and ? and v.doctor_id in (${marks(doctorIds)})`;
  const each = [...accounts, ...accounts, ...accounts];
  const [minutes, sum] = [[] as number[], { seen: 0, arrivals: 0, prepared: 0, measures: 0, messages: 0 }];
  for (const row of bulk.all<VisitRow>(sql, ...each, from, to, ...doctorIds)) {
    sum.seen += row.seen;
    const passages = row.passages ?? 0;
    sum.arrivals += passages & 1;
    sum.prepared += (passages >> 1) & 1;
    sum.measures += row.measures;
    sum.messages += row.message;
    if ((passages & 4) === 0 || row.began === null || row.ready === null) continue;
    const spent = (Date.parse(row.ready) - Date.parse(row.began)) / 60_000;
    if (spent >= 0 && spent <= longest) minutes.push(spent);
  }
  return { ...sum, preparationMinutes: median(minutes.sort((left, right) => left - right)) };
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
