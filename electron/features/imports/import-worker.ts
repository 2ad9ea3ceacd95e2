import { parentPort, workerData } from 'node:worker_threads';
import { importLimits } from '#shared/domain/import-fields.ts';
import { ImportRefusal } from '#electron/exchange/csv/refusal.ts';
import { bulkWriter, type BulkWriter } from '#electron/storage/bulk.ts';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { storageFailure, StorageFailure } from '#electron/storage/failure.ts';
import { analyseFile, type FileFacts } from './analyse.ts';
import { checkLines, countsOf, type CheckedLine } from './check.ts';
import { dropImport } from './drop.ts';
import { loadLines } from './load.ts';
import type { Answers, BaseAccess, FromWorker, Question, ToWorker } from './messages.ts';
import type { Turns } from './turns.ts';

/*
 * One import, away from the thread that answers: the bytes of the file, its lines and its own connections live here
 * and end with the worker.
 */

class Stopped extends Error {}

const port = parentPort;
if (port === null) throw new Error('import-worker runs in a worker');
const waiting = new Int32Array((workerData as { waiting: SharedArrayBuffer }).waiting);
const tell = (message: FromWorker) => port.postMessage(message);

const pieces = new Map<number, Uint8Array>();
let bytes: Uint8Array = new Uint8Array();
let file: FileFacts | null = null;
let lines: CheckedLine[] = [];
let head = -1;
let stopped = false;
let turnCame: (() => void) | null = null;

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

let told = 0;
/** Lets the messages in and tells the progress, at most ten times a second. @throws Stopped */
async function breath(done?: number): Promise<void> {
  if (done !== undefined && performance.now() - told > 100) {
    told = performance.now();
    tell({ kind: 'progress', done });
  }
  await new Promise<void>((resolve) => setImmediate(resolve));
  if (stopped) throw new Stopped();
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

/** Did a file appear or change after this journal entry? */
const filesChangedSince = (bulk: BulkWriter, seq: number) =>
  bulk.all(`select 1 from journal_value where seq > ? and table_name in ('patient', 'import_run') limit 1`, seq)
    .length > 0;

function assemble(size: number): void {
  const whole = Buffer.alloc(size);
  for (const [index, piece] of pieces)
    whole.set(piece.subarray(0, Math.max(0, size - index * importLimits.chunkBytes)), index * importLimits.chunkBytes);
  pieces.clear();
  bytes = whole;
}

let lastCheck: Extract<Question, { kind: 'check' }>['order'] | null = null;

async function answer(question: Question): Promise<Answers[keyof Answers]> {
  switch (question.kind) {
    case 'analyse':
      if (bytes.length === 0) assemble(question.size);
      return (file = await analyseFile(bytes));
    case 'check':
      lines = await withBase(question.base, true, async (bulk) => {
        head = headOf(bulk);
        return checkLines(bytes, required(file), (lastCheck = question.order), bulk, breath);
      });
      return countsOf(lines);
    case 'load':
      return withBase(question.base, false, async (bulk) => {
        // A file was written since the check: the duplicates are looked for again.
        if (filesChangedSince(bulk, head))
          lines = await checkLines(bytes, required(file), required(lastCheck), bulk, () => breath());
        await loadLines(lines, question.order, bulk, turns, breath);
        return countsOf(lines);
      });
    case 'report': {
      const wanted =
        question.outcomes.length === 0 ? lines : lines.filter(({ outcome }) => question.outcomes.includes(outcome));
      const page = wanted.slice(question.offset, question.offset + question.limit);
      return {
        total: wanted.length,
        lines: page.map(({ line, outcome, reasons, looksLike }) => ({
          line,
          outcome,
          reasons,
          looksLike,
          patientId: null,
        })),
      };
    }
    case 'drop':
      await withBase(question.base, false, async (bulk) => {
        for (const runId of question.runIds) await dropImport(runId, question.now, bulk, turns, () => breath());
      });
      return null;
  }
}

function required<T>(value: T | null): T {
  if (value === null) throw new Error('asked out of order');
  return value;
}

function failure(id: number, error: unknown): FromWorker {
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

port.on('message', (message: ToWorker) => {
  if (message.kind === 'piece') pieces.set(message.index, message.bytes);
  else if (message.kind === 'turn') turnCame?.();
  else if (message.kind === 'stop') stopped = true;
  else {
    const { id, question } = message;
    if (question.kind !== 'report') stopped = false;
    answer(question).then(
      (value) => tell({ kind: 'answer', id, value }),
      (error: unknown) => tell(failure(id, error)),
    );
  }
});
