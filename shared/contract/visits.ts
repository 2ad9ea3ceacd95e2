import { z } from 'zod';
import { alertKinds } from '#shared/domain/patient.ts';
import { DayValue, Id, InstantValue, MinuteOfDay, ShortText } from '#shared/domain/values.ts';
import { stages } from '#shared/domain/stage.ts';
import { command, query } from './procedure.ts';

export const StageValue = z.enum(stages);
const Note = z.string().trim().max(500).nullable();
const Duration = z.number().int().min(5).max(240);
const Reason = z.string().trim().min(1, 'Indiquer le motif.').max(300);

/** The line that names a patient on a card. `homonymSignalled` is derived; `homonym` is the attribute set by a person. */
export const VisitPatient = z.object({
  id: Id,
  civility: z.string().nullable(),
  birthName: z.string(),
  firstGivenName: z.string(),
  usedName: z.string().nullable(),
  usedGivenName: z.string().nullable(),
  sex: z.string(),
  birthDay: z.string(),
  birthPrecision: z.string(),
  identityStatus: z.string(),
  homonym: z.boolean(),
  doubtful: z.boolean(),
  fictitious: z.boolean(),
  homonymSignalled: z.boolean(),
  interpreter: z.string().nullable(),
  reducedMobility: z.string().nullable(),
});

export const AlertLine = z.object({
  id: Id,
  kind: z.enum(alertKinds),
  label: z.string(),
  noneKnown: z.boolean(),
  confirmed: z.boolean(),
});

export const FinaliseItem = z.object({ id: Id, label: z.string(), doneAt: InstantValue.nullable() });

/** A measure the doctor has to see, in words: « TA 172/96 (2 mesures) ». */
export const CardMeasure = z.object({
  code: z.string(),
  level: z.enum(['notify', 'notify_strong', 'urgent']),
  words: z.string(),
});
export type CardMeasure = z.infer<typeof CardMeasure>;

const Instants = z.object({
  arrivedAt: InstantValue.nullable(),
  preparationAt: InstantValue.nullable(),
  readyAt: InstantValue.nullable(),
  consultationAt: InstantValue.nullable(),
  finaliseAt: InstantValue.nullable(),
  leftAt: InstantValue.nullable(),
});

export const BoardVisit = z.object({
  id: Id,
  stage: StageValue,
  patient: VisitPatient,
  doctorId: Id,
  reasonId: Id.nullable(),
  startMinute: MinuteOfDay.nullable(),
  endMinute: MinuteOfDay.nullable(),
  walkIn: z.boolean(),
  confirmed: z.boolean(),
  urgent: z.boolean(),
  roomId: Id.nullable(),
  settled: z.boolean(),
  note: z.string().nullable(),
  outcomeReason: z.string().nullable(),
  ...Instants.shape,
  /** When the present stage began. */
  stageAt: InstantValue,
  /** Local minute of the arrival: what waits and orders are computed from. */
  arrivedMinute: MinuteOfDay.nullable(),
  /** Initials of the assistant who prepares or prepared. */
  preparedBy: z.string().nullable(),
  /** Measures done (or said not done) over measures expected. */
  progress: z.object({ done: z.number().int(), expected: z.number().int() }),
  /** Clinical lines are left out for a role that may not read them. */
  alerts: z.array(AlertLine),
  /** Empty for a role that may not read them. */
  measures: z.array(CardMeasure),
  /** Words are waiting for the doctor, and whether they were marked « lu ». Null for a role that may not read them. */
  message: z.enum(['none', 'unread', 'read']).nullable(),
  ald: z.boolean(),
  /** Loud flags: no earlier visit seen in the practice; identity still provisoire. */
  newPatient: z.boolean(),
  provisionalIdentity: z.boolean(),
  /** What remains to do after the consultation. */
  finaliseItems: z.array(FinaliseItem),
  version: z.number().int(),
});
export type BoardVisit = z.infer<typeof BoardVisit>;

export const Board = z.object({
  day: DayValue,
  /** The core's own day and minute: screens count from them and never from their own clock. */
  today: DayValue,
  nowMinute: MinuteOfDay,
  visits: z.array(BoardVisit),
  counts: z.record(StageValue, z.number().int()),
});
export type Board = z.infer<typeof Board>;

/** One visit of a patient, for the file and for booking. */
export const PatientVisit = z.object({
  id: Id,
  stage: StageValue,
  day: DayValue,
  doctorId: Id,
  reasonId: Id.nullable(),
  startMinute: MinuteOfDay.nullable(),
  endMinute: MinuteOfDay.nullable(),
  walkIn: z.boolean(),
  confirmed: z.boolean(),
  note: z.string().nullable(),
  outcomeReason: z.string().nullable(),
});

const done = z.object({});
const created = z.object({ id: Id });
const moved = z.object({ stage: StageValue, stageAt: InstantValue });
/** `merged` when another person's words were joined to the typed ones; `value` is what was kept. */
const textSaved = z.object({ value: z.string().nullable(), merged: z.boolean() });
const desk = (label: string) => ({ permission: 'visit.move', undo: 'inverse', topics: ['board'], label }) as const;
const booking = (label: string) => ({ permission: 'visit.book', undo: 'inverse', topics: ['board'], label }) as const;

export const visitsContract = {
  /** Everything the board and the doctor's list show of one day. */
  board: query({ permission: 'board.read' }, { day: DayValue }, Board),
  /** Visits of one patient, latest first; appointments to come included. */
  ofPatient: query(
    { permission: 'board.read' },
    { patientId: Id, limit: z.number().int().min(1).max(100).optional() },
    z.array(PatientVisit),
  ),
  /** Starts (minutes of the day) at which a visit of this length fits. */
  freeSlots: query(
    { permission: 'board.read' },
    { doctorId: Id, day: DayValue, durationMinutes: Duration },
    z.array(MinuteOfDay),
  ),

  book: command(
    booking('Rendez-vous pris'),
    {
      patientId: Id,
      doctorId: Id,
      reasonId: Id.nullable(),
      day: DayValue,
      startMinute: MinuteOfDay,
      durationMinutes: Duration.optional(),
      note: Note.optional(),
    },
    created,
  ),
  reschedule: command(
    booking('Rendez-vous déplacé'),
    {
      visitId: Id,
      doctorId: Id.optional(),
      reasonId: Id.nullable().optional(),
      day: DayValue,
      startMinute: MinuteOfDay,
      durationMinutes: Duration.optional(),
    },
    done,
  ),
  cancel: command(
    booking('Annulation du rendez-vous'),
    { visitId: Id, by: z.enum(['patient', 'practice']), reason: Reason.nullable().optional() },
    moved,
  ),
  confirm: command(booking('Confirmation du rendez-vous'), { visitId: Id, confirmed: z.boolean() }, done),
  /**
   * Somebody without an appointment: arrives at once, holds no time of the doctor. ALREADY_TODAY when a visit of today
   * is not over, unless `again`.
   */
  walkIn: command(
    booking('Arrivée sans rendez-vous'),
    {
      patientId: Id,
      doctorId: Id,
      reasonId: Id.nullable(),
      note: Note.optional(),
      urgent: z.boolean().optional(),
      again: z.boolean().optional(),
    },
    created,
  ),

  /**
   * Moves along the path of settled point 24. STALE when `from` is no longer the stage. `finalise` answers `left` when
   * nothing remains to do. `reason` is asked by `left_unseen`.
   */
  move: command(
    desk('Changement d’étape'),
    { visitId: Id, from: StageValue, to: StageValue, reason: Reason.optional() },
    moved,
  ),
  setRoom: command(desk('Changement de salle'), { visitId: Id, base: Id.nullable(), roomId: Id.nullable() }, done),
  setUrgent: command(desk('Mention d’urgence'), { visitId: Id, urgent: z.boolean() }, done),
  /** « Installée » in the room. */
  setSettled: command(desk('Installation en salle'), { visitId: Id, settled: z.boolean() }, done),
  setNote: command(desk('Note du rendez-vous'), { visitId: Id, base: z.string().nullable(), value: Note }, textSaved),
  addFinaliseItem: command(desk('Ajout à finaliser'), { visitId: Id, label: ShortText }, created),
  tickFinaliseItem: command(
    desk('Élément à finaliser'),
    { itemId: Id, done: z.boolean() },
    z.object({ remaining: z.number().int() }),
  ),
};
