import { parentPort, workerData } from 'node:worker_threads';
import { prepareVaccination } from '#shared/rules/vaccination/index.ts';
import { bulkWriter } from '#electron/storage/bulk.ts';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { storageFailure } from '#electron/storage/failure.ts';
import type { EvaluationOrder, FromWorker } from './messages.ts';
import { countPersons, personsAfter } from './recorded-facts.ts';
import { createTally } from './tally.ts';

/*
 * The prevention of a whole practice, away from the thread that answers, on a read-only connection of its own.
 */

/** Persons between two looks at the messages: some tens of milliseconds. */
const batch = 100;
const toldEvery = 100;

const port = parentPort;
if (port === null) throw new Error('practice-worker runs in a worker');
const tell = (message: FromWorker) => port.postMessage(message);
let stopped = false;
port.on('message', () => (stopped = true));

async function evaluate(order: EvaluationOrder): Promise<FromWorker> {
  const key = Buffer.from(order.key);
  const base = openSqlite({ file: order.file, key, readonly: true });
  key.fill(0);
  order.key.fill(0);
  try {
    const bulk = bulkWriter(base);
    const tally = createTally(prepareVaccination(order.day, { overrides: order.overrides }), order.overrides);
    // One picture of the practice: what is written meanwhile is for the next time.
    base.raw.exec('begin');
    const total = countPersons(bulk);
    let [done, last, told] = [0, -1, performance.now()];
    tell({ kind: 'progress', done, total });
    for (;;) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (stopped) return { kind: 'stopped', done, total };
      const persons = personsAfter(bulk, last, batch);
      if (persons.length === 0) return { kind: 'done', counts: tally.counts() };
      for (const person of persons) tally.add(person);
      done += persons.length;
      last = persons.at(-1)?.number ?? last;
      if (performance.now() - told > toldEvery) {
        told = performance.now();
        tell({ kind: 'progress', done, total });
      }
    }
  } finally {
    await base.close();
  }
}

evaluate(workerData as EvaluationOrder)
  .then(tell, (error: unknown) => tell({ kind: 'failed', failure: storageFailure(error).kind }))
  .finally(() => port.close());
