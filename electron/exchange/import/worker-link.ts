import { Worker } from 'node:worker_threads';
import { DomainError } from '#shared/contract/errors.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import type { Answers, FromWorker, ImportKind, Question, ToWorker } from './messages.ts';

/** The person asked to stop, or the vault closed: no failure. */
export class ImportStopped extends Error {}

export interface WorkerLink<K extends ImportKind> {
  ask<Q extends Question<K>['kind']>(question: Extract<Question<K>, { kind: Q }>): Promise<Answers<K>[Q]>;
  piece(index: number, bytes: Uint8Array): void;
  /** The question under way ends with ImportStopped. */
  stop(): void;
  /** Ends the worker: its bytes, its lines and its key go with it. */
  close(): Promise<void>;
}

/**
 * Starts an import worker.
 * @param script the file of the worker, which serves one kind of import
 * @param takeTurn runs its argument while nobody else writes in the base: the worker's batches take their place in the
 *   queue of the commands instead of fighting for the file's lock
 * @param waiting how many wait for their turn to write: a batch under way gives its own back
 */
export function startWorker<K extends ImportKind>(parts: {
  script: URL;
  takeTurn(batch: () => Promise<void>): Promise<void>;
  waiting: SharedArrayBuffer;
  progress(done: number): void;
  failed(where: string): void;
}): WorkerLink<K> {
  const worker = new Worker(parts.script, { workerData: { waiting: parts.waiting } });
  const open = new Map<number, { resolve(value: never): void; reject(error: Error): void }>();
  let last = 0;
  let turnOver: () => void = () => {};
  let ended = false;
  const post = (message: ToWorker<K>, transfer: ArrayBuffer[] = []) => worker.postMessage(message, transfer);

  const settle = (id: number, act: (one: { resolve(value: never): void; reject(error: Error): void }) => void) => {
    const one = open.get(id);
    open.delete(id);
    if (one !== undefined) act(one);
  };
  const end = (error: Error) => {
    ended = true;
    turnOver();
    for (const id of [...open.keys()]) settle(id, ({ reject }) => reject(error));
  };
  const giveTurn = () =>
    parts
      .takeTurn(
        () =>
          new Promise<void>((resolve) => {
            if (ended) return resolve();
            turnOver = resolve;
            post({ kind: 'turn' });
          }),
      )
      .catch(() => void worker.terminate());

  worker.on('message', (message: FromWorker<K>) => {
    switch (message.kind) {
      case 'answer':
        return settle(message.id, ({ resolve }) => resolve(message.value as never));
      case 'refused':
        return settle(message.id, ({ reject }) =>
          reject(new DomainError('IMPORT_REFUSED', { reason: message.sentence })),
        );
      case 'stopped':
        return settle(message.id, ({ reject }) => reject(new ImportStopped()));
      case 'failed':
        parts.failed(message.where);
        return settle(message.id, ({ reject }) => reject(new StorageFailure(message.failure, null)));
      case 'progress':
        return parts.progress(message.done);
      case 'wantTurn':
        return void giveTurn();
      case 'turnOver':
        return turnOver();
    }
  });
  worker.on('error', (error) => end(error instanceof Error ? error : new Error('import worker')));
  worker.on('exit', () => end(new ImportStopped()));

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(new ImportStopped());
        last += 1;
        open.set(last, { resolve, reject });
        post({ kind: 'ask', id: last, question });
      }),
    piece: (index, bytes) => post({ kind: 'piece', index, bytes }, [bytes.buffer as ArrayBuffer]),
    stop: () => post({ kind: 'stop' }),
    async close() {
      if (!ended) await worker.terminate();
    },
  };
}
