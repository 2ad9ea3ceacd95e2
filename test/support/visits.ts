import { key, type Client, type TestPractice } from './practice.ts';

/** The day of the test practice: Tuesday 17 November 2026. */
export const today = '2026-11-17';
export const at = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Invented people; the place of birth is Briey. */
export async function newPatient(
  client: Client,
  birthName: string,
  firstGivenName: string,
  birthDay = '12/04/1959',
  sex = 'F',
): Promise<string> {
  const fields = { birthName, firstGivenName, birthDay, sex, birthPlaceCode: '54099' };
  const { id } = await client.patients.create({ ...key(), fields, document: null, notSame: [], draftId: null });
  return id;
}

/** An appointment of today with the first doctor. */
export async function booked(
  practice: TestPractice,
  patientId: string,
  time = '10:00',
  client: Client = practice.doctor,
  doctorId = practice.doctorIds[0] ?? '',
): Promise<string> {
  const { id } = await client.visits.book({
    ...key(),
    patientId,
    doctorId,
    reasonId: null,
    day: today,
    startMinute: at(time),
  });
  return id;
}

/** One visit as the board shows it. */
export async function cardOf(client: Client, visitId: string) {
  const { visits } = await client.visits.board({ day: today });
  const card = visits.find((visit) => visit.id === visitId);
  if (card === undefined) throw new Error('no such card');
  return card;
}

export async function undoLast(client: Client): Promise<string> {
  const last = await client.session.undoable({});
  if (last === null) throw new Error('nothing to undo');
  await client.session.undo({ ...key(), seq: last.seq });
  return last.label;
}

/** The data of a refusal. */
export async function refusalData(call: Promise<unknown>): Promise<{ code: string; data: Record<string, unknown> }> {
  try {
    await call;
  } catch (error) {
    return error as { code: string; data: Record<string, unknown> };
  }
  throw new Error('accepted');
}
