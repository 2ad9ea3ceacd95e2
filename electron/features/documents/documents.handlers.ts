import type { DocumentView } from '#shared/contract/documents.ts';
import { DomainError } from '#shared/contract/errors.ts';
import { mediaTypeOf } from '#shared/domain/documents.ts';
import type { AreaHandlers, CommandCall } from '#electron/security/call.ts';
import { DocumentUnreadable, type DocumentStore } from '#electron/storage/documents/document-store.ts';
import { documentRow, readDocuments, recordExists } from './document.repository.ts';
import { readOwnDocuments } from './own-documents.ts';
import type { Uploads } from './uploads.ts';

const refused = (message: string) => new DomainError('INVALID', { problems: [{ field: 'file', message }] });

/** Proofs: received in parts, kept encrypted, joined to what they prove. */
export function documentsHandlers(store: DocumentStore, uploads: Uploads): AreaHandlers<'documents'> {
  async function kept(call: CommandCall, uploadId: string) {
    const file = uploads.take(call.person.accountId, uploadId);
    const mediaType = mediaTypeOf(file.first);
    if (file.received === 0 || mediaType === null) {
      await file.abandon();
      throw refused(
        file.received === 0
          ? 'Ce fichier est vide.'
          : 'Ce fichier n’est ni un PDF ni une image (PNG, JPEG). L’enregistrer en PDF, puis recommencer.',
      );
    }
    const size = file.received;
    // On the disk before the row that names it: a kill leaves a file without a row, never the contrary.
    return { fingerprint: await file.finish(), mediaType, size };
  }

  async function fileOf(row: Pick<DocumentView, 'name' | 'mediaType' | 'fingerprint'> | undefined) {
    if (row === undefined) throw new DomainError('NOT_FOUND', { what: 'document' });
    const { name, mediaType, fingerprint } = row;
    try {
      return { name, mediaType, bytes: (await store.read(fingerprint)).toString('base64') };
    } catch (error) {
      if (error instanceof DocumentUnreadable) throw new DomainError('DOCUMENT_UNREADABLE', {});
      throw error;
    }
  }

  return {
    list: async ({ db }, { about }) => ({ documents: await readDocuments(db, about) }),
    send: async (call, { uploadId, offset, bytes }) => ({
      received: await uploads.send(call.person.accountId, uploadId, offset, Buffer.from(bytes, 'base64')),
    }),
    async add(call, { uploadId, name, kind, aboutKind, aboutId, onDay }) {
      if (!(await recordExists(call.uow.db, aboutKind, aboutId)))
        throw new DomainError('NOT_FOUND', { what: aboutKind });
      const { fingerprint, mediaType, size } = await kept(call, uploadId);
      const twin = await call.uow.db
        .selectFrom('document')
        .select('name')
        .where('sha256', '=', fingerprint)
        .where('about_kind', '=', aboutKind)
        .where('about_id', '=', aboutId)
        .executeTakeFirst();
      if (twin !== undefined) throw refused(`Cette pièce est déjà jointe, sous le nom ${twin.name}.`);
      const id = call.newId();
      await call.uow.insert('document', {
        id,
        sha256: fingerprint,
        name: baseName(name),
        media_type: mediaType,
        size,
        kind,
        about_kind: aboutKind,
        about_id: aboutId,
        on_day: onDay,
        added_by: call.person.accountId,
        added_at: call.clock.now(),
        version: 1,
      });
      call.about({ recordId: id });
      return { id, fingerprint };
    },
    async read({ db }, { id }) {
      return fileOf(await documentRow(db, id));
    },
    mine: async ({ db, person }) => ({ documents: await readOwnDocuments(db, person.accountId) }),
    async readMine({ db, person }, { id }) {
      // Somebody else's is not told apart from one that does not exist.
      return fileOf((await readOwnDocuments(db, person.accountId)).find((one) => one.id === id));
    },
    async remove(call, { id }) {
      if ((await documentRow(call.uow.db, id)) === undefined) throw new DomainError('NOT_FOUND', { what: 'document' });
      await call.uow.remove('document', id);
      call.about({ recordId: id });
      return {};
    },
  };
}

/** The name alone, without the folders a browser or a system may add. */
const baseName = (name: string): string => name.split(/[/\\]/u).at(-1)?.trim() || 'pièce';
