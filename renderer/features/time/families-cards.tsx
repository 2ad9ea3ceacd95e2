import { useId, useState, type ReactNode } from 'react';
import { formatDuration, NBSP } from '#shared/kernel/format.ts';
import type { PersonTime } from '#shared/contract/time.ts';
import type { Computed } from '#shared/rules/kernel/index.ts';
import { FAMILIES } from '#shared/rules/time-given-back/index.ts';
import { classes, WhyButton, WhyContent } from '../../ui/index.ts';
import { durationWords, FAMILY_CLASS } from './time-words.ts';
import styles from './time.module.css';

type Measured = PersonTime['families'][number]['measured'];

function originWords(minutes: Pick<Computed, 'value'>, measured: Pick<Measured, 'value'>): string {
  if (minutes.value === 0) return 'rien de noté sur la période';
  return (measured.value ?? 0) > 0
    ? `dont ${formatDuration(measured.value ?? 0)} lues au tableau`
    : `estimation${NBSP}: gestes × hypothèse`;
}

/** Total, week, and each family of mission: the figure, what was measured of it, and why, under the whole row. */
export function FamiliesCards({ time }: { time: PersonTime }) {
  const [open, setOpen] = useState<string | null>(null);
  const detail = useId();
  const cards: ReadonlyArray<{ name: string; swatch?: ReactNode; answer: Computed; quiet: string }> = [
    { name: 'Temps compté', answer: time.total, quiet: 'sur la période' },
    { name: 'Par semaine, médiane', answer: time.perWeek, quiet: 'semaines entières' },
    ...time.families.map(({ family, minutes, measured }) => ({
      name: FAMILIES[family],
      swatch: <span className={classes(styles['swatch'], styles[FAMILY_CLASS[family]])} aria-hidden="true" />,
      answer: minutes,
      quiet: originWords(minutes, measured),
    })),
  ];
  const shown = cards.find(({ name }) => name === open);
  return (
    <div className={styles['families']}>
      <div className={styles['cards']}>
        {cards.map(({ name, swatch, answer, quiet }) => (
          <div key={name} className={styles['card']}>
            <h2>
              {swatch}
              {name}
            </h2>
            <p className={styles['figure']}>{durationWords(answer)}</p>
            <p className={styles['quiet']}>{quiet}</p>
            <WhyButton
              about={name}
              open={name === open}
              controls={detail}
              onToggle={() => setOpen(name === open ? null : name)}
            />
          </div>
        ))}
      </div>
      {shown !== undefined && (
        <section id={detail} className={styles['detail']} aria-label={`${shown.name}, détail`}>
          <h3>{shown.name}</h3>
          <WhyContent answer={shown.answer} />
        </section>
      )}
    </div>
  );
}
