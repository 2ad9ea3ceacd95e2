import { useId, type KeyboardEvent } from 'react';
import { classes } from '../basics/classes.ts';
import { Field, type FieldProps } from './field.tsx';
import styles from './choice-field.module.css';

export interface ChoiceOption<T extends string> {
  value: T;
  label: string;
  disabled?: boolean;
}

export interface ChoiceFieldProps<T extends string> extends FieldProps {
  options: ReadonlyArray<ChoiceOption<T>>;
  /** `null` until the person answers: nothing is ever pre-answered. */
  value: T | null;
  onChange: (value: T | null) => void;
  /** An answer given by mistake is withdrawn with Suppr or a second press. Off for switches of view. */
  clearable?: boolean;
  /** The options share the whole width. */
  fullWidth?: boolean;
  /** Label at the left of the control, as in questionnaires. */
  inline?: boolean;
}

/** Segmented control on native radios: arrows move the answer, digits 1 to 9 answer at once. */
export function ChoiceField<T extends string>({
  options,
  value,
  onChange,
  clearable = true,
  fullWidth = false,
  inline = false,
  ...field
}: ChoiceFieldProps<T>) {
  const name = useId();
  const byKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(event.code)?.[1];
    const option = digit === undefined ? undefined : options[Number(digit) - 1];
    if (option && !option.disabled && !field.disabled) {
      onChange(option.value);
      // The arrows go on from the answer given.
      event.currentTarget.querySelectorAll('input')[Number(digit) - 1]?.focus();
    } else if (clearable && (event.key === 'Delete' || event.key === 'Backspace') && value !== null) onChange(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes(inline && styles['inline'])}>
      <Field {...field} as="group">
        {({ id, ...control }, labelId) => (
          <div
            {...control}
            id={id}
            role="radiogroup"
            aria-labelledby={labelId}
            className={classes(
              styles['group'],
              fullWidth && styles['full'],
              control['aria-invalid'] && styles['invalid'],
            )}
            onKeyDown={byKey}
          >
            {options.map((option) => (
              <label
                key={option.value}
                className={styles['option']}
                onClick={(event) => {
                  // Only a press reaches the label itself; the click an arrow makes comes from the radio.
                  if (!clearable || value !== option.value || event.target instanceof HTMLInputElement) return;
                  event.preventDefault();
                  onChange(null);
                }}
              >
                <input
                  type="radio"
                  name={name}
                  value={option.value}
                  checked={value === option.value}
                  disabled={option.disabled === true || field.disabled === true}
                  onChange={() => onChange(option.value)}
                />
                <span>{option.label}</span>
              </label>
            ))}
          </div>
        )}
      </Field>
    </div>
  );
}
