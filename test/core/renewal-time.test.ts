import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportBlock } from '#shared/domain/renewal-report.ts';
import { booked, newPatient } from '../support/visits.ts';
import { foundTestPractice, key, refusalOf, type TestPractice } from '../support/practice.ts';
import { contractToRenew, output, type Contract } from '../support/renewal.ts';

let practice: TestPractice;
let contract: Contract;

/** Nadia receives and prepares one patient of each doctor on 17 November 2026, in eight minutes; the file of one of
 * them is read the day after. */
beforeAll(async () => {
  practice = await foundTestPractice();
  contract = await contractToRenew({ doctor: practice.doctor, doctorId: practice.doctorIds[0] ?? '' });
  const { client: nadia, accountId } = await practice.join('assistant');
  const change = { accountId };
  await practice.doctor.employer.correctAssistant({
    ...key(),
    id: contract.assistantId,
    base: { accountId: null },
    change,
  });
  const path = ['expected', 'waiting', 'preparation', 'ready'] as const;
  for (const doctorId of practice.doctorIds) {
    const patientId = await newPatient(
      practice.doctor,
      'WEISSE',
      `Odile ${doctorId === practice.doctorIds[0] ? 'Rose' : 'Anne'}`,
    );
    const visitId = await booked(practice, patientId, '09:00', nadia, doctorId);
    for (const [index, to] of path.slice(1).entries()) {
      await nadia.visits.move({ ...key(), visitId, from: path[index] ?? 'expected', to });
      practice.clock.advance(8 * 60_000);
    }
  }
  practice.clock.set('2026-11-18T09:00:00Z');
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

describe('les chiffres d’une personne', () => {
  const inform = (informedOn: string | null) =>
    practice.doctor.time.recordInformation({ ...key(), assistantId: contract.assistantId, informedOn });

  test('seule au cabinet, les chiffres d’ensemble sont aussi les siens : le dossier le dit', async () => {
    expect(notes(await timeOf(3))).toMatch(/Un seul assistant.*Information écrite du salarié non datée/u);
    const { checklist } = await asked(3);
    expect(checklist.find(({ id }) => id.startsWith('information:'))?.state).toBe('missing');
    await practice.join('assistant', ['Julien', 'Thiry']);
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
