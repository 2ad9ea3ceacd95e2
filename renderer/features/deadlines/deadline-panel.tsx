import type { DeadlineView } from '#shared/contract/deadlines.ts';
import { DEADLINE_KINDS } from '#shared/domain/deadlines.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { PanelBody, PanelHead } from '../../app/panel/panel-body.tsx';
import { Why } from '../../ui/index.ts';
import styles from './deadlines.module.css';
import { DelayTag } from './delay-tag.tsx';

interface DeadlinePanelProps {
  deadline: DeadlineView;
  onClose: () => void;
}

/** One deadline: what, whom, when, and why. */
export function DeadlinePanel({ deadline, onClose }: DeadlinePanelProps) {
  const { title, whom, day, state, when, kind, why } = deadline;
  return (
    <PanelBody>
      <PanelHead title={title} onClose={onClose} closeLabel="Fermer l’échéance" />
      <dl className={styles['pairs']}>
        <div>
          <dt>Quand</dt>
          <dd>
            {day === null ? 'Sans date' : formatDay(day)} <DelayTag state={state} when={when} />
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
    </PanelBody>
  );
}
