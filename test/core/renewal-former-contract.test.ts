import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PmtPopulation } from '#shared/domain/counters.ts';
import type { ReportBlock } from '#shared/domain/renewal-report.ts';
import { doctorOf, employed, generalist, objective, register, type ContractInput } from '../support/aid.ts';
import { foundTestPractice, key, type TestPractice } from '../support/practice.ts';

// A file speaks of its own contract: statements are compared with its objectives, whatever runs today.
let practice: TestPractice;
let assistants: ContractInput['assistants'];
beforeEach(async () => {
  practice = await foundTestPractice({ at: '2026-11-17T07:00:00Z' });
  await generalist(practice);
  const assistantId = await employed(practice, '2021-10-01');
  assistants = [{ assistantId, fromDay: '2021-10-01', toDay: null }];
});
afterEach(() => practice.close());

const stated = (onDay: string, value: number, population: PmtPopulation) =>
  practice.doctor.counters.addOfficial({
    ...key(),
    doctorId: doctorOf(practice),
    metric: 'PMT',
    onDay,
    value,
    population,
  });

async function fileOf(contractId: string, contractYear: number | null) {
  const { checklist, snapshot } = await practice.doctor.renewal.prepare({ contractId, contractYear });
  const charts = snapshot.sections
    .flatMap(({ blocks }): ReportBlock[] => blocks)
    .flatMap((block) => (block.kind === 'chart' ? [block] : []));
  const marks = charts
    .filter(({ caption }) => caption.startsWith('Patientèle'))
    .flatMap(({ series }) => series)
    .find(({ line }) => line === 'marks');
  const statement = checklist.find(({ id }) => id === `statement:PMT:${doctorOf(practice)}`);
  return { statement, marks: marks?.points.map(({ value }) => value) };
}

test('le dossier d’un contrat remplacé compare les relevés à ses propres objectifs', async () => {
  const first = await register(practice, {
    ruleSet: 'AV7-2019',
    tier: 'STANDARD',
    signedOn: '2021-09-15',
    startsOn: '2021-10-01',
    endsOn: '2026-09-30',
    asWritten: true,
    objectives: [objective('PMT_ADULT', 900, 1100)],
    assistants: assistants.map((one) => ({ ...one, toDay: '2026-09-30' })),
  });
  await stated('2025-09-30', 1050, 'ADULT');
  await stated('2026-10-05', 1090, 'ADULT');
  const before = await fileOf(first, 5);
  expect(before.statement?.state).toBe('done');
  const second = await register(practice, {
    tier: 'STANDARD',
    signedOn: '2026-09-20',
    startsOn: '2026-10-01',
    objectives: [objective('PMT_ADULT_AND_CHILD', 1200, 1400)],
    assistants: assistants.map((one) => ({ ...one, fromDay: '2026-10-01' })),
  });
  await stated('2026-10-06', 1290, 'ADULT_AND_CHILD');
  for (const year of [5, null]) {
    const { statement, marks } = await fileOf(first, year);
    expect(statement).toMatchObject({ state: 'done', detail: expect.stringContaining('05/10/2026') as string });
    expect(marks).toEqual([1050, 1090]);
  }
  // The running one keeps to its own patients.
  const { statement, marks } = await fileOf(second, 1);
  expect(statement).toMatchObject({ state: 'done', detail: expect.stringContaining('06/10/2026') as string });
  expect(marks).toEqual([1290]);
});

test('un contrat collectif compare aussi à ses objectifs, jamais au dernier relevé saisi', async () => {
  const [doctorId = '', other = ''] = practice.doctorIds;
  await generalist(practice, other);
  const id = await register(practice, {
    kind: 'COLLECTIVE',
    option: 'PER_ETP',
    fundedEtp: 1,
    companyName: 'SISA des Tilleuls',
    companyForm: 'SISA',
    members: [doctorId, other].map((one) => ({
      doctorId: one,
      joinedOn: '2024-10-01',
      leftOn: null,
      pamsu: false,
      ownShares: null,
      adhesion: null,
    })),
    objectives: [objective('PMT_ADULT_AND_CHILD', 2000, 2200)],
    assistants: assistants.map((one) => ({ ...one, fromDay: '2024-10-01' })),
  });
  await stated('2025-09-30', 1000, 'ADULT_AND_CHILD');
  await stated('2026-10-01', 1040, 'ADULT_AND_CHILD');
  await stated('2026-10-31', 950, 'ADULT');
  const { statement, marks } = await fileOf(id, null);
  expect(statement).toMatchObject({ state: 'done', detail: expect.stringContaining('01/10/2026') as string });
  expect(marks).toEqual([1000, 1040]);
});
