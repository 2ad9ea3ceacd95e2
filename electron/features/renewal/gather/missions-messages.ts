import type { FailureKind } from '#electron/storage/failure.ts';

/** What the worker receives at its start. The key is its own copy, wiped once the base is open. */
export interface MissionsOrder {
  readonly file: string;
  readonly key: Uint8Array;
  readonly doctorIds: readonly string[];
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
}

export interface Missions {
  /** Visits whose consultation began. */
  readonly seen: number;
  /** Of all visits: arrivals noted, preparations and « prêt » by an assistant. */
  readonly arrivals: number;
  readonly prepared: number;
  /** Minutes from the preparation to « prêt », the median; null without any. */
  readonly preparationMinutes: number | null;
  /** Measures written, and words left for the doctor. */
  readonly measures: number;
  readonly messages: number;
}

export type FromMissions =
  | { readonly kind: 'counted'; readonly missions: Missions }
  | { readonly kind: 'failed'; readonly failure: FailureKind };
