import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AssistantTraining } from '#shared/contract/training.ts';
import { bannersOf } from '../../renderer/features/training/warning-model.ts';
import { foundTestPractice, type TestPractice } from '../support/practice.ts';
import { hire, openTraining } from '../support/training.ts';

let practice: TestPractice;
beforeEach(async () => {
  practice = await foundTestPractice();
});
afterEach(() => practice.close());

const banners = async () => {
  const { today, assistants } = await practice.doctor.training.list({});
  return bannersOf(assistants as AssistantTraining[], today).map(({ assistant, tone, lines }) => ({
    who: assistant.givenName,
    tone,
    lines: lines.map(({ words }) => words.replaceAll('\u00a0', ' ')),
  }));
};
const secretary = (givenName: string, startDay: string) =>
  hire({ client: practice.doctor, name: [givenName, 'Thiry'], profile: 'SECRETAIRE', startDay });

test('l’inscription à faire est dans le bandeau avec sa date, avant l’échéance qu’elle permet de tenir', async () => {
  await openTraining(practice.doctor, await secretary('Julien', '2025-09-02'), { route: 'CQP', sessionMonths: 8 });
  expect(await banners()).toEqual([
    {
      who: 'Julien',
      tone: 'warn',
      lines: [
        'Inscrire l’assistant, au plus tard le 02/01/2027 : dans 46 jours.',
        'Au plus tard le 02/09/2027, obtenir la qualification : dans 289 jours.',
      ],
    },
  ]);
});

test('une date passée ferme la marche d’avant : elle est dite une fois, et sa personne vient en premier', async () => {
  await secretary('Julien', '2025-09-02');
  const late = await secretary('Lise', '2025-02-03');
  await openTraining(practice.doctor, late, { route: 'CQP', sessionMonths: 8 });
  const [first, second] = await banners();
  expect([first?.who, second?.who]).toEqual(['Lise', 'Julien']);
  expect(first?.tone).toBe('bad');
  expect(first?.lines.filter((words) => /inscrire/iu.test(words))).toEqual([
    'S’inscrire au plus tard le 03/06/2026 (03/02/2027 − 8 mois = 03/06/2026) : date dépassée.',
  ]);
});

test('loin de toute échéance, chaque démarche datée est dite sans alerte ; qualifiée et prouvée, plus rien', async () => {
  const id = await secretary('Julien', '2026-10-01');
  expect(await banners()).toMatchObject([
    { tone: 'neutral', lines: [expect.stringMatching(/^Inscrire l’assistant/u), expect.stringMatching(/^Obtenir/u)] },
  ]);
  await openTraining(practice.doctor, id, {
    route: 'CQP',
    startedOn: '2026-10-05',
    certifiedOn: '2026-11-02',
    proofSentOn: '2026-11-10',
  });
  expect(await banners()).toEqual([]);
});

test('qualifiée, l’envoi du justificatif reste à faire avant sa date', async () => {
  const id = await secretary('Julien', '2025-09-02');
  await openTraining(practice.doctor, id, { route: 'CQP', startedOn: '2026-01-05', certifiedOn: '2026-11-02' });
  expect((await banners())[0]?.lines).toEqual([
    'Adresser le justificatif de qualification à la CPAM, au plus tard le 02/09/2027 : dans 289 jours.',
  ]);
});
