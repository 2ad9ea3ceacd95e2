import { Worker } from 'node:worker_threads';

/** Commits between two checkpoints: some ten megabytes of log. */
const commitsBetween = 250;

/**
 * Brings the log of a base back into its file from a thread of its own, every few hundred commits. The thread starts
 * at the first time, with a copy of the key that leaves the memory with it.
 */
export function createCheckpointer(file: string, key: Buffer) {
  const kept = Buffer.from(key);
  let worker: Worker | null = null;
  let ended: Promise<void> = Promise.resolve();
  let commits = 0;
  let busy = false;
  let closed = false;

  const start = () => {
    const fresh = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), {
      workerData: { file, key: new Uint8Array(kept) },
    });
    fresh.unref();
    fresh.on('message', () => void (busy = false));
    // Without its thread the connection falls back on its own checkpoint, much later.
    fresh.on('error', () => {});
    ended = new Promise((resolve) => fresh.once('exit', () => resolve()));
    return fresh;
  };
  return {
    committed(): void {
      commits += 1;
      if (commits < commitsBetween || busy || closed) return;
      commits = 0;
      busy = true;
      worker ??= start();
      worker.postMessage('checkpoint');
    },
    /** Waits for the checkpoint under way; nothing is left open on the file. */
    async close(): Promise<void> {
      closed = true;
      kept.fill(0);
      worker?.ref();
      worker?.postMessage('close');
      await ended;
    },
  };
}

export type Checkpointer = ReturnType<typeof createCheckpointer>;
