import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { key, type Client, type TestPractice } from './practice.ts';
import { refusalData } from './visits.ts';

export type AssistantInput = Omit<Parameters<Client['employer']['addAssistant']>[0], 'idempotencyKey'>;
export type EmploymentInput = Omit<
  Parameters<Client['employer']['startEmployment']>[0],
  'idempotencyKey' | 'assistantId'
>;
export type ProfileInput = Omit<Parameters<Client['employer']['addProfile']>[0], 'idempotencyKey' | 'doctorId'>;

/** Inès Caron, infirmière. */
export const ines: AssistantInput = {
  givenName: 'Inès',
  familyName: 'Caron',
  profile: 'IDE',
  accountId: null,
  formerSecretary: null,
  secretaryReplacedOn: null,
};

/** A full-time CDI from 4 March 2024; nothing said of the limits of the post. */
export const fullTime: EmploymentInput = {
  employerKind: 'DOCTOR',
  employerName: null,
  contractKind: 'CDI',
  cddGround: null,
  renewals: null,
  startDay: '2024-03-04',
  endDay: null,
  endReason: null,
  nextHire: null,
  remoteShare: null,
  remoteTasks: null,
  homeOnly: null,
  mileage: null,
  replacesOther: null,
  newPost: null,
  weeklyMinutes: 35 * 60,
};

/** Nothing said but the day. */
export const unsaidProfile: ProfileInput = {
  fromDay: '2024-01-01',
  sector: null,
  speciality: null,
  mep: null,
  zone: null,
  installedOn: null,
  newlyInstalled: null,
  specialityListed: null,
  adaptedSituation: null,
  doctorsInPractice: null,
  coordinatedPractice: null,
  joinBy: null,
  childrenShare: null,
  technicalShare: null,
};

export async function hire(
  { doctor }: TestPractice,
  person: Partial<AssistantInput> = {},
  contract: Partial<EmploymentInput> = {},
): Promise<{ assistantId: string; employmentId: string }> {
  const { id: assistantId } = await doctor.employer.addAssistant({ ...key(), ...ines, ...person });
  const { id: employmentId } = await doctor.employer.startEmployment({
    ...key(),
    assistantId,
    ...fullTime,
    ...contract,
  });
  return { assistantId, employmentId };
}

/** A PDF nobody else sent: the words make its fingerprint. */
export const inventedPdf = (words: string = randomUUID()): Buffer =>
  Buffer.from(`%PDF-1.7\n% ${words}\ntrailer << /Root 1 0 R >>\n%%EOF\n`);

/** Sends a file in one part; `add` can follow. */
export async function sendFile({ doctor }: Pick<TestPractice, 'doctor'>, content: Buffer): Promise<string> {
  const uploadId = randomUUID();
  await doctor.documents.send({ uploadId, offset: 0, bytes: content.toString('base64') });
  return uploadId;
}

/** One assistant as the employer reads them on a day. */
export async function recordOf(client: Client, assistantId: string, day: string) {
  const found = (await client.employer.assistants({ day })).assistants.find(({ id }) => id === assistantId);
  if (found === undefined) throw new Error('no such assistant');
  return found;
}

/** The sentences of a refusal, in plain spaces. */
export async function said(call: Promise<unknown>): Promise<string[]> {
  const refusal = (await refusalData(call)) as { code: string; data: { problems?: { message: string }[] } };
  expect(refusal.code).toBe('INVALID');
  return (refusal.data.problems ?? []).map(({ message }) => message.replaceAll('\u00A0', ' '));
}
