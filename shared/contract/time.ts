import { z } from 'zod';
import { DayValue, Id } from '#shared/domain/values.ts';
import type { BeforeAfter, FamilyTime, StepTime, WeekTime } from '#shared/rules/time-given-back/index.ts';
import type { Computed, ParameterUse, Reason } from '#shared/rules/kernel/index.ts';
import { command, query } from './procedure.ts';

/** An answer of the rules, as it came: its own types describe it. */
const answer = <T extends object>() =>
  z.custom<T>((value) => typeof value === 'object' && value !== null, 'Réponse des règles illisible.');

/** Whole weeks counted, up to the day before. */
export const PERIODS = [4, 12, 26, 52, 104] as const;
export const Period = z.literal(PERIODS);
export type Period = z.infer<typeof Period>;

const figures = {
  /** First and last day counted, both included. */
  from: DayValue,
  to: DayValue,
  seen: z.number().int(),
  /** Empty when nothing was noted. */
  families: z.array(answer<FamilyTime>()),
  total: answer<Computed>(),
  perWeek: answer<Computed>(),
  weeks: z.array(answer<WeekTime>()),
  steps: z.array(answer<StepTime>()),
  reasons: z.array(answer<Reason>()),
  /** Assumptions in force, the practice's own included. */
  parameters: z.array(answer<ParameterUse>()),
};

/** The practice as a whole: every account of an assistant added together. */
export const PracticeTime = z.object({
  ...figures,
  comparison: answer<BeforeAfter>(),
  /** One: the figures of the practice are also those of that person. */
  assistants: z.number().int(),
});
export type PracticeTime = z.infer<typeof PracticeTime>;

/** One person, without anything to compare with. */
export const PersonTime = z.object(figures);
export type PersonTime = z.infer<typeof PersonTime>;

export const InformedAssistant = z.object({
  assistantId: Id,
  name: z.string(),
  /** Linked to an account: without one nothing can be counted. */
  linked: z.boolean(),
  /** Day of the written information; null: none, and no figure of that person. */
  informedOn: DayValue.nullable(),
});
export type InformedAssistant = z.infer<typeof InformedAssistant>;

export const timeContract = {
  practice: query({ permission: 'employer.read' }, { weeks: Period }, PracticeTime),
  /** One's own figures. */
  mine: query({ permission: 'time.own' }, { weeks: Period }, PersonTime),
  /** One assistant, for the aid file. Refusals: NOT_FOUND, INVALID (not informed in writing, no account). */
  ofPerson: query({ permission: 'time.person' }, { weeks: Period, assistantId: Id }, PersonTime),
  informed: query({ permission: 'time.person' }, {}, z.object({ assistants: z.array(InformedAssistant) })),
  /** Day the employee was told in writing; null withdraws it. Refusals: NOT_FOUND, INVALID (a day to come). */
  recordInformation: command(
    { permission: 'time.person', undo: 'inverse', topics: ['employer'], label: 'Information écrite du salarié' },
    { assistantId: Id, informedOn: DayValue.nullable() },
    z.object({}),
  ),
};
