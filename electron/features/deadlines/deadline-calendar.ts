import type { DeadlineView } from '#shared/contract/deadlines.ts';
import { DEADLINE_KINDS } from '#shared/domain/deadlines.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { writeCalendar } from '#electron/exchange/ics/index.ts';

/** Days before a deadline at which an agenda reminds. */
const ALARMS = [30, 7] as const;

/**
 * Deadlines that have a day, for an agenda outside the practice: employees by their initials, no reason of an absence,
 * nothing of a patient.
 */
export function deadlineCalendar(
  deadlines: readonly DeadlineView[],
  { now, today }: { now: string; today: Day },
): string {
  return writeCalendar({
    name: 'Échéances du cabinet',
    now,
    events: deadlines.flatMap(({ id, kind, title, whom, day, place }) => {
      if (day === null) return [];
      const who = whom === null ? '' : ` (${place === 'employer' || place === 'training' ? initials(whom) : whom})`;
      const summary = `${quiet(kind, title)}${who}`;
      return [
        {
          uid: `${id}@prelude.invalid`,
          day,
          summary: day < today ? `En retard\u00a0: ${summary}` : summary,
          description: 'Échéance suivie dans Prélude, écran Échéances. La date y est expliquée.',
          categories: [kind.startsWith('ABSENCE') ? 'CPAM' : DEADLINE_KINDS[kind]],
          alarmDays: ALARMS.filter((days) => addDays(day, -days) >= today),
        },
      ];
    }),
  });
}

/** An absence is not told outside the practice. */
const quiet = (kind: DeadlineView['kind'], title: string): string =>
  kind === 'ABSENCE_TELL' || kind === 'ABSENCE_LONG' ? 'Courrier à la CPAM' : title;

const initials = (name: string): string =>
  name
    .split(/[\s-]+/u)
    .filter((part) => part !== '')
    .map((part) => `${part[0] ?? ''}.`)
    .join(' ');
