import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fullTime, hire, ines, inventedPdf, recordOf, said, sendFile } from '../support/employer.ts';
import { foundTestPractice, key, type Client, type TestPractice } from '../support/practice.ts';
import { refusalData, today, undoLast } from '../support/visits.ts';

let practice: TestPractice;
let doctor: Client;
beforeEach(async () => {
  practice = await foundTestPractice();
  ({ doctor } = practice);
});
afterEach(() => practice.close());

const record = (assistantId: string, day = today) => recordOf(doctor, assistantId, day);

describe('un contrat de travail', () => {
  test('se lit tel qu’il a été saisi, avec la durée de son premier jour', async () => {
    const { assistantId } = await hire(practice, {}, { remoteShare: 20, homeOnly: false, newPost: true });
    expect(await record(assistantId)).toMatchObject({
      givenName: 'Inès',
      profile: 'IDE',
      formerSecretary: null,
      employments: [
        {
          startDay: '2024-03-04',
          remoteShare: 20,
          homeOnly: false,
          newPost: true,
          mileage: null,
          workTimes: [{ fromDay: '2024-03-04', weeklyMinutes: 2100 }],
          splits: [],
        },
      ],
      contradictions: [],
    });
  });

  test('à zéro heure ou à 70 heures par semaine : refusé avec la raison', async () => {
    const { id: assistantId } = await doctor.employer.addAssistant({ ...key(), ...ines });
    const start = (weeklyMinutes: number) =>
      doctor.employer.startEmployment({ ...key(), assistantId, ...fullTime, weeklyMinutes });
    expect(await said(start(0))).toEqual([
      'Durée de travail à zéro : écrire les heures par semaine du contrat de travail.',
    ]);
    expect(await said(start(70 * 60))).toEqual(['Plus de 60 h par semaine : vérifier la saisie.']);
    expect((await record(assistantId)).employments).toEqual([]);
  });

  test('fini avant d’avoir commencé : refusé, rien n’est écrit', async () => {
    const { assistantId, employmentId } = await hire(practice);
    const end = doctor.employer.endEmployment({
      ...key(),
      id: employmentId,
      endDay: '2024-03-03',
      endReason: 'TRIAL',
      nextHire: null,
    });
    expect(await said(end)).toContain(
      'Fin le 03/03/2024, avant le début le 04/03/2024 : corriger l’une des deux dates.',
    );
    expect((await record(assistantId)).employments[0]).toMatchObject({ endDay: null, endReason: null });
  });

  test('qui en chevauche un autre de la même personne : refusé, accepté dès que le premier est terminé', async () => {
    const { assistantId, employmentId } = await hire(practice);
    const second = () =>
      doctor.employer.startEmployment({ ...key(), assistantId, ...fullTime, startDay: '2026-01-05' });
    expect(await said(second())).toEqual([
      'Le contrat commencé le 05/01/2026 chevauche le contrat commencé le 04/03/2024 : mettre fin au premier, ou changer les dates.',
    ]);
    await doctor.employer.endEmployment({
      ...key(),
      id: employmentId,
      endDay: '2026-01-04',
      endReason: 'TRANSFER',
      nextHire: '2026-01-05',
    });
    await second();
    expect((await record(assistantId)).employments.map(({ startDay }) => startDay)).toEqual([
      '2024-03-04',
      '2026-01-05',
    ]);
  });

  test('terminé deux fois : la seconde fin dit la première', async () => {
    const { employmentId } = await hire(practice, {}, { endDay: '2026-06-30', endReason: 'RESIGNATION' });
    const again = doctor.employer.endEmployment({
      ...key(),
      id: employmentId,
      endDay: '2026-07-31',
      endReason: 'RESIGNATION',
      nextHire: null,
    });
    expect(await said(again)).toEqual(['Ce contrat est déjà terminé le 30/06/2026 : corriger cette date.']);
  });

  test('au début corrigé : la durée et la répartition du premier jour suivent, les suivantes restent', async () => {
    const { assistantId, employmentId } = await hire(practice);
    const parts = practice.doctorIds.map((doctorId) => ({ doctorId, share: 5000 }));
    await doctor.employer.setShares({ ...key(), employmentId, fromDay: '2024-03-04', base: null, parts });
    await doctor.employer.addWorkTime({ ...key(), employmentId, fromDay: '2025-01-06', weeklyMinutes: 1680 });
    await doctor.employer.correctEmployment({
      ...key(),
      id: employmentId,
      base: { startDay: '2024-03-04' },
      change: { startDay: '2024-02-26' },
    });
    expect((await record(assistantId)).employments[0]).toMatchObject({
      startDay: '2024-02-26',
      workTimes: [{ fromDay: '2024-02-26' }, { fromDay: '2025-01-06' }],
      splits: [{ fromDay: '2024-02-26' }],
    });
    expect(await undoLast(doctor)).toBe('Correction d’un contrat de travail');
    expect((await record(assistantId)).employments[0]).toMatchObject({ splits: [{ fromDay: '2024-03-04' }] });
  });

  test('saisi par erreur : retiré avec ses heures, gardé tant qu’une pièce y est jointe, puis remis', async () => {
    const { assistantId, employmentId } = await hire(practice);
    const uploadId = await sendFile(practice, inventedPdf());
    const proof = { name: 'contrat.pdf', kind: 'EMPLOYMENT_CONTRACT', onDay: null } as const;
    const about = { aboutKind: 'employment', aboutId: employmentId } as const;
    const { id } = await doctor.documents.add({ ...key(), uploadId, ...proof, ...about });
    const remove = () => doctor.employer.removeEmployment({ ...key(), id: employmentId });
    expect(await refusalData(remove())).toMatchObject({ code: 'IN_USE', data: { what: '1 pièce jointe' } });
    await doctor.documents.remove({ ...key(), id });
    await remove();
    expect((await record(assistantId)).employments).toEqual([]);
    await undoLast(doctor);
    expect((await record(assistantId)).employments[0]?.workTimes).toHaveLength(1);
  });
});

describe('les heures et la répartition', () => {
  test('deux durées le même jour, hors du contrat, ou plus aucune : refusées', async () => {
    const { assistantId, employmentId } = await hire(practice);
    const add = (fromDay: string) =>
      doctor.employer.addWorkTime({ ...key(), employmentId, fromDay, weeklyMinutes: 1050 });
    expect(await said(add('2024-03-04'))).toEqual([
      'Deux durées de travail à partir du 04/03/2024 : corriger la première, ou changer la date.',
    ]);
    expect(await said(add('2023-01-01'))).toEqual([
      'Durée de travail à partir du 01/01/2023, hors du contrat commencé le 04/03/2024 : changer la date.',
    ]);
    const only = (await record(assistantId)).employments[0]?.workTimes[0]?.id ?? '';
    expect(await said(doctor.employer.removeWorkTime({ ...key(), id: only }))).toEqual([
      'Un contrat de travail garde une durée de travail : la corriger plutôt que la retirer.',
    ]);
  });

  test('une répartition au-delà de 100 % est refusée avec son total', async () => {
    const { assistantId, employmentId } = await hire(practice);
    const parts = practice.doctorIds.map((doctorId) => ({ doctorId, share: 6000 }));
    const set = doctor.employer.setShares({ ...key(), employmentId, fromDay: '2024-03-04', base: null, parts });
    expect(await said(set)).toEqual(['Répartition à 120 % à partir du 04/03/2024 : ramener le total à 100 % au plus.']);
    expect((await record(assistantId)).employments[0]?.splits).toEqual([]);
  });

  test('deux personnes changent la même répartition : la seconde voit les deux', async () => {
    const { assistantId, employmentId } = await hire(practice);
    const [lemoine = '', benali = ''] = practice.doctorIds;
    const split = (first: number) => [
      { doctorId: lemoine, share: first },
      { doctorId: benali, share: 10_000 - first },
    ];
    const set = (base: ReturnType<typeof split> | null, parts: ReturnType<typeof split>) =>
      doctor.employer.setShares({ ...key(), employmentId, fromDay: '2024-03-04', base, parts });
    await set(null, split(5000));
    await set(split(5000), split(6000));
    const refusal = (await refusalData(set(split(5000), split(7000)))) as {
      code: string;
      data: { conflicts: object[] };
    };
    expect(refusal.code).toBe('EDIT_CONFLICT');
    expect(refusal.data.conflicts).toEqual([
      expect.objectContaining({ field: lemoine, mine: '7000', theirs: '6000', by: 'Claire Lemoine' }),
      expect.objectContaining({ field: benali, mine: '3000', theirs: '4000', by: 'Claire Lemoine' }),
    ]);
    expect(await said(set(null, split(7000)))).toEqual([
      'Une répartition commence déjà le 04/03/2024 : la corriger, ou changer la date.',
    ]);
    expect((await record(assistantId)).employments[0]?.splits).toEqual([
      { fromDay: '2024-03-04', parts: expect.arrayContaining(split(6000)) },
    ]);
  });
});

test('deux personnes changent chacune la part d’un médecin : les deux restent', async () => {
  const { assistantId, employmentId } = await hire(practice);
  const [lemoine = '', benali = ''] = practice.doctorIds;
  const split = (first: number, second: number) => [
    { doctorId: lemoine, share: first },
    { doctorId: benali, share: second },
  ];
  const set = (base: ReturnType<typeof split> | null, parts: ReturnType<typeof split>) =>
    doctor.employer.setShares({ ...key(), employmentId, fromDay: '2024-03-04', base, parts });
  await set(null, split(4000, 4000));
  await set(split(4000, 4000), split(5000, 4000));
  await set(split(4000, 4000), split(4000, 3000));
  expect((await record(assistantId)).employments[0]?.splits[0]?.parts).toEqual(
    expect.arrayContaining(split(5000, 3000)),
  );
});

describe('les absences', () => {
  const absence = { kind: 'ILLNESS', replaced: null, note: null } as const;

  test('hors du contrat, finie avant de commencer, ou par-dessus une autre : refusée', async () => {
    const { assistantId } = await hire(practice);
    const add = (fromDay: string, toDay: string | null) =>
      doctor.employer.addAbsence({ ...key(), assistantId, ...absence, fromDay, toDay });
    expect(await said(add('2024-01-01', '2024-01-10'))).toEqual([
      'Absence du 01/01/2024 au 10/01/2024, hors de tout contrat de travail : changer les dates de l’absence, ou celles du contrat.',
    ]);
    expect(await said(add('2026-05-10', '2026-05-01'))).toEqual([
      'Absence terminée le 01/05/2026, avant son début le 10/05/2026 : corriger l’une des deux dates.',
    ]);
    await add('2026-05-01', null);
    expect(await said(add('2026-06-01', '2026-06-02'))).toEqual([
      'Deux absences se chevauchent, à partir du 01/05/2026 et du 01/06/2026 : terminer la première, ou changer les dates.',
    ]);
  });

  test('un contrat ne finit pas sous une absence à venir', async () => {
    const { assistantId, employmentId } = await hire(practice);
    await doctor.employer.addAbsence({
      ...key(),
      assistantId,
      ...absence,
      fromDay: '2026-12-01',
      toDay: '2026-12-10',
    });
    const end = { id: employmentId, endDay: '2026-11-30', endReason: 'RESIGNATION', nextHire: null } as const;
    expect(await said(doctor.employer.endEmployment({ ...key(), ...end }))).toEqual([
      'Absence du 01/12/2026 au 10/12/2026, hors de tout contrat de travail : changer les dates de l’absence, ou celles du contrat.',
    ]);
  });

  test('des faits contradictoires déjà enregistrés sont montrés, et se corrigent un à un', async () => {
    const { assistantId, employmentId } = await hire(practice);
    const { id } = await doctor.employer.addAbsence({
      ...key(),
      assistantId,
      ...absence,
      fromDay: '2026-05-01',
      toDay: '2026-05-10',
    });
    const { raw } = practice.core.practice.requireOpen().writing;
    raw.prepare('update absence set from_day = ? where id = ?').run('2020-05-01', id);
    raw.prepare('update employment set end_day = ? where id = ?').run('2024-01-01', employmentId);
    expect((await record(assistantId)).contradictions).toHaveLength(3);
    await doctor.employer.correctAbsence({
      ...key(),
      id,
      base: { fromDay: '2020-05-01' },
      change: { fromDay: '2026-05-01' },
    });
    await doctor.employer.correctEmployment({
      ...key(),
      id: employmentId,
      base: { endDay: '2024-01-01' },
      change: { endDay: null },
    });
    expect((await record(assistantId)).contradictions).toEqual([]);
  });
});
