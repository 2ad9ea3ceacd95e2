import { useState, type KeyboardEvent, type Ref } from 'react';
import { IconButton } from '../basics/icon-button.tsx';
import { classes } from '../basics/classes.ts';
import { IconAlert, IconHide, IconReveal } from '../icons.ts';
import { Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';
import passStyles from './passphrase-field.module.css';

export interface PassphraseFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onLeave?: (value: string) => void;
  /** `new` when it is being chosen: tells password managers. Paste is allowed. */
  purpose?: 'current' | 'new';
  autoFocus?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** A passphrase with an eye to read it over, and a word when the caps lock is on. */
export function PassphraseField({
  value,
  onChange,
  onLeave,
  purpose = 'current',
  autoFocus,
  ref,
  ...field
}: PassphraseFieldProps) {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <Field
      {...field}
      below={
        <div role="status" className={passStyles['caps']}>
          {capsLock && (
            <>
              <IconAlert size={14} stroke={1.8} aria-hidden="true" />
              Verr. Maj. est actif
            </>
          )}
        </div>
      }
    >
      {(control) => (
        <div className={styles['withAside']}>
          <input
            {...control}
            ref={ref ?? null}
            className={classes(styles['input'], passStyles['input'])}
            type={shown ? 'text' : 'password'}
            autoComplete={purpose === 'new' ? 'new-password' : 'current-password'}
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={autoFocus}
            value={value}
            disabled={field.disabled}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={watch}
            onKeyUp={watch}
            onBlur={(event) => {
              setCapsLock(false);
              onLeave?.(event.target.value);
            }}
          />
          <span className={classes(styles['aside'], passStyles['eye'])}>
            <IconButton
              icon={shown ? IconHide : IconReveal}
              label={shown ? 'Masquer la saisie' : 'Afficher la saisie'}
              size="inline"
              pressed={shown}
              onClick={() => setShown(!shown)}
            />
          </span>
        </div>
      )}
    </Field>
  );
}
