import type { ImportCounts, ImportStatus } from '#shared/contract/imports.ts';
import type { ImportMapping } from '#shared/domain/import-mapping.ts';
import { errorSentence } from '#shared/contract/wording.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import type { FileFacts } from './analyse.ts';
import type { WorkerLink } from './worker-link.ts';

/** The import under way, in the core's memory. The file itself is in its worker. */
export interface CurrentImport {
  id: string;
  accountId: string;
  by: string;
  initials: string;
  postId: string;
  fileName: string;
  size: number;
  chunks: number;
  received: Set<number>;
  phase: ImportStatus['phase'];
  done: number;
  total: number;
  /** Milliseconds at which the check or the load began. */
  since: number;
  counts: ImportCounts | null;
  message: string | null;
  file: FileFacts | null;
  mapping: ImportMapping;
  link: WorkerLink;
  /** Resolves when the check or the load under way has ended, whatever its end. */
  work: Promise<void>;
}

export const isRunning = ({ phase }: CurrentImport): boolean => phase === 'checking' || phase === 'importing';

/** Time left from the pace so far; nothing said in the first second. */
function secondsLeft(one: CurrentImport, now: number): number | null {
  const spent = now - one.since;
  if (!isRunning(one) || spent < 1000 || one.done === 0) return null;
  return Math.ceil((spent * (one.total - one.done)) / one.done / 1000);
}

export function statusOf(one: CurrentImport, accountId: string, now: number): ImportStatus {
  const { id, phase, fileName, by, done, total, counts, message } = one;
  return {
    id,
    phase,
    fileName,
    by,
    mine: one.accountId === accountId,
    done,
    total,
    secondsLeft: secondsLeft(one, now),
    counts,
    message,
  };
}

const said = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${formatNumber(count)} ${count > 1 ? many : one}`];

/** What a finished import brought, in one sentence. */
export function publishedSentence(counts: ImportCounts): string {
  const created = counts.new + counts.toCorrect + counts.possible;
  const parts = [
    ...(created === 0 ? ['Aucun dossier créé'] : said(created, 'dossier créé', 'dossiers créés')),
    ...said(counts.toCorrect, 'dossier à compléter', 'dossiers à compléter'),
    ...said(counts.possible, 'doublon possible à vérifier', 'doublons possibles à vérifier'),
    ...said(counts.duplicate, 'doublon laissé de côté', 'doublons laissés de côté'),
    ...said(counts.invalid, 'ligne non importable', 'lignes non importables'),
  ];
  return `${parts.join(', ')}.`;
}

/** Why an import did not reach its end; in every case nothing of it is shown. */
export function failureSentence(error: unknown): string {
  if (error instanceof StorageFailure && ['locked', 'read_only', 'disk_full', 'corrupted'].includes(error.kind)) {
    return errorSentence('STORAGE', { kind: error.kind as 'locked' });
  }
  return 'L’import n’a pas pu aller au bout. Rien n’a été ajouté. Recommencer, puis signaler le fichier.';
}
