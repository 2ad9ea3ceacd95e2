import { errorSentence } from '#shared/contract/wording.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import type { ImportKind } from './messages.ts';
import type { WorkerLink } from './worker-link.ts';

export type ImportPhase =
  'uploading' | 'analysed' | 'checking' | 'checked' | 'importing' | 'published' | 'stopped' | 'failed';

/** The import under way, in the core's memory. The file itself is in its worker. */
export interface CurrentImport<K extends ImportKind> {
  id: string;
  accountId: string;
  by: string;
  initials: string;
  postId: string;
  fileName: string;
  size: number;
  chunks: number;
  received: Set<number>;
  phase: ImportPhase;
  done: number;
  total: number;
  /** Milliseconds at which the check or the load began. */
  since: number;
  result: K['result'] | null;
  message: string | null;
  file: K['file'] | null;
  order: K['order'] | null;
  link: WorkerLink<K>;
  /** Resolves when the check or the load under way has ended, whatever its end. */
  work: Promise<void>;
}

export const isRunning = ({ phase }: { phase: ImportPhase }): boolean => phase === 'checking' || phase === 'importing';

/** Time left from the pace so far; nothing said in the first second. */
function secondsLeft(one: CurrentImport<ImportKind>, now: number): number | null {
  const spent = now - one.since;
  if (!isRunning(one) || spent < 1000 || one.done === 0) return null;
  return Math.ceil((spent * (one.total - one.done)) / one.done / 1000);
}

/** What every kind of import says of where it stands; the result is added by its area. */
export function progressOf(one: CurrentImport<ImportKind>, accountId: string, now: number) {
  const { id, phase, fileName, by, done, total, message } = one;
  return {
    id,
    phase,
    fileName,
    by,
    mine: one.accountId === accountId,
    done,
    total,
    secondsLeft: secondsLeft(one, now),
    message,
  };
}

/** Why an import did not reach its end; in every case nothing of it is shown. */
export function failureSentence(error: unknown): string {
  if (error instanceof StorageFailure && ['locked', 'read_only', 'disk_full', 'corrupted'].includes(error.kind)) {
    return errorSentence('STORAGE', { kind: error.kind as 'locked' });
  }
  return 'L’import n’a pas pu aller au bout. Rien n’a été ajouté. Recommencer, puis signaler le fichier.';
}
