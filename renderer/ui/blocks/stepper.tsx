import { classes } from '../basics/classes.ts';
import { VisuallyHidden } from '../basics/visually-hidden.tsx';
import { IconDone } from '../icons.ts';
import styles from './stepper.module.css';

interface StepperProps {
  label: string;
  steps: readonly string[];
  /** Index of the present step, from 0. */
  current: number;
  /** Lets one go back to a step already done. */
  onStep?: (index: number) => void;
}

/** Steps of a wizard: done, present, to come; a done step can be opened again when `onStep` is given. */
export function Stepper({ label, steps, current, onStep }: StepperProps) {
  return (
    <ol className={styles['list']} aria-label={label}>
      {steps.map((step, index) => {
        const done = index < current;
        const body = (
          <>
            <span
              className={classes(styles['mark'], done && styles['done'], index === current && styles['present'])}
              aria-hidden="true"
            >
              {done ? <IconDone size={15} stroke={2.6} /> : index + 1}
            </span>
            <span>{step}</span>
            {done && <VisuallyHidden>, terminé</VisuallyHidden>}
          </>
        );
        return (
          <li
            key={step}
            className={classes(styles['step'], done && styles['lined'])}
            aria-current={index === current ? 'step' : undefined}
          >
            {done && onStep ? (
              <button type="button" className={styles['body']} onClick={() => onStep(index)}>
                {body}
              </button>
            ) : (
              <span className={styles['body']}>{body}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
