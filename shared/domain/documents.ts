/** What a kept proof is. */
export const DOCUMENT_KINDS = {
  AID_CONTRACT: 'Contrat d’aide',
  AVENANT: 'Avenant',
  EMPLOYMENT_CONTRACT: 'Contrat de travail',
  DIPLOMA: 'Diplôme',
  REGISTRATION: 'Inscription en formation',
  ATTESTATION: 'Attestation de formation',
  CERTIFICATE: 'Certificat (CQP ou FAE)',
  PAYSLIP: 'Bulletin de paie',
  STATEMENT: 'Relevé de l’Assurance Maladie',
  CPAM_LETTER: 'Courrier de la CPAM',
  PAYMENT_PROOF: 'Preuve de versement',
  OTHER: 'Autre pièce',
} as const;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;
export const documentKinds = Object.keys(DOCUMENT_KINDS) as [DocumentKind, ...DocumentKind[]];

/** Records a proof may be joined to. */
export const documentSubjects = [
  'assistant',
  'employment',
  'absence',
  'training',
  'training_module',
  'aid_contract',
  'aid_event',
  'aid_objective',
  'aid_payment',
  'official_count',
  'renewal_sending',
] as const;
export type DocumentSubject = (typeof documentSubjects)[number];

/** 10 MB: a long scan fits, a film does not. */
export const documentLimits = { bytes: 10 * 2 ** 20, chunk: 2 ** 20 } as const;

export const MEDIA_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

const signatures: readonly (readonly [MediaType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** The kind of a file by its first bytes, whatever its name says; null when it is neither a PDF nor an image. */
export function mediaTypeOf(first: Uint8Array): MediaType | null {
  return signatures.find(([, bytes]) => bytes.every((byte, index) => first[index] === byte))?.[0] ?? null;
}
