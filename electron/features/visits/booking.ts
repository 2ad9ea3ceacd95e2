import { DomainError } from '#shared/contract/errors.ts';
import { addYears } from '#shared/kernel/day.ts';
import { overStages } from '#shared/domain/stage.ts';
import { bookable, freeStarts, type Interval } from '#shared/domain/visit-slots.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import { lastChange, requireOpen, requireVisit, takenOn, type VisitRow } from './visit.repository.ts';

type Taken = Interval & { id: string };
const nextProposals = 3;
const usualMinutes = 15;

/** The refusal of a taken slot: who took it, and the next starts where this length fits. */
export async function slotTaken(
  call: CommandCall,
  taken: readonly Taken[],
  clashId: string | null,
  start: number,
  duration: number,
): Promise<DomainError<'SLOT_TAKEN'>> {
  const nextStarts = freeStarts(taken, duration, start).slice(0, nextProposals);
  const by = clashId === null ? '' : (await lastChange(call.uow.db, clashId, ['visits.book', 'visits.reschedule'])).by;
  return new DomainError('SLOT_TAKEN', { by, nextStarts });
}

const invalid = (field: string, message: string) => new DomainError('INVALID', { problems: [{ field, message }] });

interface Wanted {
  doctorId: string;
  day: string;
  start: number;
  duration: number;
}

/** Refuses a past or very distant day, an hour outside the practice day and a taken interval; answers what else holds that day. */
async function checkSlot(call: CommandCall, wanted: Wanted, except?: string): Promise<Taken[]> {
  if (wanted.day < call.clock.today()) throw invalid('day', 'Ce jour est passé.');
  if (wanted.day > addYears(call.clock.today(), bookable.yearsAhead))
    throw invalid('day', 'Un rendez-vous se prend deux ans à l’avance au plus.');
  if (wanted.start < bookable.start || wanted.start + wanted.duration > bookable.end)
    throw invalid('startMinute', 'Un rendez-vous se place entre 06:00 et 22:00, fin comprise.');
  const taken = await takenOn(call.uow.db, wanted.doctorId, wanted.day, except);
  const clash = taken.find((other) => other.start < wanted.start + wanted.duration && other.end > wanted.start);
  if (clash !== undefined) throw await slotTaken(call, taken, clash.id, wanted.start, wanted.duration);
  return taken;
}

/** The engine's own constraint has the last word: whatever passed the check above is refused the same way. */
async function guarded(
  call: CommandCall,
  taken: readonly Taken[],
  wanted: Wanted,
  write: () => Promise<unknown>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (
      !(error instanceof StorageFailure) ||
      error.kind !== 'conflict' ||
      error.constraint?.includes('visit_no_double_booking') !== true
    )
      throw error;
    throw await slotTaken(call, taken, null, wanted.start, wanted.duration);
  }
}

async function durationOf(call: CommandCall, reasonId: string | null, asked: number | undefined): Promise<number> {
  if (reasonId === null) return asked ?? usualMinutes;
  const reason = await call.uow.db
    .selectFrom('reason')
    .select(['duration_minutes', 'archived_at'])
    .where('id', '=', reasonId)
    .executeTakeFirst();
  if (reason === undefined || reason.archived_at !== null) throw new DomainError('NOT_FOUND', { what: 'reason' });
  // A reason of the assistant alone lasts 0 for the doctor: the slot keeps the usual length.
  return asked ?? (Number(reason.duration_minutes) || usualMinutes);
}

async function requirePatient(call: CommandCall, id: string): Promise<void> {
  const row = await call.uow.db.selectFrom('visible_patient').select('id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', { what: 'patient' });
}

export interface NewVisit {
  patientId: string;
  doctorId: string;
  reasonId: string | null;
  note?: string | null | undefined;
}

const blankVisit = {
  confirmed: 0,
  room_id: null,
  settled: 0,
  prepared_by: null,
  preparation_at: null,
  ready_at: null,
  consultation_at: null,
  finalise_at: null,
  left_at: null,
  outcome_reason: null,
  cancelled_by: null,
  version: 1,
} as const;

async function insertVisit(
  call: CommandCall,
  input: NewVisit,
  slot: { day: string; start: number | null; end: number | null; stage: string; urgent: number },
): Promise<string> {
  const id = call.newId();
  const now = call.clock.now();
  const booked = slot.start !== null;
  await call.uow.insert('visit', {
    ...blankVisit,
    id,
    patient_id: input.patientId,
    doctor_id: input.doctorId,
    reason_id: input.reasonId,
    day: slot.day,
    start_minute: slot.start,
    end_minute: slot.end,
    occupies: booked ? 1 : 0,
    walk_in: booked ? 0 : 1,
    stage: slot.stage,
    urgent: slot.urgent,
    note: input.note || null,
    arrived_at: booked ? null : now,
    stage_at: now,
    created_at: now,
  });
  await call.uow.insert('stage_passage', {
    id: call.newId(),
    visit_id: id,
    patient_id: input.patientId,
    stage: slot.stage,
    kind: 'booked',
    entered_at: now,
    account_id: call.person.accountId,
  });
  call.about({ recordId: id, patientId: input.patientId, topicIds: [id, input.patientId] });
  return id;
}

/** Books an appointment. @throws NOT_FOUND, INVALID (day or hour), SLOT_TAKEN */
export async function book(
  call: CommandCall,
  input: NewVisit & { day: string; startMinute: number; durationMinutes?: number | undefined },
): Promise<{ id: string }> {
  await requirePatient(call, input.patientId);
  await requireOpen(call.uow.db, 'doctor', input.doctorId);
  const duration = await durationOf(call, input.reasonId, input.durationMinutes);
  const wanted = { doctorId: input.doctorId, day: input.day, start: input.startMinute, duration };
  const taken = await checkSlot(call, wanted);
  let id = '';
  await guarded(call, taken, wanted, async () => {
    id = await insertVisit(call, input, {
      day: input.day,
      start: input.startMinute,
      end: input.startMinute + duration,
      stage: 'expected',
      urgent: 0,
    });
  });
  return { id };
}

/** A visit of the day not over yet, an appointment still expected included: the same person twice is a slip. */
async function refuseTwice(call: CommandCall, patientId: string): Promise<void> {
  const visit = await call.uow.db
    .selectFrom('visit')
    .select(['id', 'stage'])
    .where('patient_id', '=', patientId)
    .where('day', '=', call.clock.today())
    .where('stage', 'not in', [...overStages])
    .orderBy('stage_at', 'desc')
    .executeTakeFirst();
  if (visit !== undefined)
    throw new DomainError('ALREADY_TODAY', { visitId: visit.id, stage: visit.stage as VisitRow['stage'] });
}

/** Somebody without an appointment, arrived now. @throws NOT_FOUND, ALREADY_TODAY unless `again` */
export async function walkIn(
  call: CommandCall,
  input: NewVisit & { urgent?: boolean | undefined; again?: boolean | undefined },
): Promise<{ id: string }> {
  await requirePatient(call, input.patientId);
  await requireOpen(call.uow.db, 'doctor', input.doctorId);
  if (input.reasonId !== null) await requireOpen(call.uow.db, 'reason', input.reasonId);
  if (input.again !== true) await refuseTwice(call, input.patientId);
  const id = await insertVisit(call, input, {
    day: call.clock.today(),
    start: null,
    end: null,
    stage: 'waiting',
    urgent: input.urgent === true ? 1 : 0,
  });
  return { id };
}

export interface Reschedule {
  visitId: string;
  doctorId?: string | undefined;
  reasonId?: string | null | undefined;
  day: string;
  startMinute: number;
  durationMinutes?: number | undefined;
}

/** Moves an appointment not yet arrived; the confirmation was for another time and falls. @throws as `book`, STAGE_NOT_ALLOWED */
export async function reschedule(call: CommandCall, input: Reschedule): Promise<void> {
  const visit = await requireVisit(call.uow.db, input.visitId);
  if (visit.stage !== 'expected' || visit.start_minute === null)
    throw new DomainError('STAGE_NOT_ALLOWED', { from: visit.stage, to: 'expected' });
  const doctorId = input.doctorId ?? visit.doctor_id;
  if (doctorId !== visit.doctor_id) await requireOpen(call.uow.db, 'doctor', doctorId);
  const reasonId = input.reasonId === undefined ? visit.reason_id : input.reasonId;
  const before = Number(visit.end_minute) - Number(visit.start_minute);
  const duration =
    reasonId === visit.reason_id
      ? (input.durationMinutes ?? before)
      : await durationOf(call, reasonId, input.durationMinutes);
  const wanted = { doctorId, day: input.day, start: input.startMinute, duration };
  const taken = await checkSlot(call, wanted, visit.id);
  const end = input.startMinute + duration;
  await guarded(call, taken, wanted, () =>
    call.uow.update('visit', visit.id, {
      doctor_id: doctorId,
      reason_id: reasonId,
      day: input.day,
      start_minute: input.startMinute,
      end_minute: end,
      confirmed: 0,
    }),
  );
  call.about({ recordId: visit.id, patientId: visit.patient_id, topicIds: [visit.id, visit.patient_id] });
}
