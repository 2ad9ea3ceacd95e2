import { afterEach, expect, test } from 'vitest';
import { foundTestPractice, key, type TestPractice } from '../support/practice.ts';
import { booked, cardOf, newPatient, today } from '../support/visits.ts';

let practice: TestPractice;
afterEach(() => practice.close());

test('la secrétaire ne reçoit aucune valeur clinique, ni allergie, ni message ; elle voit l’avancement', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const { client: secretary } = await practice.join('secretaire', ['Aline', 'Roux']);
  const patientId = await newPatient(doctor, 'GIRARD', 'Odile', '02/02/1953');
  const visitId = await booked(practice, patientId, '09:50');
  await doctor.patients.addAlert({
    ...key(),
    patientId,
    kind: 'allergy',
    label: 'pénicilline',
    noneKnown: false,
    source: 'medecin',
    statedOn: today,
  });
  await doctor.patients.addAlert({
    ...key(),
    patientId,
    kind: 'call',
    label: 'Ne pas appeler avant 10 h',
    noneKnown: false,
    source: 'declare',
    statedOn: today,
  });
  await doctor.visits.move({ ...key(), visitId, from: 'expected', to: 'preparation' });
  const measure = { visitId, reading: 1, context: {}, base: null };
  await doctor.preparation.record({ ...key(), ...measure, code: 'PA', raw: '172/96' });
  await doctor.preparation.record({ ...key(), ...measure, code: 'SPO2', raw: '91' });
  await doctor.preparation.saveMessage({ ...key(), visitId, base: null, value: 'Céphalées depuis samedi.' });

  const seen = await cardOf(doctor, visitId);
  expect(seen.measures.map(({ words }) => words)).toEqual(['SpO₂ 91\u00A0%', 'TA 172/96 (1\u00A0mesure)']);
  expect(seen.alerts.map(({ kind }) => kind).toSorted()).toEqual(['allergy', 'call']);

  const board = await secretary.visits.board({ day: today });
  expect(board.visits[0]).toMatchObject({
    measures: [],
    message: null,
    alerts: [{ kind: 'call' }],
    progress: { done: 1, expected: 5 },
  });
  const received = JSON.stringify(board);
  for (const clinical of ['172', 'SpO', 'pénicilline', 'Céphalées']) expect(received).not.toContain(clinical);
});

test('les repères d’une carte : nouveau, identité provisoire, homonyme, ALD', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const first = await newPatient(doctor, 'MARTIN', 'Jeanne');
  const known = await booked(practice, first, '09:00');
  await doctor.visits.move({ ...key(), visitId: known, from: 'expected', to: 'left' });
  await doctor.patients.edit({ ...key(), patientId: first, patches: [{ field: 'ald', base: null, value: 'oui' }] });
  await newPatient(doctor, 'MARTIN', 'Jeanne', '30/06/1988');
  // Last week's visit: no command books in the past.
  const { writer } = practice.core.practice.requireOpen();
  await writer.updateTable('visit').set({ day: '2026-11-10' }).where('id', '=', known).execute();
  const again = await booked(practice, first, '10:00');
  expect(await cardOf(doctor, again)).toMatchObject({
    newPatient: false,
    provisionalIdentity: true,
    ald: true,
    patient: { homonymSignalled: true, homonym: false, birthName: 'MARTIN' },
  });
});

test('l’ordre du tableau est celui des rendez-vous, les arrivées sans rendez-vous à la fin', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const [one, two, three] = [
    await newPatient(doctor, 'MARTIN', 'Jeanne'),
    await newPatient(doctor, 'ROSSI', 'Paolo', '03/02/1955', 'M'),
    await newPatient(doctor, 'LEROY', 'Inès', '05/05/2004'),
  ];
  const walk = await doctor.visits.walkIn({
    ...key(),
    patientId: three,
    doctorId: practice.doctorIds[0] ?? '',
    reasonId: null,
  });
  const late = await booked(practice, one, '11:00');
  const early = await booked(practice, two, '09:00');
  expect((await doctor.visits.board({ day: today })).visits.map(({ id }) => id)).toEqual([early, late, walk.id]);
});
