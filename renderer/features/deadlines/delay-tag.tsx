import type { DeadlineView } from '#shared/contract/deadlines.ts';
import { Tag } from '../../ui/index.ts';
import { IconLate, IconUrgent } from '../../ui/icons.ts';
import styles from './deadlines.module.css';

/** How far a deadline is: late in red, within three months in amber, further in a plain outline. Always in words. */
export function DelayTag({ state, when }: Pick<DeadlineView, 'state' | 'when'>) {
  const alarm = alarms[state];
  return (
    <span className={styles['delay']}>
      {alarm === null ? (
        <Tag look="outline">{state === 'open' ? 'à compléter' : when}</Tag>
      ) : (
        <Tag {...alarm}>{when}</Tag>
      )}
    </span>
  );
}

const alarms = {
  late: { tone: 'bad', icon: IconUrgent },
  due: { tone: 'warn', icon: IconLate },
  ahead: null,
  open: null,
} as const;
