import type { BulkWriter } from '#electron/storage/bulk.ts';

/**
 * A batch writes while it holds the practice's turn to write, and gives it back early when somebody waits.
 * `waiting` follows the queue of the commands.
 */
export interface Turns {
  /** Runs one piece of work at its turn; resolves when the turn is given back. */
  take<R>(work: () => R): Promise<R>;
  waiting(): boolean;
}

/**
 * Longest time a batch keeps the turn when nobody waits, commit not included (about a fifth of it). Each commit makes
 * the other connections read their pages again: few and long cost the readers less than many and short.
 */
const longest = 250;
/** Kept even when somebody waits: below, committing would cost more than the work and the import would not end. */
const shortest = 18;
/** Batches between two checkpoints: each takes about a tenth of a second, and a command may have to wait for it. */
const checkpointEvery = 1;
/** Work between two looks at who waits. */
const look = 6;

/**
 * Does `step` for every item, in transactions short enough for the others: a batch stops after 18 ms when somebody
 * waits, else after 250 ms. The log goes back into the file at a turn of its own: two threads that sync the same disk
 * wait for each other, and the one that answers must not.
 * @param prepare runs at the beginning of each transaction
 */
export async function inBatches<T>(
  items: readonly T[],
  bulk: BulkWriter,
  turns: Turns,
  step: (item: T) => void,
  between: (done: number) => Promise<void>,
  prepare: () => void = () => {},
): Promise<void> {
  let done = 0;
  let batches = 0;
  while (done < items.length) {
    await turns.take(() =>
      bulk.transaction(() => {
        prepare();
        const start = performance.now();
        let next = start + look;
        for (; done < items.length; done += 1) {
          const now = performance.now();
          if (now > next) {
            if (now - start > longest || (now - start > shortest && turns.waiting())) return;
            next = now + look;
          }
          step(items[done] as T);
        }
      }),
    );
    batches += 1;
    if (batches % checkpointEvery === 0) await turns.take(() => bulk.checkpoint());
    await between(done);
  }
}
