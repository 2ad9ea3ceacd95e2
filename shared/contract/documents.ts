import { z } from 'zod';
import { documentKinds, documentLimits, documentSubjects, MEDIA_TYPES } from '#shared/domain/documents.ts';
import { DayValue, Id, InstantValue } from '#shared/domain/values.ts';
import { command, query } from './procedure.ts';

export const DocumentView = z.object({
  id: Id,
  name: z.string(),
  mediaType: z.enum(MEDIA_TYPES),
  /** Bytes. */
  size: z.number().int(),
  /** SHA-256 of the file, hexadecimal. */
  fingerprint: z.string(),
  kind: z.enum(documentKinds),
  aboutKind: z.enum(documentSubjects),
  aboutId: Id,
  onDay: DayValue.nullable(),
  by: z.string(),
  at: InstantValue,
});
export type DocumentView = z.infer<typeof DocumentView>;

/** `bytes` in base64. */
const DocumentFile = z.object({ name: z.string(), mediaType: z.enum(MEDIA_TYPES), bytes: z.string() });
const done = z.object({});

export const documentsContract = {
  /** Proofs of one record, or all of them. */
  list: query(
    { permission: 'employer.read' },
    { about: z.strictObject({ kind: z.enum(documentSubjects), id: Id }).nullable() },
    z.object({ documents: z.array(DocumentView) }),
  ),
  /** One part of a file, in order. Nothing is visible until `add`. */
  send: query(
    { permission: 'employer.manage' },
    {
      uploadId: Id,
      offset: z.number().int().min(0),
      /** Base64, 1 MiB at most once read. */
      bytes: z.base64().max(Math.ceil(documentLimits.chunk / 3) * 4),
    },
    z.object({ received: z.number().int() }),
  ),
  /**
   * Keeps the file sent and joins it to a record. Refusals: INVALID (neither PDF nor image, empty, already joined, no
   * longer in memory).
   */
  add: command(
    { permission: 'employer.manage', undo: 'inverse', topics: ['employer'], label: 'Ajout d’une pièce' },
    {
      uploadId: Id,
      name: z.string().trim().min(1).max(200),
      kind: z.enum(documentKinds),
      aboutKind: z.enum(documentSubjects),
      aboutId: Id,
      onDay: DayValue.nullable(),
    },
    z.object({ id: Id, fingerprint: z.string() }),
  ),
  /** The whole file. Refusals: NOT_FOUND, DOCUMENT_UNREADABLE. */
  read: query({ permission: 'employer.read' }, { id: Id }, DocumentFile),
  /** Proofs of one's own employment and training, less the papers of the aid. */
  mine: query({ permission: 'employer.own' }, {}, z.object({ documents: z.array(DocumentView) })),
  /** The whole file of one of them. Refusals: NOT_FOUND (of anybody else's too), DOCUMENT_UNREADABLE. */
  readMine: query({ permission: 'employer.own' }, { id: Id }, DocumentFile),
  /** The row goes, the encrypted file stays until the practice is pruned: the gesture can be undone. */
  remove: command(
    { permission: 'employer.manage', undo: 'inverse', topics: ['employer'], label: 'Retrait d’une pièce' },
    { id: Id },
    done,
  ),
};
