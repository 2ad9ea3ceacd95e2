import { key, type TestPractice } from '../../support/practice.ts';
import { fullTime, hire, ines, inventedPdf, sendFile, unsaidProfile } from '../../support/employer.ts';
import type { AreaExamples } from '../example.ts';

let turn = 0;
/** A day no other example of a profile starts on. */
const freshDay = () => `20${String(10 + (turn += 1))}-01-01`;
const firstDoctor = ({ doctorIds }: TestPractice) => doctorIds[0] ?? '';

async function profileLine(practice: TestPractice) {
  const line = { ...unsaidProfile, fromDay: freshDay() };
  return (await practice.doctor.employer.addProfile({ ...key(), doctorId: firstDoctor(practice), ...line })).id;
}
async function laterHours(practice: TestPractice) {
  const { employmentId } = await hire(practice);
  const line = { employmentId, fromDay: '2025-01-06', weeklyMinutes: 28 * 60 };
  return (await practice.doctor.employer.addWorkTime({ ...key(), ...line })).id;
}
const illness = {
  kind: 'ILLNESS',
  fromDay: '2026-09-01',
  toDay: '2026-09-15',
  replaced: null,
  note: null,
} as const;
async function illnessOf(practice: TestPractice) {
  const { assistantId } = await hire(practice);
  return (await practice.doctor.employer.addAbsence({ ...key(), assistantId, ...illness })).id;
}

export const employer: AreaExamples<'employer'> = {
  addProfile: (practice) => ({ doctorId: firstDoctor(practice), ...unsaidProfile, fromDay: freshDay() }),
  correctProfile: async (practice) => ({
    id: await profileLine(practice),
    base: { sector: null },
    change: { sector: 'SECTEUR_1' },
  }),
  removeProfile: async (practice) => ({ id: await profileLine(practice) }),
  addAssistant: () => ines,
  correctAssistant: async (practice) => ({
    id: (await hire(practice)).assistantId,
    base: { profile: 'IDE' },
    change: { profile: 'AS' },
  }),
  archiveAssistant: async ({ doctor }) => ({
    id: (await doctor.employer.addAssistant({ ...key(), ...ines })).id,
    archived: true,
  }),
  startEmployment: async ({ doctor }) => ({
    assistantId: (await doctor.employer.addAssistant({ ...key(), ...ines })).id,
    ...fullTime,
  }),
  correctEmployment: async (practice) => ({
    id: (await hire(practice)).employmentId,
    base: { startDay: '2024-03-04' },
    change: { startDay: '2024-03-11' },
  }),
  endEmployment: async (practice) => ({
    id: (await hire(practice)).employmentId,
    endDay: '2026-10-31',
    endReason: 'RESIGNATION',
    nextHire: 'NONE',
  }),
  removeEmployment: async (practice) => ({ id: (await hire(practice)).employmentId }),
  addWorkTime: async (practice) => ({
    employmentId: (await hire(practice)).employmentId,
    fromDay: '2025-01-06',
    weeklyMinutes: 28 * 60,
  }),
  correctWorkTime: async (practice) => ({
    id: await laterHours(practice),
    base: { weeklyMinutes: 28 * 60 },
    change: { weeklyMinutes: 30 * 60 },
  }),
  removeWorkTime: async (practice) => ({ id: await laterHours(practice) }),
  setShares: async (practice) => ({
    employmentId: (await hire(practice)).employmentId,
    fromDay: '2024-03-04',
    base: null,
    parts: practice.doctorIds.map((doctorId) => ({ doctorId, share: 5000 })),
  }),
  addAbsence: async (practice) => ({ assistantId: (await hire(practice)).assistantId, ...illness }),
  correctAbsence: async (practice) => ({
    id: await illnessOf(practice),
    base: { toDay: '2026-09-15' },
    change: { toDay: '2026-09-30' },
  }),
  removeAbsence: async (practice) => ({ id: await illnessOf(practice) }),
};

const proof = { name: 'contrat.pdf', kind: 'EMPLOYMENT_CONTRACT', onDay: '2024-03-01' } as const;
const aboutNewContract = async (practice: TestPractice) => ({
  aboutKind: 'employment' as const,
  aboutId: (await hire(practice)).employmentId,
});

export const documents: AreaExamples<'documents'> = {
  add: async (practice) => ({
    ...proof,
    ...(await aboutNewContract(practice)),
    uploadId: await sendFile(practice, inventedPdf()),
  }),
  remove: async (practice) => {
    const uploadId = await sendFile(practice, inventedPdf());
    const about = await aboutNewContract(practice);
    return { id: (await practice.doctor.documents.add({ ...key(), ...proof, ...about, uploadId })).id };
  },
};
