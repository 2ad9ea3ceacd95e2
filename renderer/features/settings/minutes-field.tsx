import { minutesProblem, saveSetting, type MinuteSetting } from './save-settings.ts';
import { SavedField } from './saved-field.tsx';

interface MinutesFieldProps {
  label: string;
  hint?: string;
  setting: MinuteSetting;
  value: number;
  disabled: boolean;
}

/** A delay of the practice, in minutes, saved on leaving it. */
export function MinutesField({ label, hint, setting, value, disabled }: MinutesFieldProps) {
  return (
    <SavedField
      label={label}
      hint={hint}
      saved={String(value)}
      save={(text) => saveSetting({ [setting]: Number(text) })}
      check={(text) => minutesProblem(setting, text)}
      unit="min"
      disabled={disabled}
    />
  );
}
