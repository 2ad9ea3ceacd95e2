import { Worker } from 'node:worker_threads';
import type { Practice } from '#electron/security/practice-vault.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import type { EvaluationOrder, FromWorker, PracticeCounts } from './messages.ts';

/** Persons done out of the whole, at most ten times a second. */
export interface EvaluationProgress {
  readonly done: number;
  readonly total: number;
}

export type PracticeEvaluation =
  | { readonly outcome: 'done'; readonly counts: PracticeCounts }
  | ({ readonly outcome: 'cancelled' } & EvaluationProgress);

/**
 * Evaluates every vaccination rule and every screening programme for every file of the practice, in a worker, with the
 * practice's own figures of that day. `signal` stops it between two batches; what was counted is then thrown away.
 * Whoever closes the vault aborts first: the worker has its own connection and its own copy of the key.
 * @throws VAULT_CLOSED; StorageFailure when the base cannot be read
 */
export async function evaluatePractice(
  practice: Practice,
  asked: {
    readonly day: string;
    readonly signal?: AbortSignal;
    readonly progress?: (progress: EvaluationProgress) => void;
  },
): Promise<PracticeEvaluation> {
  const { day, signal, progress } = asked;
  const overrides = await readOverrides(practice.requireOpen().reader, day);
  if (signal?.aborted === true) return { outcome: 'cancelled', done: 0, total: 0 };
  const { file, key } = practice.workerAccess();
  const order: EvaluationOrder = { file, key: new Uint8Array(key), day, overrides };
  const worker = new Worker(new URL('./practice-worker.ts', import.meta.url), { workerData: order });
  order.key.fill(0);
  key.fill(0);
  const stop = () => worker.postMessage('stop');
  signal?.addEventListener('abort', stop);
  try {
    return await new Promise<PracticeEvaluation>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        switch (message.kind) {
          case 'progress':
            return progress?.({ done: message.done, total: message.total });
          case 'done':
            return resolve({ outcome: 'done', counts: message.counts });
          case 'stopped':
            return resolve({ outcome: 'cancelled', done: message.done, total: message.total });
          case 'failed':
            return reject(new StorageFailure(message.failure, null));
        }
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new StorageFailure('other', null)));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
