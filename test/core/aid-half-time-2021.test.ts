import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  contractOf,
  doctorOf,
  employed,
  event,
  generalist,
  objective,
  payment,
  problemsOf,
  register,
  signed,
  statement,
  yearOf,
} from '../support/aid.ts';
import { foundTestPractice, key, type TestPractice } from '../support/practice.ts';

// A half-time contract of avenant 7, from its old paper to its renewal across 22 June 2024.
let practice: TestPractice;
let id: string;
let assistantId: string;

beforeAll(async () => {
  practice = await foundTestPractice();
  await generalist(practice);
  assistantId = await employed(practice, '2021-04-01', {}, { weeklyMinutes: 1050 });
  id = await register(practice, {
    number: '2021-54-0031',
    ruleSet: 'AV7-2019',
    option: 'ETP_1_2',
    tier: 'STANDARD',
    signedOn: '2021-03-15',
    startsOn: '2021-04-01',
    policy: 'PRORATA_OF_GAIN_PER_METRIC_MIN',
    objectives: [objective('PMT_ADULT', 800, 1000), objective('FILE_ACTIVE', 1200, 1500)],
    assistants: [{ assistantId, fromDay: '2021-04-01', toDay: null }],
    payments: [
      payment('RECEIVED', 1, 1_260_000, '2021-04-14', 1),
      payment('RECEIVED', 1, 540_000, '2021-12-02', 2),
      payment('RECEIVED', 2, 1_350_000, '2022-04-20'),
      payment('NOTIFIED', 3, 1_050_000, '2023-05-10'),
      payment('RECEIVED', 3, 1_050_000, '2023-05-28'),
    ],
  });
});
afterAll(() => practice.close());

test('un ancien contrat s’enregistre en un geste, années versées comprises', async () => {
  const { contracts } = await practice.doctor.aid.contracts({});
  expect(contracts).toMatchObject([
    { id, title: 'Contrat n°\u00a02021-54-0031', state: 'term_passed', optionLabel: '1/2\u00a0ETP' },
  ]);
  const contract = await contractOf(practice, id);
  expect(contract.years.map(({ state }) => state).slice(0, 3)).toEqual(['paid', 'paid', 'paid']);
  expect(contract.totals.receivedCents).toBe(4_200_000);
});

test('le texte de la signature est proposé, le terme est le cinquième anniversaire', async () => {
  const contract = await contractOf(practice, id);
  expect(contract.proposedRuleSet.value).toBe('AV7-2019');
  expect(contract.term.value).toBe('2026-03-31');
  expect(contract.contradictions).toEqual([]);
});

test('les montants sont relevés à l’anniversaire qui suit le 22 juin 2024, pas avant', async () => {
  const contract = await contractOf(practice, id);
  expect(contract.years.map(({ full }) => full.value)).toEqual([1_800_000, 1_350_000, 1_050_000, 1_050_000, 1_100_000]);
  expect(contract.years.map(({ table }) => table.value)).toEqual([
    'AV7-2019',
    'AV7-2019',
    'AV7-2019',
    'AV7-2019',
    'CONV-2024-REVAL-LEGACY',
  ]);
  expect(yearOf(contract, 5).full.parameters.length).toBeGreaterThan(0);
});

test('le premier versement se compte de l’embauche, le solde de 30 % demande sa date', async () => {
  const [first, balance] = yearOf(await contractOf(practice, id), 1).payments;
  expect(first).toMatchObject({
    sharePercent: 70,
    state: 'received',
    due: { value: '2021-04-16' },
    amount: { value: 1_260_000 },
  });
  expect(balance).toMatchObject({ sharePercent: 30, due: { value: null, missing: ['expectedDays'] } });
});

test('la quatrième année suit les relevés, avec le détail du prorata', async () => {
  await statement(practice, doctorOf(practice), 'PMT', '2025-03-01', 950, 'ADULT');
  await statement(practice, doctorOf(practice), 'FA', '2025-03-01', 1600);
  const { due, results, forecasts } = yearOf(await contractOf(practice, id), 4);
  expect(results).toMatchObject([
    { metric: 'PMT_ADULT', start: 800, objective: 1000, achieved: 950, on: '2025-03-01' },
    { metric: 'FILE_ACTIVE', achieved: 1600 },
  ]);
  // 150 of 200 patients asked for: three quarters of 10 500 €.
  expect(due.value).toBe(787_500);
  expect(due.steps.map(({ label }) => label)).toContain('Montant entier');
  expect(forecasts).toEqual([]);
});

test('le montant notifié l’emporte, le calculé reste à côté et l’écart est signalé', async () => {
  const saved = await practice.doctor.aid.savePayment({
    ...key(),
    id: null,
    contractId: id,
    ...payment('NOTIFIED', 4, 800_000, '2025-05-12'),
  });
  const year = yearOf(await contractOf(practice, id), 4);
  expect(year.due).toMatchObject({ value: 800_000, origin: 'notified', ruleValue: 787_500, givenOn: '2025-05-12' });
  expect(year.differences).toMatchObject([{ code: 'notified_not_computed', cents: 12_500 }]);
  await practice.doctor.aid.savePayment({
    ...key(),
    id: null,
    contractId: id,
    ...payment('RECEIVED', 4, 780_000, '2025-06-01'),
  });
  const received = yearOf(await contractOf(practice, id), 4);
  expect(received.differences).toMatchObject([
    { code: 'notified_not_computed' },
    { code: 'received_not_notified', cents: -20_000 },
  ]);
  expect(saved.id).toMatch(/^[0-9a-f-]{36}$/);
});

test('le coût du poste se met en face de l’aide reçue', async () => {
  await practice.doctor.aid.saveYear({
    ...key(),
    contractId: id,
    contractYear: 4,
    amountCents: null,
    startsOn: null,
    costCents: 1_900_000,
  });
  const { leftToPay } = yearOf(await contractOf(practice, id), 4);
  expect(leftToPay.value).toBe(1_900_000 - 780_000);
  expect(leftToPay.steps.map(({ label }) => label)).toEqual(['Coût du poste', 'Aide', 'Reste à payer']);
  const other = yearOf(await contractOf(practice, id), 5);
  expect(other.leftToPay).toMatchObject({ value: null, missing: ['costCents'] });
});

test('au terme, le contrat ne se renouvelle pas tel quel et la suite est demandée', async () => {
  const contract = await contractOf(practice, id);
  expect(contract.renewable).toMatchObject({ outcome: 'not_met' });
  expect(contract.missing.map(({ code }) => code)).toContain('term_passed');
  const proposed = await practice.doctor.aid.propose({
    kind: 'INDIVIDUAL',
    doctorId: doctorOf(practice),
    signedOn: '2026-03-02',
    startsOn: '2026-04-01',
    option: null,
    newlyInstalled: null,
    renewsId: id,
  });
  expect(proposed.ruleSet.value).toBe('CONV-2024');
  expect(proposed.fromOld).toMatchObject({ startsOn: '2026-04-01', option: 'ETP_1_2', assistantIds: [assistantId] });
  // The statement counted adults alone, as avenant 7 does: it is no start for adults and children.
  expect(proposed.objectives.map(({ start }) => start)).toEqual([null, 1600]);
  expect(proposed.options.find(({ option }) => option === 'ETP_1_3')?.verdict.outcome).toBe('not_met');
});

test('le nouveau contrat part des montants de 2024 et porte le lien vers l’ancien', async () => {
  const start = { doctorId: doctorOf(practice), option: 'ETP_1_2', renewsId: id, tier: 'STANDARD' } as const;
  const early = signed({ ...start, signedOn: '2026-03-02', startsOn: '2026-03-15' });
  expect((await problemsOf(practice.doctor.aid.register({ ...key(), ...early })))[0]?.message).toMatch(
    /déjà un contrat.*y mettre fin/,
  );
  const next = await register(practice, { ...start, signedOn: '2026-03-02', startsOn: '2026-04-01' });
  const renewed = await contractOf(practice, next);
  expect(renewed.renews).toEqual({ id, name: 'Contrat n°\u00a02021-54-0031' });
  expect(renewed.state).toBe('running');
  expect(renewed.years.map(({ full }) => full.value)).toEqual([1_900_000, 1_400_000, 1_100_000, 1_100_000, 1_100_000]);
  const old = await contractOf(practice, id);
  expect(old.renewedBy?.id).toBe(next);
  expect(old.missing.map(({ code }) => code)).not.toContain('term_passed');
});

test('un contrat de 2023 renouvelé : deux lectures, aucune choisie en silence', async () => {
  const other = doctorOf(practice, 1);
  await generalist(practice, other);
  const first = await register(practice, {
    doctorId: other,
    ruleSet: 'RA-2023',
    tier: 'STANDARD',
    signedOn: '2023-05-02',
    startsOn: '2023-05-02',
  });
  await practice.doctor.aid.end({ ...key(), id: first, endedOn: '2026-05-01', reason: 'NEW_CONTRACT' });
  const next = await register(practice, {
    doctorId: other,
    tier: 'STANDARD',
    signedOn: '2026-05-02',
    startsOn: '2026-05-02',
    renewsId: first,
  });
  const { full } = yearOf(await contractOf(practice, next), 1);
  expect(full.value).toBeNull();
  expect(full.alternatives.map(({ value }) => value)).toEqual([3_800_000, 2_200_000]);
  await practice.doctor.aid.saveEvent({
    ...key(),
    ...event({ contractId: next, kind: 'LETTER_SENT', onDay: '2026-06-01', words: 'Demande du montant' }),
  });
  expect((await contractOf(practice, next)).events).toMatchObject([{ kind: 'LETTER_SENT', proofs: 0 }]);
});
