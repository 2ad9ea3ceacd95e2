import { classes } from '../basics/classes.ts';
import { IconClock, IconReady, IconRefused } from '../icons.ts';
import { Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';
import { useGroupedInput } from './grouped-input.ts';
import checkStyles from './number-fields.module.css';
import { compactNir, groupNir, groupPhone } from './number-groups.ts';
import { TextField } from './text-field.tsx';

export interface PhoneFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onLeave?: (value: string) => void;
}

/** A telephone number, grouped by two on leaving; dots, dashes and +33 are understood, foreign numbers left alone. */
export function PhoneField({ value, onChange, onLeave, ...field }: PhoneFieldProps) {
  return (
    <TextField
      {...field}
      value={value}
      onChange={onChange}
      onLeave={(text) => {
        const grouped = groupPhone(text);
        if (grouped !== text) onChange(grouped);
        onLeave?.(grouped);
      }}
      inputMode="tel"
      figures
    />
  );
}

export interface NirCheck {
  /** `Sexe : femme`, `Clé incorrecte.`; the expected key is never part of it. */
  label: string;
  verdict: 'ok' | 'bad' | 'pending';
}

export interface NirFieldProps extends FieldProps {
  /** Compact: digits and Corsica's A/B, without spaces. */
  value: string;
  onChange: (compact: string) => void;
  onLeave?: (compact: string) => void;
  /** Live checks, each with its own mark. */
  checks?: readonly NirCheck[];
}

const CHECK_ICONS = { ok: IconReady, bad: IconRefused, pending: IconClock };
const CHECK_WORDS = { ok: 'concorde', bad: 'à relire', pending: 'en attente' };

/** The social security number: grouped while typed, pasted with its spaces, 2A/2B accepted. */
export function NirField({ value, onChange, onLeave, checks = [], ...field }: NirFieldProps) {
  const grouped = useGroupedInput(value, onChange, compactNir, groupNir);
  const marks = checks.length > 0 && (
    <ul className={checkStyles['checks']} aria-live="polite">
      {checks.map((check) => {
        const Drawing = CHECK_ICONS[check.verdict];
        return (
          <li key={check.label} className={checkStyles[check.verdict]}>
            <Drawing size={14} stroke={1.8} role="img" aria-label={CHECK_WORDS[check.verdict]} />
            {check.label}
          </li>
        );
      })}
    </ul>
  );
  return (
    <Field {...field} below={marks}>
      {(control) => (
        <input
          {...control}
          ref={grouped.ref}
          className={classes(styles['input'], styles['nir'], 'figures')}
          type="text"
          autoComplete="off"
          spellCheck={false}
          disabled={field.disabled}
          value={grouped.shown}
          onChange={grouped.change}
          onBlur={() => onLeave?.(value)}
        />
      )}
    </Field>
  );
}
