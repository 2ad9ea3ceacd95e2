import { afterAll, beforeAll, expect, test } from 'vitest';
import { doctorOf, generalist, register, statement, yearOf } from '../support/aid.ts';
import { foundTestPractice, key, type Client, type TestPractice } from '../support/practice.ts';
import { digestOf } from '../contract/procedures.ts';

let practice: TestPractice;
type Scenario = Parameters<Client['aid']['simulate']>[0];
const scenario = (fields: Partial<Scenario> = {}): Scenario => ({
  kind: 'INDIVIDUAL',
  doctorId: doctorOf(practice),
  memberIds: [],
  signedOn: '2026-12-01',
  startsOn: '2027-01-04',
  option: 'ETP_1',
  fundedEtp: null,
  companyForm: null,
  tier: null,
  newlyInstalled: null,
  policy: null,
  cumulative: null,
  starts: [],
  growth: { pmt: null, fileActive: null },
  suspensions: [],
  renewsId: null,
  ...fields,
});
const simulate = (fields: Partial<Scenario> = {}) => practice.doctor.aid.simulate(scenario(fields));

beforeAll(async () => {
  practice = await foundTestPractice();
  await generalist(practice);
  await statement(practice, doctorOf(practice), 'PMT', '2026-09-30', 1040);
  await statement(practice, doctorOf(practice), 'FA', '2026-09-30', 1500);
});
afterAll(() => practice.close());

test('un scénario donne les montants, les dates et les objectifs à demander, sans rien écrire', async () => {
  const before = digestOf(practice);
  const answer = await simulate();
  expect(answer).toMatchObject({
    ruleSet: { value: 'CONV-2024' },
    verdict: { outcome: 'met' },
    tier: { value: 'STANDARD' },
  });
  expect(answer.years.map(({ full }) => full.value)).toEqual([3_800_000, 2_800_000, 2_200_000, 2_200_000, 2_200_000]);
  expect(answer.term.value).toBe('2032-01-03');
  expect(answer.objectives.map(({ start }) => start)).toEqual([1040, 1500]);
  expect(yearOf(answer, 3).due.value).toBeNull();
  expect(digestOf(practice)).toEqual(before);
});

test('la croissance imaginée donne un résultat par année, et un montant par règle', async () => {
  const starts: Scenario['starts'] = [
    { metric: 'PMT_ADULT_AND_CHILD', start: 1040, target: 1300 },
    { metric: 'FILE_ACTIVE', start: 1500, target: 1700 },
  ];
  const answer = await simulate({ starts, growth: { pmt: 60, fileActive: 70 }, cumulative: true });
  const third = yearOf(answer, 3);
  expect(third.results).toMatchObject([
    { achieved: 1220, origin: 'projection' },
    { achieved: 1710, origin: 'projection' },
  ]);
  expect(third.forecasts.map(({ amount }) => amount.value)).toEqual([0, 1_523_077, 1_861_538]);
  expect(yearOf(answer, 5).due.value).toBe(2_200_000);
  const chosen = await simulate({
    starts,
    growth: { pmt: 60, fileActive: 70 },
    cumulative: true,
    policy: 'ALL_OR_NOTHING',
  });
  expect(yearOf(chosen, 3).due.value).toBe(0);
});

test('un refus dit la condition qui ne passe pas', async () => {
  const small = await simulate({ starts: [{ metric: 'PMT_ADULT_AND_CHILD', start: 600, target: null }] });
  expect(small.verdict.outcome).toBe('not_met');
  const failing = small.conditions.filter(({ verdict }) => verdict.outcome === 'not_met');
  expect(failing).toMatchObject([{ id: 'threshold', label: 'Patientèle minimale' }]);
  expect(failing[0]?.verdict.reasons[0]?.words).toMatch(/600.*775/);
  const third = await simulate({ option: 'ETP_1_3' });
  expect(third.conditions.find((one) => one.id === 'option')?.verdict.outcome).toBe('not_met');
});

test('le même médecin à une autre date suit un autre texte', async () => {
  const earlier = await simulate({ signedOn: '2023-06-26', startsOn: '2023-06-26', tier: 'STANDARD' });
  expect(earlier.ruleSet.value).toBe('RA-2023');
  expect(earlier.years.map(({ table }) => table.value)).toEqual([
    'RA-2023',
    'CONV-2024-REVAL-LEGACY',
    'CONV-2024-REVAL-LEGACY',
    'CONV-2024-REVAL-LEGACY',
    'CONV-2024-REVAL-LEGACY',
  ]);
  const tooEarly = await simulate({ signedOn: '2019-08-30', startsOn: '2019-09-02' });
  expect(tooEarly).toMatchObject({ ruleSet: { value: null }, verdict: { outcome: 'not_met' } });
});

test('un groupe se simule, chaque médecin jugé', async () => {
  await generalist(practice, doctorOf(practice, 1), { sector: 'SECTEUR_2_OPTAM_CO' });
  const answer = await simulate({
    kind: 'COLLECTIVE',
    option: 'PER_ETP',
    doctorId: null,
    memberIds: [doctorOf(practice), doctorOf(practice, 1)],
    fundedEtp: 2,
    companyForm: 'SEL',
  });
  expect(answer.years[0]?.full.value).toBe(7_600_000);
  expect(answer.verdict.outcome).toBe('not_met');
  expect(answer.conditions.find((one) => one.id === 'form')?.verdict.outcome).toBe('not_met');
  expect(answer.conditions.find(({ label }) => label === 'Dr Karim Benali')?.verdict.outcome).toBe('undetermined');
});

test('une absence imaginée laisse les dates ouvertes', async () => {
  const answer = await simulate({ suspensions: [{ from: '2027-09-01', to: '2028-01-31' }] });
  expect(yearOf(answer, 2).start.alternatives.map(({ value }) => value)).toEqual(['2028-01-04', '2028-06-05']);
});

test('enregistrer le scénario est la commande ordinaire', async () => {
  const id = await register(practice, { signedOn: '2026-11-02', startsOn: '2026-11-16', tier: 'STANDARD' });
  const contract = await practice.doctor.aid.contract({ id });
  const imagined = await simulate({ signedOn: '2026-11-02', startsOn: '2026-11-16', tier: 'STANDARD' });
  expect(contract.years.map(({ full }) => full.value)).toEqual(imagined.years.map(({ full }) => full.value));
  await practice.doctor.aid.remove({ ...key(), id });
});
