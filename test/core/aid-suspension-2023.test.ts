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
  yearOf,
} from '../support/aid.ts';
import { foundTestPractice, key, refusalOf, type TestPractice } from '../support/practice.ts';

// A full-time contract of 2023, suspended during a maternity leave.
let practice: TestPractice;
let id: string;
let suspension: string;
const suspend = (fields: { onDay: string; toDay?: string | null }) =>
  practice.doctor.aid.saveEvent({ ...key(), ...event({ contractId: id, kind: 'SUSPENSION', ...fields }) });

beforeAll(async () => {
  practice = await foundTestPractice();
  await generalist(practice);
  const assistantId = await employed(practice, '2023-09-04');
  id = await register(practice, {
    ruleSet: 'RA-2023',
    tier: 'P90_P94',
    signedOn: '2023-08-28',
    startsOn: '2023-09-04',
    objectives: [objective('PMT_ADULT_AND_CHILD', 1900, 1900), objective('FILE_ACTIVE', 2300, 2300)],
    assistants: [{ assistantId, fromDay: '2023-09-04', toDay: null }],
    payments: [payment('RECEIVED', 1, 3_600_000, '2023-09-25'), payment('RECEIVED', 2, 2_835_000, '2024-09-20')],
  });
});
afterAll(() => practice.close());

test('avant la suspension, chaque année suit son anniversaire', async () => {
  const contract = await contractOf(practice, id);
  expect(contract.years.map(({ start }) => start.value)).toEqual([
    '2023-09-04',
    '2024-09-04',
    '2025-09-04',
    '2026-09-04',
    '2027-09-04',
  ]);
  expect(contract.years.map(({ full }) => full.value)?.[0]).toBe(3_600_000);
  expect(yearOf(contract, 2).table.value).toBe('CONV-2024-REVAL-LEGACY');
});

test('pendant la suspension, les dates restent ouvertes et la question est posée', async () => {
  suspension = (await suspend({ onDay: '2026-02-02' })).id;
  const contract = await contractOf(practice, id);
  expect(contract.state).toBe('suspended');
  expect(contract.suspensions).toEqual([{ from: '2026-02-02', to: null }]);
  const fourth = yearOf(contract, 4);
  expect(fourth.start.value).toBeNull();
  expect(fourth.start.alternatives.map(({ value }) => value)).toEqual(['2026-09-04', null]);
  expect(contract.missing.find(({ gesture, field }) => gesture === 'year' && field === '4')?.words).toMatch(/avenant/);
  expect(contract.term.value).toBeNull();
});

test('la reprise ferme la suspension la veille, et montre les deux lectures', async () => {
  await practice.doctor.aid.saveEvent({
    ...key(),
    ...event({ contractId: id, kind: 'RESUMPTION', onDay: '2026-06-08' }),
  });
  const contract = await contractOf(practice, id);
  expect(contract.state).toBe('running');
  expect(contract.suspensions).toEqual([{ from: '2026-02-02', to: '2026-06-07' }]);
  // 126 days of suspension, both ends counted.
  expect(yearOf(contract, 4).start.alternatives.map(({ value }) => value)).toEqual(['2026-09-04', '2027-01-08']);
});

test('la date de l’avenant l’emporte et entraîne les années suivantes', async () => {
  await practice.doctor.aid.saveYear({
    ...key(),
    contractId: id,
    contractYear: 4,
    amountCents: null,
    startsOn: '2027-01-08',
    costCents: null,
  });
  const contract = await contractOf(practice, id);
  expect(contract.years.map(({ start }) => start.value)).toEqual([
    '2023-09-04',
    '2024-09-04',
    '2025-09-04',
    '2027-01-08',
    '2028-01-08',
  ]);
  expect(yearOf(contract, 4).start.origin).toBe('typed');
  expect(contract.term.value).toBe('2029-01-07');
  expect(contract.currentYear.value).toBe(3);
});

test('un avenant ne fait pas commencer une année avant son anniversaire', async () => {
  const early = { contractId: id, contractYear: 4, amountCents: null, startsOn: '2026-08-01', costCents: null };
  const [problem] = await problemsOf(practice.doctor.aid.saveYear({ ...key(), ...early }));
  expect(problem).toMatchObject({ field: 'startsOn', message: expect.stringMatching(/avant son anniversaire/) });
});

test('deux suspensions ne se chevauchent pas, une suspension suit le début du contrat', async () => {
  expect((await problemsOf(suspend({ onDay: '2026-05-04' })))[0]?.message).toMatch(/se chevauchent/);
  expect((await problemsOf(suspend({ onDay: '2023-01-02', toDay: '2023-02-01' })))[0]?.message).toMatch(
    /précède le début/,
  );
  const [backwards] = await problemsOf(suspend({ onDay: '2026-10-01', toDay: '2026-09-01' }));
  expect(backwards).toMatchObject({ field: 'toDay', message: expect.stringMatching(/corriger l’une des deux dates/) });
});

test('une reprise sans suspension est refusée, et retirer la suspension d’une reprise aussi', async () => {
  const resumed = event({ contractId: id, kind: 'RESUMPTION', onDay: '2025-01-06' });
  expect((await problemsOf(practice.doctor.aid.saveEvent({ ...key(), ...resumed })))[0]?.message).toMatch(
    /sans suspension/,
  );
  expect(await refusalOf(practice.doctor.aid.removeEvent({ ...key(), id: suspension }))).toBe('INVALID');
});

test('un versement tombé pendant la suspension n’est pas en retard', async () => {
  const expected = payment('EXPECTED', 3, 1_250_000, '2026-03-15', 1);
  await practice.doctor.aid.savePayment({ ...key(), id: null, contractId: id, ...expected });
  const [first] = yearOf(await contractOf(practice, id), 3).payments;
  expect(first).toMatchObject({ state: 'expected', due: { value: '2026-03-15', origin: 'typed' } });
  const later = payment('EXPECTED', 3, 1_250_000, '2026-09-15', 2);
  await practice.doctor.aid.savePayment({ ...key(), id: null, contractId: id, ...later });
  const year = yearOf(await contractOf(practice, id), 3);
  expect(year.payments[1]?.state).toBe('late');
  expect(year.differences).toMatchObject([{ code: 'late', cents: 1_250_000 }]);
  expect((await contractOf(practice, id)).nextPayment).toEqual({ contractYear: 3, rank: 1 });
});

test('le temps de travail de l’assistante est comparé à l’option', async () => {
  const { conditions } = await contractOf(practice, id);
  expect(conditions.find((one) => one.id === 'hours')?.verdict.outcome).toBe('met');
  expect(conditions.find((one) => one.id === 'sector')?.verdict.outcome).toBe('met');
  expect(doctorOf(practice)).not.toBe('');
});
