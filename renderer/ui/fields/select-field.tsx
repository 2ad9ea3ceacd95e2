import { Select } from '@mantine/core';
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
      )}
    </Field>
  );
}
