import type { Kysely } from 'kysely';
import type { Contract } from '#shared/contract/contract.ts';
import type { Topic } from '#shared/contract/procedure.ts';
import type { Clock } from '#electron/platform/clock.ts';
import type { Person } from './sessions.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { UnitOfWork } from '#electron/storage/unit-of-work.ts';

/** Which screen is calling: one per window or browser. */
export interface PostRef {
  id: string;
  label: string;
}

/** What a reading handler receives. */
export interface QueryCall {
  db: Kysely<Schema>;
  clock: Clock;
  person: Person;
  post: PostRef;
}

/** What the journal, the undo slot and the live update say of a command beside its changes. */
export interface Subject {
  recordId?: string;
  patientId?: string | null;
  /** Free text typed by a person as the reason. */
  reason?: string;
  /** Replaces the contract's label in the undo slot, e.g. « Arrivée ». Never a patient's name. */
  label?: string;
  /** Identifiers sent with the topics, so that screens refetch only what they show. */
  topicIds?: string[];
  topics?: readonly Topic[];
  undoesSeq?: number;
}

/** What a changing handler receives. `about` names the record and the reason in the journal. */
export interface CommandCall extends QueryCall {
  uow: UnitOfWork;
  newId(): string;
  about(subject: Subject): void;
  /** What lives outside the base (the vault's file, sessions) changes only once the base has: never before. */
  afterCommit(step: () => void | Promise<void>): void;
}

export interface GateCall {
  clock: Clock;
  post: PostRef;
}

type Parsed<P> = P extends { '~orpc': { inputSchema?: infer S } }
  ? NonNullable<S> extends { _output: infer O }
    ? O
    : never
  : never;
type Given<P> = P extends { '~orpc': { outputSchema?: infer S } }
  ? NonNullable<S> extends { _input: infer I }
    ? I
    : never
  : never;

/** What a procedure's handler looks like, from its kind. A query is never handed the writing side. */
export type HandlerOf<P> = P extends { callKind?: infer K }
  ? 'command' extends K
    ? (call: CommandCall, input: Omit<Parsed<P>, 'idempotencyKey'>) => Promise<Given<P>>
    : 'query' extends K
      ? (call: QueryCall, input: Parsed<P>) => Promise<Given<P>>
      : 'stream' extends K
        ? (call: QueryCall, signal: AbortSignal | undefined) => AsyncIterableIterator<unknown>
        : (call: GateCall, input: Parsed<P>) => Promise<Given<P>>
  : never;

/** The handlers of one area of the contract. A missing or surplus one does not compile. */
export type AreaHandlers<A extends keyof Contract> = { [P in keyof Contract[A]]: HandlerOf<Contract[A][P]> };
export type Handlers = { [A in keyof Contract]: AreaHandlers<A> };
