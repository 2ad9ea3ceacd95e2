import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contractOf, doctorOf, employed, generalist, objective, register, statement, yearOf } from '../support/aid.ts';
import { importPast } from '../support/past-visits.ts';
import { foundTestPractice, key, type TestPractice } from '../support/practice.ts';

// What the years to come would pay: from the projection of the counters when there is one, else from the last statement.
let practice: TestPractice;
let id: string;
beforeAll(async () => {
  practice = await foundTestPractice();
  await generalist(practice);
  const assistantId = await employed(practice, '2024-10-01');
  id = await register(practice, {
    tier: 'STANDARD',
    policy: 'PRORATA_OF_GAIN_PER_METRIC_MIN',
    cumulative: true,
    objectives: [objective('PMT_ADULT_AND_CHILD', 1000, 1200), objective('FILE_ACTIVE', 100, 600)],
    assistants: [{ assistantId, fromDay: '2024-10-01', toDay: null }],
  });
  await statement(practice, doctorOf(practice), 'PMT', '2026-10-31', 1200);
  await statement(practice, doctorOf(practice), 'FA', '2026-10-31', 300);
});
afterAll(() => practice.close());

const counter = () => practice.doctor.counters.view({ doctorId: doctorOf(practice), metric: 'FA', day: null });
const yearAt = async (rank: number) => {
  const year = yearOf(await contractOf(practice, id), rank);
  const files = year.results.find(({ metric }) => metric === 'FILE_ACTIVE');
  const declared = year.results.find(({ metric }) => metric === 'PMT_ADULT_AND_CHILD');
  return { year, files, declared };
};
const codes = (answer: { reasons: readonly { code: string }[] }) => answer.reasons.map(({ code }) => code);

const UNEVEN = [0, 7, 3, 9, 1, 5, 2];

/** Two years of passages: every month new people, rather more than a year before, seen once each. */
function growingPassages(): string {
  const lines = ['Date;Nom;Prénom;Médecin'];
  for (let month = 0; month < 25; month += 1) {
    const day = new Date(Date.UTC(2024, 10 + month, 4)).toISOString().slice(0, 10).split('-').toReversed().join('/');
    for (let person = 0; person < 8 + month + (UNEVEN[month % 7] ?? 0); person += 1)
      lines.push(`${day};VANNIER${month}X${person};Rose;Dr Lemoine`);
  }
  return lines.join('\n');
}

describe('sans passages', () => {
  test('l’année en cours suit le dernier relevé, et dit pourquoi ce n’est pas une projection', async () => {
    const { year, files, declared } = await yearAt(3);
    expect(files).toMatchObject({ achieved: 300, on: '2026-10-31', origin: 'statement', low: null, high: null });
    expect(files?.counted.reasons[0]?.words).toBe(
      'Dernier relevé retenu, faute de projection. 0 mois de gains connus\u00a0: il en faut 6 pour projeter.',
    );
    expect(declared?.counted.reasons[0]?.words).toMatch(/Les déclarations passées ne sont pas connues/u);
    // 200 of the 500 patients asked for.
    expect(year.due.value).toBe(880_000);
    expect(codes(year.due)).toEqual(
      expect.arrayContaining(['statement_FILE_ACTIVE', 'statement_without_projection_FILE_ACTIVE']),
    );
    expect(codes(year.due)).not.toContain('projection_range');
  });

  test('une année trop lointaine n’a pas de relevé : elle attend', async () => {
    const { year, files } = await yearAt(5);
    expect(files).toMatchObject({ achieved: null, origin: 'none' });
    expect(year.due.value).toBeNull();
  });
});

describe('avec deux ans de passages', () => {
  beforeAll(async () => {
    await importPast(practice.doctor, growingPassages());
  });

  test('la prévision de l’année est la projection du compteur à son dernier jour', async () => {
    const { files, declared, year } = await yearAt(3);
    expect(files?.origin).toBe('projection');
    expect(files?.on).toBe('2027-09-30');
    const { achieved, low, high } = files ?? {};
    expect(achieved).toBeGreaterThan(300);
    expect(low).toBeLessThan(achieved ?? 0);
    expect(high).toBeGreaterThan(achieved ?? 0);
    // The very figures of the counter's own card, asked for the same day.
    await practice.doctor.aid.saveObjective({
      ...key(),
      contractId: id,
      ...objective('FILE_ACTIVE', 100, 600),
      dueOn: '2027-09-30',
    });
    const { projection } = await counter();
    expect(projection.value).toEqual({ on: '2027-09-30', low, middle: achieved, high });
    expect(files?.counted.steps).toEqual(projection.steps);
    expect(declared).toMatchObject({ origin: 'statement', on: '2026-10-31' });
    // The share of the gain, of 22 000 €.
    expect(year.due.value).toBe(Math.round((2_200_000 * ((achieved ?? 0) - 100)) / 500));
  });

  test('la méthode, la fourchette et le montant aux deux bornes sont dits', async () => {
    const { year, files } = await yearAt(3);
    const words = year.due.reasons.map((one) => one.words.replaceAll('\u00a0', ' ')).join(' ');
    expect(words).toMatch(/File active : Projection au 30\/09\/2027 : \d+ patients, entre \d+ et \d+\. Médiane/u);
    const cents = (achieved: number) => Math.round((2_200_000 * (Math.min(achieved, 600) - 100)) / 500);
    const range = year.due.reasons.find(({ code }) => code === 'projection_range')?.words ?? '';
    const euros = [...range.replaceAll(/[\u00a0\u202f]/gu, ' ').matchAll(/(\d[\d ]*(?:,\d\d)?) €/gu)].map(
      ([, sum = '']) => Math.round(Number(sum.replaceAll(' ', '').replace(',', '.')) * 100),
    );
    expect(euros).toEqual([cents(files?.low ?? 0), cents(files?.high ?? 0)]);
    expect(codes(year.due)).toContain('statement_without_projection_PMT_ADULT_AND_CHILD');
  });

  test('sans formule connue, chaque formule a son montant et sa fourchette', async () => {
    await practice.doctor.aid.update({
      ...key(),
      id,
      base: { policy: 'PRORATA_OF_GAIN_PER_METRIC_MIN' },
      change: { policy: null },
    });
    const { year } = await yearAt(3);
    expect(year.forecasts).toHaveLength(3);
    for (const { amount } of year.forecasts) expect(codes(amount)).toContain('projection_range');
    await practice.doctor.aid.update({
      ...key(),
      id,
      base: { policy: null },
      change: { policy: 'PRORATA_OF_GAIN_PER_METRIC_MIN' },
    });
  });

  test('la veille du dernier jour, une projection ; le jour même et le lendemain, un relevé ou rien', async () => {
    practice.clock.set('2026-09-29T08:00:00Z');
    expect((await yearAt(2)).files).toMatchObject({ origin: 'projection', on: '2026-09-30' });
    practice.clock.set('2026-09-30T08:00:00Z');
    expect((await yearAt(2)).files).toMatchObject({ origin: 'none', on: null });
    await statement(practice, doctorOf(practice), 'FA', '2026-09-30', 290);
    expect((await yearAt(2)).files).toMatchObject({ origin: 'statement', on: '2026-09-30', achieved: 290 });
    practice.clock.set('2026-10-01T08:00:00Z');
    expect((await yearAt(2)).files).toMatchObject({ origin: 'statement', on: '2026-09-30' });
    practice.clock.set('2026-11-17T07:00:00Z');
  });

  test('aucune projection ne part d’un relevé plus ancien que l’année d’avant', async () => {
    for (const { id: stale, onDay } of (
      await practice.doctor.counters.officials({ doctorId: doctorOf(practice), metric: 'FA' })
    ).officials)
      if (onDay >= '2025-10-01') await practice.doctor.counters.removeOfficial({ ...key(), id: stale });
    // The first day of the year before is still in; the eve is not.
    await statement(practice, doctorOf(practice), 'FA', '2025-09-30', 250);
    const { year, files } = await yearAt(3);
    expect(files).toMatchObject({ achieved: null, on: null, origin: 'none', low: null, high: null });
    expect(files?.counted.reasons.map(({ words }) => words)).toEqual(['Aucun relevé pour cette année.']);
    expect(year.due.value).toBeNull();
    expect((await yearAt(5)).files).toMatchObject({ origin: 'none' });
    await statement(practice, doctorOf(practice), 'FA', '2025-10-01', 251);
    for (const rank of [3, 4, 5]) expect((await yearAt(rank)).files?.origin, `year ${rank}`).toBe('projection');
  });

  test('un montant notifié l’emporte sur toute prévision', async () => {
    const letter = {
      contractYear: 3,
      kind: 'NOTIFIED',
      rank: null,
      amountCents: 1_500_000,
      onDay: '2026-11-10',
    } as const;
    await practice.doctor.aid.savePayment({ ...key(), id: null, contractId: id, ...letter, words: null });
    const { year } = await yearAt(3);
    expect(year.due).toMatchObject({ value: 1_500_000, origin: 'notified' });
  });
});
