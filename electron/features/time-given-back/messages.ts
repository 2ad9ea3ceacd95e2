import type { Day } from '#shared/kernel/day.ts';
import type { Overrides } from '#shared/rules/kernel/index.ts';
import type { TimeAnswer } from '#shared/rules/time-given-back/index.ts';
import type { FailureKind } from '#electron/storage/failure.ts';

/** Days from one to another, both included. */
export interface Range {
  readonly from: Day;
  readonly to: Day;
}

/** What is to be counted, and of whom. */
export interface TimeAsked extends Range {
  readonly day: Day;
  /** Accounts whose gestures count. */
  readonly accounts: readonly string[];
  /** Doctors whose visits are read; null: all those of the practice. */
  readonly doctorIds: readonly string[] | null;
  /** Weeks before the hire; null: no comparison (one person is never compared). */
  readonly before: Range | null;
  /** Days outside the period that the comparison reads, none of them twice. */
  readonly compared: readonly Range[];
  readonly firstHireDay: Day | null;
  readonly overrides: Overrides;
  /** Which of the accounts the figures of the period come from is asked too. */
  readonly authors: boolean;
}

/** The key is the worker's own copy, wiped once the base is open. */
export interface TimeOrder extends TimeAsked {
  readonly file: string;
  readonly key: Uint8Array;
}

export interface Counted {
  readonly answer: TimeAnswer;
  /** Accounts with a gesture of their own in the period, for these doctors; empty when not asked. */
  readonly authors: readonly string[];
}

export type FromWorker =
  { readonly kind: 'done'; readonly counted: Counted } | { readonly kind: 'failed'; readonly failure: FailureKind };
