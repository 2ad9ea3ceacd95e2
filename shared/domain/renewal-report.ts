import { z } from 'zod';
import { DayValue, Id, InstantValue } from './values.ts';

/**
 * A renewal file as it is frozen: what every output prints, in order, and nothing computed afterwards. The screen, the
 * PDF, the CSV and the letters read it and nothing else, so that a frozen file never changes.
 */

/** What a figure is worth to a spreadsheet; `EUR_CENTS` is written in euros there. */
const Figure = z.object({ value: z.number(), unit: z.string() });

/** `text` is printed as it is; `figure` is null for words, days, and for what is not known. */
export const ReportCell = z.object({ text: z.string(), figure: Figure.nullable() });
export type ReportCell = z.infer<typeof ReportCell>;

const facts = z.object({
  kind: z.literal('facts'),
  rows: z.array(z.object({ label: z.string(), cell: ReportCell })),
});
const table = z.object({
  kind: z.literal('table'),
  caption: z.string(),
  columns: z.array(z.object({ head: z.string(), figures: z.boolean() })),
  rows: z.array(z.array(ReportCell)),
});
const note = z.object({
  kind: z.literal('note'),
  /** `estimate`: under a forecast; `missing`: something to supply. */
  tone: z.enum(['plain', 'estimate', 'missing']),
  words: z.string(),
});
const ReportSeries = z.object({
  label: z.string(),
  line: z.enum(['solid', 'dashed', 'dotted', 'marks']),
  points: z.array(z.object({ day: DayValue, value: z.number() })),
});
const chart = z.object({
  kind: z.literal('chart'),
  caption: z.string(),
  /** What the drawing shows, for who does not see it. */
  words: z.string(),
  unit: z.string(),
  series: z.array(ReportSeries),
});
export type ReportChart = z.infer<typeof chart>;

export const ReportBlock = z.discriminatedUnion('kind', [facts, table, note, chart]);
export type ReportBlock = z.infer<typeof ReportBlock>;

export const ReportSection = z.object({ id: z.string(), title: z.string(), blocks: z.array(ReportBlock) });
export type ReportSection = z.infer<typeof ReportSection>;

/** Letters a file may need. */
export const LETTERS = {
  CALCULATION: 'Demande du détail du calcul',
  CLAIM: 'Réponse à une demande de la caisse',
  AVENANT: 'Demande d’avenant',
} as const;
export type LetterCode = keyof typeof LETTERS;
export const letterCodes = Object.keys(LETTERS) as [LetterCode, ...LetterCode[]];

const Letter = z.object({
  code: z.enum(letterCodes),
  recipient: z.array(z.string()),
  /** « Briey, le 17/11/2026 ». */
  placeAndDay: z.string(),
  object: z.string(),
  paragraphs: z.array(z.string()),
});
export type Letter = z.infer<typeof Letter>;

const ReportProof = z.object({
  documentId: Id,
  /** Name inside the ZIP. */
  file: z.string(),
  name: z.string(),
  kind: z.string(),
  onDay: DayValue.nullable(),
  /** SHA-256 of the file, hexadecimal. */
  fingerprint: z.string(),
  /** Bytes. */
  size: z.number().int(),
});
export type ReportProof = z.infer<typeof ReportProof>;

export const RenewalSnapshot = z.object({
  /** Version of this shape. */
  format: z.literal(1),
  title: z.string(),
  subtitle: z.string(),
  /** The data are those of this instant; it is also the creation date of the documents. */
  stoppedAt: InstantValue,
  /** The same, as a day and time of Paris. */
  stoppedWords: z.string(),
  practice: z.object({ name: z.string(), lines: z.array(z.string()) }),
  contractLine: z.string(),
  signer: z.string(),
  complete: z.boolean(),
  /** Holds the figures of one person: read by the responsable alone (settled point 31). */
  personal: z.boolean(),
  sections: z.array(ReportSection),
  proofs: z.array(ReportProof),
  letters: z.array(Letter),
});
export type RenewalSnapshot = z.infer<typeof RenewalSnapshot>;
