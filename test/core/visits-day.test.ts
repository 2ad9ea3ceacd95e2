import { afterEach, expect, test } from 'vitest';
import { foundTestPractice, key, refusalOf, type TestPractice } from '../support/practice.ts';
import { at, booked, cardOf, newPatient, refusalData, today, undoLast } from '../support/visits.ts';

let practice: TestPractice;
afterEach(() => practice.close());
const minutes = (count: number) => practice.clock.advance(count * 60_000);

test('la journée d’une visite, du rendez-vous au départ : chaque heure de passage est gardée', async () => {
  practice = await foundTestPractice();
  const { client: nadia } = await practice.join('assistant');
  const visitId = await booked(practice, await newPatient(nadia, 'MARTIN', 'Jeanne'), '10:00', nadia);
  expect(await cardOf(nadia, visitId)).toMatchObject({
    stage: 'expected',
    newPatient: true,
    provisionalIdentity: true,
    startMinute: 600,
    endMinute: 615,
  });

  minutes(110);
  await nadia.visits.move({ ...key(), visitId, from: 'expected', to: 'waiting' });
  expect(await cardOf(nadia, visitId)).toMatchObject({ stage: 'waiting', arrivedMinute: at('09:50') });
  minutes(15);
  await nadia.visits.move({ ...key(), visitId, from: 'waiting', to: 'preparation' });
  expect((await cardOf(nadia, visitId)).preparedBy).toBe('NF');
  minutes(8);
  await nadia.preparation.ready({ ...key(), visitId });
  minutes(5);
  await practice.doctor.visits.move({ ...key(), visitId, from: 'ready', to: 'consultation' });
  await practice.doctor.visits.addFinaliseItem({ ...key(), visitId, label: 'Ordonnance de biologie' });
  minutes(15);
  expect(await practice.doctor.visits.move({ ...key(), visitId, from: 'consultation', to: 'finalise' })).toMatchObject({
    stage: 'finalise',
  });
  const [item] = (await cardOf(nadia, visitId)).finaliseItems;
  expect(item?.label).toBe('Ordonnance de biologie');
  expect(await nadia.visits.tickFinaliseItem({ ...key(), itemId: item?.id ?? '', done: true })).toEqual({
    remaining: 0,
  });
  await nadia.visits.move({ ...key(), visitId, from: 'finalise', to: 'left' });

  const card = await cardOf(nadia, visitId);
  expect(card).toMatchObject({
    stage: 'left',
    arrivedAt: '2026-11-17T08:50:00.000Z',
    preparationAt: '2026-11-17T09:05:00.000Z',
    readyAt: '2026-11-17T09:13:00.000Z',
    consultationAt: '2026-11-17T09:18:00.000Z',
    finaliseAt: '2026-11-17T09:33:00.000Z',
    finaliseItems: [],
  });
  expect((await nadia.visits.board({ day: today })).counts).toMatchObject({ left: 1, expected: 0 });
});

test('l’assistante annule l’arrivée par erreur : la personne est de nouveau attendue', async () => {
  practice = await foundTestPractice();
  const { client: nadia } = await practice.join('assistant');
  const visitId = await booked(practice, await newPatient(nadia, 'ROSSI', 'Paolo', '03/02/1955', 'M'));
  const before = await cardOf(nadia, visitId);
  await nadia.visits.move({ ...key(), visitId, from: 'expected', to: 'waiting' });
  expect(await undoLast(nadia)).toBe('Arrivée');
  expect(await cardOf(nadia, visitId)).toEqual({ ...before, version: before.version + 2 });
});

test('l’annulation est refusée quand le médecin a déplacé la visite depuis, en le nommant', async () => {
  practice = await foundTestPractice();
  const { client: nadia } = await practice.join('assistant');
  const visitId = await booked(practice, await newPatient(nadia, 'ROSSI', 'Paolo', '03/02/1955', 'M'));
  await nadia.visits.move({ ...key(), visitId, from: 'expected', to: 'waiting' });
  const last = await nadia.session.undoable({});
  await practice.doctor.visits.move({ ...key(), visitId, from: 'waiting', to: 'consultation' });
  expect(await refusalData(nadia.session.undo({ ...key(), seq: last?.seq ?? 0 }))).toMatchObject({
    code: 'UNDO_CHANGED_SINCE',
    data: { by: 'Claire Lemoine' },
  });
  expect((await cardOf(nadia, visitId)).stage).toBe('consultation');
});

test('un déplacement fondé sur une étape dépassée est refusé et dit qui l’a déplacée', async () => {
  practice = await foundTestPractice();
  const { client: nadia } = await practice.join('assistant');
  const visitId = await booked(practice, await newPatient(nadia, 'ROSSI', 'Paolo', '03/02/1955', 'M'));
  await nadia.visits.move({ ...key(), visitId, from: 'expected', to: 'waiting' });
  expect(
    await refusalData(practice.doctor.visits.move({ ...key(), visitId, from: 'expected', to: 'waiting' })),
  ).toMatchObject({ code: 'STALE', data: { by: 'Nadia Ferrand' } });
});

test('absent seulement depuis les attendus ; parti sans être vu demande pourquoi et libère le créneau', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const patientId = await newPatient(doctor, 'HADDAD', 'Élias', '01/09/1987', 'M');
  const visitId = await booked(practice, patientId, '10:30');
  await doctor.visits.move({ ...key(), visitId, from: 'expected', to: 'waiting' });
  expect(await refusalOf(doctor.visits.move({ ...key(), visitId, from: 'waiting', to: 'unexcused' }))).toBe(
    'STAGE_NOT_ALLOWED',
  );
  expect(await refusalOf(doctor.visits.move({ ...key(), visitId, from: 'waiting', to: 'left_unseen' }))).toBe(
    'INVALID',
  );
  await doctor.visits.move({ ...key(), visitId, from: 'waiting', to: 'left_unseen', reason: 'Attente trop longue' });
  expect(await cardOf(doctor, visitId)).toMatchObject({ stage: 'left_unseen', outcomeReason: 'Attente trop longue' });
  const other = await booked(practice, await newPatient(doctor, 'LEROY', 'Inès', '05/05/2004'), '10:30');
  expect((await cardOf(doctor, other)).startMinute).toBe(at('10:30'));
});

test('un absent qui arrive enfin passe en salle d’attente ; un rendez-vous annulé ne reprend pas un créneau repris', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const visitId = await booked(practice, await newPatient(doctor, 'HADDAD', 'Élias', '01/09/1987', 'M'), '09:00');
  await doctor.visits.move({ ...key(), visitId, from: 'expected', to: 'unexcused' });
  expect(await doctor.visits.move({ ...key(), visitId, from: 'unexcused', to: 'waiting' })).toMatchObject({
    stage: 'waiting',
  });
  const cancelled = await booked(practice, await newPatient(doctor, 'LEROY', 'Inès', '05/05/2004'), '11:00');
  await doctor.visits.cancel({ ...key(), visitId: cancelled, by: 'patient', reason: 'Empêchement' });
  await booked(practice, await newPatient(doctor, 'PETIT', 'Hugo', '09/10/2007', 'M'), '11:00');
  expect(await refusalOf(doctor.visits.move({ ...key(), visitId: cancelled, from: 'cancelled', to: 'expected' }))).toBe(
    'SLOT_TAKEN',
  );
});

test('revenir en arrière est une correction inscrite ; les heures des étapes reprises sont oubliées', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const visitId = await booked(practice, await newPatient(doctor, 'GIRARD', 'Odile', '02/02/1953'));
  await doctor.visits.move({ ...key(), visitId, from: 'expected', to: 'waiting' });
  await doctor.visits.move({ ...key(), visitId, from: 'waiting', to: 'ready' });
  minutes(5);
  await doctor.preparation.backToWaiting({ ...key(), visitId });
  expect(await cardOf(doctor, visitId)).toMatchObject({
    stage: 'waiting',
    readyAt: null,
    arrivedAt: '2026-11-17T07:00:00.000Z',
    stageAt: '2026-11-17T07:00:00.000Z',
  });
  expect((await doctor.session.undoable({}))?.label).toBe('Retour\u00A0: Salle d’attente');
});

test('la consultation finie sans rien à finaliser, la personne est partie', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const visitId = await booked(practice, await newPatient(doctor, 'GIRARD', 'Odile', '02/02/1953'));
  await doctor.visits.move({ ...key(), visitId, from: 'expected', to: 'consultation' });
  expect(await doctor.visits.move({ ...key(), visitId, from: 'consultation', to: 'finalise' })).toMatchObject({
    stage: 'left',
  });
});

test('deux personnes écrivent la salle et la note en même temps : rien n’est perdu, rien n’est demandé', async () => {
  practice = await foundTestPractice();
  const { client: nadia } = await practice.join('assistant');
  const { doctor } = practice;
  const visitId = await booked(practice, await newPatient(nadia, 'MARTIN', 'Jeanne'));
  const { id: roomId } = await doctor.practice.addRoom({ ...key(), label: 'Salle 2' });
  await Promise.all([
    nadia.visits.setRoom({ ...key(), visitId, base: null, roomId }),
    doctor.visits.setNote({ ...key(), visitId, base: null, value: 'Vient avec sa fille' }),
  ]);
  expect(await cardOf(nadia, visitId)).toMatchObject({ roomId, note: 'Vient avec sa fille' });
});

test('la même note écrite à deux : des mots disjoints se joignent, les mêmes mots reviennent aux deux auteurs', async () => {
  practice = await foundTestPractice();
  const { client: nadia } = await practice.join('assistant');
  const { doctor } = practice;
  const visitId = await booked(practice, await newPatient(nadia, 'MARTIN', 'Jeanne'));
  const base = 'Apporte ses analyses du mois';
  await nadia.visits.setNote({ ...key(), visitId, base: null, value: base });
  await nadia.visits.setNote({ ...key(), visitId, base, value: 'Apporte toutes ses analyses du mois' });
  expect(
    await doctor.visits.setNote({ ...key(), visitId, base, value: 'Apporte ses analyses du mois dernier' }),
  ).toEqual({ value: 'Apporte toutes ses analyses du mois dernier', merged: true });
  const stale = doctor.visits.setNote({ ...key(), visitId, base, value: 'Apporte quelques analyses du mois' });
  expect(await refusalData(stale)).toMatchObject({
    code: 'EDIT_CONFLICT',
    data: {
      conflicts: [
        {
          field: 'note',
          mine: 'Apporte quelques analyses du mois',
          theirs: 'Apporte toutes ses analyses du mois dernier',
        },
      ],
    },
  });
});
