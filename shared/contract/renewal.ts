import { z } from 'zod';
import { ChecklistLine, Sending, sendingChannels, WantedPiece } from '#shared/domain/renewal.ts';
import { letterCodes, RenewalSnapshot } from '#shared/domain/renewal-report.ts';
import { DayValue, Id, InstantValue } from '#shared/domain/values.ts';
import { command, query } from './procedure.ts';

/** Null: the renewal at the term of the contract. */
const ContractYear = z.number().int().min(1).max(50).nullable();
const subject = { contractId: Id, contractYear: ContractYear };
const done = z.object({});

/** What a frozen file gives: the report, its figures, everything with the proofs, or one letter. */
export const renewalOutputs = ['REPORT', 'FIGURES', 'BUNDLE', ...letterCodes] as const;
export type RenewalOutput = (typeof renewalOutputs)[number];

export const RenewalFile = z.object({
  id: Id,
  contractId: Id,
  contractYear: ContractYear,
  title: z.string(),
  subtitle: z.string(),
  complete: z.boolean(),
  /** Holds the figures of one person: its outputs are refused to who is not the responsable. */
  personal: z.boolean(),
  /** SHA-256 of the snapshot, hexadecimal: the one printed at the foot of the pages. */
  fingerprint: z.string(),
  frozenAt: InstantValue,
  by: z.string(),
  sendings: z.array(Sending),
});
export type RenewalFile = z.infer<typeof RenewalFile>;

export const PreparedRenewal = z.object({
  /** Names this very content: `freeze` keeps it and no other. */
  fingerprint: z.string(),
  snapshot: RenewalSnapshot,
  checklist: z.array(ChecklistLine),
  /** Years a file can be made for, and whether they are over. */
  years: z.array(
    z.object({
      contractYear: z.number().int(),
      from: DayValue.nullable(),
      to: DayValue.nullable(),
      state: z.enum(['past', 'running', 'future', 'unknown']),
    }),
  ),
  term: DayValue.nullable(),
  /** Whose own figures may be asked for: assistants of the file, for the responsable; empty for anyone else. */
  persons: z.array(z.object({ assistantId: Id, name: z.string() })),
  /** The practice's list, and whether it is still Prélude's. */
  pieces: z.array(WantedPiece),
  piecesChanged: z.boolean(),
});
export type PreparedRenewal = z.infer<typeof PreparedRenewal>;

/** The yearly file of an aid contract, and the one of its renewal. Nothing is sent: files are downloaded. */
export const renewalContract = {
  /**
   * Everything known today, what is missing, and the report as it would be frozen. `personId`: the one assistant whose
   * own figures are asked for. Refusals: NOT_FOUND, NOT_ALLOWED (`personId` of who is not the responsable).
   */
  prepare: query(
    { permission: 'employer.read' },
    { ...subject, personId: Id.nullable().default(null) },
    PreparedRenewal,
  ),
  /** Files frozen, the latest first, with their sendings. `contractId` null: of every contract. */
  list: query(
    { permission: 'employer.read' },
    { contractId: Id.nullable() },
    z.object({ files: z.array(RenewalFile) }),
  ),
  /**
   * One part of an output of a frozen file, from `offset` on; the same bytes whenever it is asked. Refusals: NOT_FOUND,
   * INVALID (a proof that no longer reads, a sign the fonts do not draw), NOT_ALLOWED (figures of a person).
   */
  file: query(
    { permission: 'employer.read' },
    { id: Id, what: z.enum(renewalOutputs), offset: z.number().int().min(0) },
    z.object({
      name: z.string(),
      mediaType: z.string(),
      size: z.number().int(),
      /** Base64; empty once `offset` is at the end. */
      bytes: z.string(),
    }),
  ),
  /**
   * Keeps what `prepare` showed, as it was shown. Refusals: INVALID (what was shown is no longer in memory: read again).
   */
  freeze: command(
    {
      permission: 'employer.manage',
      undo: { none: 'un dossier produit est une pièce datée, qui a pu être remise à la caisse' },
      topics: ['employer'],
      label: 'Production d’un dossier',
    },
    { ...subject, fingerprint: z.string().regex(/^[0-9a-f]{64}$/u) },
    z.object({ id: Id, fingerprint: z.string() }),
  ),
  /** Refusals: NOT_FOUND, INVALID (a day to come, or before the file). */
  recordSending: command(
    { permission: 'employer.manage', undo: 'inverse', topics: ['employer'], label: 'Envoi noté' },
    { renewalId: Id, onDay: DayValue, channel: z.enum(sendingChannels) },
    z.object({ id: Id }),
  ),
  /** Refusals: NOT_FOUND, INVALID (a day to come, or before the sending). */
  recordAnswer: command(
    { permission: 'employer.manage', undo: 'inverse', topics: ['employer'], label: 'Réponse de la caisse notée' },
    { sendingId: Id, answeredOn: DayValue, answer: z.string().trim().min(1, 'Écrire la réponse.').max(2000) },
    done,
  ),
  /** Replaces the practice's list of pieces; null gives Prélude's back. Refusals: INVALID (twice the same id). */
  savePieces: command(
    { permission: 'employer.manage', undo: 'inverse', topics: ['employer'], label: 'Liste des pièces modifiée' },
    { pieces: z.array(WantedPiece).max(60).nullable() },
    done,
  ),
  /** Sets a line of the checklist aside for one file, with the reason; a null reason takes it back. */
  setAside: command(
    { permission: 'employer.manage', undo: 'inverse', topics: ['employer'], label: 'Ligne sans objet' },
    { ...subject, lineId: z.string().min(1).max(120), reason: z.string().trim().min(1).max(300).nullable() },
    done,
  ),
};
