import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportBlock } from '#shared/domain/renewal-report.ts';
import { writeRows } from '../support/employer-rows.ts';
import { booked, newPatient } from '../support/visits.ts';
import { foundTestPractice, key, refusalOf, type Client, type TestPractice } from '../support/practice.ts';
import { contractToRenew, output, type Contract } from '../support/renewal.ts';

let practice: TestPractice;
let contract: Contract;
let nadia: Awaited<ReturnType<TestPractice['join']>>;

/** One patient booked, received and prepared in eight minutes on 17 November 2026; it is the day after again then. */
async function seenBy(by: Client, givenName: string, doctorId: string, start = '09:00'): Promise<void> {
  practice.clock.set('2026-11-17T09:00:00Z');
  const patientId = await newPatient(practice.doctor, 'WEISSE', givenName);
  const visitId = await booked(practice, patientId, start, by, doctorId);
  const path = ['expected', 'waiting', 'preparation', 'ready'] as const;
  for (const [index, to] of path.slice(1).entries()) {
    await by.visits.move({ ...key(), visitId, from: path[index] ?? 'expected', to });
    practice.clock.advance(8 * 60_000);
  }
  practice.clock.set('2026-11-18T09:00:00Z');
}

/** Nadia receives and prepares one patient of each doctor on 17 November 2026, in eight minutes; the file of one of
 * them is read the day after. */
beforeAll(async () => {
  practice = await foundTestPractice();
  contract = await contractToRenew({ doctor: practice.doctor, doctorId: practice.doctorIds[0] ?? '' });
  nadia = await practice.join('assistant');
  const change = { accountId: nadia.accountId };
  await practice.doctor.employer.correctAssistant({
    ...key(),
    id: contract.assistantId,
    base: { accountId: null },
    change,
  });
  for (const [index, doctorId] of practice.doctorIds.entries())
    await seenBy(nadia.client, index === 0 ? 'Odile Rose' : 'Odile Anne', doctorId);
});
afterAll(() => practice.close());

const asked = (contractYear: number | null, personId: string | null = null) =>
  practice.doctor.renewal.prepare({ contractId: contract.contractId, contractYear, personId });
const timeOf = async (...subject: Parameters<typeof asked>): Promise<ReportBlock[]> =>
  (await asked(...subject)).snapshot.sections.find(({ id }) => id === 'time')?.blocks ?? [];
const captions = (blocks: ReportBlock[]) => blocks.flatMap((one) => (one.kind === 'table' ? [one.caption] : []));
const notes = (blocks: ReportBlock[]) => blocks.flatMap((one) => (one.kind === 'note' ? [one.words] : [])).join(' ');

describe('le temps rendu du dossier', () => {
  test('porte sur l’année du contrat, jusqu’à la veille ; au terme, sur ses années', async () => {
    expect(captions(await timeOf(3))[0]).toBe(
      'Tous les assistants, minutes pour les patients des médecins du contrat, du 01/10/2026 au 17/11/2026',
    );
    expect(captions(await timeOf(null))[0]).toMatch(/du 01\/10\/2024 au 17\/11\/2026$/u);
    const before = await timeOf(2);
    expect(captions(before)).toEqual([]);
    expect(notes(before)).toContain('Aucun passage noté du 01/10/2025 au 30/09/2026');
  });

  test('compte ce que le tableau a noté dans cette année, pour les patients du médecin du contrat', async () => {
    const [table] = await timeOf(3);
    if (table?.kind !== 'table') throw new Error('no table');
    const counted = Object.fromEntries(table.rows.map(([name, minutes]) => [name?.text, minutes?.figure?.value]));
    // Une arrivée 3, une préparation chronométrée 8, le rendez-vous pris 2.
    expect(counted).toMatchObject({
      'Accueil et administratif': 3,
      'Préparation de la consultation': 8,
      Ensemble: 13,
    });
  });

  test('rien avant le lendemain du premier jour', async () => {
    practice.clock.set('2026-10-01T09:00:00Z');
    expect(notes(await timeOf(3))).toMatch(/premier jour de la période n’est pas encore passé/u);
    practice.clock.set('2026-11-18T09:00:00Z');
  });
});

/** A weight taken by this account in a visit. */
const measureOf = (account: string, visit: { id: string; patient_id: string }) => ({
  id: randomUUID(),
  patient_id: visit.patient_id,
  visit_id: visit.id,
  code: 'POIDS',
  reading: 1,
  value: 804,
  decimals: 1,
  unit: 'kg',
  measured_at: '2026-11-17T09:20:00Z',
  account_id: account,
  context: 'cabinet',
  confirmed_out_of_range: 0,
  not_done_reason: null,
  not_done_detail: null,
  corrects_id: null,
  superseded: 0,
  version: 1,
});

describe('les chiffres d’une personne', () => {
  const inform = (informedOn: string | null) =>
    practice.doctor.time.recordInformation({ ...key(), assistantId: contract.assistantId, informedOn });

  test('seule au cabinet, les chiffres d’ensemble sont aussi les siens : le dossier le dit', async () => {
    expect(notes(await timeOf(3))).toMatch(/Un seul assistant.*Information écrite du salarié non datée/u);
    const { checklist } = await asked(3);
    expect(checklist.find(({ id }) => id.startsWith('information:'))?.state).toBe('missing');
  });

  test('un collègue sans geste pour les médecins du contrat n’y change rien, même son compte fermé', async () => {
    const julien = await practice.join('assistant', ['Julien', 'Thiry']);
    await seenBy(julien.client, 'Lise', practice.doctorIds[1] ?? '', '10:00');
    expect(notes(await timeOf(3))).toMatch(/Un seul assistant/u);
    await practice.doctor.accounts.close({ ...key(), id: julien.accountId });
    const { checklist } = await asked(3);
    expect(checklist.filter(({ id }) => id.startsWith('information:'))).toMatchObject([
      { id: `information:${contract.assistantId}`, label: 'Information écrite du salarié, Inès Caron' },
    ]);
  });

  test('sa fiche archivée après son départ, le dossier de son année le dit encore et peut la joindre', async () => {
    const { writer } = practice.core.practice.requireOpen();
    const archive = (at: string | null) =>
      writer.updateTable('assistant').set({ archived_at: at }).where('id', '=', contract.assistantId).execute();
    await archive(practice.clock.now());
    await inform('2026-11-16');
    expect(notes(await timeOf(3))).toMatch(/Un seul assistant.*remise le 16\/11\/2026/u);
    expect(captions(await timeOf(3, contract.assistantId)).join()).toContain('Inès Caron, minutes');
    await inform(null);
    expect(notes(await timeOf(3, contract.assistantId))).toMatch(/Inès Caron.: chiffres non joints/u);
    await archive(null);
  });

  test('le compte délié de sa fiche, le dossier dit encore qu’il est seul', async () => {
    const link = (from: string | null, to: string | null) =>
      practice.doctor.employer.correctAssistant({
        ...key(),
        id: contract.assistantId,
        base: { accountId: from },
        change: { accountId: to },
      });
    await link(nadia.accountId, null);
    expect(notes(await timeOf(3))).toMatch(/Un seul assistant/u);
    const line = (await asked(3)).checklist.find(({ id }) => id.startsWith('information:'));
    expect(line).toMatchObject({ state: 'missing', blocking: false, gesture: null });
    await link(null, nadia.accountId);
  });

  test('une mesure prise pendant la préparation chronométrée d’une autre n’ajoute personne ; un passage, si', async () => {
    const lucie = await practice.join('assistant', ['Lucie', 'Harel']);
    const { writer } = practice.core.practice.requireOpen();
    const visit = await writer
      .selectFrom('visit')
      .select(['id', 'patient_id'])
      .where('doctor_id', '=', practice.doctorIds[0] ?? '')
      .executeTakeFirstOrThrow();
    await writeRows(practice, 'observation', [measureOf(lucie.accountId, visit)]);
    expect(notes(await timeOf(3))).toMatch(/Un seul assistant/u);
    await seenBy(lucie.client, 'Rémi', practice.doctorIds[0] ?? '', '11:00');
    expect(notes(await timeOf(3))).not.toContain('Un seul assistant');
  });

  test('ne sont joints que si on les demande', async () => {
    const { snapshot, persons } = await asked(3);
    expect(persons).toEqual([{ assistantId: contract.assistantId, name: 'Inès Caron' }]);
    expect(snapshot.personal).toBe(false);
    const blocks = await timeOf(3);
    expect(notes(blocks)).toMatch(/Chiffres par personne non joints/u);
    expect(captions(blocks).join()).not.toContain('Inès Caron');
  });

  test('demandés sans information écrite, le dossier dit pourquoi ils manquent', async () => {
    const { snapshot, checklist } = await asked(3, contract.assistantId);
    expect(snapshot.personal).toBe(false);
    const blocks = await timeOf(3, contract.assistantId);
    expect(notes(blocks)).toMatch(/Inès Caron.: chiffres non joints/u);
    expect(notes(blocks)).toMatch(/Information écrite du salarié à dater d’abord/u);
    expect(captions(blocks).join()).not.toContain('Inès Caron');
    expect(checklist.find(({ id }) => id === `information:${contract.assistantId}`)).toMatchObject({
      state: 'missing',
      blocking: false,
      gesture: { place: 'information' },
    });
  });

  test('informée par écrit, une seule personne est jointe, au responsable seul', async () => {
    await inform('2026-11-16');
    const { snapshot, fingerprint, checklist } = await asked(3, contract.assistantId);
    expect(snapshot.personal).toBe(true);
    const blocks = await timeOf(3, contract.assistantId);
    expect(captions(blocks)).toContain(
      'Inès Caron, minutes pour les patients des médecins du contrat, du 01/10/2026 au 17/11/2026',
    );
    expect(notes(blocks)).toContain('Information écrite remise le 16/11/2026.');
    expect(checklist.find(({ id }) => id.startsWith('information:'))?.state).toBe('done');
    const subject = { contractId: contract.contractId, contractYear: 3 };
    const { id } = await practice.doctor.renewal.freeze({ ...key(), ...subject, fingerprint });
    expect((await output(practice.doctor, id, 'FIGURES')).bytes.toString()).toContain('Inès Caron, minutes');

    const { client: other } = await practice.join('medecin', ['Karim', 'Benali']);
    const plain = await other.renewal.prepare(subject);
    expect(plain.persons).toEqual([]);
    expect(await refusalOf(other.renewal.prepare({ ...subject, personId: contract.assistantId }))).toBe('NOT_ALLOWED');
    expect((await other.renewal.list({ contractId: null })).files).toMatchObject([{ personal: true }]);
    for (const what of ['REPORT', 'FIGURES', 'BUNDLE'] as const)
      expect(await refusalOf(other.renewal.file({ id, what, offset: 0 }))).toBe('NOT_ALLOWED');
  });

  test('la date retirée, ils ne sont plus joints', async () => {
    await inform(null);
    expect((await asked(3, contract.assistantId)).snapshot.personal).toBe(false);
  });
});
