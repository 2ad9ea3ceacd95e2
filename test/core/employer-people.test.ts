import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hire, ines, recordOf, said, unsaidProfile } from '../support/employer.ts';
import { foundTestPractice, key, type Client, type TestPractice } from '../support/practice.ts';
import { refusalData, today } from '../support/visits.ts';

let practice: TestPractice;
let doctor: Client;
beforeEach(async () => {
  practice = await foundTestPractice();
  ({ doctor } = practice);
});
afterEach(() => practice.close());

const record = (assistantId: string, day = today) => recordOf(doctor, assistantId, day);

describe('la fiche d’un assistant', () => {
  test('deux personnes corrigent deux champs sans se gêner, et le même champ en voyant l’autre valeur', async () => {
    const { assistantId: id } = await hire(practice);
    const { client: benali } = await practice.join('medecin', ['Karim', 'Benali']);
    const correct = (client: Client, base: object, change: object) =>
      client.employer.correctAssistant({ ...key(), id, base, change });
    await correct(doctor, { familyName: 'Caron' }, { familyName: 'Caron-Petit' });
    await correct(benali, { profile: 'IDE' }, { profile: 'AS' });
    expect(await record(id)).toMatchObject({ familyName: 'Caron-Petit', profile: 'AS' });
    expect(await refusalData(correct(benali, { familyName: 'Caron' }, { familyName: 'Carron' }))).toMatchObject({
      code: 'EDIT_CONFLICT',
      data: {
        conflicts: [{ field: 'familyName', mine: 'Carron', theirs: 'Caron-Petit', by: 'Claire Lemoine' }],
      },
    });
  });

  test('liée à un compte d’assistant, une seule fois', async () => {
    const nadia = await practice.join('assistant', ['Nadia', 'Ferrand']);
    await hire(practice, { givenName: 'Nadia', familyName: 'Ferrand', accountId: nadia.accountId });
    const { id } = await doctor.employer.addAssistant({ ...key(), ...ines });
    const link = (accountId: string) =>
      doctor.employer.correctAssistant({ ...key(), id, base: { accountId: null }, change: { accountId } });
    expect(await said(link(nadia.accountId))).toEqual(['Ce compte est déjà lié à Nadia Ferrand : le délier d’abord.']);
    expect(await said(link(practice.doctorAccountId))).toEqual([
      'Ce compte n’est pas celui d’un assistant : en choisir un autre.',
    ]);
  });

  test('l’assistant lit la sienne et aucune autre, sans rien changer', async () => {
    const nadia = await practice.join('assistant', ['Nadia', 'Ferrand']);
    await hire(practice);
    expect(await nadia.client.employer.own({})).toEqual({ record: null });
    const own = await hire(practice, { givenName: 'Nadia', familyName: 'Ferrand', accountId: nadia.accountId });
    expect((await nadia.client.employer.own({})).record).toMatchObject({
      profile: 'IDE',
      employments: [{ id: own.employmentId, workTimes: [{ weeklyMinutes: 2100 }] }],
    });
    for (const call of [
      nadia.client.employer.assistants({ day: today }),
      nadia.client.employer.profiles({ day: today }),
      nadia.client.employer.archiveAssistant({ ...key(), id: own.assistantId, archived: true }),
    ]) {
      expect(await refusalData(call)).toMatchObject({ code: 'NOT_ALLOWED' });
    }
  });

  test('ne s’archive pas tant qu’un contrat court', async () => {
    const { assistantId: id, employmentId } = await hire(practice);
    const archive = () => doctor.employer.archiveAssistant({ ...key(), id, archived: true });
    expect(await refusalData(archive())).toMatchObject({
      code: 'IN_USE',
      data: { what: 'un contrat de travail en cours' },
    });
    const end = { id: employmentId, endDay: '2026-11-16', endReason: 'RESIGNATION', nextHire: 'NONE' } as const;
    await doctor.employer.endEmployment({ ...key(), ...end });
    await archive();
    expect((await record(id)).archivedAt).not.toBeNull();
  });
});

describe('le profil d’un médecin', () => {
  const doctorId = () => practice.doctorIds[0] ?? '';
  const add = (change: Partial<typeof unsaidProfile>) =>
    doctor.employer.addProfile({ ...key(), doctorId: doctorId(), ...unsaidProfile, ...change });
  const eligibility = async (day: string, option = 'ETP_1') => {
    const { doctors } = await doctor.employer.profiles({ day });
    return doctors.find((one) => one.doctorId === doctorId())?.eligibility.find((one) => one.option === option)
      ?.verdict;
  };

  test('sans aucune ligne, l’éligibilité est indéterminée et nomme ce qui manque', async () => {
    expect(await eligibility(today)).toMatchObject({
      outcome: 'undetermined',
      missing: expect.arrayContaining(['sector', 'speciality']),
    });
  });

  test('vaut à partir de son jour : un secteur changé ne réécrit pas le passé', async () => {
    await add({ fromDay: '2020-01-01', sector: 'SECTEUR_2', speciality: 'MEDECINE_GENERALE' });
    await add({ fromDay: '2024-07-01', sector: 'SECTEUR_1', speciality: 'MEDECINE_GENERALE' });
    const sector = async (day: string) =>
      (await eligibility(day))?.conditions.find(({ id }) => id === 'sector')?.verdict.outcome;
    expect(await sector('2024-06-30')).toBe('not_met');
    expect(await sector('2024-07-01')).toBe('met');
  });

  test('complet, avec le relevé de l’Assurance Maladie de ce jour-là, il décide', async () => {
    await add({ sector: 'SECTEUR_1', speciality: 'MEDECINE_GENERALE', mep: false, zone: 'ZIP', newlyInstalled: false });
    await add({ fromDay: '2026-01-01', sector: 'SECTEUR_1', speciality: 'MEDECINE_GENERALE', newlyInstalled: true });
    expect(await eligibility(today)).toMatchObject({ outcome: 'met', missing: [] });
    expect(await eligibility('2025-06-30')).toMatchObject({ outcome: 'undetermined', missing: ['pmt'] });
    const { raw } = practice.core.practice.requireOpen().writing;
    const count = (onDay: string, value: number) =>
      raw
        .prepare('insert into official_count (id, doctor_id, metric, on_day, value, version) values (?, ?, ?, ?, ?, 1)')
        .run(crypto.randomUUID(), doctorId(), 'PMT', onDay, value);
    count('2025-01-31', 2000);
    count('2025-12-31', 1);
    expect(await eligibility('2025-06-30')).toMatchObject({ outcome: 'met' });
    count('2025-06-30', 1);
    expect((await eligibility('2025-06-30'))?.outcome).not.toBe('met');
  });

  test('deux lignes le même jour, une date d’engagement sans engagement : refusées', async () => {
    await add({});
    expect(await said(add({}))).toEqual(['Une ligne commence déjà le 01/01/2024 : la corriger, ou changer la date.']);
    expect(await said(add({ fromDay: '2025-01-01', joinBy: '2026-01-01' }))).toEqual([
      'Date d’engagement sans engagement : choisir l’engagement, ou retirer la date.',
    ]);
  });
});
