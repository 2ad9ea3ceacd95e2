import { afterEach, expect, test } from 'vitest';
import { foundTestPractice, key, refusalOf, type TestPractice } from '../support/practice.ts';
import { at, booked, cardOf, newPatient, refusalData, today } from '../support/visits.ts';

let practice: TestPractice;
afterEach(() => practice.close());

test('deux réservations simultanées du même créneau : une seule passe, l’autre apprend qui et les créneaux suivants', async () => {
  practice = await foundTestPractice();
  const { client: nadia } = await practice.join('assistant');
  const { doctor } = practice;
  const [first, second] = [
    await newPatient(nadia, 'MARTIN', 'Jeanne'),
    await newPatient(nadia, 'ROSSI', 'Paolo', '03/02/1955', 'M'),
  ];
  const slot = { doctorId: practice.doctorIds[0] ?? '', reasonId: null, day: today, startMinute: at('10:00') };
  const outcomes = await Promise.allSettled([
    nadia.visits.book({ ...key(), ...slot, patientId: first }),
    doctor.visits.book({ ...key(), ...slot, patientId: second, startMinute: at('10:10') }),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const refused = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(refused?.reason).toMatchObject({
    code: 'SLOT_TAKEN',
    data: { by: 'Nadia Ferrand', nextStarts: [at('10:15'), at('10:30'), at('10:45')] },
  });
  expect((await doctor.visits.board({ day: today })).visits).toHaveLength(1);
});

test('la contrainte du moteur refuse elle aussi le chevauchement, sans passer par le service', async () => {
  practice = await foundTestPractice();
  const visitId = await booked(practice, await newPatient(practice.doctor, 'MARTIN', 'Jeanne'));
  const { writer } = practice.core.practice.requireOpen();
  const row = await writer.selectFrom('visit').selectAll().where('id', '=', visitId).executeTakeFirstOrThrow();
  const twin = {
    ...row,
    id: crypto.randomUUID(),
    start_minute: Number(row.start_minute) + 5,
    end_minute: Number(row.end_minute) + 5,
  };
  await expect(writer.insertInto('visit').values(twin).execute()).rejects.toMatchObject({
    kind: 'conflict',
    constraint: expect.stringContaining('visit_no_double_booking'),
  });
});

test('un jour passé est refusé ; deux médecins reçoivent à la même heure ; des rendez-vous qui se touchent passent', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const patientId = await newPatient(doctor, 'MARTIN', 'Jeanne');
  const [lemoine = '', benali = ''] = practice.doctorIds;
  const slot = { patientId, reasonId: null, startMinute: at('10:00') };
  expect(await refusalOf(doctor.visits.book({ ...key(), ...slot, doctorId: lemoine, day: '2026-11-16' }))).toBe(
    'INVALID',
  );
  await doctor.visits.book({ ...key(), ...slot, doctorId: lemoine, day: today });
  await doctor.visits.book({ ...key(), ...slot, doctorId: benali, day: today });
  await doctor.visits.book({ ...key(), ...slot, doctorId: lemoine, day: today, startMinute: at('10:15') });
  expect((await doctor.visits.board({ day: today })).counts.expected).toBe(3);
});

test('déplacer un rendez-vous garde sa durée, retire la confirmation et respecte les créneaux pris', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const visitId = await booked(practice, await newPatient(doctor, 'MARTIN', 'Jeanne'));
  await booked(practice, await newPatient(doctor, 'ROSSI', 'Paolo', '03/02/1955', 'M'), '11:00');
  await doctor.visits.confirm({ ...key(), visitId, confirmed: true });
  expect(await refusalOf(doctor.visits.reschedule({ ...key(), visitId, day: today, startMinute: at('10:50') }))).toBe(
    'SLOT_TAKEN',
  );
  await doctor.visits.reschedule({ ...key(), visitId, day: today, startMinute: at('10:05') });
  expect(await cardOf(doctor, visitId)).toMatchObject({
    startMinute: at('10:05'),
    endMinute: at('10:20'),
    confirmed: false,
  });
});

test('les créneaux libres contournent les rendez-vous et ne proposent pas l’heure passée', async () => {
  practice = await foundTestPractice({ at: '2026-11-17T15:02:00Z' });
  const { doctor } = practice;
  await booked(practice, await newPatient(doctor, 'MARTIN', 'Jeanne'), '16:30');
  const ask = { doctorId: practice.doctorIds[0] ?? '', durationMinutes: 30 };
  expect(await doctor.visits.freeSlots({ ...ask, day: today })).toEqual(['16:45', '17:15', '17:45', '18:15'].map(at));
  expect(await doctor.visits.freeSlots({ ...ask, day: '2026-11-16' })).toEqual([]);
  expect((await doctor.visits.freeSlots({ ...ask, day: '2026-11-18' })).slice(0, 2)).toEqual(
    ['08:00', '08:30'].map(at),
  );
});

test('sans rendez-vous : arrivée aussitôt, l’urgence devant, aucun créneau pris', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const patientId = await newPatient(doctor, 'NGUYEN', 'Léo', '10/01/2022', 'M');
  const { id } = await doctor.visits.walkIn({
    ...key(),
    patientId,
    doctorId: practice.doctorIds[0] ?? '',
    reasonId: null,
    urgent: true,
    note: 'Fièvre depuis 48 h',
  });
  expect(await cardOf(doctor, id)).toMatchObject({
    stage: 'waiting',
    walkIn: true,
    urgent: true,
    startMinute: null,
    arrivedMinute: at('08:00'),
  });
});

test('personne n’arrive pour un rendez-vous de demain', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const patientId = await newPatient(doctor, 'MARTIN', 'Jeanne');
  const { id } = await doctor.visits.book({
    ...key(),
    patientId,
    doctorId: practice.doctorIds[0] ?? '',
    reasonId: null,
    day: '2026-11-18',
    startMinute: 600,
  });
  expect(
    await refusalData(doctor.visits.move({ ...key(), visitId: id, from: 'expected', to: 'waiting' })),
  ).toMatchObject({ code: 'STAGE_NOT_ALLOWED' });
  expect(await doctor.visits.move({ ...key(), visitId: id, from: 'expected', to: 'excused' })).toMatchObject({
    stage: 'excused',
  });
});

test('un rendez-vous se prend de 06:00 à 22:00 et à deux ans au plus, en réservant comme en déplaçant', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const patientId = await newPatient(doctor, 'MARTIN', 'Jeanne');
  const visitId = await booked(practice, patientId);
  const asked = (day: string, time: string) => ({ ...key(), day, startMinute: at(time), durationMinutes: 15 });
  const booking = { patientId, doctorId: practice.doctorIds[0] ?? '', reasonId: null };
  for (const [day, time, field] of [
    ['2999-01-01', '10:00', 'day'],
    ['2028-11-18', '10:00', 'day'],
    ['2026-11-18', '03:00', 'startMinute'],
    ['2026-11-18', '05:55', 'startMinute'],
    ['2026-11-18', '21:50', 'startMinute'],
  ] as const) {
    const refusal = { code: 'INVALID', data: { problems: [{ field }] } };
    expect(await refusalData(doctor.visits.book({ ...booking, ...asked(day, time) }))).toMatchObject(refusal);
    expect(await refusalData(doctor.visits.reschedule({ visitId, ...asked(day, time) }))).toMatchObject(refusal);
  }
  await doctor.visits.book({ ...booking, ...asked('2028-11-17', '06:00') });
  await doctor.visits.reschedule({ visitId, ...asked('2026-11-18', '21:45') });
});

test('une personne déjà dans la journée n’arrive pas une seconde fois sans le dire ; une visite finie ne compte pas', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const patientId = await newPatient(doctor, 'NGUYEN', 'Léo', '10/01/2022', 'M');
  const arrival = { patientId, doctorId: practice.doctorIds[0] ?? '', reasonId: null };
  const { id } = await doctor.visits.walkIn({ ...key(), ...arrival });
  expect(await refusalData(doctor.visits.walkIn({ ...key(), ...arrival }))).toMatchObject({
    code: 'ALREADY_TODAY',
    data: { visitId: id, stage: 'waiting' },
    message: 'Cette personne est déjà dans la journée (salle d’attente).',
  });
  const again = await doctor.visits.walkIn({ ...key(), ...arrival, again: true });
  expect((await doctor.visits.board({ day: today })).visits).toHaveLength(2);
  for (const visitId of [id, again.id])
    await doctor.visits.move({ ...key(), visitId, from: 'waiting', to: 'left_unseen', reason: 'Repartie' });
  await doctor.visits.walkIn({ ...key(), ...arrival });

  const expected = await newPatient(doctor, 'MARTIN', 'Jeanne');
  const visitId = await booked(practice, expected, '18:00');
  expect(await refusalData(doctor.visits.walkIn({ ...key(), ...arrival, patientId: expected }))).toMatchObject({
    data: { visitId, stage: 'expected' },
  });
});
