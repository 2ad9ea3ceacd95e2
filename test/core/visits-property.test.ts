import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { isPathStage, moveKind, stages, type Stage } from '#shared/domain/stage.ts';
import { foundTestPractice, key, type TestPractice } from '../support/practice.ts';
import { booked, newPatient, today } from '../support/visits.ts';

let practice: TestPractice;
afterEach(() => practice.close());

/** Ordered business columns, without versions, instants, journal, idempotency (settled point 11). */
async function digest(): Promise<string> {
  const { reader } = practice.core.practice.requireOpen();
  const visits = await reader
    .selectFrom('visit')
    .select([
      'id',
      'patient_id',
      'doctor_id',
      'day',
      'start_minute',
      'end_minute',
      'occupies',
      'stage',
      'urgent',
      'room_id',
      'settled',
      'note',
      'prepared_by',
      'outcome_reason',
      'cancelled_by',
    ])
    .orderBy('id')
    .execute();
  const items = await reader.selectFrom('finalise_item').select(['id', 'visit_id', 'label']).orderBy('id').execute();
  const passages = await reader
    .selectFrom('stage_passage')
    .select(['id', 'visit_id', 'stage', 'kind'])
    .orderBy('id')
    .execute();
  return createHash('sha256')
    .update(JSON.stringify([visits, items, passages]))
    .digest('hex');
}

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ act: fc.constant('move' as const), visit: fc.nat(3), to: fc.constantFrom(...stages) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('item' as const), visit: fc.nat(3) }) },
);

test('200 déplacements et annulations au hasard : jamais une étape interdite ; tout annuler rend la base de départ', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const people = await Promise.all(
    ['MARTIN', 'ROSSI', 'LEROY', 'HADDAD'].map((name, index) =>
      newPatient(doctor, name, 'Camille', `0${index + 1}/05/198${index}`),
    ),
  );
  const visits: string[] = [];
  for (const [index, patientId] of people.entries())
    visits.push(await booked(practice, patientId, `${String(9 + index).padStart(2, '0')}:00`));
  const floor = (await doctor.session.undoable({}))?.seq ?? 0;
  const start = await digest();
  const stageOf = async (id: string) =>
    (await doctor.visits.board({ day: today })).visits.find((visit) => visit.id === id)?.stage as Stage;
  const undo = async () => {
    const last = await doctor.session.undoable({});
    if (last === null || last.seq <= floor) return false;
    await doctor.session.undo({ ...key(), seq: last.seq });
    return true;
  };

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 200, maxLength: 200 }), async (steps) => {
      for (const one of steps) {
        practice.clock.advance(1000);
        if (one.act === 'undo') await undo();
        else if (one.act === 'item')
          await doctor.visits.addFinaliseItem({ ...key(), visitId: visits[one.visit] ?? '', label: 'Ordonnance' });
        else {
          const visitId = visits[one.visit] ?? '';
          const from = await stageOf(visitId);
          const answer = await doctor.visits
            .move({ ...key(), visitId, from, to: one.to, reason: 'essai' })
            .catch((error: { code: string }) => error.code);
          const allowed = moveKind(from, one.to) !== null;
          if (typeof answer === 'string') expect([allowed, answer]).toEqual([false, 'STAGE_NOT_ALLOWED']);
          else expect([allowed, [one.to, 'left']]).toEqual([true, expect.arrayContaining([answer.stage])]);
          const after = await stageOf(visitId);
          expect(after).toBe(typeof answer === 'string' ? from : answer.stage);
          if (typeof answer !== 'string' && after !== one.to)
            expect([from, one.to, isPathStage(from)]).toEqual([from, 'finalise', true]);
        }
      }
      while (await undo());
      expect(await digest()).toBe(start);
    }),
    { numRuns: 2, seed: 24 },
  );
});
