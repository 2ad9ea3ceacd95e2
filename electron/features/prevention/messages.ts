import type { Overrides } from '#shared/rules/kernel/index.ts';
import type { PROGRAMMES, SCREENING_STATES } from '#shared/rules/screening/index.ts';
import type { VACCINATION_STATES } from '#shared/rules/vaccination/index.ts';
import type { FailureKind } from '#electron/storage/failure.ts';

/** What the worker receives at its start. The key is its own copy, wiped once the base is open. */
export interface EvaluationOrder {
  readonly file: string;
  readonly key: Uint8Array;
  readonly day: string;
  readonly overrides: Overrides;
}

type ByState<State extends string> = Readonly<Partial<Record<State, number>>>;

/** How many persons are in each state, by rule of the vaccination schedule and by screening programme. */
export interface PracticeCounts {
  /** Persons evaluated: every visible file, once. */
  readonly patients: number;
  readonly vaccination: Readonly<Record<string, ByState<(typeof VACCINATION_STATES)[number]>>>;
  readonly screening: Readonly<
    Partial<Record<(typeof PROGRAMMES)[number], ByState<(typeof SCREENING_STATES)[number]>>>
  >;
}

export type FromWorker =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly counts: PracticeCounts }
  | { readonly kind: 'stopped'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly failure: FailureKind };
