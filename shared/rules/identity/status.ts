import { isDay, type Day } from '#shared/kernel/day.ts';
import type { IdentityAttribute, IdentityChannel, IdentityStatus, StrictTrait } from './codes.ts';
import { STRICT_TRAITS } from './codes.ts';
import { documentAccepted, type DocumentSituation, type IdentityDocumentCode } from './documents.ts';

/** Trust in one identity. Serialises to JSON. */
export interface IdentityTrust {
  readonly status: IdentityStatus;
  readonly attributes: readonly IdentityAttribute[];
  /** Document checked by this practice since the traits last changed. */
  readonly documentSeen: IdentityDocumentCode | null;
}

/** What is copied from the doctor's software, where the national service was called. */
export interface Attestation {
  readonly status: 'RECUP' | 'QUAL';
  readonly software: string;
  readonly channel: IdentityChannel;
  readonly day: Day;
  /** Traits and matricule read a second time. */
  readonly secondReading: boolean;
}

export type IdentityEvent =
  | { readonly type: 'document_seen'; readonly document: IdentityDocumentCode; readonly situation: DocumentSituation }
  | { readonly type: 'attest'; readonly attestation: Attestation }
  | { readonly type: 'strict_trait_changed'; readonly trait: StrictTrait }
  | { readonly type: 'attribute_set'; readonly attribute: IdentityAttribute }
  | { readonly type: 'attribute_removed'; readonly attribute: IdentityAttribute };

export type IdentityTransition =
  | {
      readonly ok: true;
      readonly trust: IdentityTrust;
      /** The matricule leaves the record and is kept in the history only. */
      readonly matriculeToHistory: boolean;
      readonly words: string;
    }
  | { readonly ok: false; readonly code: string; readonly words: string };

export const STATUS_WORDS = {
  validated: 'Pièce vue\u00A0: identité validée.',
  seen: 'Pièce vue, statut inchangé.',
  waits: 'Pièce vue. L’identité sera qualifiée quand le logiciel du médecin l’affichera ainsi.',
  recovered: 'Identité récupérée, constatée dans le logiciel du médecin.',
  qualified: 'Identité qualifiée, constatée dans le logiciel du médecin.',
  unchanged: 'Statut inchangé.',
  doubtful: 'Identité douteuse ou fictive\u00A0: lever cet attribut avant de changer le statut.',
  exclusive: 'Une identité ne peut pas être à la fois douteuse et fictive.',
  attributeSet: 'Attribut ajouté.',
  attributeDrop: 'Attribut ajouté\u00A0: l’identité redevient provisoire.',
  attributeRemoved: 'Attribut retiré. Le statut reste à établir.',
  secondReading: 'Relire les traits et le matricule une seconde fois.',
  software: 'Indiquer le logiciel où le statut a été constaté.',
  day: 'Indiquer le jour du constat.',
  downgrade: 'L’identité est déjà qualifiée.',
} as const;

const barred = (trust: IdentityTrust): boolean =>
  trust.attributes.includes('douteuse') || trust.attributes.includes('fictive');

/**
 * Next state of an identity. Prélude itself only reaches PROV and VALI; RECUP and QUAL come from an attestation.
 * A strict trait changed, `douteuse` or `fictive` bring any status back to PROV. A document seen on RECUP waits for
 * the attestation. Sources: README.md, facts 2.2; settled by the project's clarifications.
 */
export function changeIdentity(trust: IdentityTrust, event: IdentityEvent): IdentityTransition {
  switch (event.type) {
    case 'document_seen':
      return seeDocument(trust, event.document, event.situation);
    case 'attest':
      return attest(trust, event.attestation);
    case 'strict_trait_changed':
      return drop(
        { ...trust, documentSeen: null },
        trust.status === 'PROV'
          ? STATUS_WORDS.unchanged
          : `Changement du trait «\u00A0${STRICT_TRAITS[event.trait]}\u00A0»\u00A0: l’identité redevient provisoire.`,
      );
    case 'attribute_set':
      return setAttribute(trust, event.attribute);
    case 'attribute_removed': {
      const attributes = trust.attributes.filter((attribute) => attribute !== event.attribute);
      const words =
        attributes.length === trust.attributes.length ? STATUS_WORDS.unchanged : STATUS_WORDS.attributeRemoved;
      return { ok: true, trust: { ...trust, attributes }, matriculeToHistory: false, words };
    }
  }
}

function holdsMatricule(status: IdentityStatus): boolean {
  return status === 'RECUP' || status === 'QUAL';
}

function drop(trust: IdentityTrust, words: string): IdentityTransition {
  return { ok: true, trust: { ...trust, status: 'PROV' }, matriculeToHistory: holdsMatricule(trust.status), words };
}

function seeDocument(
  trust: IdentityTrust,
  document: IdentityDocumentCode,
  situation: DocumentSituation,
): IdentityTransition {
  if (barred(trust)) return { ok: false, code: 'attribute_bars', words: STATUS_WORDS.doubtful };
  const accepted = documentAccepted(document, situation);
  if (accepted.outcome !== 'met') {
    const words = accepted.reasons.map((reason) => reason.words).join(' ');
    return { ok: false, code: `document_${accepted.reasons[0]?.code ?? 'refused'}`, words };
  }
  const next: IdentityTrust = { ...trust, documentSeen: document };
  if (trust.status === 'PROV') {
    return { ok: true, trust: { ...next, status: 'VALI' }, matriculeToHistory: false, words: STATUS_WORDS.validated };
  }
  const words = trust.status === 'RECUP' ? STATUS_WORDS.waits : STATUS_WORDS.seen;
  return { ok: true, trust: next, matriculeToHistory: false, words };
}

function attest(trust: IdentityTrust, attestation: Attestation): IdentityTransition {
  if (barred(trust)) return { ok: false, code: 'attribute_bars', words: STATUS_WORDS.doubtful };
  if (attestation.software.trim() === '') return { ok: false, code: 'software_missing', words: STATUS_WORDS.software };
  if (!isDay(attestation.day)) return { ok: false, code: 'day_missing', words: STATUS_WORDS.day };
  if (!attestation.secondReading) return { ok: false, code: 'second_reading', words: STATUS_WORDS.secondReading };
  if (trust.status === 'QUAL' && attestation.status === 'RECUP') {
    return { ok: false, code: 'already_qualified', words: STATUS_WORDS.downgrade };
  }
  const words = attestation.status === 'QUAL' ? STATUS_WORDS.qualified : STATUS_WORDS.recovered;
  return { ok: true, trust: { ...trust, status: attestation.status }, matriculeToHistory: false, words };
}

function setAttribute(trust: IdentityTrust, attribute: IdentityAttribute): IdentityTransition {
  if (trust.attributes.includes(attribute)) {
    return { ok: true, trust, matriculeToHistory: false, words: STATUS_WORDS.unchanged };
  }
  if (attribute !== 'homonyme' && barred(trust)) {
    return { ok: false, code: 'attributes_exclusive', words: STATUS_WORDS.exclusive };
  }
  const next: IdentityTrust = { ...trust, attributes: [...trust.attributes, attribute] };
  if (attribute === 'homonyme')
    return { ok: true, trust: next, matriculeToHistory: false, words: STATUS_WORDS.attributeSet };
  return drop(next, trust.status === 'PROV' ? STATUS_WORDS.attributeSet : STATUS_WORDS.attributeDrop);
}

/** The matricule INS leaves the practice (documents, exports, messages) only for a qualified identity. */
export function matriculeMayLeave(trust: IdentityTrust): boolean {
  return trust.status === 'QUAL' && !barred(trust);
}
