import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#shared/kernel/day.ts';
import { passage } from '../support/past-visits.ts';
import { foundTestPractice, key, refusalOf, type TestPractice } from '../support/practice.ts';
import { newPatient, undoLast } from '../support/visits.ts';

let practice: TestPractice;
let doctorId = '';
const view = (metric: 'PMT' | 'FA', day: string | null = null, of = doctorId) =>
  practice.doctor.counters.view({ doctorId: of, metric, day });
const officials = async () => (await practice.doctor.counters.officials({ doctorId, metric: null })).officials;

describe('le relevé de l’Assurance Maladie', () => {
  beforeAll(async () => {
    practice = await foundTestPractice();
    doctorId = practice.doctorIds[0] ?? '';
  });
  afterAll(() => practice.close());
  const add = (
    onDay: string,
    value: number,
    metric: 'PMT' | 'FA' = 'PMT',
    population: 'ADULT' | 'ADULT_AND_CHILD' | null = null,
  ) => practice.doctor.counters.addOfficial({ ...key(), doctorId, metric, onDay, value, population });

  test('le relevé qui compte est le dernier à la date regardée', async () => {
    await add('2025-12-31', 812);
    await add('2026-06-30', 840);
    expect((await view('PMT')).official?.value).toBe(840);
    expect((await view('PMT', '2026-06-29')).official?.value).toBe(812);
    expect((await view('PMT', '2026-06-30')).official?.value).toBe(840);
    expect((await view('PMT', '2025-12-30')).official).toBeNull();
    expect((await view('FA')).official).toBeNull();
  });

  test('deux relevés du même jour, un jour à venir et un médecin inconnu sont refusés, avec l’issue', async () => {
    const twin = add('2025-12-31', 900).catch((error: { message: string }) => error.message);
    expect(await twin).toBe(
      'Un relevé du 31/12/2025 existe déjà (Patientèle médecin traitant\u00a0: 812). Le corriger, ou vérifier la date.',
    );
    expect(await refusalOf(add('2026-11-18', 900))).toBe('INVALID');
    expect(await refusalOf(add('2026-11-17', 20_001))).toBe('INVALID');
    const nobody = '00000000-0000-4000-8000-000000000000';
    expect(await refusalOf(view('FA', null, nobody))).toBe('NOT_FOUND');
    expect(await refusalOf(view('FA', '2026-11-18'))).toBe('INVALID');
    expect((await officials()).map(({ value }) => value)).toEqual([840, 812]);
  });

  test('une correction part de la valeur lue : celle d’un confrère entre-temps est un conflit, pas une perte', async () => {
    const { id } = await add('2026-09-30', 850);
    const correct = (base: string, value: string) =>
      practice.doctor.counters.correctOfficial({ ...key(), id, patches: [{ field: 'value', base, value }] });
    expect((await correct('850', '8 55')).version).toBe(2);
    const conflict = (await correct('850', '860').catch((error: unknown) => error)) as {
      code: string;
      data: { conflicts: unknown[] };
    };
    expect(conflict.code).toBe('EDIT_CONFLICT');
    expect(conflict.data.conflicts).toMatchObject([
      { field: 'value', mine: '860', theirs: '855', by: 'Claire Lemoine' },
    ]);
    expect((await officials())[0]?.value).toBe(855);
    expect(await refusalOf(correct('855', 'beaucoup'))).toBe('INVALID');
    expect(
      await refusalOf(
        practice.doctor.counters.correctOfficial({
          ...key(),
          id,
          patches: [{ field: 'onDay', base: '2026-09-30', value: '2026-06-30' }],
        }),
      ),
    ).toBe('INVALID');
    await undoLast(practice.doctor);
    expect((await officials())[0]?.value).toBe(850);
  });

  test('un relevé retiré part avec ses pièces, et revient avec elles', async () => {
    const { id } = await add('2026-10-31', 861);
    const { writer } = practice.core.practice.requireOpen();
    await writer
      .insertInto('document')
      .values({
        id: '00000000-0000-4000-8000-0000000000aa',
        sha256: 'ab',
        name: 'releve.pdf',
        media_type: 'application/pdf',
        size: 10,
        kind: 'STATEMENT',
        about_kind: 'official_count',
        about_id: id,
        on_day: null,
        added_by: practice.doctorAccountId,
        added_at: practice.clock.now(),
        version: 1,
      })
      .execute();
    expect((await officials())[0]).toMatchObject({ id, proofs: 1 });
    await practice.doctor.counters.removeOfficial({ ...key(), id });
    const left = await practice.doctor.documents.list({ about: { kind: 'official_count', id } });
    expect(left.documents).toEqual([]);
    await undoLast(practice.doctor);
    expect((await officials())[0]).toMatchObject({ id, value: 861, proofs: 1 });
  });

  test('seuls le médecin et le gestionnaire lisent et saisissent', async () => {
    const { client: secretary } = await practice.join('secretaire');
    const { client: manager } = await practice.join('gestionnaire', ['Aline', 'Morel']);
    expect(await refusalOf(secretary.counters.view({ doctorId, metric: 'FA', day: null }))).toBe('NOT_ALLOWED');
    expect((await manager.counters.officials({ doctorId: null, metric: 'PMT' })).officials.length).toBeGreaterThan(0);
  });
});

describe('la file active du cabinet', () => {
  let people: string[] = [];
  beforeAll(async () => {
    practice = await foundTestPractice();
    doctorId = practice.doctorIds[0] ?? '';
    people = [];
    for (const name of ['Weisse', 'Marchal', 'Thill', 'Noël', 'Royer'])
      people.push(await newPatient(practice.doctor, name, 'Odile'));
  });
  afterAll(() => practice.close());
  const seen = (index: number, day: string, stage?: string, by?: string) =>
    passage(practice, people[index] ?? '', day, stage, by);

  test('indéterminée tant que l’année n’est pas couverte : la veille, le jour, le lendemain', async () => {
    await seen(0, '2025-11-18');
    await seen(0, '2026-11-02');
    await seen(1, '2026-03-01');
    // La fenêtre du 16/11/2026 commence le 17/11/2025, un jour avant le premier passage.
    const eve = await view('FA', '2026-11-16');
    expect(eve.own).toMatchObject({ outcome: 'undetermined', value: null, missing: ['passages'] });
    expect(eve.own.alternatives[0]).toMatchObject({ value: 2, words: '2 patients, compté sur 11 mois sur 12' });
    expect(eve.coverage).toMatchObject({ state: 'partial', coveredMonths: 11, words: 'compté sur 11 mois sur 12' });
    const day = await view('FA', '2026-11-17');
    expect(day.coverage).toMatchObject({ state: 'covered', from: '2025-11-18', to: '2026-11-17' });
    expect(day.own).toMatchObject({ outcome: 'computed', value: 2 });
    practice.clock.advance(86_400_000);
    // Le lendemain, le passage du 18/11/2025 sort de la fenêtre, le patient y reste par celui de novembre.
    const next = await view('FA');
    expect(next).toMatchObject({ day: '2026-11-18', own: { outcome: 'computed', value: 2 } });
    practice.clock.set('2026-11-17T07:00:00Z');
  });

  test('seuls les passages commencés comptent, chacun chez son médecin, les patients une fois', async () => {
    const [, other = ''] = practice.doctorIds;
    for (const stage of ['expected', 'waiting', 'ready', 'excused', 'unexcused', 'cancelled', 'left_unseen'])
      await seen(2, '2026-05-04', stage);
    expect((await view('FA')).own.value).toBe(2);
    await seen(2, '2026-05-05', 'consultation');
    await seen(2, '2026-05-06', 'finalise');
    expect((await view('FA')).own.value).toBe(3);
    await seen(3, '2025-11-18', 'left', other);
    await seen(0, '2026-01-05', 'left', other);
    expect((await view('FA')).own.value).toBe(3);
    expect((await view('FA', null, other)).own.value).toBe(2);
  });

  test('l’étape qui compte est un choix du cabinet, montré avec son auteur', async () => {
    await seen(4, '2026-08-03', 'waiting');
    const choose = (choice: { value: string } | null, base: { value: string } | null) =>
      practice.doctor.rules.choose({
        ...key(),
        parameterId: 'counters.seen',
        base,
        choice,
        from: '2026-11-17',
        reason: null,
      });
    await choose({ value: 'PRESENT' }, null);
    const { own } = await view('FA');
    expect(own.value).toBe(4);
    expect(own.parameters.find(({ id }) => id === 'counters.seen')).toMatchObject({
      value: 'PRESENT',
      origin: 'practice',
      signature: { by: 'Claire Lemoine' },
    });
    await choose(null, { value: 'PRESENT' });
    expect((await view('FA')).own.value).toBe(3);
  });

  test('deux dossiers fusionnés comptent pour un, et pour deux une fois séparés', async () => {
    await seen(3, '2026-07-01');
    expect((await view('FA')).own.value).toBe(4);
    const { mergeId } = await practice.doctor.patients.merge({
      ...key(),
      patientId: people[0] ?? '',
      mergedId: people[3] ?? '',
      take: [],
      reason: 'Même personne',
    });
    expect((await view('FA')).own.value).toBe(3);
    await practice.doctor.patients.split({ ...key(), mergeId, reason: 'Deux sœurs' });
    expect((await view('FA')).own.value).toBe(4);
  });

  test('la courbe a un point par mois, en cours compris, et dit ceux qui ne couvrent pas l’année', async () => {
    const curve = await practice.doctor.counters
      .curve({ doctorId, metric: 'FA', from: '2020-01', to: '2030-01' })
      .catch((error: { code: string }) => error.code);
    expect(curve).toBe('INVALID');
    const { points, months } = await practice.doctor.counters.curve({
      doctorId,
      metric: 'FA',
      from: '2020-01',
      to: '2026-12',
    });
    expect(months).toBe(12);
    expect(points[0]).toMatchObject({
      month: '2025-11',
      day: '2025-11-30',
      counted: 1,
      complete: false,
      coveredMonths: 0,
    });
    expect(points.find(({ month }) => month === '2026-10')).toMatchObject({
      counted: 4,
      complete: false,
      coveredMonths: 11,
    });
    expect(points.at(-1)).toMatchObject({
      month: '2026-11',
      day: '2026-11-17',
      counted: 4,
      complete: true,
      coveredMonths: 12,
    });
    for (const { day, counted } of points.slice(0, -1)) {
      const { own } = await view('FA', day);
      expect(own.value ?? own.alternatives[0]?.value, day).toBe(counted);
    }
    expect(addDays(points.at(-1)?.day ?? '', 0)).toBe('2026-11-17');
  });

  test('l’écart avec le relevé est dit par catégorie, à la date du relevé', async () => {
    const statement = { doctorId, metric: 'FA', onDay: '2026-11-17', value: 9, population: null } as const;
    await practice.doctor.counters.addOfficial({ ...key(), ...statement });
    const { gap, reference } = await view('FA');
    expect(reference).toBe('official');
    expect(gap).toMatchObject({ difference: -5, words: '5 de moins que le relevé.' });
    expect(gap?.lines.map(({ category, count }) => [category, count])).toEqual([['unexplained', 5]]);
    await seen(4, '2026-09-01', 'expected');
    expect((await view('FA')).gap?.lines).toMatchObject([
      { category: 'unfinished', count: 1, towards: 'theirs' },
      { category: 'unexplained', count: 4 },
    ]);
  });

  test('la patientèle médecin traitant vient des déclarations, d’aujourd’hui seulement', async () => {
    expect((await view('PMT')).own).toMatchObject({ outcome: 'undetermined', missing: ['declarations'] });
    const { writer } = practice.core.practice.requireOpen();
    const declare = (index: number, values: Record<string, string | null>) =>
      writer
        .updateTable('patient')
        .set(values)
        .where('id', '=', people[index] ?? '')
        .execute();
    await declare(0, { gp_kind: 'cabinet', gp_doctor_id: doctorId, gp_declared_on: '2024-01-10' });
    await declare(1, { gp_kind: 'cabinet', gp_doctor_id: doctorId, birth_day: '2015-02-01' });
    await declare(2, { gp_kind: 'autre', gp_doctor_id: null });
    await declare(3, { gp_kind: 'cabinet', gp_doctor_id: practice.doctorIds[1] ?? '' });
    const card = await view('PMT');
    expect(card.coverage).toBeNull();
    expect(card.own).toMatchObject({ outcome: 'computed', value: 2, alternatives: [{ value: 1 }] });
    expect((await view('PMT', '2026-11-16')).own.reasons[0]?.code).toBe('PAST_DAY');
    const statement = { doctorId, metric: 'PMT', onDay: '2026-11-01', value: 5, population: null } as const;
    await practice.doctor.counters.addOfficial({ ...key(), ...statement });
    expect((await view('PMT')).gap).toMatchObject({
      difference: -3,
      lines: [
        { category: 'declared_elsewhere', count: 1 },
        { category: 'declared_to_colleague', count: 1 },
        { category: 'minors', count: 1 },
        { category: 'undated', count: 1 },
        { category: 'unexplained', count: 1 },
      ],
    });
  });
});
