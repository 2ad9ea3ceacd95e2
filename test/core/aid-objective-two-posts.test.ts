import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractOf, generalist, objective, register } from '../support/aid.ts';
import { foundTestPractice, key, type Client, type TestPractice } from '../support/practice.ts';
import { refusalData } from '../support/visits.ts';

// Two people open the same objective: what one of them types is never lost to what the other did not touch.
let practice: TestPractice;
let manager: Client;
let contractId: string;
beforeAll(async () => {
  practice = await foundTestPractice({ at: '2027-02-01T08:00:00Z' });
  await generalist(practice);
  contractId = await register(practice, {
    signedOn: '2024-07-01',
    startsOn: '2024-07-15',
    objectives: [objective('PMT_ADULT_AND_CHILD', null, null)],
  });
  manager = (await practice.join('gestionnaire', ['Hélène', 'Vautrin'])).client;
});
afterAll(() => practice.close());

const { metric, ...seen } = objective('PMT_ADULT_AND_CHILD', null, null);
type Figures = typeof seen;
const save = (client: Client, change: Partial<Figures>, base: Figures = seen) =>
  client.aid.saveObjective({ ...key(), contractId, metric, ...base, ...change, base });
const typed = async () =>
  (await contractOf(practice, contractId)).objectives.find((one) => one.metric === metric)?.typed;

test('le départ saisi ici et l’objectif notifié saisi là restent tous deux', async () => {
  await save(manager, { notified: 900, notifiedOn: '2027-01-15' });
  await save(practice.doctor, { start: 760 });
  expect(await typed()).toMatchObject({ start: 760, notified: 900, notifiedOn: '2027-01-15', target: null });
});

test('le même champ changé par les deux : les deux valeurs et leur auteur, rien d’écrit', async () => {
  const { code, data } = await refusalData(save(practice.doctor, { notified: 950, notifiedOn: '2027-01-15' }));
  expect(code).toBe('EDIT_CONFLICT');
  expect(data['conflicts']).toMatchObject([{ field: 'notified', mine: '950', theirs: '900', by: 'Hélène Vautrin' }]);
  expect(await typed()).toMatchObject({ notified: 900 });
});

test('la valeur du collègue vue, la sienne peut la remplacer ou l’effacer', async () => {
  const now = { ...seen, start: 760, notified: 900, notifiedOn: '2027-01-15' };
  await save(practice.doctor, { notified: null, notifiedOn: null }, now);
  expect(await typed()).toMatchObject({ start: 760, notified: null, notifiedOn: null });
});
