import { importLimits } from '#shared/domain/import-fields.ts';
import { DomainError } from '#shared/contract/errors.ts';
import type { ImportAnalysis, ImportChoices, ImportStatus } from '#shared/contract/imports.ts';
import type { ImportMapping } from '#shared/domain/import-mapping.ts';
import type { ChangeFeed } from '#electron/events/change-feed.ts';
import type { Clock } from '#electron/platform/clock.ts';
import { newId } from '#electron/platform/ids.ts';
import type { Log } from '#electron/platform/log.ts';
import type { QueryCall } from '#electron/security/call.ts';
import type { OpenPractice } from '#electron/security/open-practice.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import { questionOf } from './analyse.ts';
import { failureSentence, isRunning, publishedSentence, statusOf, type CurrentImport } from './current-import.ts';
import { importsToDrop, keptMapping, publishImport } from './import.repository.ts';
import { mappingProblem } from './line-facts.ts';
import { ImportStopped, startWorker, type WorkerLink } from './worker-link.ts';

/** A file nobody goes on with leaves the memory. */
const forgottenAfter = 30 * 60_000;

export interface ImportDeskParts {
  practice: Practice;
  feed: ChangeFeed;
  clock: Clock;
  log: Log;
}

/** The one import of the practice: its file, its worker, where it stands. */
export function createImportDesk({ practice, feed, clock, log }: ImportDeskParts) {
  let current: CurrentImport | null = null;
  let forgetting: NodeJS.Timeout | null = null;
  let known: OpenPractice | null = null;
  let sweeping: Promise<void> | null = null;
  let sweeper: WorkerLink | null = null;

  const link = (progress: (done: number) => void) =>
    startWorker({
      waiting: practice.requireOpen().waiting,
      takeTurn: async (batch) => practice.requireOpen().writer.connection().execute(batch),
      progress,
      failed: (where) => log.error({ where }, 'import'),
    });
  const publish = (one: CurrentImport, topics: readonly ('imports' | 'patients')[] = ['imports']) => {
    for (const topic of topics)
      feed.publish({ topic, ids: [one.id], seq: 0, by: one.initials, postId: one.postId, at: clock.now() });
  };
  const move = (one: CurrentImport, change: Partial<CurrentImport>) => {
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
  const mine = (call: QueryCall, id: string): CurrentImport => {
    if (current?.id !== id || current.accountId !== call.person.accountId)
      throw new DomainError('NOT_FOUND', { what: 'import' });
    touch();
    return current;
  };
  const tell = (one: CurrentImport, call: QueryCall) => statusOf(one, call.person.accountId, performance.now());
  const access = () => {
    const { file, key } = practice.workerAccess();
    return { file, key: new Uint8Array(key) };
  };
  const ended = (one: CurrentImport, error: unknown, stoppedPhase: 'analysed' | 'stopped') => {
    if (error instanceof ImportStopped)
      return move(one, {
        phase: stoppedPhase,
        message: stoppedPhase === 'stopped' ? 'Import arrêté. Rien n’a été ajouté.' : null,
      });
    if (error instanceof StorageFailure && error.kind === 'corrupted') void practice.damaged();
    move(one, { phase: 'failed', message: failureSentence(error) });
  };

  /** Removes what unpublished imports hold, away from the thread that answers. */
  async function sweep(): Promise<void> {
    const open = practice.requireOpen();
    // After the command that asked for it, if there is one.
    await open.writer.connection().execute(async () => {});
    const runIds = (await importsToDrop(open.reader)).filter(
      (id) => !(current?.id === id && current.phase === 'importing'),
    );
    if (runIds.length === 0) return;
    sweeper = link(() => {});
    try {
      await sweeper.ask({ kind: 'drop', runIds, now: clock.now(), base: access() });
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

  async function load(one: CurrentImport): Promise<void> {
    try {
      const now = clock.now();
      const counts = await one.link.ask({
        kind: 'load',
        order: { runId: one.id, accountId: one.accountId, fileName: one.fileName, now },
        base: access(),
      });
      const open = practice.requireOpen();
      const { id: runId, accountId, postId, mapping } = one;
      open.committed(
        await publishImport(open.writer, clock, {
          runId,
          accountId,
          postId,
          headerKey: one.file?.headerKey ?? '',
          mapping,
        }),
      );
      Object.assign(one, { phase: 'published', counts, done: one.total, message: publishedSentence(counts) });
      publish(one, ['imports', 'patients']);
    } catch (error) {
      ended(one, error, 'stopped');
    }
    await one.link.close();
    if (one.phase !== 'published' && practice.isOpen) sweepSoon();
  }

  return {
    async begin(call: QueryCall, { fileName, size }: { fileName: string; size: number }) {
      if (size === 0)
        throw new DomainError('IMPORT_REFUSED', { reason: 'Ce fichier est vide. Choisir un autre fichier.' });
      if (size > importLimits.bytes)
        throw new DomainError('IMPORT_REFUSED', {
          reason: 'Ce fichier dépasse 50\u00a0Mo. Le couper en plusieurs fichiers, puis recommencer.',
        });
      const other =
        current !== null &&
        current.accountId !== call.person.accountId &&
        ['uploading', 'analysed', 'checked'].includes(current.phase);
      if (current !== null && (isRunning(current) || other)) throw new DomainError('IMPORT_BUSY', {});
      await forget();
      const one: CurrentImport = {
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
        counts: null,
        message: null,
        file: null,
        mapping: [],
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
      if (one.phase !== 'uploading' || index >= one.chunks || bytes.length !== expected) {
        throw new DomainError('IMPORT_REFUSED', { reason: 'Le fichier a été mal transmis. Le choisir à nouveau.' });
      }
      one.link.piece(index, bytes);
      one.received.add(index);
      return { received: one.received.size, chunks: one.chunks };
    },

    async analyse(call: QueryCall, id: string): Promise<ImportAnalysis> {
      const one = mine(call, id);
      if (one.received.size < one.chunks)
        throw new DomainError('IMPORT_REFUSED', {
          reason: 'Le fichier n’est pas arrivé en entier. Le choisir à nouveau.',
        });
      if (isRunning(one)) throw new DomainError('IMPORT_BUSY', {});
      try {
        one.file ??= await one.link.ask({ kind: 'analyse', size: one.size });
      } catch (error) {
        if (current === one) await forget();
        throw error;
      }
      if (one.phase === 'uploading') move(one, { phase: 'analysed', total: one.file.analysis.lines });
      const { analysis, headerKey } = one.file;
      const kept = await keptMapping(call.db, headerKey);
      const columns = kept === null ? analysis.columns : analysis.columns.map((column) => remembered(column, kept));
      const notes =
        kept === null
          ? analysis.notes
          : ['Une liste de même en-tête a déjà été importée\u00a0: ses colonnes sont reprises.', ...analysis.notes];
      return { ...analysis, id, fileName: one.fileName, columns, notes, question: questionOf(columns) };
    },

    async check(
      call: QueryCall,
      { id, mapping, choices }: { id: string; mapping: ImportMapping; choices: ImportChoices },
    ): Promise<ImportStatus> {
      const one = mine(call, id);
      if (isRunning(one)) throw new DomainError('IMPORT_BUSY', {});
      if (one.file === null || !['analysed', 'checked'].includes(one.phase))
        throw new DomainError('NOT_FOUND', { what: 'import' });
      const problem = mappingProblem(mapping, one.file.header.length, choices);
      if (problem !== null) throw new DomainError('IMPORT_REFUSED', { reason: problem });
      move(one, { phase: 'checking', done: 0, counts: null, message: null, mapping, since: performance.now() });
      const order = { mapping, choices, runId: id, today: clock.today(), now: clock.now() };
      one.work = one.link.ask({ kind: 'check', order, base: access() }).then(
        (counts) => move(one, { phase: 'checked', counts, done: one.total }),
        (error: unknown) => ended(one, error, 'analysed'),
      );
      return tell(one, call);
    },

    async start(call: QueryCall, id: string): Promise<ImportStatus> {
      const one = mine(call, id);
      if (one.phase === 'importing' || one.phase === 'published') return tell(one, call);
      if (one.phase !== 'checked')
        throw new DomainError('IMPORT_REFUSED', { reason: 'Vérifier la liste avant de l’importer.' });
      move(one, { phase: 'importing', done: 0, since: performance.now() });
      one.work = load(one);
      return tell(one, call);
    },

    async stop(call: QueryCall, id: string): Promise<ImportStatus> {
      const one = mine(call, id);
      if (isRunning(one)) {
        one.link.stop();
        await one.work;
      }
      return tell(one, call);
    },

    status: (call: QueryCall): ImportStatus | null => (current === null ? null : tell(current, call)),
    /** The worker that holds the lines of this check, while they are in no table yet. */
    lines: (id: string): WorkerLink | null =>
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

function remembered(column: ImportAnalysis['columns'][number], kept: ImportMapping): ImportAnalysis['columns'][number] {
  const known = kept.find((one) => one.column === column.index);
  if (known === undefined) return { ...column, field: null, guessedFrom: null };
  // What this file says of its dates is better than what another one said.
  const dates =
    column.dates?.ambiguous === true && known.dateOrder !== undefined
      ? { order: known.dateOrder, ambiguous: false }
      : column.dates;
  return { ...column, field: known.field, guessedFrom: 'remembered', dates };
}

export type ImportDesk = ReturnType<typeof createImportDesk>;
