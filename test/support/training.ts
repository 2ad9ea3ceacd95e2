import { blankTraining, type TrainingFacts } from '#shared/domain/training.ts';
import type { AssistantTraining } from '#shared/contract/training.ts';
import { key, type Client } from './practice.ts';
import { refusalData } from './visits.ts';

interface Hired {
  client: Client;
  name: [givenName: string, familyName: string];
  profile: 'IDE' | 'AS' | 'AP' | 'SECRETAIRE' | 'OTHER';
  startDay: string;
  endDay?: string;
  accountId?: string;
}

/** An invented assistant hired full time. */
export async function hire({ client, name, profile, startDay, endDay, accountId }: Hired): Promise<string> {
  const [givenName, familyName] = name;
  const { id } = await client.employer.addAssistant({
    ...key(),
    givenName,
    familyName,
    profile,
    accountId: accountId ?? null,
    formerSecretary: null,
    secretaryReplacedOn: null,
  });
  await client.employer.startEmployment({
    ...key(),
    assistantId: id,
    employerKind: 'DOCTOR',
    employerName: null,
    contractKind: endDay === undefined ? 'CDI' : 'CDD',
    cddGround: endDay === undefined ? null : 'INCREASE',
    renewals: null,
    startDay,
    endDay: endDay ?? null,
    endReason: endDay === undefined ? null : 'END_OF_TERM',
    nextHire: null,
    remoteShare: null,
    remoteTasks: null,
    homeOnly: null,
    mileage: null,
    replacesOther: null,
    newPost: null,
    weeklyMinutes: 35 * 60,
  });
  return id;
}

/** What the screen reads of one assistant. */
export async function trainingOf(client: Client, assistantId: string): Promise<AssistantTraining> {
  const { assistants } = await client.training.list({});
  const view = assistants.find(({ assistant }) => assistant.id === assistantId);
  if (view === undefined) throw new Error('no such assistant');
  return view as AssistantTraining;
}

type Facts = Partial<TrainingFacts>;
const sent = (facts: TrainingFacts) => ({ ...facts, vaeApplications: [...facts.vaeApplications] });

/** Opens a training, as the panel does. */
export const openTraining = async (client: Client, assistantId: string, facts: Facts & Pick<TrainingFacts, 'route'>) =>
  (
    await client.training.save({
      ...key(),
      assistantId,
      trainingId: null,
      base: null,
      value: sent({ ...blankTraining(facts.route), ...facts }),
    })
  ).id;

/** Changes some fields of the training shown, as the panel does. */
export async function changeTraining(client: Client, assistantId: string, facts: Facts): Promise<void> {
  const { training } = await trainingOf(client, assistantId);
  if (training === null) throw new Error('no training');
  const base = training.facts as TrainingFacts;
  await client.training.save({
    ...key(),
    assistantId,
    trainingId: training.id,
    base: sent(base),
    value: sent({ ...base, ...facts }),
  });
}

/** What a refusal says, field by field. @throws when the call was not refused as INVALID */
export async function messagesOf(call: Promise<unknown>): Promise<string[]> {
  const { code, data } = await refusalData(call);
  if (code !== 'INVALID') throw new Error(`refused as ${code}`);
  return (data['problems'] as { field: string; message: string }[]).map(
    ({ field, message }) => `${field} : ${message}`,
  );
}
