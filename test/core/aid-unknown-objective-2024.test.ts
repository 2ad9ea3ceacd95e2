import { afterAll, beforeAll, expect, test } from 'vitest';
import { contractOf, doctorOf, employed, generalist, objective, register, statement, yearOf } from '../support/aid.ts';
import { foundTestPractice, key, type TestPractice } from '../support/practice.ts';

// A contract of 2024 whose file-active objective nobody could read: Prélude asks, and never invents.
let practice: TestPractice;
let id: string;

beforeAll(async () => {
  practice = await foundTestPractice({ at: '2027-02-01T08:00:00Z' });
  const assistantId = await employed(practice, '2024-03-04');
  id = await register(practice, {
    signedOn: '2024-07-01',
    startsOn: '2024-07-15',
    objectives: [objective('PMT_ADULT_AND_CHILD', 1040, 1300), objective('FILE_ACTIVE', 1500, null)],
    assistants: [{ assistantId, fromDay: '2024-07-15', toDay: null }],
  });
});
afterAll(() => practice.close());

test('sans profil du médecin, chaque condition dit ce qui manque et où', async () => {
  const { conditions, missing } = await contractOf(practice, id);
  expect(conditions.find((one) => one.id === 'sector')?.verdict).toMatchObject({
    outcome: 'undetermined',
    missing: ['sector'],
  });
  expect(missing).toContainEqual(
    expect.objectContaining({ gesture: 'profile', field: 'sector', targetId: doctorOf(practice), severity: 'to_do' }),
  );
});

test('la tranche est demandée tant que rien ne la fixe, chaque montant possible à côté', async () => {
  const contract = await contractOf(practice, id);
  expect(contract.tier).toMatchObject({ value: null, missing: ['speciality', 'tierOfContract'] });
  const { full } = yearOf(contract, 3);
  expect(full.value).toBeNull();
  expect(full.alternatives.map(({ value }) => value)).toEqual([2_200_000, 2_600_000, 3_800_000]);
  expect(contract.missing[0]).toMatchObject({ severity: 'blocking' });
  expect(contract.missing.find(({ code }) => code === 'tier')).toMatchObject({ gesture: 'contract', field: 'tier' });
});

test('l’objectif inconnu reste inconnu : demandé, jamais zéro, et le montant attend', async () => {
  await generalist(practice);
  await practice.doctor.aid.update({ ...key(), id, base: { tier: null }, change: { tier: 'STANDARD' } });
  await statement(practice, doctorOf(practice), 'PMT', '2026-12-31', 1236);
  await statement(practice, doctorOf(practice), 'FA', '2026-12-31', 1700);
  const contract = await contractOf(practice, id);
  const third = yearOf(contract, 3);
  expect(third.full.value).toBe(2_200_000);
  expect(third.results.find(({ metric }) => metric === 'FILE_ACTIVE')).toMatchObject({
    objective: null,
    achieved: 1700,
  });
  expect(third.due.value).toBeNull();
  expect(third.due.reasons.map(({ words }) => words)).toEqual([
    'File active\u00a0: objectif inconnu, à saisir d’après le contrat.',
  ]);
  expect(third.forecasts).toEqual([]);
  expect(contract.objectives.find(({ metric }) => metric === 'FILE_ACTIVE')?.target.value).toBeNull();
  expect(contract.missing.find(({ code }) => code === 'objective')).toMatchObject({
    severity: 'blocking',
    gesture: 'objective',
    field: 'FILE_ACTIVE',
  });
  expect(contract.totals.due.value).toBeNull();
});

test('l’objectif saisi, la règle inconnue donne un montant par règle, avec son calcul', async () => {
  await practice.doctor.aid.saveObjective({ ...key(), contractId: id, ...objective('FILE_ACTIVE', 1500, 1700) });
  const contract = await contractOf(practice, id);
  const third = yearOf(contract, 3);
  expect(third.due.missing).toEqual(['policy', 'cumulative']);
  expect(contract.missing.map(({ code }) => code)).toEqual(expect.arrayContaining(['policy', 'cumulative']));
  expect(third.forecasts.map(({ policy }) => policy)).toEqual([
    'ALL_OR_NOTHING',
    'PRORATA_OF_GAIN_PER_METRIC_MIN',
    'PRORATA_OF_GAIN_MEAN',
  ]);
  await practice.doctor.aid.update({ ...key(), id, base: { cumulative: null }, change: { cumulative: true } });
  const { forecasts } = yearOf(await contractOf(practice, id), 3);
  // 196 of 260, and the whole of the file active: 22 000 € by the least advanced, then by the mean.
  expect(forecasts.map(({ amount }) => amount.value)).toEqual([0, 1_658_462, 1_929_231]);
  expect(forecasts.every(({ amount }) => amount.steps.length > 0)).toBe(true);
});

test('une fois la règle écrite, un seul montant, et toujours une estimation', async () => {
  await practice.doctor.aid.update({
    ...key(),
    id,
    base: { policy: null },
    change: { policy: 'PRORATA_OF_GAIN_PER_METRIC_MIN' },
  });
  const third = yearOf(await contractOf(practice, id), 3);
  expect(third.due).toMatchObject({ value: 1_658_462, outcome: 'computed' });
  expect(third.due.reasons.map(({ code }) => code)).toContain('estimate');
  expect(third.state).toBe('running');
  expect(yearOf(await contractOf(practice, id), 5).state).toBe('maximum');
});

test('sans aucun objectif saisi, les indicateurs du texte sont demandés', async () => {
  const other = doctorOf(practice, 1);
  await generalist(practice, other);
  const bare = await register(practice, {
    doctorId: other,
    tier: 'STANDARD',
    signedOn: '2024-07-01',
    startsOn: '2024-07-15',
  });
  const contract = await contractOf(practice, bare);
  expect(contract.objectives.map(({ metric, id: row }) => [metric, row])).toEqual([
    ['PMT_ADULT_AND_CHILD', null],
    ['FILE_ACTIVE', null],
  ]);
  expect(contract.missing.filter(({ code }) => code === 'objective')).toHaveLength(2);
  expect(contract.missing.find(({ code }) => code === 'assistant')?.severity).toBe('blocking');
});
