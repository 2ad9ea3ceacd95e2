import type { Kysely } from 'kysely';
import { importLimits } from '#shared/domain/import-fields.ts';
import { DomainError } from '#shared/contract/errors.ts';
import type { Topic } from '#shared/contract/procedure.ts';
import type { ChangeFeed } from '#electron/events/change-feed.ts';
import type { Clock } from '#electron/platform/clock.ts';
import { newId } from '#electron/platform/ids.ts';
import type { Log } from '#electron/platform/log.ts';
import type { QueryCall } from '#electron/security/call.ts';
import type { OpenPractice } from '#electron/security/open-practice.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { failureSentence, isRunning, type CurrentImport } from './current-import.ts';
import type { ImportKind } from './messages.ts';
import { ImportStopped, startWorker, type WorkerLink } from './worker-link.ts';

/** A file nobody goes on with leaves the memory. */
const forgottenAfter = 30 * 60_000;

export interface ImportDeskParts {
  practice: Practice;
  feed: ChangeFeed;
  clock: Clock;
  log: Log;
}

/** What differs from one kind of import to another, on the thread that answers. */
export interface DeskCourse<K extends ImportKind> {
  /** The file of its worker. */
  script: URL;
  /** Sentence of the answer to a file over 50 MB. */
  tooLarge: string;
  /** Told at each step, and at the publication. */
  topics: { step: readonly Topic[]; published: readonly Topic[] };
  linesOf(file: K['file']): number;
  /** Shows the whole import at once, in one transaction with its journal entry. */
  publish(open: OpenPractice, one: CurrentImport<K>, result: K['result']): Promise<{ seq: number; hash: string }>;
  publishedSentence(result: K['result']): string;
  stoppedSentence: string;
  /** Imports whose rows are to be removed: cut by a crash, stopped, undone. */
  toDrop(db: Kysely<Schema>): Promise<string[]>;
  /** What published imports may gain from the files opened since: is there anything to look at, and with which key. */
  tidy?: { needed(db: Kysely<Schema>): Promise<boolean>; secret(): Uint8Array };
}

const refused = (reason: string) => new DomainError('IMPORT_REFUSED', { reason });

/** The one import of its kind in the practice: its file, its worker, where it stands. */
export function createDesk<K extends ImportKind>(
  { practice, feed, clock, log }: ImportDeskParts,
  course: DeskCourse<K>,
) {
  type Current = CurrentImport<K>;
  let current: Current | null = null;
  let forgetting: NodeJS.Timeout | null = null;
  let known: OpenPractice | null = null;
  let sweeping: Promise<void> | null = null;
  let sweeper: WorkerLink<K> | null = null;

  const link = (progress: (done: number) => void) =>
    startWorker<K>({
      script: course.script,
      waiting: practice.requireOpen().waiting,
      takeTurn: async (batch) => practice.requireOpen().writer.connection().execute(batch),
      progress,
      failed: (where) => log.error({ where }, 'import'),
    });
  const publish = (one: Current, topics: readonly Topic[] = course.topics.step) => {
    for (const topic of topics)
      feed.publish({ topic, ids: [one.id], seq: 0, by: one.initials, postId: one.postId, at: clock.now() });
  };
  const move = (one: Current, change: Partial<Current>) => {
    Object.assign(one, change);
    publish(one);
  };
  const forget = async () => {
    const one = current;
    current = null;
    await one?.link.close();
  };
  const touch = () => {
    if (forgetting !== null) clearTimeout(forgetting);
    forgetting = setTimeout(() => void (current !== null && !isRunning(current) && forget()), forgottenAfter);
    forgetting.unref();
  };
  /** @throws NOT_FOUND for another import, or somebody else's */
  const mine = (call: QueryCall, id: string): Current => {
    if (current?.id !== id || current.accountId !== call.person.accountId)
      throw new DomainError('NOT_FOUND', { what: 'import' });
    touch();
    return current;
  };
  const access = () => {
    const { file, key } = practice.workerAccess();
    return { file, key: new Uint8Array(key) };
  };
  const ended = (one: Current, error: unknown, stoppedPhase: 'analysed' | 'stopped') => {
    if (error instanceof ImportStopped)
      return move(one, {
        phase: stoppedPhase,
        message: stoppedPhase === 'stopped' ? course.stoppedSentence : null,
      });
    if (error instanceof StorageFailure && error.kind === 'corrupted') void practice.damaged();
    move(one, { phase: 'failed', message: failureSentence(error) });
  };

  /** Removes what unpublished imports hold and completes the others, away from the thread that answers. */
  async function sweep(): Promise<void> {
    const open = practice.requireOpen();
    // After the command that asked for it, if there is one.
    await open.writer.connection().execute(async () => {});
    const runIds = (await course.toDrop(open.reader)).filter(
      (id) => !(current?.id === id && current.phase === 'importing'),
    );
    const tidied = course.tidy !== undefined && (await course.tidy.needed(open.reader)) ? course.tidy : null;
    if (runIds.length === 0 && tidied === null) return;
    sweeper = link(() => {});
    try {
      if (runIds.length > 0) await sweeper.ask({ kind: 'drop', runIds, now: clock.now(), base: access() });
      if (tidied !== null) await sweeper.ask({ kind: 'tidy', secret: tidied.secret(), base: access() });
    } finally {
      await sweeper.close();
      sweeper = null;
    }
  }
  const sweepSoon = () => {
    sweeping = (sweeping ?? Promise.resolve()).then(sweep).catch((error: unknown) => {
      // The vault closed meanwhile: the next opening does it.
      if (practice.isOpen && !(error instanceof ImportStopped))
        log.error({ kind: error instanceof Error ? error.name : typeof error }, 'import sweep');
    });
  };

  async function load(one: Current): Promise<void> {
    try {
      const { id: runId, accountId, fileName } = one;
      const order = { runId, accountId, fileName, now: clock.now() };
      const result = await one.link.ask({ kind: 'load', order, base: access() });
      const open = practice.requireOpen();
      open.committed(await course.publish(open, one, result));
      Object.assign(one, {
        phase: 'published',
        result,
        done: one.total,
        message: course.publishedSentence(result),
      });
      publish(one, course.topics.published);
    } catch (error) {
      ended(one, error, 'stopped');
    }
    await one.link.close();
    if (one.phase !== 'published' && practice.isOpen) sweepSoon();
  }

  return {
    async begin(call: QueryCall, { fileName, size }: { fileName: string; size: number }) {
      if (size === 0) throw refused('Ce fichier est vide. Choisir un autre fichier.');
      if (size > importLimits.bytes) throw refused(course.tooLarge);
      const other =
        current !== null &&
        current.accountId !== call.person.accountId &&
        ['uploading', 'analysed', 'checked'].includes(current.phase);
      if (current !== null && (isRunning(current) || other)) throw new DomainError('IMPORT_BUSY', {});
      await forget();
      const one: Current = {
        id: newId(clock.millis()),
        accountId: call.person.accountId,
        by: call.person.displayName,
        initials: call.person.initials,
        postId: call.post.id,
        fileName,
        size,
        chunks: Math.ceil(size / importLimits.chunkBytes),
        received: new Set(),
        phase: 'uploading',
        done: 0,
        total: 0,
        since: 0,
        result: null,
        message: null,
        file: null,
        order: null,
        link: link((done) => move(one, { done })),
        work: Promise.resolve(),
      };
      current = one;
      touch();
      return { id: one.id, chunkBytes: importLimits.chunkBytes, chunks: one.chunks };
    },

    async chunk(call: QueryCall, { id, index, base64 }: { id: string; index: number; base64: string }) {
      const one = mine(call, id);
      const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
      const expected =
        index < one.chunks - 1 ? importLimits.chunkBytes : one.size - (one.chunks - 1) * importLimits.chunkBytes;
      if (one.phase !== 'uploading' || index >= one.chunks || bytes.length !== expected)
        throw refused('Le fichier a été mal transmis. Le choisir à nouveau.');
      one.link.piece(index, bytes);
      one.received.add(index);
      return { received: one.received.size, chunks: one.chunks };
    },

    /** What the file is, read once. A file that cannot be read is forgotten. */
    async analyse(call: QueryCall, id: string): Promise<{ one: Current; file: K['file'] }> {
      const one = mine(call, id);
      if (one.received.size < one.chunks) throw refused('Le fichier n’est pas arrivé en entier. Le choisir à nouveau.');
      if (isRunning(one)) throw new DomainError('IMPORT_BUSY', {});
      try {
        one.file ??= await one.link.ask({ kind: 'analyse', size: one.size, fileName: one.fileName });
      } catch (error) {
        if (current === one) await forget();
        throw error;
      }
      if (one.phase === 'uploading') move(one, { phase: 'analysed', total: course.linesOf(one.file) });
      return { one, file: one.file };
    },

    /** @param orderOf the order of the check, or the sentence that refuses it */
    async check(call: QueryCall, id: string, orderOf: (one: Current, file: K['file']) => K['order'] | string) {
      const one = mine(call, id);
      if (isRunning(one)) throw new DomainError('IMPORT_BUSY', {});
      if (one.file === null || !['analysed', 'checked'].includes(one.phase))
        throw new DomainError('NOT_FOUND', { what: 'import' });
      const order = orderOf(one, one.file);
      if (typeof order === 'string') throw refused(order);
      move(one, { phase: 'checking', done: 0, result: null, message: null, order, since: performance.now() });
      one.work = one.link.ask({ kind: 'check', order, base: access() }).then(
        (result) => move(one, { phase: 'checked', result, done: one.total }),
        (error: unknown) => ended(one, error, 'analysed'),
      );
      return one;
    },

    /** @param problem the sentence that refuses to import what was checked, if any */
    async start(call: QueryCall, id: string, problem: (result: K['result']) => string | null = () => null) {
      const one = mine(call, id);
      if (one.phase === 'importing' || one.phase === 'published') return one;
      if (one.phase !== 'checked' || one.result === null) throw refused('Vérifier la liste avant de l’importer.');
      const sentence = problem(one.result);
      if (sentence !== null) throw refused(sentence);
      move(one, { phase: 'importing', done: 0, since: performance.now() });
      one.work = load(one);
      return one;
    },

    async stop(call: QueryCall, id: string) {
      const one = mine(call, id);
      if (isRunning(one)) {
        one.link.stop();
        await one.work;
      }
      return one;
    },

    current: (): Current | null => current,
    /** The worker that holds the lines of this check, while they are in no table yet. */
    lines: (id: string): WorkerLink<K> | null =>
      current?.id === id && ['checked', 'importing'].includes(current.phase) ? current.link : null,
    sweepSoon,

    /** Each call of the core: at the first one after an opening, leftovers are removed. */
    called(open: OpenPractice): void {
      if (open === known) return;
      known = open;
      sweepSoon();
    },
    /** Everything stops: the vault closes. What is unpublished goes at the next opening. */
    async close(): Promise<void> {
      if (forgetting !== null) clearTimeout(forgetting);
      const one = current;
      current = null;
      await Promise.all([one?.link.close(), sweeper?.close()]);
      await Promise.all([one?.work, sweeping]);
    },
  };
}
