import { DomainError } from '#shared/contract/errors.ts';
import {
  arrivalStage,
  asksReason,
  COLUMN_LABELS,
  holdsTime,
  isPathStage,
  MOVE_LABELS,
  moveKind,
  pathStages,
  type MoveKind,
  type PathStage,
  type Stage,
} from '#shared/domain/stage.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { slotTaken } from './booking.ts';
import { lastChange, requireVisit, takenOn, type VisitRow } from './visit.repository.ts';

type InstantColumn = 'arrived_at' | 'preparation_at' | 'ready_at' | 'consultation_at' | 'finalise_at' | 'left_at';
const instantOf: Record<Exclude<PathStage, 'expected'>, InstantColumn> = {
  waiting: 'arrived_at',
  preparation: 'preparation_at',
  ready: 'ready_at',
  consultation: 'consultation_at',
  finalise: 'finalise_at',
  left: 'left_at',
};
/** Procedures that may have moved a visit: who is named when a move comes too late. */
const movers = [
  ...['visits.book', 'visits.walkIn', 'visits.move', 'visits.cancel', 'session.undo'],
  ...['preparation.ready', 'preparation.backToWaiting'],
];

export interface MoveOrder {
  visitId: string;
  /** The stage the person saw; absent when the caller only accepts some stages (`accepts`). */
  from?: Stage;
  accepts?: readonly Stage[];
  to: Stage;
  reason?: string | null;
  cancelledBy?: 'patient' | 'practice';
}

/**
 * One passage from a stage to another, for every command that moves a visit.
 * @throws NOT_FOUND, STALE (by, at), STAGE_NOT_ALLOWED, INVALID (reason asked), SLOT_TAKEN (coming back on a taken slot)
 */
export async function moveVisit(
  call: CommandCall,
  order: MoveOrder,
): Promise<{ stage: Stage; stageAt: string; visit: VisitRow }> {
  const { uow, clock } = call;
  const visit = await requireVisit(uow.db, order.visitId);
  const from = visit.stage;
  if ((order.from !== undefined && order.from !== from) || order.accepts?.includes(from) === false) {
    throw new DomainError('STALE', { what: 'visit', ...(await lastChange(uow.db, visit.id, movers)) });
  }
  const kind = moveKind(from, order.to);
  if (kind === null || tooEarly(visit, order.to, clock.today()))
    throw new DomainError('STAGE_NOT_ALLOWED', { from, to: order.to });
  const reason = order.reason?.trim() || null;
  if (asksReason(order.to) && reason === null) {
    throw new DomainError('INVALID', {
      problems: [{ field: 'reason', message: 'Indiquer pourquoi la personne est partie.' }],
    });
  }
  const to =
    kind === 'forward' && order.to === 'finalise' ? arrivalStage(order.to, await openItems(call, visit.id)) : order.to;
  const now = clock.now();
  const patch = {
    ...instantsAfter(visit, to, kind, now),
    stage: to,
    occupies: await occupiesAfter(call, visit, to),
    outcome_reason: isPathStage(to) ? null : reason,
    cancelled_by: order.cancelledBy ?? null,
    ...(to === 'preparation' ? { prepared_by: call.person.accountId } : {}),
    ...(to === 'expected' ? { prepared_by: null, settled: 0 } : {}),
  };
  await uow.update('visit', visit.id, patch);
  await uow.insert('stage_passage', {
    id: call.newId(),
    visit_id: visit.id,
    patient_id: visit.patient_id,
    stage: to,
    kind,
    entered_at: now,
    account_id: call.person.accountId,
  });
  call.about({
    recordId: visit.id,
    patientId: visit.patient_id,
    label: kind === 'correction' ? `Retour\u00A0: ${COLUMN_LABELS[to]}` : MOVE_LABELS[to],
    ...(reason === null ? {} : { reason }),
    topicIds: [visit.id, visit.patient_id],
  });
  return { stage: to, stageAt: patch.stage_at, visit };
}

/** Nobody arrives, nor misses, an appointment of a day to come. */
function tooEarly(visit: VisitRow, to: Stage, today: string): boolean {
  if (visit.day <= today) return false;
  return to !== 'excused' && to !== 'cancelled' && to !== 'expected';
}

async function openItems(call: CommandCall, visitId: string): Promise<number> {
  const row = await call.uow.db
    .selectFrom('finalise_item')
    .select(({ fn }) => fn.countAll().as('open'))
    .where('visit_id', '=', visitId)
    .where('done_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.open);
}

/**
 * Instants of the row after a move: the stage entered gets its instant, a correction forgets those of the stages it
 * takes back and finds the earlier one again. Passages keep every instant.
 */
function instantsAfter(
  visit: VisitRow,
  to: Stage,
  kind: MoveKind,
  now: string,
): Partial<Record<InstantColumn, string | null>> & { stage_at: string } {
  if (!isPathStage(to)) return { stage_at: now, ...(to === 'left_unseen' ? { left_at: now } : {}) };
  const later = pathStages.slice(pathStages.indexOf(to) + 1) as Exclude<PathStage, 'expected'>[];
  const forgotten = kind === 'correction' ? Object.fromEntries(later.map((stage) => [instantOf[stage], null])) : {};
  if (to === 'expected') return { ...forgotten, stage_at: now };
  const column = instantOf[to];
  const entered = (kind === 'correction' ? visit[column] : null) ?? now;
  return { ...forgotten, arrived_at: visit.arrived_at ?? now, [column]: entered, stage_at: entered };
}

/** An appointment taken back on the list finds its slot again, unless another patient now has it. */
async function occupiesAfter(call: CommandCall, visit: VisitRow, to: Stage): Promise<number> {
  const { start_minute: start, end_minute: end } = visit;
  if (!holdsTime(to) || start === null || end === null || Number(visit.walk_in) === 1) return 0;
  if (Number(visit.occupies) === 1) return 1;
  const taken = await takenOn(call.uow.db, visit.doctor_id, visit.day, visit.id);
  const clash = taken.find((other) => other.start < Number(end) && other.end > Number(start));
  if (clash === undefined) return 1;
  // Somebody absent who turns up is seen all the same; only a place in the list needs the slot.
  if (to !== 'expected') return 0;
  throw await slotTaken(call, taken, clash.id, Number(start), Number(end) - Number(start));
}
