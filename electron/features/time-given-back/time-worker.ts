import { parentPort, workerData } from 'node:worker_threads';
import { openTimeCount } from '#shared/rules/time-given-back/index.ts';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { storageFailure } from '#electron/storage/failure.ts';
import type { FromWorker, TimeOrder } from './messages.ts';
import { readAuthors } from './authors.ts';
import { createVisitReader, readPastSeen } from './time-facts.ts';

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
    const { day, from, to, accounts, doctorIds, before, compared, firstHireDay, overrides, authors } = order;
    // One picture of the practice: what is written meanwhile is for the next time.
    base.raw.exec('begin');
    const reader = createVisitReader(base.raw, accounts, doctorIds);
    const situation = {
      from,
      to,
      ...(before === null ? {} : { pastSeen: readPastSeen(base.raw, before, doctorIds) }),
      ...(firstHireDay === null ? {} : { firstHireDay }),
      overrides,
    };
    const time = openTimeCount(situation, day);
    const unattributedItems = reader.read({ from, to }, time);
    for (const range of compared) reader.read(range, time);
    const counted = {
      answer: time.answer(unattributedItems),
      authors: authors ? readAuthors(base.raw, { from, to }, accounts, doctorIds) : [],
    };
    return { kind: 'done', counted };
  } finally {
    await base.close();
  }
}

count(workerData as TimeOrder)
  .then(
    (answer) => port.postMessage(answer),
    (error: unknown) => port.postMessage({ kind: 'failed', failure: storageFailure(error).kind } satisfies FromWorker),
  )
  .finally(() => port.close());
