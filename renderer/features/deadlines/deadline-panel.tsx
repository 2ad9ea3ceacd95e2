import type { DeadlineView } from '#shared/contract/deadlines.ts';
import { DEADLINE_KINDS } from '#shared/domain/deadlines.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { IconButton, Tag, Why } from '../../ui/index.ts';
import { IconClose } from '../../ui/icons.ts';
import { TONES } from './deadline-words.ts';
import styles from './deadlines.module.css';

interface DeadlinePanelProps {
  deadline: DeadlineView;
  onClose: () => void;
}

/** One deadline: what, whom, when, and why. */
export function DeadlinePanel({ deadline, onClose }: DeadlinePanelProps) {
  const { title, whom, day, state, when, kind, why } = deadline;
  return (
    <div className={styles['panel']}>
      <div className={styles['panelHead']}>
        <h2>{title}</h2>
        <IconButton icon={IconClose} label="Fermer l’échéance" keyShortcut="Escape" onClick={onClose} />
      </div>
      <dl className={styles['pairs']}>
        <div>
          <dt>Quand</dt>
          <dd>
            {day === null ? 'Sans date' : formatDay(day)} {day !== null && <Tag tone={TONES[state]}>{when}</Tag>}
          </dd>
        </div>
        <div>
          <dt>Pour qui</dt>
          <dd>{whom ?? 'Le cabinet'}</dd>
        </div>
        <div>
          <dt>Nature</dt>
          <dd>{DEADLINE_KINDS[kind]}</dd>
        </div>
      </dl>
      <Why key={deadline.id} answer={why} defaultOpen />
    </div>
  );
}
