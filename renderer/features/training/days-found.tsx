import type { AssistantTraining, DaysFound as Found } from '#shared/contract/training.ts';
import { formatDay, formatLongDay, type Day } from '#shared/kernel/day.ts';
import { Button, Disclosure, Note } from '../../ui/index.ts';
import { hoursText } from './facts-form.ts';
import styles from './training.module.css';

const counted = (count: number, one: string, many: string) => (count === 1 ? `1\u00a0${one}` : `${count}\u00a0${many}`);

interface DaysFoundProps {
  found: Found;
  view: AssistantTraining;
  /** Of one day, when typed. */
  minutes: number | null;
}

/** What the gesture would block, what it leaves out, and how it stands beside the hours left and the date to hold. */
export function DaysFound({ found: { days, skipped, notes }, view, minutes }: DaysFoundProps) {
  const after = daysAfter(days, view);
  const title = days.length === 0 ? 'Aucune journée' : counted(days.length, 'journée', 'journées');
  return (
    <Note tone={days.length === 0 || after !== null ? 'warn' : 'info'} role="status" title={`${title} à bloquer`}>
      {after !== null && <p className={styles['line']}>{after}</p>}
      {days.length > 0 && <p className={styles['line']}>{daysWords(days)}</p>}
      {days.length > 0 && minutes !== null && (
        <p className={styles['line']}>{hoursWords(days.length * minutes, view)}</p>
      )}
      {skipped.length > 0 && (
        <p className={styles['line']}>
          Laissées{'\u00a0'}: {skipped.map(({ day, reason }) => `${formatDay(day)}, ${reason}`).join('\u00a0; ')}.
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className={styles['line']}>
          {note}
        </p>
      ))}
    </Note>
  );
}

const SHOWN = 8;

/** Every day, or the first ones and the last of a long list. */
function daysWords(days: readonly Day[]): string {
  const last = days.at(-1);
  if (days.length <= 2 * SHOWN || last === undefined) return days.map(formatDay).join(', ');
  return `${days.slice(0, SHOWN).map(formatDay).join(', ')}… jusqu’au ${formatDay(last)}`;
}

function hoursWords(minutes: number, { answers }: AssistantTraining): string {
  const left = answers.progress?.remaining.value ?? answers.progress?.remainingInModules.value ?? null;
  const whole = `${hoursText(minutes)}\u00a0h en tout`;
  return left === null ? `${whole}.` : `${whole}, pour ${hoursText(left * 60)}\u00a0h qui restent à suivre.`;
}

/** Days past the date to hold: blocked all the same, once told. */
function daysAfter(days: readonly Day[], { answers }: AssistantTraining): string | null {
  const due = answers.deadlines.complete.value;
  const late = due === null ? [] : days.filter((day) => day > due);
  if (due === null || late.length === 0) return null;
  return `${counted(late.length, 'journée', 'journées')} après l’échéance du ${formatDay(due)}.`;
}

interface BlockedDaysProps {
  days: readonly { id: string; day: Day; minutes: number | null }[];
  today: Day;
  onFree: (day: Day) => void;
}

/** Days already blocked: those to come first, those followed put away. */
export function BlockedDays({ days, today, onFree }: BlockedDaysProps) {
  const ahead = days.filter(({ day }) => day >= today);
  const past = days.filter(({ day }) => day < today);
  const list = (shown: BlockedDaysProps['days']) => (
    <ul className={styles['plain']}>
      {shown.map(({ id, day, minutes }) => (
        <li key={id} className={styles['dayLine']}>
          <span>
            {formatLongDay(day)}
            {minutes !== null && `, ${hoursText(minutes)}\u00a0h`}
          </span>
          <Button size="inline" aria-label={`Libérer le ${formatDay(day)}`} onClick={() => onFree(day)}>
            Libérer
          </Button>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {ahead.length > 0 && (
        <>
          <h3 className={styles['heading']}>Déjà bloquées</h3>
          {list(ahead)}
        </>
      )}
      {past.length > 0 && (
        <Disclosure summary={counted(past.length, 'journée passée', 'journées passées')}>{list(past)}</Disclosure>
      )}
    </>
  );
}
