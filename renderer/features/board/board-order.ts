import type { BoardVisit } from '#shared/contract/visits.ts';
import { defaultSettings, type PracticeView } from '#shared/contract/practice.ts';
import type { Stage } from '#shared/domain/stage.ts';
import { compareWaiting, excessWait } from '#shared/domain/visit-order.ts';

export const columnStages = ['expected', 'waiting', 'preparation', 'ready', 'consultation', 'finalise'] as const;
export type ColumnStage = (typeof columnStages)[number];

const byAppointment = (left: BoardVisit, right: BoardVisit) =>
  (left.startMinute ?? left.arrivedMinute ?? 0) - (right.startMinute ?? right.arrivedMinute ?? 0) ||
  (left.id < right.id ? -1 : 1);
const byStageTime = (left: BoardVisit, right: BoardVisit) =>
  left.stageAt < right.stageAt ? -1 : left.stageAt > right.stageAt ? 1 : byAppointment(left, right);

/** Visits of one column in its order: by appointment, the waiting room by wait, the ready ones since they are. */
export function columnOf(visits: readonly BoardVisit[], stage: Stage): BoardVisit[] {
  const order = stage === 'waiting' ? compareWaiting : stage === 'ready' ? byStageTime : byAppointment;
  return visits.filter((visit) => visit.stage === stage).sort(order);
}

/** Delay of a doctor: the longest excess wait of who is there and not yet seen. Minutes. */
export function doctorDelay(visits: readonly BoardVisit[], doctorId: string, nowMinute: number): number {
  const present = visits.filter(
    (visit) => visit.doctorId === doctorId && ['waiting', 'preparation', 'ready'].includes(visit.stage),
  );
  return Math.max(0, ...present.map((visit) => excessWait(visit, nowMinute)));
}

/** Mean wait of who sits in the waiting room, in minutes; null when nobody does. */
export function meanWait(visits: readonly BoardVisit[], nowMinute: number): number | null {
  const waits = visits.filter((visit) => visit.stage === 'waiting').map((visit) => excessWait(visit, nowMinute));
  return waits.length === 0 ? null : Math.round(waits.reduce((sum, wait) => sum + wait, 0) / waits.length);
}

export const settingsOf = (practice: PracticeView | undefined) => practice?.settings ?? defaultSettings;
