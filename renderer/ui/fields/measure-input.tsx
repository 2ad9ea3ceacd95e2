import type { KeyboardEvent, Ref } from 'react';
import { classes } from '../basics/classes.ts';
import { Field, type ControlAttributes, type FieldProps } from './field.tsx';
import styles from './measure-input.module.css';

interface MeasureControlProps {
  /** As typed, comma or dot; only digits and one separator get in. */
  value: string;
  onChange: (value: string) => void;
  onLeave?: ((value: string) => void) | undefined;
  /** Inside the control: `mmHg`, `°C`, `/`. */
  unit: string;
  /** `above`: outside the practice's threshold; `impossible`: refused, kept as a draft. Never the colour alone: the result says it in words. */
  state?: 'neutral' | 'above' | 'impossible';
  /** `pair`: the first half of a blood pressure, `152 /`. */
  width?: 'measure' | 'pair' | 'full';
  /** Key `-`: marks the line "Non fait" instead of typing a sign. */
  onNotDone?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined;
  disabled?: boolean | undefined;
  ref?: Ref<HTMLInputElement>;
}

export interface MeasureInputProps extends MeasureControlProps {
  /** Accessible name; the row shows it. */
  label: string;
  /** Id of the words of the result, read with the field. */
  describedBy?: string | undefined;
  id?: string;
}

const WIDTHS = { measure: 'measure', pair: 'pair', full: 'full' } as const;

function keepFigures(text: string): string {
  const [whole = '', ...rest] = text.replace(/[^0-9.,]/gu, '').split(/(?=[.,])/u);
  return whole + (rest[0] ?? '') + rest.slice(1).join('').replace(/[.,]/gu, '');
}

function MeasureControl({
  value,
  onChange,
  onLeave,
  unit,
  state = 'neutral',
  width = 'measure',
  onNotDone,
  onKeyDown,
  disabled,
  attributes,
  ref,
}: MeasureControlProps & { attributes: Partial<ControlAttributes> & { 'aria-label'?: string } }) {
  return (
    <span className={classes(styles['box'], styles[state], styles[WIDTHS[width]])}>
      <input
        {...attributes}
        {...(state === 'impossible' && { 'aria-invalid': true })}
        ref={ref ?? null}
        className={classes(styles['input'], 'figures')}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(keepFigures(event.target.value))}
        onBlur={(event) => onLeave?.(event.target.value)}
        onKeyDown={(event) => {
          if (onNotDone && event.key === '-' && !event.ctrlKey && !event.altKey) {
            event.preventDefault();
            onNotDone();
          }
          onKeyDown?.(event);
        }}
      />
      <span className={styles['unit']} aria-hidden="true">
        {unit}
      </span>
    </span>
  );
}

/** One measure of a table row: figure at the right, unit inside, no spinner, the wheel does nothing. */
export function MeasureInput({ label, describedBy, id, ...control }: MeasureInputProps) {
  const attributes = {
    'aria-label': control.unit === '/' ? label : `${label}, ${control.unit}`,
    ...(describedBy && { 'aria-describedby': describedBy }),
    ...(id && { id }),
  };
  return <MeasureControl {...control} attributes={attributes} />;
}

export type DecimalFieldProps = FieldProps & Omit<MeasureControlProps, 'disabled'>;

/** The same control with its label above, for settings and forms. */
export function DecimalField({
  value,
  onChange,
  onLeave,
  unit,
  state = 'neutral',
  width = 'full',
  onNotDone,
  onKeyDown,
  ref,
  ...field
}: DecimalFieldProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <MeasureControl
          {...{ value, onChange, onLeave, unit, width, onNotDone, onKeyDown, attributes }}
          {...(ref && { ref })}
          state={field.error ? 'impossible' : state}
          disabled={field.disabled}
        />
      )}
    </Field>
  );
}
