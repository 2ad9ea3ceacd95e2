import type { Stage } from './stage.ts';

/** What ordering and the next action need of a visit. Minutes of the local day; null = none. */
export interface WaitingVisit {
  id: string;
  stage: Stage;
  doctorId: string;
  urgent: boolean;
  startMinute: number | null;
  arrivedMinute: number | null;
}

/** Minute from which a wait counts: the later of the appointment and the arrival. Null before the arrival. */
export function waitsFrom(visit: Pick<WaitingVisit, 'startMinute' | 'arrivedMinute'>): number | null {
  if (visit.arrivedMinute === null) return null;
  return Math.max(visit.arrivedMinute, visit.startMinute ?? visit.arrivedMinute);
}

/** Minutes shown on the card: since the arrival. */
export function waitedMinutes(visit: Pick<WaitingVisit, 'arrivedMinute'>, nowMinute: number): number | null {
  return visit.arrivedMinute === null ? null : Math.max(0, nowMinute - visit.arrivedMinute);
}

/** Minutes that colour the card: an early patient does not wait yet, and has 0. */
export function excessWait(visit: Pick<WaitingVisit, 'startMinute' | 'arrivedMinute'>, nowMinute: number): number {
  const from = waitsFrom(visit);
  return from === null ? 0 : Math.max(0, nowMinute - from);
}

export type WaitLevel = 'none' | 'warn' | 'bad';

/** Thresholds of the practice settings, inclusive. */
export function waitLevel(excess: number, settings: { waitWarnMinutes: number; waitBadMinutes: number }): WaitLevel {
  if (excess >= settings.waitBadMinutes) return 'bad';
  return excess >= settings.waitWarnMinutes ? 'warn' : 'none';
}

/** Minutes late of somebody expected; null while not late or without an appointment. */
export function lateMinutes(
  visit: Pick<WaitingVisit, 'stage' | 'startMinute'>,
  nowMinute: number,
  lateAfter: number,
): number | null {
  if (visit.stage !== 'expected' || visit.startMinute === null) return null;
  const late = nowMinute - visit.startMinute;
  return late > lateAfter ? late : null;
}

/** Order of the waiting room (settled point 24): urgent first, then the later of appointment and arrival. */
export function compareWaiting(left: WaitingVisit, right: WaitingVisit): number {
  if (left.urgent !== right.urgent) return left.urgent ? -1 : 1;
  const byWait = (waitsFrom(left) ?? Infinity) - (waitsFrom(right) ?? Infinity);
  if (byWait !== 0 && !Number.isNaN(byWait)) return byWait;
  return left.id < right.id ? -1 : 1;
}

export interface NextAction {
  visitId: string;
  excessMinutes: number;
}

/**
 * Whom to prepare next (ui.md §9): urgent first, then the longest excess wait, then the doctor with the fewest ready
 * patients, then the order of the waiting room. Null when nobody waits.
 */
export function nextToPrepare(visits: readonly WaitingVisit[], nowMinute: number): NextAction | null {
  const ready = new Map<string, number>();
  for (const visit of visits) {
    if (visit.stage === 'ready') ready.set(visit.doctorId, (ready.get(visit.doctorId) ?? 0) + 1);
  }
  const [first] = visits
    .filter((visit) => visit.stage === 'waiting')
    .sort((left, right) => {
      if (left.urgent !== right.urgent) return left.urgent ? -1 : 1;
      const byExcess = excessWait(right, nowMinute) - excessWait(left, nowMinute);
      if (byExcess !== 0) return byExcess;
      const byReady = (ready.get(left.doctorId) ?? 0) - (ready.get(right.doctorId) ?? 0);
      return byReady !== 0 ? byReady : compareWaiting(left, right);
    });
  return first === undefined ? null : { visitId: first.id, excessMinutes: excessWait(first, nowMinute) };
}
