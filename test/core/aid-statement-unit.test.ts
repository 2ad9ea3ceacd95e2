import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractOf, doctorOf, employed, generalist, objective, problemsOf, register, yearOf } from '../support/aid.ts';
import { foundTestPractice, key, refusalOf, type TestPractice } from '../support/practice.ts';
import { undoLast } from '../support/visits.ts';

// Adults alone under avenant 7, adults and children since May 2023: figures of two sorts are never set side by side.
let practice: TestPractice;
let id: string;
beforeAll(async () => {
  practice = await foundTestPractice({ at: '2027-02-01T08:00:00Z' });
  await generalist(practice);
  const assistantId = await employed(practice, '2024-03-04');
  id = await register(practice, {
    signedOn: '2024-07-01',
    startsOn: '2024-07-15',
    tier: 'STANDARD',
    policy: 'PRORATA_OF_GAIN_PER_METRIC_MIN',
    cumulative: true,
    objectives: [objective('PMT_ADULT_AND_CHILD', 1040, 1300), objective('FILE_ACTIVE', 1500, 1700)],
    assistants: [{ assistantId, fromDay: '2024-07-15', toDay: null }],
  });
  await stated('FA', '2026-12-31', 1700, null);
});
afterAll(() => practice.close());

type Population = 'ADULT' | 'ADULT_AND_CHILD' | null;
const stated = async (metric: 'PMT' | 'FA', onDay: string, value: number, population: Population) =>
  (
    await practice.doctor.counters.addOfficial({
      ...key(),
      doctorId: doctorOf(practice),
      metric,
      onDay,
      value,
      population,
    })
  ).id;
const card = () => practice.doctor.counters.view({ doctorId: doctorOf(practice), metric: 'PMT', day: null });
const pmt = async () => {
  const contract = await contractOf(practice, id);
  const third = yearOf(contract, 3);
  return {
    contract,
    due: third.due,
    result: third.results.find(({ metric }) => metric === 'PMT_ADULT_AND_CHILD'),
    objective: contract.objectives.find(({ metric }) => metric === 'PMT_ADULT_AND_CHILD'),
  };
};
const differs =
  'Relevé du 31/12/2026\u00a0: adultes, 16\u00a0ans et plus. L’objectif est écrit «\u00a0adultes et enfants\u00a0»\u00a0: non comparés. Saisir un relevé de même sorte, ou corriger l’un des deux.';

describe('un relevé d’adultes seuls devant un objectif d’adultes et d’enfants', () => {
  let adults: string;
  test('n’est comparé nulle part : ni écart, ni montant, et chaque écran dit pourquoi', async () => {
    adults = await stated('PMT', '2026-12-31', 1236, 'ADULT');
    const { contract, due, result, objective: followed } = await pmt();
    expect(result).toMatchObject({ achieved: null, origin: 'none', counted: { outcome: 'undetermined' } });
    expect(result?.counted.reasons.map(({ words }) => words)).toEqual([differs]);
    expect(due.value).toBeNull();
    expect(due.reasons.map(({ code }) => code)).toContain('statement_unit_differs_PMT_ADULT_AND_CHILD');
    expect(followed?.latest).toBeNull();
    expect(contract.missing).toContainEqual(
      expect.objectContaining({ code: 'statement_unit_differs', gesture: 'count', field: `PMT.${adults}` }),
    );
    const { official, unit, reference, remaining, perMonth } = await card();
    expect(official?.value).toBe(1236);
    expect(unit?.words).toBe(differs);
    expect(reference).toBeNull();
    expect(remaining).toMatchObject({ outcome: 'undetermined', value: null });
    expect(remaining.reasons[0]?.words).toBe(differs);
    expect(perMonth.value).toBeNull();
    const curve = await practice.doctor.counters.curve({
      doctorId: doctorOf(practice),
      metric: 'PMT',
      from: '2026-01',
      to: '2027-02',
    });
    expect(curve.officials).toMatchObject([{ id: adults, comparable: false }]);
    // The deadline of the statement is not met by it either.
    const { deadlines } = await practice.doctor.deadlines.list({});
    expect(deadlines.filter(({ kind }) => kind === 'OFFICIAL_COUNT').map(({ title }) => title)).toContain(
      'Relevé officiel de patientèle médecin traitant à saisir',
    );
  });

  test('un relevé de la bonne sorte du même jour se saisit à côté, et compte', async () => {
    await stated('PMT', '2026-12-31', 1300, 'ADULT_AND_CHILD');
    const { contract, due, result, objective: followed } = await pmt();
    expect(result).toMatchObject({ achieved: 1300, on: '2026-12-31', origin: 'statement' });
    expect(due.value).toBe(2_200_000);
    expect(followed).toMatchObject({ latest: { value: 1300 }, unit: [] });
    expect(contract.missing.some(({ code }) => code.startsWith('statement_unit'))).toBe(false);
    expect(await card()).toMatchObject({ official: { value: 1300 }, unit: null, remaining: { value: 0 } });
    await undoLast(practice.doctor);
    expect((await pmt()).result?.achieved).toBeNull();
  });

  test('un relevé plus ancien de la bonne sorte est retenu, le récent reste dit', async () => {
    await stated('PMT', '2026-10-31', 1200, 'ADULT_AND_CHILD');
    const { result, objective: followed } = await pmt();
    expect(result).toMatchObject({ achieved: 1200, on: '2026-10-31' });
    expect(followed?.unit.map(({ words }) => words)).toEqual([differs]);
    await undoLast(practice.doctor);
  });

  test('corrigé, il se compare ; sans le dire, il se compare sous réserve', async () => {
    const correct = (base: string | null, value: string | null) =>
      practice.doctor.counters.correctOfficial({
        ...key(),
        id: adults,
        patches: [{ field: 'population', base, value }],
      });
    await correct('ADULT', null);
    const { contract, result, due } = await pmt();
    expect(result).toMatchObject({ achieved: 1236, origin: 'statement' });
    expect(due.value).not.toBeNull();
    expect(due.reasons.map(({ code }) => code)).toContain('statement_unit_unsaid_PMT_ADULT_AND_CHILD');
    expect(contract.missing).toContainEqual(
      expect.objectContaining({ code: 'statement_unit_unsaid', severity: 'to_do', field: `PMT.${adults}` }),
    );
    const told = await card();
    expect(told.remaining).toMatchObject({ value: 64 });
    expect(told.unit?.words).toMatch(/ne dit pas qui il compte, comparé comme «\u00a0adultes et enfants\u00a0»/u);
    await correct(null, 'ADULT_AND_CHILD');
    expect((await pmt()).contract.missing.some(({ code }) => code.startsWith('statement_unit'))).toBe(false);
    expect(await refusalOf(correct('ADULT', null))).toBe('EDIT_CONFLICT');
    expect(await refusalOf(correct('ADULT_AND_CHILD', 'ENFANTS'))).toBe('INVALID');
  });
});

test('la file active compte tous les âges : la question ne s’y pose pas', async () => {
  const problems = await problemsOf(stated('FA', '2026-11-30', 1690, 'ADULT'));
  expect(problems).toEqual([{ field: 'population', message: expect.stringMatching(/tous les âges/u) }]);
});

test('le seuil d’entrée attend aussi ses propres patients', async () => {
  const doctorId = (
    await practice.doctor.practice.addDoctor({
      ...key(),
      civility: 'Dr',
      givenName: 'Hugo',
      familyName: 'Marchal',
      monogram: 'HM',
      rpps: null,
    })
  ).id;
  await generalist(practice, doctorId);
  const other = { doctorId, metric: 'PMT', onDay: '2026-12-31', value: 900, population: 'ADULT' } as const;
  await practice.doctor.counters.addOfficial({ ...key(), ...other });
  const asked = { doctorId, option: 'ETP_1', newlyInstalled: null } as const;
  const threshold = async (day: string) =>
    (await practice.doctor.aid.eligibility({ ...asked, day })).conditions.find((one) => one.id === 'threshold')
      ?.verdict;
  const now = await threshold('2027-01-15');
  expect(now).toMatchObject({ outcome: 'undetermined', missing: ['pmt'] });
  expect(now?.reasons[0]?.code).toBe('statement_unit_differs');
  const { doctors } = await practice.doctor.employer.profiles({ day: '2027-01-15' });
  const told = doctors.find((one) => one.doctorId === doctorId)?.eligibility.find(({ option }) => option === 'ETP_1');
  expect(told?.verdict.conditions.find((one) => one.id === 'threshold')?.verdict.missing).toEqual(['pmt']);
});
