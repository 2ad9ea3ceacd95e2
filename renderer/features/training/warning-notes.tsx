import type { AssistantTraining } from '#shared/contract/training.ts';
import { IconClock } from '../../ui/icons.ts';
import { Note } from '../../ui/index.ts';
import styles from './training.module.css';

/** Above the panes: what is late or near, for the dates followed. Other readings stay in their pane. */
export function WarningNotes({ views }: { views: readonly AssistantTraining[] }) {
  return views.map(({ assistant, answers }) => {
    const warnings = answers.watch.warnings.filter(({ followed }) => followed);
    if (warnings.length === 0) return null;
    const late = warnings.some(({ code }) => code === 'late');
    return (
      <Note key={assistant.id} tone={late ? 'bad' : 'warn'} icon={IconClock}>
        {warnings.map(({ code, kind, words }, index) => (
          <p key={`${code} ${kind}`} className={styles['line']}>
            {index === 0 && <b>{`${assistant.givenName} ${assistant.familyName}. `}</b>}
            {words}
          </p>
        ))}
      </Note>
    );
  });
}
