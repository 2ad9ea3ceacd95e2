import type { Kysely } from 'kysely';
import type { TrainingModule } from '#shared/contract/training.ts';
import { isDay } from '#shared/kernel/day.ts';
import type { TrainingFacts } from '#shared/domain/training.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { EmployerTables } from '#electron/storage/tables/employer.ts';

type TrainingRow = EmployerTables['training'];
type ModuleRow = EmployerTables['training_module'];
export type ModuleFacts = TrainingModule['facts'];

const figure = (value: number | null): number | null => (value === null ? null : Number(value));

/** What a row of `training` says. */
export function factsOf(row: TrainingRow): TrainingFacts {
  return {
    route: row.route as TrainingFacts['route'],
    body: row.body,
    certification: row.certification,
    registeredOn: row.registered_on,
    startedOn: row.started_on,
    plannedEnd: row.planned_end,
    examOn: row.exam_on,
    certifiedOn: row.certified_on,
    abandonedOn: row.abandoned_on,
    sessionMonths: figure(row.session_months),
    positioningOn: row.positioning_on,
    otherMinutes: figure(row.other_minutes),
    proofSentOn: row.proof_sent_on,
    levelFour: row.level_four === null ? null : Number(row.level_four) === 1,
    experienceYears: figure(row.experience_years),
    vaeHours: figure(row.vae_hours),
    vaeApplications: JSON.parse(row.vae_applications) as TrainingFacts['vaeApplications'],
    given: JSON.parse(row.given) as TrainingFacts['given'],
  };
}

/** The columns of these facts. */
export function columnsOf(facts: TrainingFacts): Omit<TrainingRow, 'id' | 'assistant_id' | 'version'> {
  return {
    route: facts.route,
    body: facts.body,
    certification: facts.certification,
    registered_on: facts.registeredOn,
    started_on: facts.startedOn,
    planned_end: facts.plannedEnd,
    exam_on: facts.examOn,
    certified_on: facts.certifiedOn,
    abandoned_on: facts.abandonedOn,
    session_months: facts.sessionMonths,
    positioning_on: facts.positioningOn,
    other_minutes: facts.otherMinutes,
    proof_sent_on: facts.proofSentOn,
    level_four: facts.levelFour === null ? null : Number(facts.levelFour),
    experience_years: facts.experienceYears,
    vae_hours: facts.vaeHours,
    vae_applications: JSON.stringify(facts.vaeApplications),
    given: JSON.stringify(facts.given),
  };
}

export function moduleFactsOf(row: ModuleRow): ModuleFacts {
  return {
    label: row.label,
    plannedMinutes: figure(row.planned_minutes),
    doneMinutes: Number(row.done_minutes),
    exemptMinutes: figure(row.exempt_minutes),
    state: row.state as ModuleFacts['state'],
    plannedEnd: row.planned_end,
    validatedOn: row.validated_on,
  };
}

export function moduleColumnsOf(facts: ModuleFacts): Omit<ModuleRow, 'id' | 'training_id' | 'module' | 'version'> {
  return {
    label: facts.label,
    planned_minutes: facts.plannedMinutes,
    done_minutes: facts.doneMinutes,
    exempt_minutes: facts.exemptMinutes,
    state: facts.state,
    planned_end: facts.plannedEnd,
    validated_on: facts.validatedOn,
  };
}

/** The column behind a field of the contract: `plannedEnd` is `planned_end`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

/** What one employer's record says of an assistant, for the rules and for the checks of days. */
export interface EmployedAssistant {
  id: string;
  accountId: string | null;
  givenName: string;
  familyName: string;
  profile: string;
  employments: { id: string; start: string; end: string | null }[];
  absences: { kind: string; from: string; to: string | null }[];
}

/** Assistants not archived, by name, with their employments and absences. `accountId`: only the one of this account. */
export async function readAssistants(
  db: Kysely<Schema>,
  only: { accountId?: string; assistantId?: string } = {},
): Promise<EmployedAssistant[]> {
  let query = db.selectFrom('assistant').selectAll().where('archived_at', 'is', null);
  if (only.accountId !== undefined) query = query.where('account_id', '=', only.accountId);
  if (only.assistantId !== undefined) query = query.where('id', '=', only.assistantId);
  const rows = await query.orderBy('family_name').orderBy('given_name').orderBy('id').execute();
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const employments = await db
    .selectFrom('employment')
    .select(['id', 'assistant_id', 'start_day', 'end_day'])
    .where('assistant_id', 'in', ids)
    .orderBy('start_day')
    .execute();
  const absences = await db
    .selectFrom('absence')
    .select(['assistant_id', 'kind', 'from_day', 'to_day'])
    .where('assistant_id', 'in', ids)
    .orderBy('from_day')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    givenName: row.given_name,
    familyName: row.family_name,
    profile: row.profile,
    employments: employments
      .filter((one) => one.assistant_id === row.id && isDay(one.start_day))
      .map((one) => ({ id: one.id, start: one.start_day, end: one.end_day })),
    absences: absences
      .filter((one) => one.assistant_id === row.id)
      .map((one) => ({ kind: one.kind, from: one.from_day, to: one.to_day })),
  }));
}

export const firstDayOf = ({ employments }: EmployedAssistant): string | null => employments[0]?.start ?? null;

/** Last day employed; null while one employment has no end, or when there is none. */
export function lastDayOf({ employments }: EmployedAssistant): string | null {
  const ends = employments.map(({ end }) => end);
  if (ends.length === 0 || ends.includes(null)) return null;
  return (
    ends
      .filter((end) => end !== null)
      .sort()
      .at(-1) ?? null
  );
}

/** Everything stored of the trainings of these assistants: rows as they are. */
export async function readTrainingRows(db: Kysely<Schema>, assistantIds: readonly string[]) {
  if (assistantIds.length === 0) return { trainings: [], modules: [], days: [] };
  const trainings = await db
    .selectFrom('training')
    .selectAll()
    .where('assistant_id', 'in', assistantIds)
    .orderBy('id')
    .execute();
  const ids = trainings.map(({ id }) => id);
  if (ids.length === 0) return { trainings, modules: [], days: [] };
  return {
    trainings,
    modules: await db
      .selectFrom('training_module')
      .selectAll()
      .where('training_id', 'in', ids)
      .orderBy('module')
      .orderBy('id')
      .execute(),
    days: await db.selectFrom('training_day').selectAll().where('training_id', 'in', ids).orderBy('day').execute(),
  };
}
