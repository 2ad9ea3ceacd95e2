import { afterAll, beforeAll, expect, test } from 'vitest';
import { ageOn } from '#shared/kernel/day.ts';
import { evaluatePractice, type EvaluationProgress } from '#electron/features/prevention/index.ts';
import { foundTestPractice, key, type TestPractice } from '../support/practice.ts';
import { importFile } from '../support/imports.ts';
import { inventedCsv, inventedPatients } from '../support/invented-patients.ts';
import { booked, newPatient, today } from '../support/visits.ts';

const people = inventedPatients(600);

let practice: TestPractice;
let patientId: string;
beforeAll(async () => {
  practice = await foundTestPractice();
  await importFile(practice.doctor, inventedCsv(people), { probable: 'import' });
  patientId = await newPatient(practice.doctor, 'AUBRY', 'Camille', '14/06/1999');
});
afterAll(() => practice.close());

const evaluated = async (day = today) => {
  const answer = await evaluatePractice(practice.core.practice, { day });
  if (answer.outcome !== 'done') throw new Error('not done');
  return answer.counts;
};
const total = (states: object | undefined) =>
  Object.values(states ?? {}).reduce((sum: number, count: unknown) => sum + Number(count), 0);

/** Files of the base, as a search would count them. */
const files = async () => {
  const rows = await practice.core.practice
    .requireOpen()
    .reader.selectFrom('visible_patient')
    .select(['sex', 'birth_day'])
    .execute();
  return rows.map(({ sex, birth_day: birthDay }) => ({ sex, years: ageOn(birthDay, today)?.years ?? -1 }));
};

test('chaque dossier est compté une fois, dans un seul état par règle et par programme', async () => {
  const known = await files();
  expect(known.length).toBe(people.length + 1);
  const counts = await evaluated();
  expect(counts.patients).toBe(known.length);
  for (const states of [...Object.values(counts.vaccination), ...Object.values(counts.screening)]) {
    expect(total(states)).toBe(known.length);
  }
});

test('les personnes de l’âge d’un dépistage, sans test noté, sont à proposer', async () => {
  const known = await files();
  const { screening } = await evaluated();
  const aged = (sex: string | null, from: number, to: number) =>
    known.filter((one) => (sex === null || one.sex === sex) && one.years >= from && one.years < to).length;
  expect(screening.SEIN?.due).toBe(aged('F', 50, 75));
  expect(screening.COLORECTAL?.due).toBe(aged(null, 50, 75));
  expect(screening.COL_HPV?.due).toBe(aged('F', 30, 66));
});

test('une tension mesurée compte comme faite ; au seuil, elle va au médecin', async () => {
  const before = await evaluated();
  const visitId = await booked(practice, patientId, '10:00');
  await practice.doctor.visits.move({ ...key(), visitId, from: 'expected', to: 'preparation' });
  const typed = { visitId, code: 'PA', reading: 1, base: null, context: { arm: 'left' } } as const;
  await practice.doctor.preparation.record({ ...key(), ...typed, raw: '124/78' });
  const measured = await evaluated();
  const [was, is] = [before.screening.HTA_OPP, measured.screening.HTA_OPP];
  expect(is?.due).toBe((was?.due ?? 0) - 1);
  expect(is?.not_yet).toBe((was?.not_yet ?? 0) + 1);
  for (const [reading, raw] of [
    [2, '168/98'],
    [3, '166/96'],
  ] as const) {
    await practice.doctor.preparation.record({ ...key(), ...typed, reading, raw });
  }
  const high = await evaluated();
  expect(high.screening.HTA_OPP?.doctor_review).toBe((was?.doctor_review ?? 0) + 1);
});

test('le cabinet change un âge : le compte suit, à partir de son jour', async () => {
  const change = { parameterId: 'screening.COLORECTAL.age_from', base: null, choice: { value: 45 }, reason: null };
  const between = (await files()).filter(({ years }) => years >= 45 && years < 50).length;
  const before = (await evaluated()).screening.COLORECTAL?.due ?? 0;
  await practice.doctor.rules.choose({ ...key(), ...change, from: '2026-11-18' });
  expect((await evaluated()).screening.COLORECTAL?.due).toBe(before);
  await practice.doctor.rules.choose({ ...key(), ...change, from: today });
  expect((await evaluated()).screening.COLORECTAL?.due).toBe(before + between);
});

test('l’avancement monte jusqu’à l’arrêt, et l’arrêt rend la main sans compte', async () => {
  const stop = new AbortController();
  const steps: EvaluationProgress[] = [];
  const answer = await evaluatePractice(practice.core.practice, {
    day: today,
    signal: stop.signal,
    progress: (step) => {
      steps.push(step);
      stop.abort();
    },
  });
  const [first] = steps;
  expect(first).toBeDefined();
  expect(answer).toMatchObject({ outcome: 'cancelled', total: first?.total });
  if (answer.outcome !== 'cancelled' || first === undefined) throw new Error('not cancelled');
  expect(answer.done).toBeGreaterThanOrEqual(first.done);
  expect(answer.done).toBeLessThan(answer.total);
});

test('arrêtée avant de commencer, elle ne lit rien', async () => {
  const stop = new AbortController();
  stop.abort();
  expect(await evaluatePractice(practice.core.practice, { day: today, signal: stop.signal })).toEqual({
    outcome: 'cancelled',
    done: 0,
    total: 0,
  });
});
