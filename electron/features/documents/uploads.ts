import { DomainError } from '#shared/contract/errors.ts';
import { documentLimits } from '#shared/domain/documents.ts';
import type { DocumentStore, Receiving } from '#electron/storage/documents/document-store.ts';

/** A file nobody joins to a record is forgotten. */
const forgottenAfter = 10 * 60_000;

const refused = (message: string) => new DomainError('INVALID', { problems: [{ field: 'file', message }] });
const lost = 'Le fichier n’est plus en mémoire. Le choisir à nouveau.';

/** Files being sent, by person and upload. */
export function createUploads(store: DocumentStore) {
  const coming = new Map<string, { file: Receiving; timer: NodeJS.Timeout; turn: Promise<void> }>();
  const keyOf = (accountId: string, uploadId: string) => `${accountId} ${uploadId}`;
  const forget = async (key: string) => {
    const one = coming.get(key);
    coming.delete(key);
    if (one === undefined) return;
    clearTimeout(one.timer);
    await one.turn.catch(() => {});
    await one.file.abandon();
  };

  return {
    /** Takes one part, in order. @throws INVALID when the file is too big or a part is missing */
    async send(accountId: string, uploadId: string, offset: number, part: Uint8Array): Promise<number> {
      const key = keyOf(accountId, uploadId);
      if (offset === 0) {
        await forget(key);
        const timer = setTimeout(() => void forget(key), forgottenAfter);
        timer.unref();
        coming.set(key, { file: await store.receive(), timer, turn: Promise.resolve() });
      }
      const one = coming.get(key);
      if (one === undefined || one.file.received !== offset) throw refused(lost);
      if (offset + part.byteLength > documentLimits.bytes) {
        await forget(key);
        throw refused(
          'Fichier trop lourd\u00A0: 10\u00A0Mo au plus. Le numériser en noir et blanc, ou en plusieurs pièces.',
        );
      }
      one.turn = one.file.append(part);
      await one.turn;
      return one.file.received;
    },
    /** The file sent, which the caller finishes or abandons. @throws INVALID when it is no longer in memory */
    take(accountId: string, uploadId: string): Receiving {
      const key = keyOf(accountId, uploadId);
      const one = coming.get(key);
      if (one === undefined) throw refused(lost);
      clearTimeout(one.timer);
      coming.delete(key);
      return one.file;
    },
    async close(): Promise<void> {
      for (const key of [...coming.keys()]) await forget(key);
    },
  };
}
export type Uploads = ReturnType<typeof createUploads>;
