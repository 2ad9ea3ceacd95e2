import type { RenewalOutput } from '#shared/contract/renewal.ts';
import { objective, payment, signed } from './aid.ts';
import { fullTime, ines, inventedPdf, sendFile, unsaidProfile } from './employer.ts';
import { key, type Client } from './practice.ts';
import { openTraining } from './training.ts';

/** Who acts, and for which doctor. */
export interface Renewing {
  doctor: Client;
  doctorId: string;
}

/** The practice as its settings show it, ready to be changed. */
export async function cabinetOf(doctor: Client) {
  const { name, address, postcode, city, phone, finess } = (await doctor.practice.get({})).practice;
  return { name, address, postcode, city, phone, finess };
}

/** Joins an invented PDF; its words make its fingerprint. */
export async function join(
  { doctor }: Pick<Renewing, 'doctor'>,
  name: string,
  about: Pick<Parameters<Client['documents']['add']>[0], 'kind' | 'aboutKind' | 'aboutId'>,
  onDay: string | null = null,
): Promise<{ id: string; fingerprint: string }> {
  const uploadId = await sendFile({ doctor }, inventedPdf(name));
  return doctor.documents.add({ ...key(), uploadId, name, onDay, ...about });
}

/**
 * Dr Lemoine's full-time contract of October 2024, read in November 2026, its third year running: Inès Caron (IDE) hired
 * the same day, her FAE certified, statements of both counters, two years paid. Proofs are left to each test.
 */
export async function contractToRenew({ doctor, doctorId }: Renewing) {
  await doctor.practice.update({
    ...key(),
    ...(await cabinetOf(doctor)),
    address: '14 place de la Mairie',
    postcode: '54150',
    city: 'Briey',
  });
  await doctor.employer.addProfile({
    ...key(),
    doctorId,
    ...unsaidProfile,
    fromDay: '2020-01-01',
    sector: 'SECTEUR_1',
    speciality: 'MEDECINE_GENERALE',
    zone: 'ZIP',
    mep: false,
    newlyInstalled: false,
    adaptedSituation: 'NONE',
    doctorsInPractice: 2,
    coordinatedPractice: 'ALREADY',
    childrenShare: 1200,
  });
  const { id: assistantId } = await doctor.employer.addAssistant({ ...key(), ...ines });
  const { id: employmentId } = await doctor.employer.startEmployment({
    ...key(),
    assistantId,
    ...fullTime,
    startDay: '2024-10-01',
  });
  const absence = { assistantId, kind: 'PAID_LEAVE', replaced: null, note: null } as const;
  await doctor.employer.addAbsence({ ...key(), ...absence, fromDay: '2026-10-19', toDay: '2026-10-30' });
  const trainingId = await openTraining(doctor, assistantId, {
    route: 'FAE',
    body: 'Institut d’essai',
    registeredOn: '2025-01-06',
    startedOn: '2025-02-03',
    certifiedOn: '2025-11-28',
  });
  const { id: contractId } = await doctor.aid.register({
    ...key(),
    ...signed({
      doctorId,
      number: '2024-54-0112',
      tier: 'STANDARD',
      objectives: [objective('PMT_ADULT_AND_CHILD', 1040, 1271), objective('FILE_ACTIVE', 1510, 1640)],
      assistants: [{ assistantId, fromDay: '2024-10-01', toDay: null }],
      payments: [
        payment('NOTIFIED', 1, 3_800_000, '2024-10-20'),
        payment('RECEIVED', 1, 3_800_000, '2024-10-28'),
        payment('RECEIVED', 2, 2_800_000, '2025-10-09'),
      ],
    }),
  });
  const counts = [
    ['PMT', '2024-10-01', 1040],
    ['PMT', '2025-09-30', 1108],
    ['PMT', '2026-10-31', 1187],
    ['FA', '2025-09-30', 1552],
    ['FA', '2026-10-31', 1603],
  ] as const;
  const officialIds: string[] = [];
  for (const [metric, onDay, value] of counts) {
    const population = metric === 'PMT' ? ('ADULT_AND_CHILD' as const) : null;
    officialIds.push((await doctor.counters.addOfficial({ ...key(), doctorId, metric, onDay, value, population })).id);
  }
  return { contractId, assistantId, employmentId, trainingId, officialIds };
}
export type Contract = Awaited<ReturnType<typeof contractToRenew>>;

/** The proofs the first list of Prélude requires. */
export async function joinProofs(
  { doctor }: Pick<Renewing, 'doctor'>,
  { contractId, employmentId, officialIds, trainingId }: Contract,
) {
  const statement = officialIds[2] ?? '';
  return [
    await join({ doctor }, 'contrat-2024-54-0112.pdf', {
      kind: 'AID_CONTRACT',
      aboutKind: 'aid_contract',
      aboutId: contractId,
    }),
    await join({ doctor }, 'contrat-travail.pdf', {
      kind: 'EMPLOYMENT_CONTRACT',
      aboutKind: 'employment',
      aboutId: employmentId,
    }),
    await join({ doctor }, 'certificat-fae.pdf', { kind: 'CERTIFICATE', aboutKind: 'training', aboutId: trainingId }),
    await join({ doctor }, 'relevé octobre.pdf', {
      kind: 'STATEMENT',
      aboutKind: 'official_count',
      aboutId: statement,
    }),
  ];
}

export const year3 = (contractId: string) => ({ contractId, contractYear: 3 });

/** Freezes the third year as it is now. */
export async function frozen(doctor: Client, contractId: string): Promise<string> {
  const { fingerprint } = await doctor.renewal.prepare(year3(contractId));
  return (await doctor.renewal.freeze({ ...key(), ...year3(contractId), fingerprint })).id;
}

/** A whole output, part after part. */
export async function output(
  doctor: Client,
  id: string,
  what: RenewalOutput,
): Promise<{ name: string; bytes: Buffer }> {
  const parts: Buffer[] = [];
  for (let offset = 0; ;) {
    const { name, size, bytes } = await doctor.renewal.file({ id, what, offset });
    const part = Buffer.from(bytes, 'base64');
    parts.push(part);
    offset += part.byteLength;
    if (offset >= size) return { name, bytes: Buffer.concat(parts) };
  }
}

/** Words of a document compared without their spaces: lines break where the page ends. */
export const packed = (text: string): string => text.replaceAll(/\s+/gu, '');
