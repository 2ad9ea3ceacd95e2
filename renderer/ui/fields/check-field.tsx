import { useId, type ReactNode } from 'react';
import { classes } from '../basics/classes.ts';
import styles from './check-field.module.css';

interface ToggleProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode;
  error?: string | undefined;
  disabled?: boolean;
  id?: string;
}

function Toggle({
  label,
  checked,
  onChange,
  hint,
  error,
  disabled,
  id,
  isSwitch,
}: ToggleProps & { isSwitch: boolean }) {
  const hintId = useId();
  const below = error ?? hint;
  return (
    <div className={styles['row']}>
      <label className={styles['label']}>
        <input
          id={id}
          type="checkbox"
          role={isSwitch ? 'switch' : undefined}
          className={isSwitch ? styles['switch'] : styles['check']}
          checked={checked}
          disabled={disabled}
          aria-describedby={below ? hintId : undefined}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {below && (
        <div
          id={hintId}
          className={classes(styles['below'], isSwitch && styles['afterSwitch'], error && styles['error'])}
        >
          {below}
        </div>
      )}
    </div>
  );
}

export type CheckFieldProps = ToggleProps;

export function CheckField(props: CheckFieldProps) {
  return <Toggle {...props} isSwitch={false} />;
}

export type SwitchFieldProps = ToggleProps;

/** A setting that takes effect at once; an answer of the patient is a ChoiceField instead. */
export function SwitchField(props: SwitchFieldProps) {
  return <Toggle {...props} isSwitch />;
}
