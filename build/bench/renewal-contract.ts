// A contract of aid as long as the practice: ten years of visits, of statements and of proofs, through the real router.
import { addMonths } from '../../shared/kernel/day.ts';
import { blankTraining } from '../../shared/domain/training.ts';
import { documentLimits } from '../../shared/domain/documents.ts';
import { createDraw } from '../../electron/features/demo/index.ts';
import { randomUUID } from 'node:crypto';
import { benchDay } from '../seed/large-practice.ts';
import { once, type Client } from './seat.ts';

/** First day: the curve reads the ten years that end today. */
export const contractStart = '2016-12-01';
/** After a quarter of visits without an assistant, to be compared with. */
const hiredOn = '2017-03-06';
const proofBytes = 150_000;
const payslips = 12;

/** An invented PDF of an ordinary size; no two alike. */
function proofOf(draw: ReturnType<typeof createDraw>): Buffer {
  const body = Buffer.alloc(proofBytes, `% ${draw.id(0)}\n`);
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), body, Buffer.from('trailer << /Root 1 0 R >>\n%%EOF\n')]);
}

type Joined = Omit<Parameters<Client['documents']['add']>[0], 'idempotencyKey' | 'uploadId'>;

async function join(client: Client, content: Buffer, about: Joined): Promise<void> {
  const uploadId = randomUUID();
  for (let offset = 0; offset < content.length; offset += documentLimits.chunk) {
    const bytes = content.subarray(offset, offset + documentLimits.chunk).toString('base64');
    await client.documents.send({ uploadId, offset, bytes });
  }
  await client.documents.add({ ...once(), uploadId, ...about });
}

/** Registers it for a doctor, with their assistant, statements twice a year and every proof. */
export async function tenYearContract(client: Client, doctorId: string): Promise<string> {
  const draw = createDraw('mesures/renouvellement');
  const { assistantId, employmentId } = await hire(client);
  const { id: contractId } = await client.aid.register({
    ...once(),
    kind: 'INDIVIDUAL',
    doctorId,
    number: '2016-54-0001',
    cpam: 'CPAM de Meurthe-et-Moselle',
    ruleSet: 'CONV-2024',
    option: 'ETP_1',
    tier: 'STANDARD',
    fundedEtp: null,
    signedOn: contractStart,
    startsOn: contractStart,
    endsOn: '2026-11-30',
    renewsId: null,
    policy: null,
    cumulative: null,
    newlyInstalled: null,
    asWritten: true,
    companyName: null,
    companyForm: null,
    trainingSite: null,
    objectives: (['PMT_ADULT_AND_CHILD', 'FILE_ACTIVE'] as const).map((metric) => ({
      metric,
      start: 1040,
      target: 2271,
      dueOn: '2026-11-30',
      formerGain: null,
      notified: null,
      notifiedOn: null,
      threshold: null,
      thresholdOn: null,
      asWritten: false,
    })),
    assistants: [{ assistantId, fromDay: hiredOn, toDay: null }],
    members: [],
    payments: Array.from({ length: 5 }, (_, index) => ({
      contractYear: index + 1,
      kind: 'RECEIVED' as const,
      rank: null,
      amountCents: 2_800_000,
      onDay: addMonths(contractStart, 12 * index + 1),
      words: null,
    })),
  });
  await join(client, proofOf(draw), {
    name: 'contrat.pdf',
    kind: 'AID_CONTRACT',
    aboutKind: 'aid_contract',
    aboutId: contractId,
    onDay: null,
  });
  await join(client, proofOf(draw), {
    name: 'contrat-travail.pdf',
    kind: 'EMPLOYMENT_CONTRACT',
    aboutKind: 'employment',
    aboutId: employmentId,
    onDay: null,
  });
  for (let month = 0; month < payslips; month += 1) {
    const onDay = addMonths(benchDay, -month);
    const about = { kind: 'PAYSLIP', aboutKind: 'assistant', aboutId: assistantId } as const;
    await join(client, proofOf(draw), { name: `bulletin-${onDay.slice(0, 7)}.pdf`, onDay, ...about });
  }
  for (let index = 0; index < 20; index += 1) {
    const onDay = addMonths(contractStart, 6 * index);
    for (const metric of ['PMT', 'FA'] as const) {
      const { id } = await client.counters.addOfficial({
        ...once(),
        doctorId,
        metric,
        onDay,
        value: 1040 + 60 * index,
        population: metric === 'PMT' ? 'ADULT_AND_CHILD' : null,
      });
      const about = { kind: 'STATEMENT', aboutKind: 'official_count', aboutId: id, onDay } as const;
      await join(client, proofOf(draw), { name: `releve-${metric}-${onDay}.pdf`, ...about });
    }
  }
  return contractId;
}

async function hire(client: Client): Promise<{ assistantId: string; employmentId: string }> {
  const { id: assistantId } = await client.employer.addAssistant({
    ...once(),
    givenName: 'Inès',
    familyName: 'Caron',
    profile: 'IDE',
    accountId: null,
    formerSecretary: null,
    secretaryReplacedOn: null,
  });
  const { id: employmentId } = await client.employer.startEmployment({
    ...once(),
    assistantId,
    employerKind: 'DOCTOR',
    employerName: null,
    contractKind: 'CDI',
    cddGround: null,
    renewals: null,
    startDay: hiredOn,
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
  });
  const facts = { ...blankTraining('FAE'), startedOn: '2017-09-04', certifiedOn: '2018-06-29', vaeApplications: [] };
  await client.training.save({ ...once(), assistantId, trainingId: null, base: null, value: facts });
  return { assistantId, employmentId };
}
