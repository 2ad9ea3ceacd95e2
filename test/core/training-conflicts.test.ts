import { afterEach, beforeEach, expect, test } from 'vitest';
import { foundTestPractice, key, type Client, type TestPractice } from '../support/practice.ts';
import { hire, openTraining, trainingOf } from '../support/training.ts';
import { refusalData } from '../support/visits.ts';

// Two people over one training: what they changed apart stays, what they changed both is chosen (settled point 10).
let practice: TestPractice;
let doctor: Client;
beforeEach(async () => {
  practice = await foundTestPractice();
  ({ doctor } = practice);
});
afterEach(() => practice.close());

test('deux postes sur deux champs : les deux restent ; sur le même : les deux valeurs et l’auteur', async () => {
  const id = await hire({ client: doctor, name: ['Julien', 'Thiry'], profile: 'SECRETAIRE', startDay: '2025-09-02' });
  await openTraining(doctor, id, { route: 'CQP' });
  const { client: benali } = await practice.join('medecin', ['Karim', 'Benali']);
  const { training } = await trainingOf(doctor, id);
  if (training === null) throw new Error('no training');
  const save = (client: Client, facts: Partial<typeof training.facts>) =>
    client.training.save({
      ...key(),
      assistantId: id,
      trainingId: training.id,
      base: training.facts,
      value: { ...training.facts, ...facts },
    });
  await save(doctor, { body: 'Institut des Marronniers' });
  await save(benali, { registeredOn: '2026-11-02' });
  expect((await trainingOf(doctor, id)).training?.facts).toMatchObject({
    body: 'Institut des Marronniers',
    registeredOn: '2026-11-02',
  });
  expect(await refusalData(save(benali, { body: 'École du Lac' }))).toMatchObject({
    code: 'EDIT_CONFLICT',
    data: {
      conflicts: [{ field: 'body', mine: 'École du Lac', theirs: 'Institut des Marronniers', by: 'Claire Lemoine' }],
    },
  });
});

test('deux courriers notés par deux personnes restent ; deux demandes de VAE aussi ; le même courrier se choisit', async () => {
  const id = await hire({ client: doctor, name: ['Julien', 'Thiry'], profile: 'SECRETAIRE', startDay: '2024-03-04' });
  await openTraining(doctor, id, { route: 'VAE' });
  const { client: benali } = await practice.join('medecin', ['Karim', 'Benali']);
  const { training } = await trainingOf(doctor, id);
  if (training === null) throw new Error('no training');
  const { facts: base } = training;
  const save = (client: Client, facts: Partial<typeof base>) =>
    client.training.save({
      ...key(),
      assistantId: id,
      trainingId: training.id,
      base,
      value: { ...base, ...facts },
    });
  const letter = (value: string) => ({ value, origin: 'notified', on: null }) as const;
  const filed = (filedOn: string) => [{ certification: 'CQP assistant médical', filedOn }];
  await save(doctor, { given: { start: letter('2026-06-30'), complete: null }, vaeApplications: filed('2025-02-03') });
  await save(benali, { given: { start: null, complete: letter('2027-06-30') }, vaeApplications: filed('2026-02-03') });
  expect((await trainingOf(doctor, id)).training?.facts).toMatchObject({
    given: { start: { value: '2026-06-30' }, complete: { value: '2027-06-30' } },
    vaeApplications: [{ filedOn: '2025-02-03' }, { filedOn: '2026-02-03' }],
  });
  const late = save(doctor, { given: { start: null, complete: letter('2027-09-30') } });
  expect(await refusalData(late)).toMatchObject({
    code: 'EDIT_CONFLICT',
    data: {
      conflicts: [{ field: 'given.complete', theirs: JSON.stringify(letter('2027-06-30')), by: 'Karim Benali' }],
    },
  });
});
