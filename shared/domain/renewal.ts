import { z } from 'zod';
import { documentKinds, documentSubjects } from './documents.ts';
import { DayValue, Id } from './values.ts';

/** How a file was handed over: Prélude sends nothing itself. */
export const SENDING_CHANNELS = {
  PORTAL: 'Espace amelipro',
  SECURE_MAIL: 'Messagerie sécurisée',
  REGISTERED: 'Lettre recommandée',
  POST: 'Courrier',
  HAND: 'Remis en main propre',
} as const;
export type SendingChannel = keyof typeof SENDING_CHANNELS;
export const sendingChannels = Object.keys(SENDING_CHANNELS) as [SendingChannel, ...SendingChannel[]];

export const RENEWAL_STEPS = {
  contract: 'Contrat',
  patients: 'Patientèle',
  assistant: 'Assistant',
  proofs: 'Pièces',
  review: 'Relecture',
} as const;
export type RenewalStep = keyof typeof RENEWAL_STEPS;
export const renewalSteps = Object.keys(RENEWAL_STEPS) as [RenewalStep, ...RenewalStep[]];

/** Where a line of the checklist is put right: the forms of the aid by their name there, or another screen. */
export const renewalPlaces = [
  'practice',
  'doctor',
  'profile',
  'employment',
  'training',
  'registration',
  'information',
  'contract',
  'policy',
  'letter',
  'avenant',
  'event',
  'year',
  'payment',
  'member',
  'assistant',
  'objective',
  'count',
] as const;
export type RenewalPlace = (typeof renewalPlaces)[number];

/**
 * A piece the practice wants in its files. The list the CPAM asks for every year could not be read anywhere (U15): this
 * one is the practice's own, and the first one a choice of Prélude.
 */
export const WantedPiece = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/u)
    .describe('Stable: what is set aside for one file is remembered by it.'),
  label: z.string().trim().min(1, 'Nommer la pièce.').max(120),
  /** Kind of proof that answers it. */
  kind: z.enum(documentKinds),
  /** How many of them make it complete. */
  count: z.number().int().min(1).max(60),
  for: z.enum(['year', 'renewal', 'both']),
  /** The file stays « INCOMPLET » without it. */
  required: z.boolean(),
});
export type WantedPiece = z.infer<typeof WantedPiece>;

/** The list before the practice changes it. Source: none; each line follows from what a contract commits to. */
export const defaultPieces: readonly WantedPiece[] = [
  { id: 'contrat-aide', label: 'Contrat d’aide signé', kind: 'AID_CONTRACT', count: 1, for: 'both', required: true },
  {
    id: 'contrat-travail',
    label: 'Contrat de travail de l’assistant',
    kind: 'EMPLOYMENT_CONTRACT',
    count: 1,
    for: 'both',
    required: true,
  },
  {
    id: 'formation',
    label: 'Inscription ou attestation de formation',
    kind: 'ATTESTATION',
    count: 1,
    for: 'both',
    required: false,
  },
  { id: 'bulletins', label: 'Bulletins de paie de l’année', kind: 'PAYSLIP', count: 12, for: 'year', required: false },
  { id: 'releve', label: 'Relevé de l’Assurance Maladie', kind: 'STATEMENT', count: 1, for: 'both', required: true },
  {
    id: 'versements',
    label: 'Preuve des versements reçus',
    kind: 'PAYMENT_PROOF',
    count: 1,
    for: 'both',
    required: false,
  },
];

/** A kind of proof that answers for another: a registration shows the training as well as an attestation does. */
export const STANDS_FOR: Partial<Record<WantedPiece['kind'], readonly WantedPiece['kind'][]>> = {
  ATTESTATION: ['REGISTRATION', 'CERTIFICATE'],
  REGISTRATION: ['ATTESTATION', 'CERTIFICATE'],
};

export const ChecklistLine = z.object({
  id: z.string(),
  step: z.enum(renewalSteps),
  label: z.string(),
  detail: z.string(),
  /** `later`: cannot be there yet, and `detail` says from which day. */
  state: z.enum(['done', 'missing', 'later', 'set_aside']),
  /** Missing, it keeps « INCOMPLET » across the report. */
  blocking: z.boolean(),
  /** Who wants it: what the report needs, or the practice's own list. */
  origin: z.enum(['report', 'practice']),
  /** `target`: a record, a counter or a year, as the place takes it; several parts are joined by a dot. */
  gesture: z.object({ label: z.string(), place: z.enum(renewalPlaces), target: z.string().nullable() }).nullable(),
  /** A proof can be joined here, to one of these records. */
  attach: z
    .object({
      kind: z.enum(documentKinds),
      to: z.array(z.object({ aboutKind: z.enum(documentSubjects), aboutId: Id, label: z.string() })),
    })
    .nullable(),
});
export type ChecklistLine = z.infer<typeof ChecklistLine>;

/** The report is complete when no blocking line is left open. */
export const isComplete = (lines: readonly ChecklistLine[]): boolean =>
  lines.every(({ blocking, state }) => !blocking || state === 'done' || state === 'set_aside');

export const Sending = z.object({
  id: Id,
  onDay: DayValue,
  channel: z.enum(sendingChannels),
  answeredOn: DayValue.nullable(),
  answer: z.string().nullable(),
});
export type Sending = z.infer<typeof Sending>;
