import { parentPort, workerData } from 'node:worker_threads';
import { addDays } from '#shared/kernel/day.ts';
import { timeGivenBack } from '#shared/rules/time-given-back/index.ts';
import { bulkWriter } from '#electron/storage/bulk.ts';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { storageFailure } from '#electron/storage/failure.ts';
import type { FromWorker, TimeOrder } from './messages.ts';
import { readPastSeen, readVisits } from './time-facts.ts';

/*
 * Years of visits counted away from the thread that answers, on a read-only connection of its own.
 */

const port = parentPort;
if (port === null) throw new Error('time-worker runs in a worker');

async function count(order: TimeOrder): Promise<FromWorker> {
  const key = Buffer.from(order.key);
  const base = openSqlite({ file: order.file, key, readonly: true });
  key.fill(0);
  order.key.fill(0);
  try {
    const { day, from, to, accounts, before, firstHireDay, overrides } = order;
    const bulk = bulkWriter(base);
    // One picture of the practice: what is written meanwhile is for the next time.
    base.raw.exec('begin');
    const period = readVisits(bulk, { from, to }, accounts);
    const earlier =
      before === null || before.from >= from ? null : { from: before.from, to: earliest(before.to, addDays(from, -1)) };
    const visits = earlier === null ? [] : readVisits(bulk, earlier, accounts).visits;
    const answer = timeGivenBack(
      {
        from,
        to,
        visits: [...visits, ...period.visits],
        unattributedItems: period.unattributedItems,
        ...(before === null ? {} : { pastSeen: readPastSeen(bulk, before) }),
        ...(firstHireDay === null ? {} : { firstHireDay }),
        overrides,
      },
      day,
    );
    return { kind: 'done', answer };
  } finally {
    await base.close();
  }
}

const earliest = (one: string, other: string) => (one < other ? one : other);

count(workerData as TimeOrder)
  .then(
    (answer) => port.postMessage(answer),
    (error: unknown) => port.postMessage({ kind: 'failed', failure: storageFailure(error).kind } satisfies FromWorker),
  )
  .finally(() => port.close());
