import type { Day } from '#shared/kernel/day.ts';
import { useRead } from '../../api/queries.ts';
import { IconTraining } from '../../ui/icons.ts';
import { hoursText } from './facts-form.ts';
import styles from './training.module.css';

/** On the day's list: who is absent because in training. Nothing when nobody is. */
export function AwayLine({ day }: { day: Day }) {
  const people = useRead('training', 'away', { day }).data?.people ?? [];
  if (people.length === 0) return null;
  return (
    <p className={styles['away']}>
      <IconTraining size={15} stroke={1.8} aria-hidden="true" />
      {people.map(({ assistantId, name, minutes }, index) => (
        <span key={assistantId}>
          <b>{name}</b> en formation aujourd’hui
          {minutes !== null && ` (${hoursText(minutes)}\u00a0h)`}
          {index < people.length - 1 && ','}
        </span>
      ))}
    </p>
  );
}
