import { formatDuration, NBSP } from '#shared/kernel/format.ts';
import type { PersonTime } from '#shared/contract/time.ts';
import { FAMILIES } from '#shared/rules/time-given-back/index.ts';
import { classes, Why } from '../../ui/index.ts';
import { durationWords, FAMILY_CLASS } from './time-words.ts';
import styles from './time.module.css';

/** Total, week, and each family of mission: the figure, what was measured of it, and why. */
export function FamiliesCards({ time }: { time: PersonTime }) {
  return (
    <div className={styles['cards']}>
      <div className={styles['card']}>
        <h2>Temps compté</h2>
        <p className={styles['figure']}>{durationWords(time.total)}</p>
        <p className={styles['quiet']}>sur la période</p>
        <Why answer={time.total} />
      </div>
      <div className={styles['card']}>
        <h2>Par semaine, médiane</h2>
        <p className={styles['figure']}>{durationWords(time.perWeek)}</p>
        <p className={styles['quiet']}>semaines entières</p>
        <Why answer={time.perWeek} />
      </div>
      {time.families.map(({ family, minutes, measured }) => (
        <div key={family} className={styles['card']}>
          <h2>
            <span className={classes(styles['swatch'], styles[FAMILY_CLASS[family]])} aria-hidden="true" />
            {FAMILIES[family]}
          </h2>
          <p className={styles['figure']}>{durationWords(minutes)}</p>
          <p className={styles['quiet']}>
            {(measured.value ?? 0) > 0
              ? `dont ${formatDuration(measured.value ?? 0)} lues au tableau`
              : `estimation${NBSP}: gestes × hypothèse`}
          </p>
          <Why answer={minutes} />
        </div>
      ))}
    </div>
  );
}
