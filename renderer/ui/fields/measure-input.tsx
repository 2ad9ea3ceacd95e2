import type { KeyboardEvent, Ref } from 'react';
import { classes } from '../basics/classes.ts';
import { Field, type ControlAttributes, type FieldProps } from './field.tsx';
import styles from './measure-input.module.css';

interface MeasureControlProps {
  /** As typed, to the letter: what is not a figure is refused in words by the rules, never rewritten here. */
  value: string;
  onChange: (value: string) => void;
  onLeave?: ((value: string) => void) | undefined;
  /** Inside the control: `mmHg`, `°C`, `/`. */
  unit: string;
  /** `above`: outside the practice's threshold; `impossible`: refused, kept as a draft. Never the colour alone: the result says it in words. */
  state?: 'neutral' | 'above' | 'impossible';
  /** `pair`: the first half of a blood pressure, `152 /`. */
  width?: 'measure' | 'pair' | 'full';
  /** Key `-` in an empty field, or over a selected text: marks the line "Non fait" instead of typing a sign. */
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

/** Whether the next key stands for the whole text. */
function replacesAll({ value, selectionStart, selectionEnd }: HTMLInputElement): boolean {
  return selectionStart === 0 && selectionEnd === value.length;
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
        onChange={(event) => onChange(event.target.value)}
        onBlur={(event) => onLeave?.(event.target.value)}
        onKeyDown={(event) => {
          if (onNotDone && event.key === '-' && !event.ctrlKey && !event.altKey && replacesAll(event.currentTarget)) {
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
