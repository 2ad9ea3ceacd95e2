import { z } from 'zod';
import { stages } from '#shared/domain/stage.ts';

/**
 * The closed list of what a call may refuse, with the data of each refusal.
 * Never a name, a number or free text of a patient in `data`, except the two values of an edit
 * conflict, which go back to the person who typed one of them.
 */
export const errorData = {
  NOT_SIGNED_IN: z.object({}),
  SESSION_LOCKED: z.object({}),
  NOT_ALLOWED: z.object({ permission: z.string() }),
  VAULT_CLOSED: z.object({}),
  VAULT_EXISTS: z.object({}),
  WRONG_PHRASE: z.object({ triesLeft: z.number().int() }),
  THROTTLED: z.object({ seconds: z.number().int() }),
  WRONG_CODE: z.object({ triesLeft: z.number().int() }),
  CODE_NOT_USABLE: z.object({}),
  WRONG_RECOVERY_KEY: z.object({}),
  /** A removable disk that did not take the file. */
  REMOVABLE_DISK: z.object({ problem: z.enum(['gone', 'full', 'read_only', 'failed']) }),
  WRONG_ONE_TIME_CODE: z.object({}),
  WEAK_PHRASE: z.object({ reason: z.string() }),
  ACCOUNT_CLOSED: z.object({}),
  LAST_RESPONSABLE: z.object({}),
  DATA_DAMAGED: z.object({ missing: z.number().int().nullable() }),
  NOT_FOUND: z.object({ what: z.string() }),
  INVALID: z.object({ problems: z.array(z.object({ field: z.string(), message: z.string() })) }),
  EDIT_CONFLICT: z.object({
    conflicts: z.array(
      z.object({
        field: z.string(),
        mine: z.string().nullable(),
        theirs: z.string().nullable(),
        by: z.string(),
        at: z.string(),
      }),
    ),
  }),
  STALE: z.object({ what: z.string(), by: z.string(), at: z.string() }),
  SLOT_TAKEN: z.object({ by: z.string(), nextStarts: z.array(z.number().int()) }),
  /** The patient's visit of today that is not over. */
  ALREADY_TODAY: z.object({ visitId: z.string(), stage: z.enum(stages) }),
  STAGE_NOT_ALLOWED: z.object({ from: z.string(), to: z.string() }),
  DUPLICATE_TO_ANSWER: z.object({ patientIds: z.array(z.string()) }),
  /** `patientId`: the file that holds everything now. */
  PATIENT_MERGED: z.object({ patientId: z.string() }),
  UNDO_NOTHING: z.object({}),
  UNDO_CHANGED_SINCE: z.object({ what: z.string(), by: z.string(), at: z.string() }),
  /** `what`: what still needs it, counted, in words: « 3 rendez-vous à venir ». */
  IN_USE: z.object({ what: z.string() }),
  DOCUMENT_UNREADABLE: z.object({}),
  IMPORT_REFUSED: z.object({ reason: z.string() }),
  IMPORT_BUSY: z.object({}),
  IDEMPOTENCY_REUSED: z.object({}),
  STORAGE: z.object({ kind: z.enum(['locked', 'read_only', 'disk_full', 'corrupted', 'newer_schema']) }),
  INCIDENT: z.object({ incident: z.string() }),
} as const;

export type ErrorCode = keyof typeof errorData;
export type ErrorDataOf<C extends ErrorCode> = z.infer<(typeof errorData)[C]>;

/** A refusal decided by the trade, as opposed to a bug. `code` decides the shape of `data`. */
export class DomainError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly data: ErrorDataOf<C>;
  constructor(code: C, data: ErrorDataOf<C>) {
    super(code);
    this.code = code;
    this.data = data;
  }
}
