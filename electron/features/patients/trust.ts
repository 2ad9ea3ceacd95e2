import { DomainError } from '#shared/contract/errors.ts';
import type { SeenDocument } from '#shared/contract/patients.ts';
import { ageOn } from '#shared/kernel/day.ts';
import {
  changeIdentity,
  type IdentityAttribute,
  type IdentityEvent,
  type IdentityStatus,
  type IdentityTrust,
  type IdentityDocumentCode,
} from '#shared/rules/identity/index.ts';
import type { PatientRow } from '#electron/storage/tables/patients.ts';

type TrustColumns = Pick<PatientRow, 'identity_status' | 'homonym' | 'doubtful' | 'fictitious' | 'document_code'>;

const columnOfAttribute = {
  homonyme: 'homonym',
  douteuse: 'doubtful',
  fictive: 'fictitious',
} as const satisfies Record<IdentityAttribute, keyof PatientRow>;
const attributes = Object.keys(columnOfAttribute) as IdentityAttribute[];

export function trustOfRow(row: TrustColumns): IdentityTrust {
  return {
    status: row.identity_status as IdentityStatus,
    attributes: attributes.filter((attribute) => Number(row[columnOfAttribute[attribute]]) === 1),
    documentSeen: row.document_code as IdentityDocumentCode | null,
  };
}

export interface TrustChange {
  columns: Partial<PatientRow>;
  status: IdentityStatus;
  words: string;
}

/** One step of the identity's life, as columns to write. @throws INVALID with the rule's sentence when it is refused */
export function stepOfTrust(row: TrustColumns, event: IdentityEvent): TrustChange {
  const step = changeIdentity(trustOfRow(row), event);
  if (!step.ok) throw new DomainError('INVALID', { problems: [{ field: 'identity', message: step.words }] });
  const { status, documentSeen } = step.trust;
  const flags = Object.fromEntries(
    attributes.map((attribute) => [columnOfAttribute[attribute], step.trust.attributes.includes(attribute) ? 1 : 0]),
  );
  return {
    columns: {
      ...flags,
      identity_status: status,
      document_code: documentSeen,
      ...(documentSeen === null ? { document_seen_on: null, document_seen_by: null } : {}),
      // The matricule stays in the journal only.
      ...(step.matriculeToHistory
        ? { matricule: null, matricule_oid: null, attested_at: null, attested_software: null }
        : {}),
    },
    status,
    words: step.words,
  };
}

const withoutCode = 'Pièce vue. Lieu de naissance sans code\u00a0: l’identité reste provisoire.';

/** A document shown at the desk. Without a place code the document is kept and the identity stays provisoire. */
export function seenDocument(
  row: TrustColumns & Pick<PatientRow, 'birth_day' | 'birth_place_code'>,
  document: SeenDocument,
  seen: { on: string; by: string },
): TrustChange {
  const change = stepOfTrust(row, {
    type: 'document_seen',
    document: document.code,
    situation: {
      age: ageOn(row.birth_day, seen.on)?.years ?? null,
      ...(document.country === null ? {} : { country: document.country }),
      ...(document.parentDocumentSeen === null ? {} : { parentDocumentSeen: document.parentDocumentSeen }),
      ...(document.enteringEhpad === null ? {} : { enteringEhpad: document.enteringEhpad }),
    },
  });
  const columns = { ...change.columns, document_seen_on: seen.on, document_seen_by: seen.by };
  if (row.birth_place_code !== null) return { ...change, columns };
  const status = row.identity_status as IdentityStatus;
  return { columns: { ...columns, identity_status: status }, status, words: withoutCode };
}
