import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultPieces, type WantedPiece } from '#shared/domain/renewal.ts';
import { register } from '../support/aid.ts';
import { ines } from '../support/employer.ts';
import { foundTestPractice, key, type TestPractice } from '../support/practice.ts';
import { contractToRenew, type Contract } from '../support/renewal.ts';

let practice: TestPractice;
let contract: Contract;
beforeAll(async () => {
  practice = await foundTestPractice();
  contract = await contractToRenew({ doctor: practice.doctor, doctorId: practice.doctorIds[0] ?? '' });
  const wanted = (kind: WantedPiece['kind']): WantedPiece => ({
    id: kind.toLowerCase().replace('_', '-'),
    label: kind,
    kind,
    count: 1,
    for: 'both',
    required: false,
  });
  const pieces = [...defaultPieces, wanted('AVENANT'), wanted('CPAM_LETTER')];
  await practice.doctor.renewal.savePieces({ ...key(), pieces });
});
afterAll(() => practice.close());

/** Lines of a file, and the gesture of the first one whose id begins so. */
async function linesOf(contractYear: number | null, contractId = contract.contractId) {
  const { checklist } = await practice.doctor.renewal.prepare({ contractId, contractYear });
  const gesture = (start: string) => checklist.find(({ id }) => id.startsWith(start))?.gesture;
  return { checklist, gesture };
}

describe('le geste qui règle une ligne', () => {
  test('un avenant s’ouvre comme un avenant, un courrier comme un courrier', async () => {
    const { gesture } = await linesOf(3);
    expect(gesture('piece:avenant')).toEqual({ label: 'Noter l’avenant', place: 'avenant', target: null });
    expect(gesture('piece:cpam-letter')).toEqual({ label: 'Noter le courrier', place: 'letter', target: null });
  });

  test('un versement s’ouvre sur l’année du dossier ; au terme, sur la dernière commencée', async () => {
    expect((await linesOf(3)).gesture('piece:versements')).toMatchObject({ place: 'payment', target: 'RECEIVED.3' });
    for (const { id } of (await practice.doctor.aid.contract({ id: contract.contractId })).payments)
      await practice.doctor.aid.removePayment({ ...key(), id });
    expect((await linesOf(2)).gesture('piece:versements')).toMatchObject({ place: 'payment', target: 'RECEIVED.2' });
    expect((await linesOf(null)).gesture('piece:versements')).toMatchObject({ place: 'payment', target: 'RECEIVED.3' });
  });

  test('un versement en retard n’est demandé que dans le dossier de son année, sur sa part', async () => {
    const late = async (year: number) =>
      (await linesOf(year)).checklist.flatMap(({ id, gesture }) =>
        id.startsWith('aid:late_payment') ? [gesture?.target] : [],
      );
    expect(await late(1)).toEqual(['RECEIVED.1.1']);
    expect(await late(3)).not.toContain('RECEIVED.1.1');
  });

  test('le profil du jour de la signature s’ouvre, le bon, pour le bon médecin', async () => {
    const { doctor, doctorIds } = practice;
    const [doctorId = ''] = doctorIds;
    const { doctors } = await doctor.employer.profiles({ day: '2024-09-02' });
    const line = doctors.find((one) => one.doctorId === doctorId)?.lines[0];
    expect((await linesOf(3)).gesture(`profile:${doctorId}`)).toEqual({
      label: 'Corriger le profil',
      place: 'profile',
      target: `${doctorId}.${line?.id}`,
    });
    expect((await linesOf(3)).gesture(`statement:FA:${doctorId}`)).toMatchObject({ target: `FA.${doctorId}` });
  });

  test('une personne sans contrat de travail s’ouvre sur le sien', async () => {
    const { doctor, doctorIds } = practice;
    const { id: assistantId } = await doctor.employer.addAssistant({ ...key(), ...ines, givenName: 'Léa' });
    const [, doctorId = ''] = doctorIds;
    const assistants = [{ assistantId, fromDay: '2024-10-01', toDay: null }];
    const contractId = await register(practice, { doctorId, assistants });
    const { gesture } = await linesOf(1, contractId);
    const hire = { label: 'Saisir le contrat de travail', place: 'employment', target: assistantId };
    expect(gesture('piece:contrat-travail')).toEqual(hire);
    expect(gesture('aid:hours')).toEqual(hire);
    expect(gesture(`training:${assistantId}`)).toMatchObject({ place: 'registration', target: assistantId });
  });
});
