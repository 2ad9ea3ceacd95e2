import { z } from 'zod';
import { DEADLINE_PLACES, DEADLINE_STATES, deadlineKinds } from '#shared/domain/deadlines.ts';
import { DayValue, Id } from '#shared/domain/values.ts';
import type { Computed, JsonValue, Verdict } from '#shared/rules/kernel/index.ts';
import { query } from './procedure.ts';

/** An answer of the rules, as it came. */
const explained = z.custom<Verdict | Computed<JsonValue>>(
  (value) => typeof value === 'object' && value !== null && 'outcome' in value,
  'Réponse des règles illisible.',
);

export const DeadlineView = z.object({
  /** Stable from one day to the next, and opaque: also the identifier in an agenda. */
  id: z.string(),
  kind: z.enum(deadlineKinds),
  /** What is to be done, without a name. */
  title: z.string(),
  /** Whom it concerns: an assistant, a doctor, a company; null: the practice. */
  whom: z.string().nullable(),
  /** Null when no text nor letter gives a day. */
  day: DayValue.nullable(),
  /** Negative once the day has passed; null without a day. */
  daysLeft: z.number().int().nullable(),
  state: z.enum(DEADLINE_STATES),
  /** `en retard de 12 jours`, `aujourd’hui`, `dans 107 jours`, `sans date`. */
  when: z.string(),
  why: explained,
  place: z.enum(DEADLINE_PLACES),
  /** Record to open there. */
  recordId: Id.nullable(),
});
export type DeadlineView = z.infer<typeof DeadlineView>;

export const deadlinesContract = {
  /** Everything due, late first, then by day, then what has no day. */
  list: query({ permission: 'employer.read' }, {}, z.object({ day: DayValue, deadlines: z.array(DeadlineView) })),
  /** Those that have a day, as an RFC 5545 calendar. No patient, no full name of an employee. */
  calendar: query({ permission: 'employer.read' }, {}, z.object({ fileName: z.string(), text: z.string() })),
};
