import { z } from 'zod';
import { moduleStates, trainingLimits, trainingRoutes } from '#shared/domain/training.ts';
import { DayValue, Id, ShortText } from '#shared/domain/values.ts';
import type {
  CertificationAnswer,
  NextSteps,
  RouteAnswer,
  TrainingDeadlines,
  TrainingProgress,
  TrainingWatch,
  VaeAnswer,
} from '#shared/rules/training/index.ts';
import type { Verdict } from '#shared/rules/kernel/index.ts';
import { DocumentView } from './documents.ts';
import { command, query } from './procedure.ts';

/** An answer of the rules, as it came: its own types describe it. */
const answer = <Answer extends object>() =>
  z.custom<Answer>((value) => typeof value === 'object' && value !== null, 'Réponse des règles illisible.');

const Minutes = z.number().int().min(0).max(trainingLimits.minutes);
const GivenValue = z
  .strictObject({ value: DayValue, origin: z.enum(['typed', 'notified']), on: DayValue.nullable() })
  .nullable();

/** One training, less its modules and days. Null: not known. */
export const trainingFields = {
  route: z.enum(trainingRoutes),
  body: ShortText.nullable(),
  certification: ShortText.nullable(),
  registeredOn: DayValue.nullable(),
  startedOn: DayValue.nullable(),
  plannedEnd: DayValue.nullable(),
  examOn: DayValue.nullable(),
  certifiedOn: DayValue.nullable(),
  abandonedOn: DayValue.nullable(),
  sessionMonths: z.number().int().min(1).max(60).nullable(),
  positioningOn: DayValue.nullable(),
  otherMinutes: Minutes.nullable(),
  proofSentOn: DayValue.nullable(),
  levelFour: z.boolean().nullable(),
  experienceYears: z.number().int().min(0).max(60).nullable(),
  vaeHours: z.number().int().min(0).max(trainingLimits.vaeHours).nullable(),
  vaeApplications: z.array(z.strictObject({ certification: ShortText, filedOn: DayValue })).max(20),
  given: z.strictObject({ start: GivenValue, complete: GivenValue }),
};
const Facts = z.strictObject(trainingFields);

/** One module of the plan. For the CQP, `plannedMinutes` are the hours the training body announces: they win. */
export const moduleFields = {
  label: ShortText,
  plannedMinutes: Minutes.nullable(),
  doneMinutes: Minutes,
  exemptMinutes: Minutes.nullable(),
  state: z.enum(moduleStates),
  plannedEnd: DayValue.nullable(),
  validatedOn: DayValue.nullable(),
};
const ModuleFacts = z.strictObject(moduleFields);

export const TrainingModule = z.object({
  id: Id,
  /** `1` to `4` for the CQP, `libre` for the rest. */
  module: z.string(),
  facts: ModuleFacts,
  /** What does not add up, in words. */
  remarks: z.array(z.string()),
});
export type TrainingModule = z.infer<typeof TrainingModule>;

const TrainingDay = z.object({ id: Id, day: DayValue, minutes: z.number().int().nullable() });

export const TrainingRecord = z.object({
  id: Id,
  facts: Facts,
  modules: z.array(TrainingModule),
  days: z.array(TrainingDay),
  documents: z.array(DocumentView),
});
export type TrainingRecord = z.infer<typeof TrainingRecord>;

export const AssistantTraining = z.object({
  assistant: z.object({
    id: Id,
    givenName: z.string(),
    familyName: z.string(),
    profile: z.string(),
  }),
  /** First day of the first employment. */
  hiredOn: DayValue.nullable(),
  /** Last day of the last employment, when it has one. */
  leavesOn: DayValue.nullable(),
  weeklyMinutes: z.number().int().nullable(),
  contract: z.object({ number: z.string().nullable(), signedOn: DayValue }).nullable(),
  /** The training under way, else the one certified; null before anything was typed. */
  training: TrainingRecord.nullable(),
  /** Given up, or certified before the one shown. */
  past: z.array(TrainingRecord),
  answers: z.object({
    route: answer<RouteAnswer>(),
    deadlines: answer<TrainingDeadlines>(),
    watch: answer<TrainingWatch>(),
    steps: answer<NextSteps>(),
    holder: answer<Verdict>(),
    vae: answer<VaeAnswer>(),
    /** Null outside the CQP and the FAE. */
    progress: answer<TrainingProgress>().nullable(),
    /** Registration of the CQP on the day of its certificate; null without one. */
    certification: answer<CertificationAnswer>().nullable(),
  }),
  /** Facts already stored that contradict each other, in words: shown, never hidden. */
  contradictions: z.array(z.string()),
});
export type AssistantTraining = z.infer<typeof AssistantTraining>;

const Trainings = z.object({ today: DayValue, assistants: z.array(AssistantTraining) });

const weekdays = z.array(z.number().int().min(1).max(7)).min(1, 'Choisir au moins un jour de la semaine.').max(7);
/** A list of days, or « tous les jeudis du … au … ». */
const DaysAsked = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('list'),
    days: z.array(DayValue).min(1, 'Saisir au moins un jour.').max(trainingLimits.days),
  }),
  z.strictObject({ kind: z.literal('weekly'), weekdays, from: DayValue, to: DayValue }),
]);
export type DaysAsked = z.infer<typeof DaysAsked>;

/** What a gesture would block, and what it leaves out, each with its reason. */
const DaysFound = z.object({
  days: z.array(DayValue),
  skipped: z.array(z.object({ day: DayValue, reason: z.string() })),
  /** What could not be checked: « jours fériés locaux non lus ». */
  notes: z.array(z.string()),
});
export type DaysFound = z.infer<typeof DaysFound>;

const done = z.object({});
const topics = ['employer'] as const;
const saved = (label: string) => ({ permission: 'employer.manage', undo: 'inverse', topics, label }) as const;

export const trainingContract = {
  /** Every assistant employed, with the rules' answers of the day. */
  list: query({ permission: 'employer.read' }, {}, Trainings),
  /** One's own training only. */
  mine: query({ permission: 'training.own' }, {}, Trainings),
  /** Who is in training on a day: absent from the practice. */
  away: query(
    { permission: 'board.read' },
    { day: DayValue },
    z.object({
      people: z.array(z.object({ assistantId: Id, name: z.string(), minutes: z.number().int().nullable() })),
    }),
  ),
  /**
   * Opens a training (`trainingId` and `base` null) or changes one: the fields that differ from `base`, those the person saw.
   * Refusals: NOT_FOUND, INVALID (impossible dates, a route closed to this profile, another training under way),
   * EDIT_CONFLICT (the same field changed meanwhile).
   */
  save: command(
    saved('Formation modifiée'),
    { assistantId: Id, trainingId: Id.nullable(), base: Facts.nullable(), value: Facts },
    z.object({ id: Id }),
  ),
  addModule: command(
    saved('Ajout d’un module'),
    { trainingId: Id, label: ShortText, plannedMinutes: Minutes.nullable() },
    z.object({ id: Id }),
  ),
  /** Refusals: NOT_FOUND, INVALID (validated without its day, exempted without a positioning), EDIT_CONFLICT. */
  saveModule: command(saved('Module modifié'), { id: Id, base: ModuleFacts, value: ModuleFacts }, done),
  /** Refusals: NOT_FOUND, INVALID (module of the CQP, hours done, attestation joined). */
  removeModule: command(saved('Retrait d’un module'), { id: Id }, done),
  /** What `block` would do. Same refusals. */
  daysToBlock: query({ permission: 'employer.manage' }, { trainingId: Id, asked: DaysAsked }, DaysFound),
  /** Refusals: NOT_FOUND, INVALID (end before start, outside the employment, nothing left to block). */
  block: command(
    saved('Journées de formation bloquées'),
    {
      trainingId: Id,
      asked: DaysAsked,
      minutes: z.number().int().min(15).max(trainingLimits.dayMinutes).nullable(),
    },
    DaysFound,
  ),
  free: command(
    saved('Journées de formation libérées'),
    { trainingId: Id, days: z.array(DayValue).min(1, 'Choisir au moins une journée.').max(trainingLimits.days) },
    done,
  ),
};
