import { pathStages, type PathStage } from '#shared/domain/stage.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { Draw } from './draw.ts';
import { instantText } from '#electron/platform/clock.ts';
import { millisOf } from './instants.ts';
import type { KnownFile } from './patient-files.ts';
import type { Staff } from './staff.ts';

export type VisitRow = Schema['visit'];

/** One visit and all that goes with it. */
export interface InventedVisit {
  visit: VisitRow;
  passages: Schema['stage_passage'][];
  observations: Schema['observation'][];
  preparation: Schema['preparation'] | null;
  finalise: Schema['finalise_item'][];
}

export interface VisitPlan {
  day: string;
  doctorIndex: number;
  file: KnownFile;
  reasonIndex: number;
  stage: VisitRow['stage'];
  /** Minutes of the day; null start = without an appointment. */
  start: number | null;
  minutes: number;
  /** Local minute each stage was entered, for the stages gone through. */
  entered: Partial<Record<PathStage, number>>;
  /** Local minute and reason of an exit. */
  exit?: { minute: number; reason: string | null };
  bookedDay: string;
  urgent?: boolean;
  roomIndex?: number | null;
  confirmed?: boolean;
}

const columnOf = {
  waiting: 'arrived_at',
  preparation: 'preparation_at',
  ready: 'ready_at',
  consultation: 'consultation_at',
  finalise: 'finalise_at',
  left: 'left_at',
} as const;

/** When the appointment was taken; somebody without one is written down on arrival. */
function bookedAt(draw: Draw, { day, start, entered, bookedDay }: VisitPlan): number {
  if (start === null) return millisOf(day, entered.waiting ?? 480);
  return Math.min(millisOf(bookedDay, draw.int(500, 1100)), millisOf(day, start - 30));
}

/** Who notes an arrival: the desk is the secretary's, less one hour in four. */
const atDesk = ({ entered }: VisitPlan, { secretary }: Staff, assistant: string): string =>
  Math.floor((entered.waiting ?? 60) / 60) % 4 === 0 ? assistant : secretary.id;

/** The rows of a planned visit, as the product writes them on its way: instants, passages, who did what. */
export function visitRows(draw: Draw, staff: Staff, plan: VisitPlan): InventedVisit {
  const { day, file, stage } = plan;
  const doctor = staff.doctors[plan.doctorIndex];
  const reason = staff.reasons[plan.reasonIndex];
  if (doctor === undefined || reason === undefined) throw new Error('a visit without a doctor or a reason');
  const at = (minute: number) => instantText(millisOf(day, minute));
  const walkIn = plan.start === null;
  const bookedMillis = bookedAt(draw, plan);
  const assistant = draw.pick(staff.assistants).id;
  const doctorAccount = staff.members.find((member) => member.doctorId === doctor.id)?.id ?? assistant;
  const reached = pathStages.filter((one) => one !== 'expected' && plan.entered[one] !== undefined);
  const last = reached.at(-1);
  const stageMillis =
    plan.exit !== undefined
      ? millisOf(day, plan.exit.minute)
      : last === undefined
        ? bookedMillis
        : millisOf(day, plan.entered[last] ?? 0);
  const instants = Object.fromEntries(
    Object.entries(columnOf).map(([one, column]) => [
      column,
      plan.entered[one as PathStage] === undefined ? null : at(plan.entered[one as PathStage] ?? 0),
    ]),
  );
  const id = draw.id(bookedMillis);
  const prepared = plan.entered.preparation !== undefined;
  const visit = {
    id,
    patient_id: file.row.id,
    doctor_id: doctor.id,
    reason_id: reason.id,
    day,
    start_minute: plan.start,
    end_minute: plan.start === null ? null : plan.start + plan.minutes,
    occupies: walkIn || plan.exit !== undefined ? 0 : 1,
    walk_in: walkIn ? 1 : 0,
    confirmed: plan.confirmed === true ? 1 : 0,
    stage,
    urgent: plan.urgent === true ? 1 : 0,
    room_id: plan.roomIndex == null ? null : (staff.rooms[plan.roomIndex]?.id ?? null),
    settled: plan.roomIndex == null ? 0 : 1,
    note: null,
    prepared_by: prepared ? assistant : null,
    ...(instants as Pick<VisitRow, (typeof columnOf)[keyof typeof columnOf]>),
    stage_at: instantText(stageMillis),
    outcome_reason: plan.exit?.reason ?? null,
    cancelled_by: stage === 'cancelled' ? 'patient' : null,
    created_at: instantText(bookedMillis),
    version: 1 + reached.length + (plan.exit === undefined ? 0 : 1),
  } satisfies VisitRow;
  const by: Record<string, string> = {
    waiting: atDesk(plan, staff, assistant),
    preparation: assistant,
    ready: assistant,
  };
  const passage = (name: string, kind: string, millis: number) => ({
    id: draw.id(millis),
    visit_id: id,
    patient_id: file.row.id,
    stage: name,
    kind,
    entered_at: instantText(millis),
    account_id: by[name] ?? doctorAccount,
  });
  const passages = [
    { ...passage(walkIn ? 'waiting' : 'expected', 'booked', bookedMillis), account_id: staff.secretary.id },
    ...reached
      .filter((one) => !(walkIn && one === 'waiting'))
      .map((one) => passage(one, 'forward', millisOf(day, plan.entered[one] ?? 0))),
    ...(plan.exit === undefined ? [] : [passage(stage, 'exit', stageMillis)]),
  ];
  return { visit, passages, observations: [], preparation: null, finalise: [] };
}

/** Instants of a whole ordinary visit, from its appointment to the departure. */
export function ordinaryCourse(draw: Draw, start: number, minutes: number): VisitPlan['entered'] {
  const waiting = start - draw.int(2, 14);
  const preparation = Math.max(waiting + draw.int(1, 6), start - 10);
  const ready = preparation + draw.int(6, 12);
  const consultation = Math.max(start, ready + draw.int(0, 10));
  return { waiting, preparation, ready, consultation, left: consultation + minutes - draw.int(0, 4) };
}
