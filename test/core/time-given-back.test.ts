import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Family } from '#shared/rules/time-given-back/index.ts';
import type { PersonTime } from '#shared/contract/time.ts';
import { hired, writeRows } from '../support/employer-rows.ts';
import { foundTestPractice, key, refusalOf, type Client, type TestPractice } from '../support/practice.ts';
import { at, newPatient, refusalData } from '../support/visits.ts';

let practice: TestPractice;
let nadia: Awaited<ReturnType<TestPractice['join']>>;
let julien: Awaited<ReturnType<TestPractice['join']>>;
let assistantId: string;

/** Tuesday 17 November 2026, and the days after, in Paris. */
const clockAt = (day: string, time: string) => practice.clock.set(`${day}T${time}:00+01:00`);

interface Course {
  day: string;
  start: string;
  /** Who notes the arrival and prepares. */
  by: Client;
  prepared: [from: string, to: string];
  seen: [from: string, to: string];
  item?: boolean;
}

/** A whole visit as the day makes it: booked by the doctor, received and prepared by an assistant. */
async function visitOf(patientId: string, { day, start, by, prepared, seen, item = false }: Course): Promise<void> {
  clockAt(day, '08:00');
  const { id: visitId } = await practice.doctor.visits.book({
    ...key(),
    patientId,
    doctorId: practice.doctorIds[0] ?? '',
    reasonId: null,
    day,
    startMinute: at(start),
  });
  const steps = [
    [by, start, 'expected', 'waiting'],
    [by, prepared[0], 'waiting', 'preparation'],
    [by, prepared[1], 'preparation', 'ready'],
    [practice.doctor, seen[0], 'ready', 'consultation'],
  ] as const;
  for (const [client, time, from, to] of steps) {
    clockAt(day, time);
    await client.visits.move({ ...key(), visitId, from, to });
  }
  clockAt(day, seen[1]);
  if (item) {
    const { id: itemId } = await practice.doctor.visits.addFinaliseItem({ ...key(), visitId, label: 'Rendez-vous' });
    await practice.doctor.visits.move({ ...key(), visitId, from: 'consultation', to: 'finalise' });
    await by.visits.tickFinaliseItem({ ...key(), itemId, done: true });
  } else {
    await practice.doctor.visits.move({ ...key(), visitId, from: 'consultation', to: 'left' });
  }
}

beforeAll(async () => {
  practice = await foundTestPractice();
  nadia = await practice.join('assistant');
  julien = await practice.join('assistant', ['Julien', 'Thiry']);
  assistantId = await hired(practice, '2026-11-04', { accountId: nadia.accountId });
  const one = await newPatient(practice.doctor, 'AUBRY', 'Camille', '14/06/1999');
  const other = await newPatient(practice.doctor, 'MOREL', 'Jean', '02/03/1950', 'M');
  await visitOf(one, {
    day: '2026-11-17',
    start: '09:00',
    by: nadia.client,
    prepared: ['09:05', '09:17'],
    seen: ['09:20', '09:38'],
    item: true,
  });
  await visitOf(other, {
    day: '2026-11-18',
    start: '10:00',
    by: julien.client,
    prepared: ['10:04', '10:12'],
    seen: ['10:20', '10:34'],
  });
});
afterAll(() => practice.close());

const minutes = ({ families }: Pick<PersonTime, 'families'>): Partial<Record<Family, number | null>> =>
  Object.fromEntries(families.map(({ family, minutes: { value } }) => [family, value]));

describe('le cabinet', () => {
  test('le jour même ne compte pas encore, le lendemain oui', async () => {
    clockAt('2026-11-17', '19:00');
    expect((await practice.doctor.time.practice({ weeks: 4 })).total.value).toBeNull();
    clockAt('2026-11-18', '08:00');
    // Une arrivée 3, une préparation de 09:05 à 09:17 12, une action 5.
    expect(minutes(await practice.doctor.time.practice({ weeks: 4 }))).toEqual({
      reception: 3,
      preparation: 12,
      organisation: 5,
    });
    clockAt('2026-11-19', '08:00');
    const time = await practice.doctor.time.practice({ weeks: 4 });
    expect(minutes(time)).toEqual({ reception: 6, preparation: 20, organisation: 5 });
    expect([time.seen, time.total.value, time.assistants]).toEqual([2, 31, 2]);
  });

  test('rien avant la première visite : indéterminé, jamais zéro', async () => {
    clockAt('2026-11-17', '08:30');
    const time = await practice.doctor.time.practice({ weeks: 12 });
    expect(time.total.outcome).toBe('undetermined');
    expect(time.families).toEqual([]);
    expect(time.weeks.every((week) => week.minutes === null)).toBe(true);
    expect(time.reasons[0]?.code).toBe('NO_VISIT');
  });

  test('une semaine devient entière le lundi qui suit', async () => {
    clockAt('2026-11-22', '12:00');
    const sunday = await practice.doctor.time.practice({ weeks: 4 });
    expect(sunday.weeks.at(-1)).toMatchObject({ monday: '2026-11-16', whole: false });
    expect(sunday.perWeek.value).toBeNull();
    clockAt('2026-11-23', '12:00');
    const monday = await practice.doctor.time.practice({ weeks: 4 });
    expect(monday.weeks.at(-1)).toMatchObject({ monday: '2026-11-16', whole: true, seen: 2 });
    expect(monday.perWeek.value).toBe(31);
  });

  test('une hypothèse du cabinet change les minutes, à partir de son jour', async () => {
    clockAt('2026-11-23', '12:00');
    await practice.doctor.rules.choose({
      ...key(),
      parameterId: 'time.minutes.arrival',
      base: null,
      choice: { value: 10 },
      from: '2026-11-24',
      reason: null,
    });
    expect(minutes(await practice.doctor.time.practice({ weeks: 4 })).reception).toBe(6);
    clockAt('2026-11-24', '12:00');
    expect(minutes(await practice.doctor.time.practice({ weeks: 4 })).reception).toBe(20);
  });

  test('avant l’embauche : indéterminé, puis les visites importées d’un autre logiciel comptent', async () => {
    clockAt('2026-12-21', '12:00');
    const blank = await practice.doctor.time.practice({ weeks: 12 });
    expect(blank.comparison).toMatchObject({ outcome: 'undetermined', hireDay: '2026-11-04' });
    expect(blank.comparison.reasons.map(({ code }) => code)).toContain('NO_BEFORE');
    const importId = randomUUID();
    await writeRows(practice, 'past_visit_import', [
      {
        ...{ id: importId, name: 'visites.csv', state: 'staged', first_day: null, last_day: null, line_count: 12 },
        ...{
          counts: '{}',
          periods: '[]',
          account_id: practice.doctorAccountId,
          started_at: practice.clock.now(),
          version: 1,
        },
      },
    ]);
    // Deux patients par semaine, du 05/10 au 26/10 ; une ligne en double le même jour n’en fait pas un de plus.
    const days = ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'];
    const line = { import_id: importId, doctor_id: practice.doctorIds[0] ?? '', patient_id: null, version: 1 };
    await writeRows(
      practice,
      'past_visit',
      days.flatMap((day) =>
        ['a', 'b', 'b'].map((patient) => ({ ...line, id: randomUUID(), day, patient_key: patient })),
      ),
    );
    expect((await practice.doctor.time.practice({ weeks: 12 })).comparison.before?.weeks).toBe(0);
    const { writer } = practice.core.practice.requireOpen();
    await writer.updateTable('past_visit_import').set({ state: 'published' }).where('id', '=', importId).execute();
    const { comparison } = await practice.doctor.time.practice({ weeks: 12 });
    expect(comparison.before).toMatchObject({ weeks: 4, seenPerWeek: { value: 2 } });
    // Depuis : une seule semaine a des patients vus, quatre sont nécessaires.
    expect(comparison.reasons.map(({ code }) => code)).toEqual(['NO_AFTER']);
  });
});

describe('une personne', () => {
  test('chacun ne lit que ses chiffres, sans rien pour se comparer', async () => {
    clockAt('2026-11-23', '12:00');
    const mine = await nadia.client.time.mine({ weeks: 4 });
    expect(minutes(mine)).toMatchObject({ preparation: 12, organisation: 5 });
    expect(minutes(await julien.client.time.mine({ weeks: 4 }))).toMatchObject({ preparation: 8, organisation: 0 });
    expect(mine.steps).toEqual([]);
    expect(Object.keys(mine)).not.toContain('comparison');
    expect(await refusalOf(nadia.client.time.practice({ weeks: 4 }))).toBe('NOT_ALLOWED');
    expect(await refusalOf(nadia.client.time.ofPerson({ weeks: 4, assistantId }))).toBe('NOT_ALLOWED');
    expect(await refusalOf(practice.doctor.time.mine({ weeks: 4 }))).toBe('NOT_ALLOWED');
  });

  test('le responsable : refusé sans information écrite, ouvert à sa date, refermé quand elle est retirée', async () => {
    clockAt('2026-11-23', '12:00');
    const asked = () => practice.doctor.time.ofPerson({ weeks: 4, assistantId });
    const inform = (informedOn: string | null) =>
      practice.doctor.time.recordInformation({ ...key(), assistantId, informedOn });
    expect((await refusalData(asked())).data['problems']).toMatchObject([
      { message: expect.stringMatching(/Information écrite/u) },
    ]);
    expect(await refusalOf(inform('2026-11-24'))).toBe('INVALID');
    await inform('2026-11-23');
    expect(minutes(await asked())).toMatchObject({ preparation: 12 });
    expect((await practice.doctor.time.informed({})).assistants).toMatchObject([
      { assistantId, name: 'Nadia Ferrand', linked: true, informedOn: '2026-11-23' },
    ]);
    await inform(null);
    expect(await refusalOf(asked())).toBe('INVALID');
  });

  test('un médecin ou un gestionnaire non responsable ne lit les chiffres de personne', async () => {
    const manager = await practice.join('gestionnaire', ['Hélène', 'Vautrin']);
    const benali = await practice.join('medecin', ['Karim', 'Benali']);
    for (const { client } of [manager, benali]) {
      expect((await client.time.practice({ weeks: 4 })).assistants).toBe(2);
      expect(await refusalOf(client.time.ofPerson({ weeks: 4, assistantId }))).toBe('NOT_ALLOWED');
      expect(await refusalOf(client.time.informed({}))).toBe('NOT_ALLOWED');
    }
  });
});
