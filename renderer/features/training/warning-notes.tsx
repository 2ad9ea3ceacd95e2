import type { AssistantTraining } from '#shared/contract/training.ts';
import type { Day } from '#shared/kernel/day.ts';
import { IconClock } from '../../ui/icons.ts';
import { Button, Note } from '../../ui/index.ts';
import { stepsId } from './steps-list.tsx';
import styles from './training.module.css';
import { bannersOf } from './warning-model.ts';

/** Above the panes: what is late, near or next for the employer, each with its date. Other readings stay in their pane. */
export function WarningNotes({ views, today }: { views: readonly AssistantTraining[]; today: Day }) {
  return bannersOf(views, today).map(({ assistant, lines, tone }) => (
    <Note key={assistant.id} tone={tone} icon={IconClock}>
      <div className={styles['banner']}>
        <div>
          {lines.map(({ key, words }, index) => (
            <p key={key} className={styles['line']}>
              {index === 0 && <b>{`${assistant.givenName} ${assistant.familyName}. `}</b>}
              {words}
            </p>
          ))}
        </div>
        <Button
          size="inline"
          aria-label={`Voir les démarches, ${assistant.givenName} ${assistant.familyName}`}
          onClick={() => showSteps(assistant.id)}
        >
          Voir les démarches
        </Button>
      </div>
    </Note>
  ));
}

function showSteps(assistantId: string): void {
  const steps = document.getElementById(stepsId(assistantId));
  steps?.scrollIntoView({ block: 'center' });
  steps?.focus({ preventScroll: true });
}
