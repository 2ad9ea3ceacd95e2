import { useState } from 'react';
import { ageLabel, formatDay, parseFrenchDate, type Day, type TypedDate } from '#shared/kernel/day.ts';
import { Button } from '../basics/button.tsx';
import type { FieldProps } from './field.tsx';
import styles from './date-field.module.css';
import { TextField } from './text-field.tsx';

export interface DateFieldProps extends FieldProps {
  /** The text as typed (a draft): never a Date. */
  value: string;
  onChange: (value: string) => void;
  /** Leaving: the text (rewritten `14/06/1999` when readable) and its reading. */
  onLeave?: (value: string, reading: TypedDate) => void;
  today: Day;
  /** Bounds of the parser; a birth date needs none. */
  latest?: Day;
  earliest?: Day;
  /** Age at the right, for a birth date. */
  showAge?: boolean;
  autoFocus?: boolean;
}

/**
 * A typed date (`14/06/1999`, `14061999`, `14 6 99`), read by the strict parser: impossible dates are refused in
 * words on leaving, then at each keystroke; two plausible centuries ask one question.
 */
export function DateField({
  value,
  onChange,
  onLeave,
  today,
  latest,
  earliest,
  showAge = false,
  error,
  ...field
}: DateFieldProps) {
  const [checked, setChecked] = useState(false);
  const options = { today, ...(latest !== undefined && { latest }), ...(earliest !== undefined && { earliest }) };
  const reading = parseFrenchDate(value, options);
  const refused = checked && reading.kind === 'refused' ? reading.message : undefined;
  const age = showAge && reading.kind === 'day' ? ageLabel(reading.day, today) : '';

  const leave = () => {
    setChecked(true);
    const text = reading.kind === 'day' ? formatDay(reading.day) : value;
    if (text !== value) onChange(text);
    onLeave?.(text, reading);
  };
  const choose = (day: Day) => {
    onChange(formatDay(day));
    onLeave?.(formatDay(day), { kind: 'day', day });
  };

  return (
    <TextField
      {...field}
      value={value}
      onChange={onChange}
      onLeave={leave}
      error={error ?? refused}
      inputMode="numeric"
      placeholder="jj/mm/aaaa"
      figures
      aside={age}
      below={
        checked && reading.kind === 'ambiguous' ? (
          <div className={styles['century']} role="group" aria-label={reading.message}>
            <span>{reading.message}</span>
            {reading.days.map((day) => (
              <Button key={day} size="inline" onClick={() => choose(day)}>
                {day.slice(0, 4)}
              </Button>
            ))}
          </div>
        ) : undefined
      }
    />
  );
}
