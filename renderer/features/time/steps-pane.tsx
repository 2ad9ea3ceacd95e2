import { counted } from '#shared/kernel/format.ts';
import { STEPS, type StepTime } from '#shared/rules/time-given-back/index.ts';
import { Pane, Why } from '../../ui/index.ts';
import { IconClock } from '../../ui/icons.ts';
import { minutesWords } from './time-words.ts';
import styles from './time.module.css';

/** Median of each step of a visit, for the practice as a whole; each one unfolds on the whole width of its line. */
export function StepsPane({ steps }: { steps: readonly StepTime[] }) {
  return (
    <Pane title="Médiane de chaque étape" icon={IconClock} aside="toutes les visites du cabinet" flush>
      <ul className={styles['steps']}>
        {steps.map(({ step, median, passages }) => (
          <li key={step}>
            <span>{STEPS[step]}</span>
            <b>{minutesWords(median)}</b>
            <span className={styles['quiet']}>
              {passages === 0 ? 'aucun passage' : counted(passages, 'passage', 'passages')}
            </span>
            <Why answer={median} />
          </li>
        ))}
      </ul>
    </Pane>
  );
}
