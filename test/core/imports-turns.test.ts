import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inBatches, type Turns } from '#electron/exchange/import/turns.ts';
import type { BulkWriter } from '#electron/storage/bulk.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** A writer that only notes how long each turn lasts, and items that each take a millisecond of the test's clock. */
async function turnsTaken(items: number, waiting: (turn: number) => boolean) {
  const writes: number[] = [];
  let inTurn = false;
  let [checkpoints, turns] = [0, 0];
  const bulk = {
    transaction: <R>(work: () => R): R => {
      const start = performance.now();
      const result = work();
      writes.push(performance.now() - start);
      return result;
    },
    checkpoint: () => {
      expect(inTurn).toBe(true);
      checkpoints += 1;
    },
  } as unknown as BulkWriter;
  const order: Turns = {
    async take(work) {
      inTurn = true;
      const result = work();
      inTurn = false;
      turns += 1;
      return result;
    },
    waiting: () => waiting(writes.length),
  };
  const done: number[] = [];
  const step = (item: number) => {
    vi.advanceTimersByTime(1);
    done.push(item);
  };
  const list = Array.from({ length: items }, (_, index) => index);
  await inBatches(list, bulk, order, step, async () => {});
  expect(done).toEqual(list);
  return { writes, checkpoints, turns };
}

test('personne n’attend : un lot garde le tour un quart de seconde, jamais beaucoup plus', async () => {
  const { writes, checkpoints, turns } = await turnsTaken(300, () => false);
  expect(writes).toHaveLength(2);
  expect(writes[0]).toBeGreaterThan(200);
  expect(writes[0]).toBeLessThan(260);
  // The log goes back into the file at a turn of its own: a command may pass before it.
  expect([checkpoints, turns]).toEqual([2, 4]);
});

test('une action attend : le lot rend le tour aussitôt, puis l’import avance quand même', async () => {
  const { writes } = await turnsTaken(120, () => true);
  expect(writes.length).toBeGreaterThan(3);
  expect(Math.max(...writes)).toBeLessThan(25);
});
