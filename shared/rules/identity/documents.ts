import { met, notMet, undetermined, type Reason, type Verdict } from '../kernel/index.ts';

type Acceptance =
  /** Proves the identity of its bearer. */
  | 'high_trust'
  /** For a minor, with a high-trust document of a parent or guardian. */
  | 'minor_with_parent'
  | 'minor'
  /** For an old person entering an EHPAD directly. */
  | 'ehpad';

interface IdentityDocument {
  readonly label: string;
  readonly acceptance: Acceptance;
}

/** Documents that may be recorded as seen. Source: FR Core code list; rules of the 2024 national reference (README.md). */
export const IDENTITY_DOCUMENTS = {
  CN: { label: 'Carte nationale d’identité', acceptance: 'high_trust' },
  PA: { label: 'Passeport', acceptance: 'high_trust' },
  CS: { label: 'Titre de séjour', acceptance: 'high_trust' },
  eCN: { label: 'Carte d’identité électronique', acceptance: 'high_trust' },
  IN: { label: 'Identité numérique La Poste', acceptance: 'high_trust' },
  AV: { label: 'Application carte Vitale', acceptance: 'high_trust' },
  AN: { label: 'Extrait d’acte de naissance', acceptance: 'minor_with_parent' },
  LEP: { label: 'Livret de famille des parents', acceptance: 'minor_with_parent' },
  LECV: { label: 'Livret de famille et carte Vitale avec photo', acceptance: 'ehpad' },
  ANCV: { label: 'Extrait d’acte de naissance et carte Vitale avec photo', acceptance: 'ehpad' },
  CC: { label: 'Document de circulation pour étranger mineur', acceptance: 'minor' },
} as const satisfies Record<string, IdentityDocument>;
export type IdentityDocumentCode = keyof typeof IDENTITY_DOCUMENTS;

/** Countries whose identity card is of high trust: European Union, Switzerland and the states named by the rule. */
export const IDENTITY_CARD_COUNTRIES: readonly string[] = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
  'CH',
  'LI',
  'NO',
  'IS',
  'VA',
  'MC',
  'SM',
  'AD',
];

export interface DocumentSituation {
  /** Completed years on the day the document is seen; null when the birth date is unknown. */
  readonly age: number | null;
  /** Country of an identity card, ISO code; absent means a French card. */
  readonly country?: string;
  /** High-trust document of a parent or guardian seen at the same time. */
  readonly parentDocumentSeen?: boolean;
  readonly enteringEhpad?: boolean;
}

const REASONS = {
  high_trust: { code: 'high_trust', words: 'Pièce admise pour vérifier l’identité.' },
  card_country: {
    code: 'card_country',
    words: 'Carte d’identité de ce pays\u00A0: demander un passeport ou un titre de séjour.',
  },
  minor: { code: 'minor', words: 'Pièce admise pour un mineur.' },
  minor_only: { code: 'minor_only', words: 'Pièce réservée aux mineurs.' },
  parent_needed: { code: 'parent_needed', words: 'Demander aussi la pièce d’identité du parent ou du tuteur.' },
  age_needed: { code: 'age_needed', words: 'L’âge est nécessaire pour admettre cette pièce.' },
  ehpad: { code: 'ehpad', words: 'Pièce admise pour une entrée directe en EHPAD.' },
  ehpad_only: { code: 'ehpad_only', words: 'Pièce réservée aux entrées directes en EHPAD.' },
  ehpad_needed: { code: 'ehpad_needed', words: 'Préciser s’il s’agit d’une entrée directe en EHPAD.' },
} as const satisfies Record<string, Reason>;

/** Whether a document seen is enough to check the identity. The plastic Vitale card and a driving licence never are. */
export function documentAccepted(code: IdentityDocumentCode, situation: DocumentSituation): Verdict {
  const { acceptance } = IDENTITY_DOCUMENTS[code];
  const { age } = situation;
  if (acceptance === 'high_trust') {
    const foreign = code === 'CN' && !IDENTITY_CARD_COUNTRIES.includes((situation.country ?? 'FR').toUpperCase());
    return foreign ? notMet([REASONS.card_country]) : met([REASONS.high_trust]);
  }
  if (acceptance === 'ehpad') {
    if (situation.enteringEhpad === undefined) return undetermined(['enteringEhpad'], [REASONS.ehpad_needed]);
    return situation.enteringEhpad ? met([REASONS.ehpad]) : notMet([REASONS.ehpad_only]);
  }
  if (age === null) return undetermined(['age'], [REASONS.age_needed]);
  if (age >= 18) return notMet([REASONS.minor_only]);
  if (acceptance === 'minor' || situation.parentDocumentSeen === true) return met([REASONS.minor]);
  return situation.parentDocumentSeen === undefined
    ? undetermined(['parentDocumentSeen'], [REASONS.parent_needed])
    : notMet([REASONS.parent_needed]);
}
