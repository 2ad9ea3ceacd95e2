import type { Day } from '#shared/kernel/day.ts';
import type { Computed, Overrides, ParameterUse, Reason } from '../kernel/index.ts';
import type { Times } from './durations.ts';

/** Families of mission of the texts, in their order. */
export const FAMILIES = {
  reception: 'Accueil et administratif',
  preparation: 'Préparation de la consultation',
  organisation: 'Organisation et coordination',
} as const;
export type Family = keyof typeof FAMILIES;
export const families = Object.keys(FAMILIES) as readonly Family[];

/** Steps of a visit, between two instants noted on the board. */
export const STEPS = {
  waiting: 'De l’arrivée à la préparation',
  preparation: 'Préparation',
  ready: 'Prêt, jusqu’à la consultation',
  consultation: 'Consultation',
  finalising: 'De la fin de consultation au départ',
} as const;
export type TimeStep = keyof typeof STEPS;
export const timeSteps = Object.keys(STEPS) as readonly TimeStep[];

/**
 * One visit: instants noted (UTC, ISO), and what an assistant did of it. An absent instant is not known. Who did it is
 * the caller's filter: every assistant of the practice, or one person.
 */
export interface TimedVisit {
  readonly day: Day;
  readonly arrivedAt?: string;
  readonly preparationAt?: string;
  readonly readyAt?: string;
  readonly consultationAt?: string;
  readonly finaliseAt?: string;
  readonly leftAt?: string;
  readonly arrivalNoted?: boolean;
  readonly booked?: boolean;
  readonly prepared?: boolean;
  /** Measures taken. */
  readonly measures?: number;
  /** Actions finalised after the consultation. */
  readonly items?: number;
}

/** The same visit, its instants already read; `measures` is asked only where they count, when reading them has a cost. */
export interface NotedVisit {
  readonly day: Day;
  readonly times: Readonly<Times>;
  readonly arrivalNoted: boolean;
  readonly booked: boolean;
  readonly prepared: boolean;
  readonly items: number;
  measures(): number;
}

export interface TimeSituation {
  /** First and last day counted, both included. */
  readonly from: Day;
  readonly to: Day;
  /** Visits of the period, and those before the hire when they are compared. */
  readonly visits: readonly TimedVisit[];
  /** Patients seen on a day by another software, from an import of past visits. */
  readonly pastSeen?: readonly { readonly day: Day; readonly patients: number }[];
  /** First day of the first employment of an assistant. */
  readonly firstHireDay?: Day;
  /** Actions finalised whose author the journal no longer tells: never counted. */
  readonly unattributedItems?: number;
  readonly overrides?: Overrides;
}

export interface FamilyTime {
  readonly family: Family;
  readonly minutes: Computed;
  /** Part of `minutes` read on the board; the rest rests on an assumption. */
  readonly measured: Computed;
}

export interface StepTime {
  readonly step: TimeStep;
  readonly median: Computed;
  readonly passages: number;
  /** Longer than what is kept, or going backwards. */
  readonly setAside: number;
}

/** A week from Monday to Sunday. Null minutes: nothing is known that week. */
export interface WeekTime {
  readonly monday: Day;
  /** False for a week the period cuts. */
  readonly whole: boolean;
  /** Patients seen. */
  readonly seen: number;
  readonly minutes: Readonly<Record<Family, number>> | null;
}

export interface ComparedSide {
  readonly from: Day;
  readonly to: Day;
  /** Weeks with at least one patient seen. */
  readonly weeks: number;
  readonly seenPerWeek: Computed;
  readonly consultation: Computed;
  readonly waiting: Computed;
}

export interface BeforeAfter {
  readonly outcome: 'computed' | 'undetermined';
  readonly hireDay: Day | null;
  readonly before: ComparedSide | null;
  readonly after: ComparedSide | null;
  /** Patients seen a week, after less before. */
  readonly change: Computed;
  readonly reasons: readonly Reason[];
}

export interface TimeAnswer {
  readonly outcome: 'computed' | 'undetermined';
  readonly from: Day;
  readonly to: Day;
  /** Visits of the period whose consultation has begun. */
  readonly seen: number;
  readonly families: readonly FamilyTime[];
  readonly total: Computed;
  /** Median of the whole weeks with patients. */
  readonly perWeek: Computed;
  readonly weeks: readonly WeekTime[];
  readonly steps: readonly StepTime[];
  readonly comparison: BeforeAfter;
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}
