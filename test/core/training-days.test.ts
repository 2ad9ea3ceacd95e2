import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foundTestPractice, key, type Client, type TestPractice } from '../support/practice.ts';
import { hire, messagesOf, openTraining, trainingOf } from '../support/training.ts';
import { refusalData, undoLast } from '../support/visits.ts';

let practice: TestPractice;
let doctor: Client;
beforeEach(async () => {
  practice = await foundTestPractice();
  ({ doctor } = practice);
});
afterEach(() => practice.close());

describe('journées de formation', () => {
  let id: string;
  let trainingId: string;
  beforeEach(async () => {
    id = await hire({
      client: doctor,
      name: ['Nadia', 'Ferrand'],
      profile: 'AS',
      startDay: '2024-03-04',
      endDay: '2027-08-31',
    });
    trainingId = await openTraining(doctor, id, { route: 'FAE', startedOn: '2025-09-12' });
  });
  const every = (weekdays: number[], from: string, to: string) => ({ kind: 'weekly', weekdays, from, to }) as const;
  const list = (...days: string[]) => ({ kind: 'list', days }) as const;
  const block = (asked: ReturnType<typeof every> | ReturnType<typeof list>) =>
    doctor.training.block({ ...key(), trainingId, asked, minutes: null });

  test('« tous les jeudis du … au … » saute les jours fériés, les jours déjà pris et les absences', async () => {
    await block(list('2027-05-20'));
    await doctor.employer.addAbsence({
      ...key(),
      assistantId: id,
      kind: 'PAID_LEAVE',
      fromDay: '2027-05-24',
      toDay: '2027-05-28',
      replaced: false,
      note: null,
    });
    const asked = every([4], '2027-05-01', '2027-06-10');
    const expected = {
      days: ['2027-05-13', '2027-06-03', '2027-06-10'],
      skipped: [
        { day: '2027-05-06', reason: 'férié (Ascension)' },
        { day: '2027-05-20', reason: 'déjà bloqué' },
        { day: '2027-05-27', reason: 'absence (congés payés)' },
      ],
    };
    expect(await doctor.training.daysToBlock({ trainingId, asked })).toMatchObject(expected);
    expect(await block(asked)).toMatchObject(expected);
    expect((await trainingOf(doctor, id)).training?.days.map(({ day }) => day)).toEqual([
      '2027-05-13',
      '2027-05-20',
      '2027-06-03',
      '2027-06-10',
    ]);
    expect(await undoLast(doctor)).toBe('3 journées de formation bloquées');
    expect((await trainingOf(doctor, id)).training?.days).toHaveLength(1);
  });

  test('la journée montre l’assistante en formation, le bureau la lit aussi', async () => {
    await block(list('2026-11-17'));
    const { client: desk } = await practice.join('secretaire', ['Lise', 'Marchal']);
    expect(await desk.training.away({ day: '2026-11-17' })).toEqual({
      people: [{ assistantId: id, name: 'Nadia Ferrand', minutes: null }],
    });
    expect(await desk.training.away({ day: '2026-11-18' })).toEqual({ people: [] });
    await doctor.training.free({ ...key(), trainingId, days: ['2026-11-17'] });
    expect(await desk.training.away({ day: '2026-11-17' })).toEqual({ people: [] });
  });

  test('hors contrat, fin avant début, rien à bloquer : refusés avec le moyen d’en sortir', async () => {
    expect(await messagesOf(block(list('2024-03-03')))).toEqual([
      'days : 03/03/2024\u00a0: hors du contrat de travail de Nadia Ferrand (du 04/03/2024 au 31/08/2027). Changer la date, ou compléter le contrat.',
    ]);
    expect(await messagesOf(block(every([2], '2027-08-24', '2027-09-07')))).toHaveLength(1);
    expect(await messagesOf(block(every([4], '2027-01-07', '2027-01-06')))).toEqual([
      'to : Fin le 06/01/2027, avant le début du 07/01/2027. Corriger l’une des deux dates.',
    ]);
    expect(await messagesOf(block(list('2026-12-25')))).toEqual([
      'days : Aucune journée à bloquer. 25/12/2026\u00a0: férié (Noël). Choisir d’autres jours.',
    ]);
    expect(await messagesOf(block(every([1], '2026-12-01', '2026-12-02')))).toHaveLength(1);
  });

  test('un contrat raccourci ensuite : les journées restent et le conflit est montré', async () => {
    await block(list('2027-06-10', '2027-06-17'));
    const { assistants } = await doctor.employer.assistants({ day: '2026-11-17' });
    const employment = assistants[0]?.employments[0];
    if (employment === undefined) throw new Error('no employment');
    await doctor.employer.correctEmployment({
      ...key(),
      id: employment.id,
      base: { endDay: '2027-08-31' },
      change: { endDay: '2027-06-15' },
    });
    const view = await trainingOf(doctor, id);
    expect(view.training?.days).toHaveLength(2);
    expect(view.contradictions).toEqual([
      'Une journée bloquée (17/06/2027) hors du contrat de travail\u00a0: à libérer.',
    ]);
  });
});

test('l’assistante ne lit que son dossier, et n’y change rien', async () => {
  const { client: nadia, accountId } = await practice.join('assistant', ['Nadia', 'Ferrand']);
  const own = await hire({
    client: doctor,
    name: ['Nadia', 'Ferrand'],
    profile: 'AS',
    startDay: '2024-03-04',
    accountId,
  });
  await hire({ client: doctor, name: ['Julien', 'Thiry'], profile: 'SECRETAIRE', startDay: '2025-09-02' });
  const { assistants } = await nadia.training.mine({});
  expect(assistants.map(({ assistant }) => assistant.id)).toEqual([own]);
  expect(await refusalData(nadia.training.list({}))).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await refusalData(openTraining(nadia, own, { route: 'FAE' }))).toMatchObject({ code: 'NOT_ALLOWED' });
});
