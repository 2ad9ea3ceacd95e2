import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  contractOf,
  doctorOf,
  employed,
  generalist,
  objective,
  problemsOf,
  register,
  statement,
  yearOf,
} from '../support/aid.ts';
import { inventedPdf, sendFile } from '../support/employer.ts';
import { foundTestPractice, key, type TestPractice } from '../support/practice.ts';
import { undoLast } from '../support/visits.ts';

// A letter of the CPAM gives one doctor figures of her own: they win, and those of the contract and the text stay beside.
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
    objectives: [objective('PMT_ADULT_AND_CHILD', 760, 1000), objective('FILE_ACTIVE', 1500, 1700)],
    assistants: [{ assistantId, fromDay: '2024-07-15', toDay: null }],
  });
  await statement(practice, doctorOf(practice), 'PMT', '2026-12-31', 880);
  await statement(practice, doctorOf(practice), 'FA', '2026-12-31', 1700);
});
afterAll(() => practice.close());

const pmtOf = async () => {
  const contract = await contractOf(practice, id);
  const one = contract.objectives.find(({ metric }) => metric === 'PMT_ADULT_AND_CHILD');
  if (one === undefined) throw new Error('no objective');
  return { contract, one, threshold: contract.conditions.find((condition) => condition.id === 'threshold')?.verdict };
};
const save = (fields: Partial<ReturnType<typeof objective>>) =>
  practice.doctor.aid.saveObjective({
    ...key(),
    contractId: id,
    ...objective('PMT_ADULT_AND_CHILD', 760, 1000),
    ...fields,
  });

test('sans courrier : l’objectif du contrat, le seuil du texte, et 760 patients ne suffisent pas', async () => {
  const { contract, one, threshold } = await pmtOf();
  expect(one.target).toMatchObject({ value: 1000, origin: 'typed', givenOn: '2024-07-01' });
  expect(one.threshold).toMatchObject({ value: 775, origin: 'computed', ruleValue: 775 });
  expect(one.threshold?.parameters[0]?.sources.length).toBeGreaterThan(0);
  expect(threshold?.outcome).toBe('not_met');
  // 120 of the 240 patients asked for.
  expect(yearOf(contract, 3).due.value).toBe(1_100_000);
  expect(contract.objectives.find(({ metric }) => metric === 'FILE_ACTIVE')?.threshold).toBeNull();
});

test('l’objectif et le seuil du courrier l’emportent, ceux du contrat et du texte restent à côté', async () => {
  await save({ notified: 920, notifiedOn: '2025-01-20', threshold: 700, thresholdOn: '2025-01-20' });
  const { contract, one, threshold } = await pmtOf();
  expect(one.target).toMatchObject({ value: 920, origin: 'notified', givenOn: '2025-01-20' });
  expect(one.target.alternatives).toContainEqual({
    value: 1000,
    words: 'Objectif écrit dans le contrat signé le 01/07/2024\u00a0:',
    sources: [],
  });
  expect(one.typed).toMatchObject({ target: 1000, notified: 920, threshold: 700 });
  expect(one.threshold).toMatchObject({ value: 700, origin: 'notified', givenOn: '2025-01-20', ruleValue: 775 });
  expect(threshold?.outcome).toBe('met');
  // 120 of the 160 patients asked for by the letter.
  const third = yearOf(contract, 3);
  expect(third.results.find(({ metric }) => metric === one.metric)?.objective).toBe(920);
  expect(third.due.value).toBe(1_650_000);
});

test('les compteurs visent l’objectif du courrier et gardent celui du contrat', async () => {
  const view = await practice.doctor.counters.view({ doctorId: doctorOf(practice), metric: 'PMT', day: null });
  expect(view.objective).toMatchObject({ targetValue: 920, notifiedOn: '2025-01-20', writtenValue: 1000 });
  expect(view.remaining.value).toBe(40);
  await save({
    notified: 920,
    notifiedOn: '2025-01-20',
    threshold: 700,
    thresholdOn: '2025-01-20',
    dueOn: '2027-07-14',
  });
  const curve = await practice.doctor.counters.curve({
    doctorId: doctorOf(practice),
    metric: 'PMT',
    from: '2026-01',
    to: '2027-02',
  });
  expect(curve.target.to).toEqual({ day: '2027-07-14', value: 920 });
});

test('le courrier se joint à l’objectif : demandé, puis compté, et il part avec lui', async () => {
  const asked = (await pmtOf()).contract.missing.find(({ code }) => code === 'objective_proof');
  expect(asked).toMatchObject({ severity: 'to_do', gesture: 'objective', field: 'PMT_ADULT_AND_CHILD' });
  const { deadlines } = await practice.doctor.deadlines.list({});
  expect(deadlines.some(({ kind, title }) => kind === 'PROOF' && title.startsWith('Courrier de la CPAM'))).toBe(true);
  const { one } = await pmtOf();
  const uploadId = await sendFile(practice, inventedPdf());
  const about = { aboutKind: 'aid_objective', aboutId: one.id ?? '', onDay: '2025-01-20' } as const;
  await practice.doctor.documents.add({ ...key(), uploadId, name: 'courrier.pdf', kind: 'CPAM_LETTER', ...about });
  const joined = await pmtOf();
  expect(joined.one.proofs).toBe(1);
  expect(joined.contract.missing.some(({ code }) => code === 'objective_proof')).toBe(false);
  await practice.doctor.aid.removeObjective({ ...key(), id: one.id ?? '' });
  expect(
    (await practice.doctor.documents.list({ about: { kind: 'aid_objective', id: one.id ?? '' } })).documents,
  ).toEqual([]);
  await undoLast(practice.doctor);
  expect((await pmtOf()).one).toEqual(joined.one);
});

test('le dossier de renouvellement dit les deux figures et joint le courrier', async () => {
  const dossier = await practice.doctor.renewal.prepare({ contractId: id, contractYear: 3 });
  const text = JSON.stringify(dossier).replaceAll('\u00a0', ' ');
  expect(text).toContain('objectif de 920 donné par courrier du 20/01/2025, 1 000 dans le contrat');
  expect(text).toContain('seuil d’entrée de 700 donné par courrier du 20/01/2025');
  expect(text).toContain('courrier.pdf');
});

test.each([
  [{ notified: 920 }, 'notifiedOn', /Date du courrier/u],
  [{ notifiedOn: '2025-01-20' }, 'notifiedOn', /Nombre de patients à saisir/u],
  [{ notified: 920, notifiedOn: '2027-02-02' }, 'notifiedOn', /date à venir/u],
  [{ threshold: 700 }, 'thresholdOn', /Date du courrier/u],
  [{ notified: 700, notifiedOn: '2025-01-20' }, 'notified', /objectif notifié de 700, sous le départ de 760/u],
] as const)('courrier impossible %j : refusé avec la raison', async (fields, field, message) => {
  expect(await problemsOf(save(fields))).toContainEqual({ field, message: expect.stringMatching(message) });
});

test('un seuil inconnu du texte mène à l’objectif, où celui de la CPAM se saisit', async () => {
  const doctorId = doctorOf(practice, 1);
  await generalist(practice, doctorId, { mep: true });
  const other = await register(practice, {
    doctorId,
    tier: 'STANDARD',
    objectives: [objective('PMT_ADULT_AND_CHILD', 600, 800)],
  });
  const threshold = async () =>
    (await contractOf(practice, other)).conditions.find((condition) => condition.id === 'threshold')?.verdict;
  expect((await threshold())?.outcome).toBe('undetermined');
  expect((await contractOf(practice, other)).missing).toContainEqual(
    expect.objectContaining({ code: 'threshold.pmt', gesture: 'objective', field: 'PMT_ADULT_AND_CHILD' }),
  );
  await practice.doctor.aid.saveObjective({
    ...key(),
    contractId: other,
    ...objective('PMT_ADULT_AND_CHILD', 600, 800),
    threshold: 600,
    thresholdOn: '2024-09-15',
  });
  expect((await threshold())?.outcome).toBe('met');
});

test('un contrat collectif ne prend pas de seuil par indicateur', async () => {
  const group = await register(practice, {
    kind: 'COLLECTIVE',
    ruleSet: 'COLL-2026',
    option: 'PER_ETP',
    signedOn: '2026-03-16',
    startsOn: '2026-04-01',
    doctorId: null,
  });
  const line = { ...objective('FILE_ACTIVE', 3000, null), threshold: 700, thresholdOn: '2026-04-02' };
  const problems = await problemsOf(practice.doctor.aid.saveObjective({ ...key(), contractId: group, ...line }));
  expect(problems).toContainEqual({ field: 'threshold', message: expect.stringMatching(/moyenne du groupe/u) });
});
