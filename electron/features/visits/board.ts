import type { Board, BoardVisit, CardMeasure } from '#shared/contract/visits.ts';
import { alertKinds, logisticAlertKinds, type AlertKind } from '#shared/domain/patient.ts';
import { stages, type Stage } from '#shared/domain/stage.ts';
import { can } from '#shared/permissions/roles.ts';
import type { QueryCall } from '#electron/security/call.ts';
import { alertsOf, openItemsOf, visitsOf, type BoardRow } from './board.repository.ts';
import { localMinute } from './visit.repository.ts';

export interface CardPerson {
  visitId: string;
  patientId: string;
  birthDay: string;
  sex: string;
}
export interface Card {
  measures: CardMeasure[];
  progress: { done: number; expected: number };
}
/** Reads what a card shows of the constantes; given by the preparation feature. */
export type CardReader = (
  call: QueryCall,
  day: string,
  people: readonly CardPerson[],
) => Promise<ReadonlyMap<string, Card>>;

/**
 * Everything the board and the doctor's list show of one day, in a fixed number of queries whatever the day holds.
 * A role without `clinical.read` receives no measure, no clinical alert, nothing of the message.
 */
export async function readBoard(call: QueryCall, day: string, readCards: CardReader): Promise<Board> {
  const { db, clock, person } = call;
  const clinical = can(person, 'clinical.read');
  const rows = await visitsOf(db, day);
  const alerts = groupBy(await alertsOf(db, day, clinical ? alertKinds : logisticAlertKinds), (row) => row.patient_id);
  const items = groupBy(await openItemsOf(db, day), (row) => row.visit_id);
  const people = rows.map((row) => ({
    visitId: row.id,
    patientId: row.patient_id,
    birthDay: row.birth_day,
    sex: row.sex,
  }));
  const cards = await readCards(call, day, people);
  const offset = clock.offset();
  const counts = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<Stage, number>;
  const visits = rows.map((row): BoardVisit => {
    const stage = row.stage as Stage;
    counts[stage] += 1;
    const card = cards.get(row.id);
    return {
      ...cardOf(row, stage, offset),
      progress: card?.progress ?? { done: 0, expected: 0 },
      measures: clinical ? (card?.measures ?? []) : [],
      message: clinical ? messageState(row) : null,
      alerts: (alerts.get(row.patient_id) ?? []).map((line) => ({
        id: line.id,
        kind: line.kind as AlertKind,
        label: line.label,
        noneKnown: Number(line.none_known) === 1,
        confirmed: line.confirmed_at !== null,
      })),
      finaliseItems: (items.get(row.id) ?? []).map((item) => ({
        id: item.id,
        label: item.label,
        doneAt: item.done_at,
      })),
    };
  });
  return { day, today: clock.today(), nowMinute: clock.minute(), visits, counts };
}

type Derived = 'progress' | 'measures' | 'message' | 'alerts' | 'finaliseItems';

function cardOf(row: BoardRow, stage: Stage, offset: string): Omit<BoardVisit, Derived> {
  return {
    id: row.id,
    stage,
    patient: patientLine(row),
    doctorId: row.doctor_id,
    reasonId: row.reason_id,
    startMinute: minute(row.start_minute),
    endMinute: minute(row.end_minute),
    walkIn: flag(row.walk_in),
    confirmed: flag(row.confirmed),
    urgent: flag(row.urgent),
    roomId: row.room_id,
    settled: flag(row.settled),
    note: row.note,
    outcomeReason: row.outcome_reason,
    arrivedAt: row.arrived_at,
    preparationAt: row.preparation_at,
    readyAt: row.ready_at,
    consultationAt: row.consultation_at,
    finaliseAt: row.finalise_at,
    leftAt: row.left_at,
    stageAt: row.stage_at,
    arrivedMinute: row.arrived_at === null ? null : localMinute(row.arrived_at, offset),
    preparedBy: row.prepared_initials,
    ald: row.ald === 'oui',
    newPatient: !flag(row.seen_before),
    provisionalIdentity: row.identity_status === 'PROV',
    version: Number(row.version),
  };
}

type PatientColumns = Pick<
  BoardRow,
  | 'patient_id'
  | 'civility'
  | 'birth_name'
  | 'first_given_name'
  | 'used_name'
  | 'used_given_name'
  | 'sex'
  | 'birth_day'
  | 'birth_precision'
  | 'identity_status'
  | 'homonym'
  | 'doubtful'
  | 'fictitious'
  | 'interpreter'
  | 'reduced_mobility'
  | 'homonym_signalled'
>;

/** The line that names a patient, from the columns of `patientColumns`. */
export function patientLine(row: PatientColumns): BoardVisit['patient'] {
  return {
    id: row.patient_id,
    civility: row.civility,
    birthName: row.birth_name,
    firstGivenName: row.first_given_name,
    usedName: row.used_name,
    usedGivenName: row.used_given_name,
    sex: row.sex,
    birthDay: row.birth_day,
    birthPrecision: row.birth_precision,
    identityStatus: row.identity_status,
    homonym: flag(row.homonym),
    doubtful: flag(row.doubtful),
    fictitious: flag(row.fictitious),
    homonymSignalled: flag(row.homonym_signalled),
    interpreter: row.interpreter,
    reducedMobility: row.reduced_mobility,
  };
}

// PostgreSQL answers booleans and text where SQLite answers 0 and 1.
export const flag = (value: unknown): boolean => value === true || Number(value) === 1;
export const minute = (value: number | null): number | null => (value === null ? null : Number(value));

function messageState(row: Pick<BoardRow, 'message' | 'message_at' | 'read_at'>): 'none' | 'unread' | 'read' {
  if (row.message === null) return 'none';
  return row.read_at !== null && row.read_at >= (row.message_at ?? '') ? 'read' : 'unread';
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}
