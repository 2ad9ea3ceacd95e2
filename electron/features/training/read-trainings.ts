import type { Kysely } from 'kysely';
import type { AssistantTraining, TrainingRecord } from '#shared/contract/training.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Overrides } from '#shared/rules/kernel/index.ts';
import {
  certification,
  functionHolder,
  nextSteps,
  trainingDeadlines,
  trainingProgress,
  trainingRoute,
  trainingWarnings,
  vae,
} from '#shared/rules/training/index.ts';
import { readDocuments } from '#electron/features/documents/index.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { contradictionsOf, moduleRemarks } from './contradictions.ts';
import { progressOf, ruleFileOf, vaeSituationOf } from './rule-file.ts';
import {
  factsOf,
  firstDayOf,
  lastDayOf,
  moduleFactsOf,
  readAssistants,
  readTrainingRows,
  type EmployedAssistant,
} from './training-rows.ts';

/**
 * Every assistant employed with their training and what the rules say of it on `today`.
 * @param only one account's own assistant, or one assistant
 */
export async function readTrainings(
  db: Kysely<Schema>,
  today: Day,
  only: { accountId?: string; assistantId?: string } = {},
): Promise<AssistantTraining[]> {
  const assistants = await readAssistants(db, only);
  const rows = await readTrainingRows(
    db,
    assistants.map(({ id }) => id),
  );
  const documents = rows.trainings.length === 0 ? [] : await readDocuments(db, null);
  const overrides = await readOverrides(db, today);
  const views: AssistantTraining[] = [];
  for (const assistant of assistants) {
    const records = rows.trainings
      .filter((row) => row.assistant_id === assistant.id)
      .map((row): TrainingRecord => {
        const facts = factsOf(row);
        const modules = rows.modules
          .filter((one) => one.training_id === row.id)
          .map((one) => {
            const own = moduleFactsOf(one);
            return { id: one.id, module: one.module, facts: own, remarks: moduleRemarks(own, facts.startedOn) };
          });
        const about = new Set([row.id, ...modules.map(({ id }) => id)]);
        return {
          id: row.id,
          facts: { ...facts, vaeApplications: [...facts.vaeApplications] },
          modules,
          days: rows.days
            .filter((one) => one.training_id === row.id)
            .map((one) => ({ id: one.id, day: one.day, minutes: one.minutes === null ? null : Number(one.minutes) })),
          documents: documents.filter(({ aboutId }) => about.has(aboutId)),
        };
      });
    views.push({
      ...viewOf(assistant, records, { today, overrides, contract: await contractOf(db, assistant.id, today) }),
      weeklyMinutes: await weeklyMinutesOf(db, assistant, today),
    });
  }
  return views;
}

const isOpen = ({ facts }: TrainingRecord): boolean => facts.certifiedOn === null && facts.abandonedOn === null;

/** The training shown: the one under way, else the last certified one. */
export function currentOf(records: readonly TrainingRecord[]): TrainingRecord | null {
  const certified = records
    .filter(({ facts }) => facts.certifiedOn !== null)
    .sort((left, right) => ((left.facts.certifiedOn ?? '') < (right.facts.certifiedOn ?? '') ? -1 : 1));
  return records.filter(isOpen).at(-1) ?? certified.at(-1) ?? null;
}

interface Context {
  readonly today: Day;
  readonly overrides: Overrides;
  readonly contract: AssistantTraining['contract'];
}

function viewOf(
  assistant: EmployedAssistant,
  records: readonly TrainingRecord[],
  { today, overrides, contract }: Context,
): Omit<AssistantTraining, 'weeklyMinutes'> {
  const training = currentOf(records);
  const past = records.filter((one) => one !== training);
  const hiredOn = firstDayOf(assistant);
  const file = ruleFileOf({
    profile: assistant.profile,
    hiredOn,
    contractSignedOn: contract?.signedOn ?? null,
    current: training?.facts ?? null,
    others: past.map(({ facts }) => facts),
    overrides,
  });
  const progress = training === null ? null : progressOf(training.facts, training.modules);
  const cqp = training !== null && training.facts.route !== 'FAE' && training.facts.certifiedOn !== null;
  return {
    assistant: {
      id: assistant.id,
      givenName: assistant.givenName,
      familyName: assistant.familyName,
      profile: assistant.profile,
    },
    hiredOn,
    leavesOn: lastDayOf(assistant),
    contract,
    training,
    past,
    answers: {
      route: trainingRoute(file, today),
      deadlines: trainingDeadlines(file, today),
      watch: trainingWarnings(file, today),
      steps: nextSteps(file, today),
      holder: functionHolder(file, today),
      vae: vae(vaeSituationOf(training?.facts ?? null), today),
      progress: progress === null ? null : trainingProgress(progress, today),
      certification: cqp ? certification({ obtainedOn: training.facts.certifiedOn ?? today }, today) : null,
    },
    contradictions: contradictionsOf(assistant, training, records.filter(isOpen), file, today),
  };
}

/** The aid contract that pays for this assistant on `today`, the latest signed. */
async function contractOf(db: Kysely<Schema>, assistantId: string, today: Day): Promise<AssistantTraining['contract']> {
  const row = await db
    .selectFrom('aid_contract_assistant as a')
    .innerJoin('aid_contract as c', 'c.id', 'a.contract_id')
    .select(['c.number', 'c.signed_on'])
    .where('a.assistant_id', '=', assistantId)
    .where('c.signed_on', '<=', today)
    .orderBy('c.signed_on', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { number: row.number, signedOn: row.signed_on };
}

async function weeklyMinutesOf(db: Kysely<Schema>, { employments }: EmployedAssistant, today: Day) {
  const current = employments.findLast(({ start }) => start <= today) ?? employments[0];
  if (current === undefined) return null;
  const rows = await db
    .selectFrom('work_time')
    .select(['from_day', 'weekly_minutes'])
    .where('employment_id', '=', current.id)
    .orderBy('from_day')
    .execute();
  const row = rows.findLast(({ from_day }) => from_day <= today) ?? rows[0];
  return row === undefined ? null : Number(row.weekly_minutes);
}
