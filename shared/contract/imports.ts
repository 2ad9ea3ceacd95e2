import { z } from 'zod';
import { dateOrders, importFieldNames, importLimits, lineOutcomes } from '#shared/domain/import-fields.ts';
import { ImportMapping } from '#shared/domain/import-mapping.ts';
import { Id } from '#shared/domain/values.ts';
import { command, query } from './procedure.ts';

/** What to do with lines that look like a file already there (or an earlier line). */
export const ImportChoices = z.strictObject({
  /** Certain or very probable duplicates. */
  probable: z.enum(['skip', 'import']),
  /** Possible ones; imported ones carry a mention. */
  possible: z.enum(['skip', 'import']),
  /** Birth name empty: take the used name, and say so; else the line is invalid. */
  birthNameFromUsedName: z.boolean(),
});
export type ImportChoices = z.infer<typeof ImportChoices>;
export const defaultImportChoices: ImportChoices = {
  probable: 'skip',
  possible: 'import',
  birthNameFromUsedName: true,
};

export const ImportColumn = z.object({
  index: z.number().int(),
  header: z.string(),
  /** Up to three filled cells, neutralised. */
  samples: z.array(z.string()),
  field: z.enum(importFieldNames).nullable(),
  guessedFrom: z.enum(['remembered', 'header', 'content']).nullable(),
  /** Of a column that holds dates. `ambiguous`: nothing in the file tells the day from the month. */
  dates: z.object({ order: z.enum(dateOrders), ambiguous: z.boolean() }).nullable(),
});
export type ImportColumn = z.infer<typeof ImportColumn>;

/** What the file is, before anything is decided. */
export const ImportAnalysis = z.object({
  id: Id,
  fileName: z.string(),
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16']),
  separator: z.enum([';', ',', '\t', '|']),
  /** Lines under the header. */
  lines: z.number().int(),
  columns: z.array(ImportColumn),
  /** The only question: how a date column reads. Answer by `dateOrder` in the mapping of that column. */
  question: z
    .object({
      column: z.number().int(),
      text: z.string(),
      choices: z.array(z.object({ dateOrder: z.enum(dateOrders), label: z.string() })),
    })
    .nullable(),
  /** Sentences about the file: formula cells, lines of another width, remembered mapping. */
  notes: z.array(z.string()),
});
export type ImportAnalysis = z.infer<typeof ImportAnalysis>;

export const ImportCounts = z.object({
  new: z.number().int(),
  toCorrect: z.number().int(),
  possible: z.number().int(),
  duplicate: z.number().int(),
  invalid: z.number().int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/**
 * Where the import of the practice stands; one at a time.
 * uploading → analysed → checking → checked → importing → published; else stopped, failed.
 */
export const ImportStatus = z.object({
  id: Id,
  phase: z.enum(['uploading', 'analysed', 'checking', 'checked', 'importing', 'published', 'stopped', 'failed']),
  fileName: z.string(),
  by: z.string(),
  /** Started by the person asking: only they go on with it or stop it. */
  mine: z.boolean(),
  done: z.number().int(),
  total: z.number().int(),
  /** Null while it cannot be told. */
  secondsLeft: z.number().int().nullable(),
  counts: ImportCounts.nullable(),
  /** The sentence of the end, or of the failure. */
  message: z.string().nullable(),
});
export type ImportStatus = z.infer<typeof ImportStatus>;

/** `line` is the number of the line as a spreadsheet shows it (the header is line 1). */
export const ImportReportLine = z.object({
  line: z.number().int(),
  outcome: z.enum(lineOutcomes),
  reasons: z.array(z.string()),
  /** The file it looks like, when that file is in the base. */
  looksLike: Id.nullable(),
  /** The file created, once imported. */
  patientId: Id.nullable(),
});
export type ImportReportLine = z.infer<typeof ImportReportLine>;

export const ImportRun = z.object({
  id: Id,
  fileName: z.string(),
  state: z.enum(['importing', 'published', 'undone', 'dropped']),
  by: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  total: z.number().int(),
  created: z.number().int(),
  duplicates: z.number().int(),
  invalid: z.number().int(),
});
export type ImportRun = z.infer<typeof ImportRun>;

export const KeptPatient = z.object({ patientId: Id, reason: z.string() });
const importing = { permission: 'patient.import' } as const;
const page = { offset: z.number().int().min(0), limit: z.number().int().min(1).max(2000) };
const report = z.object({ total: z.number().int(), lines: z.array(ImportReportLine) });
const status = ImportStatus;

/**
 * A list of patients from a CSV file. The upload, the check and the load change nothing that can be seen: they work
 * in the core's memory and on unpublished rows, so they are no commands. The one visible change is the publication,
 * done by the core at the end of `start` with its journal entry; `undo` takes it back.
 * Errors: IMPORT_REFUSED with its sentence (bad file, bad mapping), IMPORT_BUSY, NOT_FOUND (another id or person).
 */
export const importsContract = {
  /** Announces a file. A pending one of the same person is forgotten. @throws IMPORT_BUSY, IMPORT_REFUSED (too large, empty) */
  begin: query(
    importing,
    { fileName: z.string().trim().min(1).max(200), size: z.number().int().min(0) },
    z.object({ id: Id, chunkBytes: z.number().int(), chunks: z.number().int() }),
  ),
  /** One piece of at most `chunkBytes` bytes, in any order; sending one again replaces it. */
  chunk: query(
    importing,
    {
      id: Id,
      index: z
        .number()
        .int()
        .min(0)
        .max(importLimits.bytes / importLimits.chunkBytes),
      base64: z.base64().max(Math.ceil(importLimits.chunkBytes / 3) * 4),
    },
    z.object({ received: z.number().int(), chunks: z.number().int() }),
  ),
  /** Reads the whole: encoding, separator, columns, proposed fields. @throws IMPORT_REFUSED with the sentence of the bad file */
  analyse: query(importing, { id: Id }, ImportAnalysis),
  /** Starts the dry run; follow `status` (topic imports). May be run again with another mapping or other choices. */
  check: query(importing, { id: Id, mapping: ImportMapping, choices: ImportChoices }, status),
  /** Lines of the dry run, or of the finished import. `outcomes` empty = all. `id` of the upload or of a past run. */
  report: query(importing, { id: Id, outcomes: z.array(z.enum(lineOutcomes)), ...page }, report),
  /** Imports what the last check announced, with its mapping and choices. Sending it twice starts once. */
  start: query(importing, { id: Id }, status),
  /** « Arrêter »: the check or the import stops and leaves nothing. */
  stop: query(importing, { id: Id }, status),
  /** The import under way or just ended; null when there is none since the opening of the vault. */
  status: query(importing, {}, status.nullable()),
  /** Past imports, newest first. */
  runs: query(importing, {}, z.array(ImportRun)),
  /** What undoing would remove and keep, before asking. */
  undoPreview: query(importing, { id: Id }, z.object({ removed: z.number().int(), kept: z.array(KeptPatient) })),
  /** Removes the patients of a published import, except those used or edited since, which are listed. */
  undo: command(
    {
      permission: 'patient.import',
      undo: { none: 'Le fichier d’origine permet de recommencer l’import.' },
      topics: ['imports', 'patients'],
      label: 'Annulation d’un import',
    },
    { id: Id },
    z.object({ removed: z.number().int(), kept: z.array(KeptPatient) }),
  ),
};
