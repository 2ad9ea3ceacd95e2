import type { ImportCounts, ImportReportLine } from '#shared/contract/imports.ts';
import type { LineOutcome } from '#shared/domain/import-fields.ts';
import type { FailureKind } from '#electron/storage/failure.ts';
import type { FileFacts } from './analyse.ts';
import type { CheckOrder } from './check.ts';
import type { LoadOrder } from './load.ts';

/** The base as a worker opens it by itself. */
export interface BaseAccess {
  file: string;
  key: Uint8Array;
}

/** What a worker is asked. Each is answered once, by its number. */
export type Question =
  | { kind: 'analyse'; size: number }
  | { kind: 'check'; order: CheckOrder; base: BaseAccess }
  | { kind: 'load'; order: LoadOrder; base: BaseAccess }
  | { kind: 'report'; outcomes: readonly LineOutcome[]; offset: number; limit: number }
  | { kind: 'drop'; runIds: readonly string[]; now: string; base: BaseAccess };

export interface Answers {
  analyse: FileFacts;
  check: ImportCounts;
  load: ImportCounts;
  report: { total: number; lines: ImportReportLine[] };
  drop: null;
}

export type ToWorker =
  | { kind: 'ask'; id: number; question: Question }
  | { kind: 'piece'; index: number; bytes: Uint8Array }
  /** The turn to write has come. */
  | { kind: 'turn' }
  | { kind: 'stop' };

export type FromWorker =
  | { kind: 'answer'; id: number; value: Answers[keyof Answers] }
  | { kind: 'refused'; id: number; sentence: string }
  | { kind: 'stopped'; id: number }
  | { kind: 'failed'; id: number; failure: FailureKind; where: string }
  | { kind: 'progress'; done: number }
  | { kind: 'wantTurn' }
  | { kind: 'turnOver' };
