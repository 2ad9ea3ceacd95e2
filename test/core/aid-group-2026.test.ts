import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  contractOf,
  doctorOf,
  employed,
  generalist,
  objective,
  problemsOf,
  register,
  signed,
  statement,
  yearOf,
} from '../support/aid.ts';
import { foundTestPractice, key, type TestPractice } from '../support/practice.ts';

// Two doctors of one company under the collective contract of 2026.
let practice: TestPractice;
let id: string;
let individual: string;
const members = () =>
  [0, 1].map((index) => ({
    doctorId: doctorOf(practice, index),
    joinedOn: '2026-04-01',
    leftOn: null,
    pamsu: false,
    ownShares: true,
    adhesion: true,
  }));
const group = () =>
  signed({
    kind: 'COLLECTIVE',
    ruleSet: 'COLL-2026',
    option: 'PER_ETP',
    fundedEtp: 1.5,
    signedOn: '2026-03-16',
    startsOn: '2026-04-01',
    companyName: 'SCM des Tilleuls',
    companyForm: 'SCM',
    members: members(),
  });

beforeAll(async () => {
  practice = await foundTestPractice();
  for (const index of [0, 1]) {
    await generalist(practice, doctorOf(practice, index));
    await statement(practice, doctorOf(practice, index), 'PMT', '2025-12-31', index === 0 ? 1040 : 690);
    await statement(practice, doctorOf(practice, index), 'FA', '2025-12-31', 1500);
  }
  individual = await register(practice, { tier: 'STANDARD', signedOn: '2024-10-01', startsOn: '2024-10-01' });
});
afterAll(() => practice.close());

test('un contrat individuel en cours se termine avant, sans chevauchement', async () => {
  const problems = await problemsOf(practice.doctor.aid.register({ ...key(), ...group() }));
  expect(problems).toMatchObject([
    { field: 'startsOn', message: expect.stringMatching(/Dr Claire Lemoine.*sans chevauchement/) },
  ]);
  await practice.doctor.aid.end({ ...key(), id: individual, endedOn: '2026-03-15', reason: 'TO_COLLECTIVE' });
  id = (await practice.doctor.aid.register({ ...key(), ...group() })).id;
  expect((await contractOf(practice, individual)).state).toBe('ended');
});

test('la société, ses adhérents et la patientèle moyenne sont jugés un par un', async () => {
  const { conditions, doctors, etpCap, tier } = await contractOf(practice, id);
  expect(doctors.map(({ name }) => name)).toEqual(expect.arrayContaining(['Dr Claire Lemoine', 'Dr Karim Benali']));
  expect(Object.fromEntries(conditions.map((one) => [one.label, one.verdict.outcome]))).toEqual({
    'Texte en vigueur': 'met',
    'Société signataire': 'met',
    'Patientèle moyenne': 'met',
    'Dr Claire Lemoine': 'met',
    'Dr Karim Benali': 'met',
  });
  expect(etpCap?.value).toBe(2);
  expect(tier).toBeNull();
});

test('les montants se comptent par ETP, demis compris', async () => {
  const contract = await contractOf(practice, id);
  expect(contract.years.map(({ full }) => full.value)).toEqual([5_700_000, 4_200_000, 3_300_000, 3_300_000, 3_300_000]);
  expect(yearOf(contract, 1).full.steps.map(({ label }) => label)).toContain('ETP financés');
});

test('le nombre et les dates des versements ne sont pas connus : ils sont demandés', async () => {
  const contract = await contractOf(practice, id);
  const [whole] = yearOf(contract, 1).payments;
  expect(whole).toMatchObject({ sharePercent: null, state: 'day_unknown', amount: { value: 5_700_000 } });
  expect(contract.missing.find(({ code }) => code === 'payment_day')).toMatchObject({
    gesture: 'payment',
    field: '1.1',
  });
});

test('l’objectif du groupe attend le départ et les anciens gains, puis se calcule', async () => {
  const asked = await contractOf(practice, id);
  expect(asked.objectives.map(({ target }) => target.value)).toEqual([null, null]);
  await practice.doctor.aid.saveObjective({
    ...key(),
    contractId: id,
    ...objective('PMT_ADULT_AND_CHILD', 1730, null),
    formerGain: 0,
  });
  const contract = await contractOf(practice, id);
  const pmt = contract.objectives.find(({ metric }) => metric === 'PMT_ADULT_AND_CHILD');
  // 1 730 and 260 for each of the 1.5 ETP.
  expect(pmt?.target.value).toBe(2120);
  expect(pmt?.latest).toEqual({ value: 1730, on: '2025-12-31' });
});

test('un ETP de plus que de médecins est refusé avec la sortie', async () => {
  const over = { id, base: { fundedEtp: 1.5 }, change: { fundedEtp: 3 } };
  const [problem] = await problemsOf(practice.doctor.aid.update({ ...key(), ...over }));
  expect(problem).toMatchObject({ field: 'fundedEtp', message: expect.stringMatching(/au plus 2/) });
});

test('une sortie hors date anniversaire est gardée et montrée comme telle', async () => {
  const contract = await contractOf(practice, id);
  const leaving = contract.members.find((one) => one.doctorId === doctorOf(practice, 1));
  await practice.doctor.aid.saveMember({
    ...key(),
    id: leaving?.id ?? null,
    contractId: id,
    doctorId: doctorOf(practice, 1),
    joinedOn: '2026-04-01',
    leftOn: '2026-10-31',
    pamsu: false,
    ownShares: true,
    adhesion: true,
  });
  const { contradictions } = await contractOf(practice, id);
  expect(contradictions).toMatchObject([{ code: 'member_outside_anniversary', gesture: 'member' }]);
  const waiting = await practice.doctor.aid.eligibility({
    doctorId: doctorOf(practice, 1),
    day: '2026-11-17',
    option: 'ETP_1',
    newlyInstalled: null,
  });
  expect(waiting.conditions.find((one) => one.id === 'waiting')?.verdict.outcome).toBe('not_met');
});

test('un médecin du groupe ne signe pas de contrat individuel en même temps', async () => {
  const alone = signed({
    doctorId: doctorOf(practice),
    tier: 'STANDARD',
    signedOn: '2026-09-01',
    startsOn: '2026-09-01',
  });
  expect((await problemsOf(practice.doctor.aid.register({ ...key(), ...alone })))[0]?.message).toMatch(
    /Dr Claire Lemoine/,
  );
});

test('un assistant se rattache au contrat du groupe, daté', async () => {
  const assistantId = await employed(practice, '2026-04-01');
  const line = { id: null, contractId: id, assistantId, fromDay: '2026-04-01', toDay: null };
  await practice.doctor.aid.saveAssistant({ ...key(), ...line });
  expect((await contractOf(practice, id)).assistants).toMatchObject([{ assistantId, name: 'Inès Caron' }]);
  const [twice] = await problemsOf(practice.doctor.aid.saveAssistant({ ...key(), ...line, fromDay: '2026-09-01' }));
  expect(twice).toMatchObject({ field: 'assistantId', message: expect.stringMatching(/déjà inscrit/) });
});
