import type { HTMLInputAutoCompleteAttribute, KeyboardEvent, ReactNode, Ref } from 'react';
import { classes } from '../basics/classes.ts';
import { Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** Leaving the field: the moment of the check and of the save. */
  onLeave?: ((value: string) => void) | undefined;
  placeholder?: string;
  type?: 'text' | 'email' | 'search';
  inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'decimal';
  /** Off by default: the browser must not keep patients' data. */
  autoComplete?: HTMLInputAutoCompleteAttribute;
  /** Inside the control, at the right (age, code of the commune). */
  aside?: ReactNode;
  below?: ReactNode;
  /** Tabular figures with a slashed zero. */
  figures?: boolean;
  upperCase?: boolean;
  maxLength?: number;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Focused when it appears: only for the first field of a dialog or of a sign-in. */
  autoFocus?: boolean;
  className?: string;
  ref?: Ref<HTMLInputElement>;
}

export function TextField({
  value,
  onChange,
  onLeave,
  placeholder,
  type = 'text',
  inputMode,
  autoComplete = 'off',
  aside,
  figures = false,
  upperCase = false,
  maxLength,
  onKeyDown,
  autoFocus,
  className,
  ref,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <div className={styles['withAside']}>
          <input
            {...control}
            ref={ref ?? null}
            className={classes(styles['input'], figures && 'figures', className)}
            type={type}
            inputMode={inputMode}
            value={value}
            placeholder={placeholder}
            autoComplete={autoComplete}
            autoFocus={autoFocus}
            spellCheck={false}
            maxLength={maxLength}
            disabled={field.disabled}
            onChange={(event) => onChange(upperCase ? event.target.value.toLocaleUpperCase('fr') : event.target.value)}
            onBlur={(event) => onLeave?.(event.target.value)}
            onKeyDown={onKeyDown}
          />
          {aside && <span className={styles['aside']}>{aside}</span>}
        </div>
      )}
    </Field>
  );
}

export interface TextAreaFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onLeave?: ((value: string) => void) | undefined;
  placeholder?: string;
  rows?: number;
  ref?: Ref<HTMLTextAreaElement>;
}

export function TextAreaField({ value, onChange, onLeave, placeholder, rows = 3, ref, ...field }: TextAreaFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          ref={ref ?? null}
          className={classes(styles['input'], styles['area'])}
          value={value}
          rows={rows}
          placeholder={placeholder}
          disabled={field.disabled}
          onChange={(event) => onChange(event.target.value)}
          onBlur={(event) => onLeave?.(event.target.value)}
        />
      )}
    </Field>
  );
}
