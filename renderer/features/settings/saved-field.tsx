import { useState, type ReactNode } from 'react';
import { DecimalField, TextField, type FieldProps } from '../../ui/index.ts';
import { useKeptForm } from './kept-form.ts';

interface SavedFieldProps extends Pick<FieldProps, 'label' | 'optional' | 'hint' | 'disabled'> {
  /** As saved. */
  saved: string;
  /** Sends the new text and waits until the new value shows. @returns the sentence of the refusal, or null once saved. */
  save: (text: string) => Promise<string | null>;
  /** Refusal known without asking the core. */
  check?: (text: string) => string | undefined;
  /** Unit inside a figure field; without it the field takes text. */
  unit?: string;
  figures?: boolean;
  maxLength?: number;
  inputMode?: 'text' | 'numeric' | 'tel';
}

/** A setting saved on leaving its field. Refused, it keeps what was typed and says why under the field. */
export function SavedField({
  saved,
  save,
  check,
  unit,
  figures,
  maxLength,
  inputMode,
  ...field
}: SavedFieldProps): ReactNode {
  const form = useKeptForm(`setting ${field.label}`, { text: saved });
  const value = form.value.text;
  const typed = form.dirty ? value : null;
  const [refusal, setRefusal] = useState<string | undefined>(() => (typed === null ? undefined : check?.(typed)));

  const change = (text: string) => {
    form.change({ text });
    // Once a refusal is shown, each key checks again.
    if (refusal !== undefined) setRefusal(check?.(text));
  };
  const leave = async () => {
    if (typed === null || typed.trim() === saved) {
      form.discard();
      setRefusal(undefined);
      return;
    }
    const known = check?.(typed);
    const said = known ?? (await save(typed.trim()));
    setRefusal(said ?? undefined);
    if (said !== null) return;
    form.discard();
  };

  if (unit !== undefined)
    return (
      <DecimalField
        {...field}
        value={value}
        onChange={change}
        onLeave={() => void leave()}
        unit={unit}
        error={refusal}
      />
    );
  return (
    <TextField
      {...field}
      value={value}
      onChange={change}
      onLeave={() => void leave()}
      error={refusal}
      {...(figures === undefined ? {} : { figures })}
      {...(maxLength === undefined ? {} : { maxLength })}
      {...(inputMode === undefined ? {} : { inputMode })}
    />
  );
}
