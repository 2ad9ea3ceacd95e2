import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import type { Permission } from '#shared/permissions/roles.ts';
import { errorData, type ErrorCode } from './errors.ts';

/** Live update topics: what a screen may listen to. */
export const topics = [
  'accounts',
  'board',
  'drafts',
  'employer',
  'imports',
  'messages',
  'patients',
  'practice',
  'preparation',
] as const;
export type Topic = (typeof topics)[number];

/** How a command is undone: by putting the recorded values back, or not at all, and why. */
export type UndoRule = 'inverse' | { none: string };

/**
 * What the contract says of a call besides its shapes.
 * - gate: before or around a session (vault, sign-in); no patient data.
 * - query: reads; `opens: 'patient'` journals the opening of a file before the data leave.
 * - command: one transaction, one journal entry, topics published after commit.
 * - stream: a live feed for the active session.
 */
export type ProcedureMeta =
  | { kind: 'gate' }
  | { kind: 'query'; permission: Permission; opens?: 'patient' }
  | { kind: 'command'; permission: Permission; undo: UndoRule; topics: readonly Topic[]; label: string }
  | { kind: 'stream'; permission: Permission };

const errorMap = Object.fromEntries(Object.entries(errorData).map(([code, data]) => [code, { data }])) as {
  [C in ErrorCode]: { data: (typeof errorData)[C] };
};

const base = oc.$meta<Partial<ProcedureMeta>>({}).errors(errorMap);

/** Every command carries the key that makes a repeated sending harmless. */
export const idempotencyShape = { idempotencyKey: z.uuid() };

/** The kind of call, carried by the type so that a reading handler is never handed the writing side. */
type Kind<P, K extends ProcedureMeta['kind']> = P & { readonly callKind?: K };

/** A call of the vault or of the session, possible without an active session. */
export function gate<I extends z.ZodRawShape, O extends z.ZodType>(input: I, output: O) {
  const procedure = base.meta({ kind: 'gate' }).input(z.strictObject(input)).output(output);
  return procedure as Kind<typeof procedure, 'gate'>;
}

/** A reading call. */
export function query<I extends z.ZodRawShape, O extends z.ZodType>(
  meta: { permission: Permission; opens?: 'patient' },
  input: I,
  output: O,
) {
  const procedure = base
    .meta({ kind: 'query', ...meta })
    .input(z.strictObject(input))
    .output(output);
  return procedure as Kind<typeof procedure, 'query'>;
}

/** A changing call. `label` is the French name of the action in the undo slot and the journal. */
export function command<I extends z.ZodRawShape, O extends z.ZodType>(
  meta: { permission: Permission; undo: UndoRule; topics: readonly Topic[]; label: string },
  input: I,
  output: O,
) {
  const procedure = base
    .meta({ kind: 'command', ...meta })
    .input(z.strictObject({ ...input, ...idempotencyShape }))
    .output(output);
  return procedure as Kind<typeof procedure, 'command'>;
}

/** A live feed for the active session. */
export function stream<T extends z.ZodType>(permission: Permission, item: T) {
  const procedure = base.meta({ kind: 'stream', permission }).input(z.strictObject({})).output(eventIterator(item));
  return procedure as Kind<typeof procedure, 'stream'>;
}
