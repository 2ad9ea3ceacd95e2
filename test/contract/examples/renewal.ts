import { defaultPieces } from '#shared/domain/renewal.ts';
import { register } from '../../support/aid.ts';
import { key, type TestPractice } from '../../support/practice.ts';
import type { AreaExamples } from '../example.ts';

/** A doctor has one contract at a time: the one of another example serves again. */
async function year(practice: TestPractice) {
  const { contracts } = await practice.doctor.aid.contracts({});
  const known = contracts.find(({ kind }) => kind === 'INDIVIDUAL')?.id;
  return { contractId: known ?? (await register(practice)), contractYear: 1 };
}
async function file(practice: TestPractice) {
  const subject = await year(practice);
  const { fingerprint } = await practice.doctor.renewal.prepare(subject);
  return (await practice.doctor.renewal.freeze({ ...key(), ...subject, fingerprint })).id;
}
const sending = async (practice: TestPractice) => ({
  renewalId: await file(practice),
  onDay: '2026-11-17',
  channel: 'PORTAL' as const,
});

export const renewal: AreaExamples<'renewal'> = {
  freeze: async (practice) => {
    const subject = await year(practice);
    return { ...subject, fingerprint: (await practice.doctor.renewal.prepare(subject)).fingerprint };
  },
  recordSending: sending,
  recordAnswer: async (practice) => ({
    sendingId: (await practice.doctor.renewal.recordSending({ ...key(), ...(await sending(practice)) })).id,
    answeredOn: '2026-11-17',
    answer: 'Dossier reçu.',
  }),
  savePieces: () => ({ pieces: defaultPieces.slice(0, 2) }),
  setAside: async (practice) => ({
    ...(await year(practice)),
    lineId: 'piece:releve',
    reason: 'Relevé non délivré par la caisse',
  }),
};
