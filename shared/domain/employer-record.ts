import { z } from 'zod';
import type { Day } from '#shared/kernel/day.ts';
import {
  ABSENCE_KINDS,
  ASSISTANT_PROFILES,
  CDD_GROUNDS,
  EMPLOYER_KINDS,
  END_REASONS,
  MOST_WEEKLY_MINUTES,
  REMOTE_TASKS,
  WHOLE_SHARE,
  WORK_CONTRACT_KINDS,
} from './employer.ts';
import { DayValue, Id, ShortText } from './values.ts';

const codes = <Code extends string>(labels: Readonly<Record<Code, string>>) => z.enum(Object.keys(labels) as Code[]);

/** A day of work: a slip of the century is refused. */
export const WorkDay = DayValue.refine(
  (day) => day >= '1950-01-01' && day <= '2199-12-31',
  'Année à vérifier\u00A0: de 1950 à 2199.',
);

export const WeeklyMinutes = z
  .number()
  .int()
  .min(1, 'Durée de travail à zéro\u00A0: écrire les heures par semaine du contrat de travail.')
  .max(MOST_WEEKLY_MINUTES, 'Plus de 60\u00A0h par semaine\u00A0: vérifier la saisie.');

export const assistantFields = {
  givenName: ShortText,
  familyName: ShortText,
  profile: codes(ASSISTANT_PROFILES),
  accountId: Id.nullable(),
  /** Was a medical secretary of the practice; null = not said. */
  formerSecretary: z.boolean().nullable(),
  secretaryReplacedOn: WorkDay.nullable(),
};

export const employmentFields = {
  employerKind: codes(EMPLOYER_KINDS),
  employerName: z.string().trim().max(200).nullable(),
  contractKind: codes(WORK_CONTRACT_KINDS),
  cddGround: codes(CDD_GROUNDS).nullable(),
  renewals: z.number().int().min(0).max(20).nullable(),
  startDay: WorkDay,
  endDay: WorkDay.nullable(),
  endReason: codes(END_REASONS).nullable(),
  /** Day the next assistant takes the post, `NONE` when nobody does, null = not said. */
  nextHire: z.union([z.literal('NONE'), WorkDay]).nullable(),
  /** Percent of the time worked at a distance. */
  remoteShare: z.number().int().min(0).max(100).nullable(),
  remoteTasks: codes(REMOTE_TASKS).nullable(),
  homeOnly: z.boolean().nullable(),
  mileage: z.boolean().nullable(),
  replacesOther: z.boolean().nullable(),
  newPost: z.boolean().nullable(),
};

export const workTimeFields = { fromDay: WorkDay, weeklyMinutes: WeeklyMinutes };

/** One doctor's part of the post, in hundredths of a percent. */
export const SharePart = z.strictObject({
  doctorId: Id,
  share: z.number().int().min(1, 'Part à zéro\u00A0: retirer ce médecin de la répartition.').max(WHOLE_SHARE),
});
export type SharePart = z.infer<typeof SharePart>;

export const absenceFields = {
  kind: codes(ABSENCE_KINDS),
  fromDay: WorkDay,
  /** Last day of absence; null while nobody knows. */
  toDay: WorkDay.nullable(),
  /** Null = not said. */
  replaced: z.boolean().nullable(),
  note: z.string().trim().max(500).nullable(),
};

export const WorkTime = z.object({ id: Id, ...workTimeFields });
export type WorkTime = z.infer<typeof WorkTime>;
/** The whole split of a post from a day on. */
export const ShareSplit = z.object({ fromDay: DayValue, parts: z.array(SharePart) });
export type ShareSplit = z.infer<typeof ShareSplit>;
export const Absence = z.object({ id: Id, assistantId: Id, ...absenceFields });
export type Absence = z.infer<typeof Absence>;

export const Employment = z.object({
  id: Id,
  assistantId: Id,
  ...employmentFields,
  /** In the order of their days. */
  workTimes: z.array(WorkTime),
  splits: z.array(ShareSplit),
});
export type Employment = z.infer<typeof Employment>;

export const Assistant = z.object({
  id: Id,
  ...assistantFields,
  archivedAt: z.string().nullable(),
  /** In the order of their first day. */
  employments: z.array(Employment),
  absences: z.array(Absence),
});
export type Assistant = z.infer<typeof Assistant>;

type Lasting = Pick<Employment, 'startDay' | 'endDay'>;

/** Is the contract running on this day? */
export const runsOn = ({ startDay, endDay }: Lasting, day: Day): boolean =>
  startDay <= day && (endDay === null || day <= endDay);

/** The contract running on a day; two overlapping ones: the later start. */
export const employmentOn = <E extends Lasting>(employments: readonly E[], day: Day): E | null =>
  employments.findLast((one) => runsOn(one, day)) ?? null;

/** Minutes a week on a day; null outside the contract or before the first line. */
export function weeklyMinutesOn(employment: Pick<Employment, 'startDay' | 'endDay' | 'workTimes'>, day: Day) {
  if (!runsOn(employment, day)) return null;
  return employment.workTimes.findLast((one) => one.fromDay <= day)?.weeklyMinutes ?? null;
}

/** The split in force on a day, or null when none was typed. */
export const splitOn = ({ splits }: Pick<Employment, 'splits'>, day: Day): ShareSplit | null =>
  splits.findLast((one) => one.fromDay <= day) ?? null;

/** Is the assistant absent on this day? A running absence stops with the contract. */
export const absentOn = (absences: readonly Absence[], day: Day): Absence | null =>
  absences.find((one) => one.fromDay <= day && (one.toDay === null || day <= one.toDay)) ?? null;
