import { z } from 'zod';
import { counterMetrics, officialFields, officialLimit, pmtPopulations } from '#shared/domain/counters.ts';
import { dateOrders, importLimits } from '#shared/domain/import-fields.ts';
import { PastVisitMapping, pastVisitFields, pastVisitLimits, pastVisitOutcomes } from '#shared/domain/past-visits.ts';
import { DayValue, Id, InstantValue, patchOf } from '#shared/domain/values.ts';
import { CounterCurve, CounterView, Month, OfficialCount } from './counter-views.ts';
import { command, query } from './procedure.ts';

const count = z.number().int().min(0);
const metric = z.enum(counterMetrics);

export const PastVisitCounts = z.object({
  matched: count,
  unmatched: count,
  unknownDoctor: count,
  duplicate: count,
  leftOut: count,
  invalid: count,
});
export type PastVisitCounts = z.infer<typeof PastVisitCounts>;

/** What the file is, before anything is decided. */
export const PastVisitAnalysis = z.object({
  id: Id,
  fileName: z.string(),
  kind: z.enum(['csv', 'ics']),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16']),
  /** Null for a calendar. */
  separator: z.enum([';', ',', '\t', '|']).nullable(),
  /** Lines under the header, or events. */
  lines: count,
  columns: z.array(
    z.object({
      index: count,
      header: z.string(),
      samples: z.array(z.string()),
      field: z.enum(pastVisitFields).nullable(),
      dates: z.object({ order: z.enum(dateOrders), ambiguous: z.boolean() }).nullable(),
    }),
  ),
  /** How an ambiguous date column reads: answer by `dateOrder` in its mapping. */
  question: z
    .object({
      column: count,
      text: z.string(),
      choices: z.array(z.object({ dateOrder: z.enum(dateOrders), label: z.string() })),
    })
    .nullable(),
  notes: z.array(z.string()),
});
export type PastVisitAnalysis = z.infer<typeof PastVisitAnalysis>;

/** uploading → analysed → checking → checked → importing → published; else stopped, failed. */
export const PastVisitStatus = z.object({
  id: Id,
  phase: z.enum(['uploading', 'analysed', 'checking', 'checked', 'importing', 'published', 'stopped', 'failed']),
  fileName: z.string(),
  by: z.string(),
  mine: z.boolean(),
  done: count,
  total: count,
  secondsLeft: count.nullable(),
  counts: PastVisitCounts.nullable(),
  /** Names of doctors found by the check, with the doctor understood; null = to answer before starting. */
  doctors: z.array(z.object({ text: z.string(), lines: count, doctorId: Id.nullable(), leftOut: z.boolean() })),
  message: z.string().nullable(),
});
export type PastVisitStatus = z.infer<typeof PastVisitStatus>;

/** `line`: as a spreadsheet shows it, or the number of the event. */
export const PastVisitReportLine = z.object({
  line: count,
  outcome: z.enum(pastVisitOutcomes),
  day: DayValue.nullable(),
  reasons: z.array(z.string()),
});
export type PastVisitReportLine = z.infer<typeof PastVisitReportLine>;

export const PastVisitRun = z.object({
  id: Id,
  fileName: z.string(),
  state: z.enum(['published', 'undone']),
  by: z.string(),
  at: InstantValue,
  firstDay: DayValue.nullable(),
  lastDay: DayValue.nullable(),
  counts: PastVisitCounts,
});
export type PastVisitRun = z.infer<typeof PastVisitRun>;

const reading = { permission: 'employer.read' } as const;
const importing = { permission: 'employer.manage' } as const;
const statement = {
  permission: 'employer.manage',
  undo: 'inverse',
  topics: ['employer'],
} as const;
const status = PastVisitStatus;

/**
 * Counters of the aid by doctor, and the import of past visits that completes them.
 * As for the import of patients, what is sent, checked and loaded changes nothing that can be seen, so these calls are
 * no commands: the core publishes at the end of `pastStart`, with its journal entry. Errors: IMPORT_REFUSED with its
 * sentence, IMPORT_BUSY, NOT_FOUND (another id or person).
 */
export const countersContract = {
  /** One counter on a day (today at the latest). @throws NOT_FOUND (doctor), INVALID (future day) */
  view: query(reading, { doctorId: Id, metric, day: DayValue.nullable() }, CounterView),
  /** Month by month, ten years at most. The current month stops today. @throws NOT_FOUND, INVALID */
  curve: query(reading, { doctorId: Id, metric, from: Month, to: Month }, CounterCurve),
  /** Statements typed, latest first. */
  officials: query(
    reading,
    { doctorId: Id.nullable(), metric: metric.nullable() },
    z.object({ officials: z.array(OfficialCount) }),
  ),
  /**
   * `population`: whom a patientèle médecin traitant counts, null when the statement does not say.
   * @throws INVALID: future day, a statement of the same day and patients already there, patients said of a file active
   */
  addOfficial: command(
    { ...statement, label: 'Relevé de l’Assurance Maladie' },
    {
      doctorId: Id,
      metric,
      onDay: DayValue,
      value: count.max(officialLimit),
      population: z.enum(pmtPopulations).nullable(),
    },
    z.object({ id: Id }),
  ),
  /** `value` as digits, `population` as its code. @throws EDIT_CONFLICT, INVALID, NOT_FOUND */
  correctOfficial: command(
    { ...statement, label: 'Correction d’un relevé' },
    { id: Id, patches: z.array(patchOf(z.enum(officialFields))).min(1) },
    z.object({ version: z.number().int() }),
  ),
  /** Its proofs leave with it; undoing brings them back. */
  removeOfficial: command({ ...statement, label: 'Retrait d’un relevé' }, { id: Id }, z.object({})),

  pastBegin: query(
    importing,
    { fileName: z.string().trim().min(1).max(200), size: count },
    z.object({ id: Id, chunkBytes: count, chunks: count }),
  ),
  pastChunk: query(
    importing,
    {
      id: Id,
      index: count.max(pastVisitLimits.bytes / importLimits.chunkBytes),
      base64: z.base64().max(Math.ceil(importLimits.chunkBytes / 3) * 4),
    },
    z.object({ received: count, chunks: count }),
  ),
  pastAnalyse: query(importing, { id: Id }, PastVisitAnalysis),
  /**
   * The dry run; follow `pastStatus` (topic employer). May be run again with other answers.
   * `doctorId`: the doctor of the whole file, when no column says it. `doctors`: answers for names not understood;
   * null = leave their lines out. `unknownPatients`: a person without a file is counted under a digest, or left out.
   */
  pastCheck: query(
    importing,
    {
      id: Id,
      mapping: PastVisitMapping,
      doctorId: Id.nullable(),
      doctors: z.array(z.strictObject({ text: z.string().max(200), doctorId: Id.nullable() })).max(200),
      unknownPatients: z.enum(['keep', 'leave']),
    },
    status,
  ),
  /** Lines of the dry run; once published, the lines that were not counted. `outcomes` empty = all. */
  pastReport: query(
    importing,
    {
      id: Id,
      outcomes: z.array(z.enum(pastVisitOutcomes)),
      offset: count,
      limit: z.number().int().min(1).max(2000),
    },
    z.object({ total: count, lines: z.array(PastVisitReportLine) }),
  ),
  /** Refused while a doctor's name waits for an answer. Sending it twice starts once. */
  pastStart: query(importing, { id: Id }, status),
  pastStop: query(importing, { id: Id }, status),
  /** The import under way or just ended; null when there is none. */
  pastStatus: query(importing, {}, status.nullable()),
  /** Past imports, newest first. */
  pastRuns: query(reading, {}, z.object({ runs: z.array(PastVisitRun) })),
  /** Takes a whole import back: its passages are no longer counted. */
  pastUndo: command(
    {
      permission: 'employer.manage',
      undo: { none: 'Le fichier d’origine permet de recommencer l’import.' },
      topics: ['employer'],
      label: 'Annulation d’un import de passages',
    },
    { id: Id },
    z.object({ removed: count }),
  ),
};
