import type { FailureKind } from '#electron/storage/failure.ts';

/** The base as a worker opens it by itself. */
export interface BaseAccess {
  file: string;
  key: Uint8Array;
}

/** What a load needs to name the import in the base. */
export interface LoadOrder {
  runId: string;
  accountId: string;
  fileName: string;
  now: string;
}

/** What one kind of import makes of a file: facts of the file, order of a check, its result, a line of the report. */
export interface ImportKind {
  file: object;
  order: object;
  result: object;
  line: object;
}

/** What a worker is asked. Each is answered once, by its number. */
export type Question<K extends ImportKind> =
  | { kind: 'analyse'; size: number; fileName: string }
  | { kind: 'check'; order: K['order']; base: BaseAccess }
  | { kind: 'load'; order: LoadOrder; base: BaseAccess }
  | { kind: 'report'; outcomes: readonly string[]; offset: number; limit: number }
  | { kind: 'drop'; runIds: readonly string[]; now: string; base: BaseAccess }
  | { kind: 'tidy'; secret: Uint8Array; base: BaseAccess };

export interface Answers<K extends ImportKind> {
  analyse: K['file'];
  check: K['result'];
  load: K['result'];
  report: { total: number; lines: K['line'][] };
  drop: null;
  tidy: null;
}
export type Answer<K extends ImportKind> = Answers<K>[keyof Answers<K>];

export type ToWorker<K extends ImportKind> =
  | { kind: 'ask'; id: number; question: Question<K> }
  | { kind: 'piece'; index: number; bytes: Uint8Array }
  /** The turn to write has come. */
  | { kind: 'turn' }
  | { kind: 'stop' };

export type FromWorker<K extends ImportKind> =
  | { kind: 'answer'; id: number; value: Answer<K> }
  | { kind: 'refused'; id: number; sentence: string }
  | { kind: 'stopped'; id: number }
  | { kind: 'failed'; id: number; failure: FailureKind; where: string }
  | { kind: 'progress'; done: number }
  | { kind: 'wantTurn' }
  | { kind: 'turnOver' };
