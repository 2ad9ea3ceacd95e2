import { Select } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { IconSelector } from '../icons.ts';
import { Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectFieldProps extends FieldProps {
  options: readonly SelectOption[];
  value: string | null;
  onChange: (value: string | null) => void;
  onLeave?: () => void;
  placeholder?: string;
  /** Allows going back to no value. */
  clearable?: boolean;
}

/** Lists of more than this many entries can be searched by typing. */
const SEARCHABLE_FROM = 9;

/** The set's list takes Entrée whatever is held with it: the page's own Ctrl Entrée is given back to what is around. */
function leaveToPage(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !event.ctrlKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat)
    event.currentTarget.parentElement?.dispatchEvent(new window.KeyboardEvent('keydown', event.nativeEvent));
}

export function SelectField({
  options,
  value,
  onChange,
  onLeave,
  placeholder = 'Choisir',
  clearable = false,
  ...field
}: SelectFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <div onKeyDownCapture={leaveToPage}>
          <Select
            {...control}
            classNames={{
              input: styles['input'] ?? '',
              dropdown: styles['dropdown'] ?? '',
              option: styles['option'] ?? '',
              section: styles['selectSection'] ?? '',
            }}
            data={options}
            value={value}
            onChange={onChange}
            onBlur={onLeave}
            placeholder={placeholder}
            searchable={options.length >= SEARCHABLE_FROM}
            nothingFoundMessage="Aucune entrée ne correspond"
            allowDeselect={false}
            clearable={clearable}
            disabled={field.disabled ?? false}
            checkIconPosition="right"
            maxDropdownHeight={288}
            rightSection={
              clearable && value !== null ? undefined : <IconSelector size={15} stroke={1.8} aria-hidden="true" />
            }
            rightSectionPointerEvents={clearable && value !== null ? 'all' : 'none'}
            clearButtonProps={{ 'aria-label': `Effacer\u00A0: ${field.label}` }}
          />
        </div>
      )}
    </Field>
  );
}
