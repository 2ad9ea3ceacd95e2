/** Coded lists of the national health identity. Source: FR Core, « Modèle des objets de santé » (README.md, I9, I10). */

export const IDENTITY_STATUSES = {
  PROV: 'Identité provisoire',
  RECUP: 'Identité récupérée',
  VALI: 'Identité validée',
  QUAL: 'Identité qualifiée',
} as const;
export type IdentityStatus = keyof typeof IDENTITY_STATUSES;

export const IDENTITY_ATTRIBUTES = {
  homonyme: 'Homonyme',
  douteuse: 'Identité douteuse',
  fictive: 'Identité fictive',
} as const;
export type IdentityAttribute = keyof typeof IDENTITY_ATTRIBUTES;

/** How the traits were obtained. */
export const IDENTITY_CHANNELS = {
  SM: 'Saisie',
  CV: 'Carte Vitale puis téléservice INSi',
  INSI: 'Téléservice INSi par les traits',
  CB: 'Datamatrix INS',
  RFID: 'Puce RFID',
  AV: 'Application carte Vitale',
} as const;
export type IdentityChannel = keyof typeof IDENTITY_CHANNELS;

export const STRICT_TRAITS = {
  birthName: 'nom de naissance',
  firstGivenName: 'premier prénom de naissance',
  birthDate: 'date de naissance',
  sex: 'sexe',
  birthPlace: 'lieu de naissance',
} as const;
export type StrictTrait = keyof typeof STRICT_TRAITS;

/** Object identifiers a matricule travels with. */
export const MATRICULE_OIDS = {
  NIR: '1.2.250.1.213.1.4.8',
  NIA: '1.2.250.1.213.1.4.9',
  TEST: '1.2.250.1.213.1.4.10',
  DEMO: '1.2.250.1.213.1.4.11',
} as const;
export type MatriculeKind = keyof typeof MATRICULE_OIDS;

/** Kind of a matricule from its OID; null for an unknown one. */
export function matriculeKindOf(oid: string): MatriculeKind | null {
  const found = Object.entries(MATRICULE_OIDS).find(([, value]) => value === oid);
  return found === undefined ? null : (found[0] as MatriculeKind);
}

/** Test and demonstration identities stay out of a real base. */
export function oidAllowed(oid: string, base: 'real' | 'demonstration'): boolean {
  const kind = matriculeKindOf(oid);
  return kind !== null && (base === 'demonstration' || kind === 'NIR' || kind === 'NIA');
}
