import { useId, type ReactNode } from 'react';
import { IconAlert } from '../icons.ts';
import { classes } from '../basics/classes.ts';
import styles from './field.module.css';

/** What every labelled control accepts. Required is the default and is not starred. */
export interface FieldProps {
  label: string;
  /** Adds the word "facultatif". */
  optional?: boolean;
  /** Help shown under the control when there is no error. */
  hint?: ReactNode;
  /** In words, with the way out. Linked by `aria-describedby`; sets `aria-invalid`. */
  error?: string | undefined;
  /** The label stays for assistive tools only (the column head already says it). */
  hideLabel?: boolean;
  disabled?: boolean;
  /** Id of the control, to give it focus from outside. */
  id?: string;
}

/** Attributes the control must carry. */
export interface ControlAttributes {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  'aria-required'?: true;
}

interface FieldFrameProps extends FieldProps {
  /** Shown between the control and the error: live checks, a choice of century. */
  below?: ReactNode;
  /** `group` for radios: a label element cannot name several controls. */
  as?: 'label' | 'group';
  children: (control: ControlAttributes, labelId: string) => ReactNode;
}

/** Label, control, help and error of one field. */
export function Field({ label, optional, hint, error, hideLabel, id, below, as = 'label', children }: FieldFrameProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const labelId = `${ownId}-label`;
  const hintId = `${ownId}-hint`;
  const errorId = `${ownId}-error`;
  const described = [error && errorId, hint && !error && hintId].filter(Boolean).join(' ');
  const control: ControlAttributes = {
    id: controlId,
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': true as const }),
    ...(!optional && { 'aria-required': true as const }),
  };
  const words = (
    <>
      {label}
      {optional && <span className={styles['optional']}> facultatif</span>}
    </>
  );
  const labelClass = classes(styles['label'], hideLabel && styles['hiddenLabel']);
  return (
    <div className={styles['field']}>
      {as === 'label' ? (
        <label id={labelId} htmlFor={controlId} className={labelClass}>
          {words}
        </label>
      ) : (
        <span id={labelId} className={labelClass}>
          {words}
        </span>
      )}
      {children(control, labelId)}
      {below}
      {hint && !error && (
        <div id={hintId} className={styles['hint']}>
          {hint}
        </div>
      )}
      {error && (
        <div id={errorId} className={styles['error']}>
          <IconAlert size={13} stroke={2} aria-hidden="true" />
          <span>{error}</span>
        </div>
      )}
    </div>
  );
}
