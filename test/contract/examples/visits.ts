import { key, type TestPractice } from '../../support/practice.ts';
import { booked, today } from '../../support/visits.ts';
import type { AreaExamples } from '../example.ts';
import { someFile } from './patients.ts';

let slot = 0;
/** A start of the day not taken yet, quarter by quarter. */
const nextStart = () => 8 * 60 + 5 * (slot += 3);
const words = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** An appointment of today, expected; `arrived` puts the patient in the waiting room. */
async function someVisit(practice: TestPractice, arrived = false) {
  // Walk-ins never hold the doctor's time: as many as wanted in one day.
  const patientId = await someFile(practice);
  if (!arrived) return { patientId, visitId: await booked(practice, patientId, words(nextStart())) };
  const { id } = await practice.doctor.visits.walkIn({
    ...key(),
    patientId,
    doctorId: practice.doctorIds[0] ?? '',
    reasonId: null,
  });
  return { patientId, visitId: id };
}
const roomOf = async ({ doctor }: TestPractice) =>
  (await doctor.practice.addRoom({ ...key(), label: `Salle ${(slot += 1)}` })).id;

export const visits: AreaExamples<'visits'> = {
  book: async (practice) => ({
    patientId: await someFile(practice),
    doctorId: practice.doctorIds[1] ?? '',
    reasonId: null,
    day: today,
    startMinute: nextStart(),
    durationMinutes: 15,
  }),
  reschedule: async (practice) => ({
    visitId: (await someVisit(practice)).visitId,
    day: '2026-11-18',
    startMinute: nextStart(),
  }),
  cancel: async (practice) => ({
    visitId: (await someVisit(practice)).visitId,
    by: 'patient',
    reason: 'Grippe du conjoint',
  }),
  confirm: async (practice) => ({ visitId: (await someVisit(practice)).visitId, confirmed: true }),
  walkIn: async (practice) => ({
    patientId: await someFile(practice),
    doctorId: practice.doctorIds[0] ?? '',
    reasonId: null,
  }),
  move: async (practice) => ({ visitId: (await someVisit(practice)).visitId, from: 'expected', to: 'waiting' }),
  setRoom: async (practice) => ({
    visitId: (await someVisit(practice, true)).visitId,
    base: null,
    roomId: await roomOf(practice),
  }),
  setUrgent: async (practice) => ({ visitId: (await someVisit(practice, true)).visitId, urgent: true }),
  setSettled: async (practice) => {
    const { visitId } = await someVisit(practice, true);
    await practice.doctor.visits.setRoom({ ...key(), visitId, base: null, roomId: await roomOf(practice) });
    return { visitId, settled: true };
  },
  setNote: async (practice) => ({
    visitId: (await someVisit(practice)).visitId,
    base: null,
    value: 'Apporte ses analyses',
  }),
  addFinaliseItem: async (practice) => ({
    visitId: (await someVisit(practice, true)).visitId,
    label: 'Ordonnance à signer',
  }),
  tickFinaliseItem: async (practice) => {
    const { visitId } = await someVisit(practice, true);
    const { id } = await practice.doctor.visits.addFinaliseItem({ ...key(), visitId, label: 'Courrier' });
    return { itemId: id, done: true };
  },
};

/** A patient being prepared. */
async function inPreparation(practice: TestPractice): Promise<string> {
  const { visitId } = await someVisit(practice, true);
  await practice.doctor.visits.move({ ...key(), visitId, from: 'waiting', to: 'preparation' });
  return visitId;
}
const weight = { code: 'POIDS', reading: 1, base: null } as const;

export const preparation: AreaExamples<'preparation'> = {
  record: async (practice) => ({ visitId: await inPreparation(practice), ...weight, raw: '80,4', context: {} }),
  notDone: async (practice) => ({ visitId: await inPreparation(practice), ...weight, reason: 'refus', detail: null }),
  clearMeasure: async (practice) => {
    const visitId = await inPreparation(practice);
    const answer = await practice.doctor.preparation.record({ ...key(), visitId, ...weight, raw: '80,4', context: {} });
    if (answer.status !== 'recorded') throw new Error(answer.status);
    return { visitId, ...weight, base: answer.line.readings[0]?.id ?? null };
  },
  saveMessage: async (practice) => ({
    visitId: await inPreparation(practice),
    base: null,
    value: 'Demande un renouvellement',
  }),
  ready: async (practice) => ({ visitId: await inPreparation(practice) }),
  backToWaiting: async (practice) => ({ visitId: await inPreparation(practice) }),
  markRead: async (practice) => {
    const visitId = await inPreparation(practice);
    await practice.doctor.preparation.saveMessage({
      ...key(),
      visitId,
      base: null,
      value: 'Demande un renouvellement',
    });
    await practice.doctor.preparation.ready({ ...key(), visitId });
    return { visitId };
  },
};
