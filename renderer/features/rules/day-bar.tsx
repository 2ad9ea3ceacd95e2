import { useEffect, useState } from 'react';
import { formatDay } from '#shared/kernel/day.ts';
import type { Theme } from '#shared/rules/kernel/index.ts';
import { Button, DateField } from '../../ui/index.ts';
import { changeDays } from './book-model.ts';
import styles from './book.module.css';

interface DayBarProps {
  theme: Theme;
  day: string;
  today: string;
  onDay: (day: string) => void;
}

/** « La règle au … »: a typed day, and one press for each day on which something changed. */
export function DayBar({ theme, day, today, onDay }: DayBarProps) {
  const [text, setText] = useState(formatDay(day));
  useEffect(() => setText(formatDay(day)), [day]);
  const days = changeDays(theme);
  return (
    <div className={styles['dayBar']}>
      <div className={styles['dayField']}>
        <DateField
          label="La règle au"
          value={text}
          onChange={setText}
          onLeave={(_, reading) => {
            if (reading.kind === 'day') onDay(reading.day);
          }}
          today={today}
          latest="2099-12-31"
          earliest="2000-01-01"
        />
      </div>
      {days.length > 0 && (
        <div className={styles['days']} role="group" aria-label="Jours où une règle a changé">
          <span className={styles['daysLabel']}>Changements</span>
          {days.map((one) => (
            <Button key={one} size="inline" aria-pressed={one === day} onClick={() => onDay(one)}>
              {formatDay(one)}
            </Button>
          ))}
        </div>
      )}
      {day !== today && (
        <Button size="inline" kind="quiet" onClick={() => onDay(today)} keyCap="0">
          Aujourd’hui
        </Button>
      )}
    </div>
  );
}
