import type { Kysely } from 'kysely';
import type { DocumentView } from '#shared/contract/documents.ts';
import type { DocumentKind, DocumentSubject } from '#shared/domain/documents.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { readDocuments } from './document.repository.ts';

/** What a person opens among the proofs joined to their own record: the papers of the aid stay with the employer. */
const ownKinds: ReadonlySet<DocumentKind> = new Set([
  'EMPLOYMENT_CONTRACT',
  'AVENANT',
  'DIPLOMA',
  'REGISTRATION',
  'ATTESTATION',
  'CERTIFICATE',
  'PAYSLIP',
  'OTHER',
]);

/** Is this a paper its subject may open? */
export const isOwnKind = (kind: DocumentKind): boolean => ownKinds.has(kind);

/**
 * Proofs of the person behind an account: those of their record, their contracts, their absences and their training.
 * Nothing without a record in use linked to the account.
 */
export async function readOwnDocuments(db: Kysely<Schema>, accountId: string): Promise<DocumentView[]> {
  const assistants = await idsOf(
    db.selectFrom('assistant').select('id').where('account_id', '=', accountId).where('archived_at', 'is', null),
  );
  if (assistants.length === 0) return [];
  const of = async (table: 'employment' | 'absence' | 'training') =>
    idsOf(db.selectFrom(table).select('id').where('assistant_id', 'in', assistants));
  const trainings = await of('training');
  const modules =
    trainings.length === 0
      ? []
      : await idsOf(db.selectFrom('training_module').select('id').where('training_id', 'in', trainings));
  const own: Partial<Record<DocumentSubject, readonly string[]>> = {
    assistant: assistants,
    employment: await of('employment'),
    absence: await of('absence'),
    training: trainings,
    training_module: modules,
  };
  return (await readDocuments(db, null)).filter(
    ({ kind, aboutKind, aboutId }) => isOwnKind(kind) && own[aboutKind]?.includes(aboutId) === true,
  );
}

const idsOf = async (query: { execute(): Promise<{ id: string }[]> }) => (await query.execute()).map(({ id }) => id);
