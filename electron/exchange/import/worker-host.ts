import { parentPort, workerData } from 'node:worker_threads';
import { importLimits } from '#shared/domain/import-fields.ts';
import { ImportRefusal } from '#electron/exchange/csv/refusal.ts';
import { bulkWriter, type BulkWriter } from '#electron/storage/bulk.ts';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { storageFailure, StorageFailure } from '#electron/storage/failure.ts';
import type { Answer, BaseAccess, FromWorker, ImportKind, LoadOrder, Question, ToWorker } from './messages.ts';
import type { Turns } from './turns.ts';

/** Called between slices: tells the progress, lets messages in. @throws when stopped */
export type Breath = (done: number) => Promise<void>;

/** One kind of import: how a file is read, its lines judged, written unpublished and removed. */
export interface ImportCourse<K extends ImportKind, Line extends { outcome: string }> {
  /** @throws ImportRefusal */
  analyse(bytes: Uint8Array, fileName: string): Promise<K['file']>;
  /** The dry run: nothing is written. */
  check(
    bytes: Uint8Array,
    file: K['file'],
    order: K['order'],
    base: Pick<BulkWriter, 'all'>,
    breath: Breath,
  ): Promise<Line[]>;
  resultOf(lines: readonly Line[]): K['result'];
  reportOf(line: Line): K['line'];
  /** Did anything that the check depends on change after this journal entry? */
  changedSince(base: Pick<BulkWriter, 'all'>, seq: number): boolean;
  load(lines: readonly Line[], order: LoadOrder, bulk: BulkWriter, turns: Turns, breath: Breath): Promise<void>;
  drop(runId: string, now: string, bulk: BulkWriter, turns: Turns, breath: () => Promise<void>): Promise<void>;
  /** What published imports may gain from the files opened since. */
  tidy?(secret: Uint8Array, bulk: BulkWriter, turns: Turns, breath: () => Promise<void>): Promise<void>;
}

class Stopped extends Error {}

/**
 * Serves one import, away from the thread that answers: the bytes of the file, its lines and its own connections live
 * in this worker and end with it.
 */
export function serveImport<K extends ImportKind, Line extends { outcome: string }>(
  course: ImportCourse<K, Line>,
): void {
  const port = parentPort;
  if (port === null) throw new Error('an import runs in a worker');
  const waiting = new Int32Array((workerData as { waiting: SharedArrayBuffer }).waiting);
  const tell = (message: FromWorker<K>) => port.postMessage(message);

  const pieces = new Map<number, Uint8Array>();
  let bytes: Uint8Array = new Uint8Array();
  let file: K['file'] | null = null;
  let lastCheck: K['order'] | null = null;
  let lines: Line[] = [];
  let head = -1;
  let stopped = false;
  let turnCame: (() => void) | null = null;
  let told = 0;

  const turns: Turns = {
    async take(work) {
      if (stopped) throw new Stopped();
      const come = new Promise<void>((resolve) => (turnCame = resolve));
      tell({ kind: 'wantTurn' });
      await come;
      try {
        return work();
      } finally {
        tell({ kind: 'turnOver' });
      }
    },
    waiting: () => Atomics.load(waiting, 0) > 0,
  };

  /** Lets the messages in and tells the progress, at most ten times a second. @throws Stopped */
  async function breath(done?: number): Promise<void> {
    if (done !== undefined && performance.now() - told > 100) {
      told = performance.now();
      tell({ kind: 'progress', done });
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (stopped) throw new Stopped();
  }

  function assemble(size: number): void {
    const whole = Buffer.alloc(size);
    for (const [index, piece] of pieces) {
      const at = index * importLimits.chunkBytes;
      whole.set(piece.subarray(0, Math.max(0, size - at)), at);
    }
    pieces.clear();
    bytes = whole;
  }

  async function answer(question: Question<K>): Promise<Answer<K>> {
    switch (question.kind) {
      case 'analyse':
        if (bytes.length === 0) assemble(question.size);
        return (file = await course.analyse(bytes, question.fileName));
      case 'check':
        lines = await withBase(question.base, true, async (bulk) => {
          head = headOf(bulk);
          return course.check(bytes, required(file), (lastCheck = question.order), bulk, breath);
        });
        return course.resultOf(lines);
      case 'load':
        return withBase(question.base, false, async (bulk) => {
          // Something was written since the check: the lines are judged again.
          if (course.changedSince(bulk, head))
            lines = await course.check(bytes, required(file), required(lastCheck), bulk, () => breath());
          await course.load(lines, question.order, bulk, turns, breath);
          return course.resultOf(lines);
        });
      case 'report': {
        const { outcomes, offset, limit } = question;
        const wanted = outcomes.length === 0 ? lines : lines.filter(({ outcome }) => outcomes.includes(outcome));
        return {
          total: wanted.length,
          lines: wanted.slice(offset, offset + limit).map((line) => course.reportOf(line)),
        };
      }
      case 'drop':
        await withBase(question.base, false, async (bulk) => {
          for (const runId of question.runIds) await course.drop(runId, question.now, bulk, turns, () => breath());
        });
        return null;
      case 'tidy':
        await withBase(question.base, false, async (bulk) =>
          course.tidy?.(question.secret, bulk, turns, () => breath()),
        );
        question.secret.fill(0);
        return null;
    }
  }

  port.on('message', (message: ToWorker<K>) => {
    if (message.kind === 'piece') pieces.set(message.index, message.bytes);
    else if (message.kind === 'turn') turnCame?.();
    else if (message.kind === 'stop') stopped = true;
    else {
      const { id, question } = message;
      if (question.kind !== 'report') stopped = false;
      answer(question).then(
        (value) => tell({ kind: 'answer', id, value }),
        (error: unknown) => tell(failureOf(id, error)),
      );
    }
  });
}

async function withBase<R>(access: BaseAccess, readonly: boolean, work: (bulk: BulkWriter) => Promise<R>): Promise<R> {
  const key = Buffer.from(access.key);
  const base = openSqlite({ file: access.file, key, readonly });
  try {
    return await work(bulkWriter(base));
  } finally {
    key.fill(0);
    access.key.fill(0);
    await base.close();
  }
}

const headOf = (bulk: BulkWriter) => bulk.all<{ seq: number }>('select seq from journal_head')[0]?.seq ?? 0;

function required<T>(value: T | null): T {
  if (value === null) throw new Error('asked out of order');
  return value;
}

type Failed =
  | { kind: 'stopped'; id: number }
  | { kind: 'refused'; id: number; sentence: string }
  | { kind: 'failed'; id: number; failure: StorageFailure['kind']; where: string };

function failureOf(id: number, error: unknown): Failed {
  if (error instanceof Stopped) return { kind: 'stopped', id };
  if (error instanceof ImportRefusal) return { kind: 'refused', id, sentence: error.sentence };
  // The stack says where; the message could carry a value, so it stays here.
  const where =
    error instanceof Error
      ? (error.stack ?? '')
          .split('\n')
          .filter((line) => line.trimStart().startsWith('at '))
          .slice(0, 6)
          .join(' | ')
      : '';
  const kind = error instanceof StorageFailure ? error.kind : storageFailure(error).kind;
  return { kind: 'failed', id, failure: kind, where };
}
