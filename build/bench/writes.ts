// One confirmed action, durable: the bare business rows in one transaction, and the command with journal and undo.
import { addDays, weekdayOf } from '../../shared/kernel/day.ts';
import { newId } from '../../electron/platform/ids.ts';
import { benchDay } from '../seed/large-practice.ts';
import { openBare, type Bare, type BareRow } from './bare.ts';
import { compared, mustEqual, spreadOf, timed, type Line } from './figures.ts';
import { once, serialised, type Seat } from './seat.ts';

const durable = (bare: Bare, work: () => void) => {
  bare.run('begin immediate');
  work();
  bare.run('commit');
};

const insertInto = (bare: Bare, table: string, row: BareRow) =>
  bare.run(
    `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
      .map(() => '?')
      .join(', ')})`,
    ...Object.values(row),
  );

const passage = (
  visitId: string,
  patientId: string,
  stage: string,
  kind: string,
  at: string,
  accountId: string,
): BareRow => ({
  id: newId(),
  visit_id: visitId,
  patient_id: patientId,
  stage,
  kind,
  entered_at: at,
  account_id: accountId,
});

/** Columns that tell the two sides apart without meaning anything: identifiers and the patient drawn. */
function meaning(row: BareRow | undefined, without: readonly string[]): [string, unknown][] {
  return Object.entries(row ?? {}).filter(([column]) => !without.includes(column));
}

export async function measureBooking(seat: Seat): Promise<Line> {
  const bare = openBare(seat.core, false);
  const now = seat.core.clock.now();
  const patients = bare
    .all('select id from patient where number <= 600 order by number')
    .map((row) => String(row['id']));
  const [doctorId = '', otherDoctor = ''] = seat.doctorIds;
  const [reasonId = ''] = seat.reasonIds;
  const slots: { day: string; start: number }[] = [];
  for (let day = addDays(benchDay, 30); slots.length < 220; day = addDays(day, 1)) {
    if (weekdayOf(day) < 6) for (let start = 540; start < 1080; start += 15) slots.push({ day, start });
  }
  bare.texts();
  const [bareTimes, coreTimes]: [number[], number[]] = [[], []];
  for (const [turn, { day, start }] of slots.slice(0, 220).entries()) {
    const warm = turn < 20;
    const patientId = patients[turn] ?? '';
    const id = newId();
    const row: BareRow = {
      id,
      patient_id: patientId,
      doctor_id: otherDoctor,
      reason_id: reasonId,
      day,
      start_minute: start,
      end_minute: start + 15,
      occupies: 1,
      walk_in: 0,
      confirmed: 0,
      stage: 'expected',
      urgent: 0,
      room_id: null,
      settled: 0,
      note: null,
      prepared_by: null,
      arrived_at: null,
      preparation_at: null,
      ready_at: null,
      consultation_at: null,
      finalise_at: null,
      left_at: null,
      stage_at: now,
      outcome_reason: null,
      cancelled_by: null,
      created_at: now,
      version: 1,
    };
    const writeBare = () =>
      durable(bare, () => {
        bare.all(
          'select id from visit where doctor_id = ? and day = ? and occupies = 1 and start_minute < ? and end_minute > ?',
          otherDoctor,
          day,
          start + 15,
          start,
        );
        insertInto(bare, 'visit', row);
        insertInto(bare, 'stage_passage', passage(id, patientId, 'expected', 'booked', now, seat.accountId));
      });
    await timed(warm ? [] : bareTimes, writeBare);
    const booked = await timed(warm ? [] : coreTimes, () =>
      serialised(
        seat.client.visits.book({
          ...once(),
          patientId,
          doctorId,
          reasonId,
          day,
          startMinute: start,
          durationMinutes: 15,
        }),
      ),
    );
    const [kept] = bare.all('select * from visit where id = ?', booked.id);
    mustEqual('booking', meaning(row, ['id', 'doctor_id']), meaning(kept, ['id', 'doctor_id']));
  }
  const sql = bare.texts();
  await bare.base.close();
  return compared({
    name: 'Rendez-vous pris, durable',
    bare: spreadOf(bareTimes),
    core: spreadOf(coreTimes),
    limit: 4,
    target: '0,45 / 0,77 ms',
    sql,
  });
}

const path = ['waiting', 'preparation', 'ready', 'consultation', 'left'] as const;
const column = {
  waiting: 'arrived_at',
  preparation: 'preparation_at',
  ready: 'ready_at',
  consultation: 'consultation_at',
  left: 'left_at',
} as const;

export async function measureMove(seat: Seat): Promise<Line> {
  const bare = openBare(seat.core, false);
  const now = seat.core.clock.now();
  const expected = bare
    .all(`select id, patient_id from visit where day = ? and stage = 'expected' order by id`, benchDay)
    .map((row) => ({ id: String(row['id']), patientId: String(row['patient_id']) }));
  bare.texts();
  const [bareTimes, coreTimes]: [number[], number[]] = [[], []];
  for (let pair = 0; pair + 1 < expected.length; pair += 2) {
    const [mine, theirs] = [expected[pair], expected[pair + 1]];
    if (mine === undefined || theirs === undefined) break;
    let from: 'expected' | (typeof path)[number] = 'expected';
    for (const to of path) {
      const warm = pair < 4;
      const stage = to;
      const before = from;
      const prepared = stage === 'preparation' ? ', prepared_by = ?' : '';
      await timed(warm ? [] : bareTimes, () =>
        durable(bare, () => {
          bare.run(
            `update visit set ${column[stage]} = ?, stage = ?, stage_at = ?, version = version + 1${prepared} where id = ? and stage = ?`,
            now,
            stage,
            now,
            ...(prepared === '' ? [] : [seat.accountId]),
            mine.id,
            before,
          );
          insertInto(bare, 'stage_passage', passage(mine.id, mine.patientId, stage, 'forward', now, seat.accountId));
        }),
      );
      await timed(warm ? [] : coreTimes, () =>
        serialised(seat.client.visits.move({ ...once(), visitId: theirs.id, from: before, to: stage })),
      );
      from = to;
    }
    const kept = (id: string) =>
      bare.all(
        `select stage, stage_at, occupies, prepared_by, arrived_at, preparation_at, ready_at, consultation_at, left_at, version, outcome_reason, (select group_concat(stage || kind) from stage_passage p where p.visit_id = visit.id) as passages from visit where id = ?`,
        id,
      );
    if (pair === 4) mustEqual('stage move', kept(mine.id), kept(theirs.id));
  }
  const sql = bare.texts().filter((text) => !text.startsWith('select stage'));
  await bare.base.close();
  return compared({
    name: 'Changement d’étape, durable',
    bare: spreadOf(bareTimes),
    core: spreadOf(coreTimes),
    limit: 4,
    target: '0,13 / 0,22 ms',
    sql,
  });
}

/** A visit that can be moved back and forth, for the measures on the wire. */
export function anyVisit(seat: Seat): Promise<{ id: string; stage: string }> {
  return seat.core.practice
    .requireOpen()
    .reader.selectFrom('visit')
    .select(['id', 'stage'])
    .where('day', '=', benchDay)
    .where('stage', '=', 'ready')
    .executeTakeFirstOrThrow();
}
