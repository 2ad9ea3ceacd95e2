import { Autocomplete } from '@mantine/core';
import { classes } from '../basics/classes.ts';
import { Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';
import suggestStyles from './suggest-field.module.css';

export interface Suggestion {
  /** What the field takes: unique in the list ("BRIEY (54)"). */
  value: string;
  /** Second line or code: "54099, ancienne commune". */
  detail?: string;
}

export interface SuggestFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onLeave?: (value: string) => void;
  /** Already filtered for the text: the field shows them as they come. */
  suggestions: readonly Suggestion[];
  onPick: (suggestion: Suggestion) => void;
  placeholder?: string;
}

/** Free text with proposals (commune, country, correspondent): any text stays acceptable. */
export function SuggestField({
  value,
  onChange,
  onLeave,
  suggestions,
  onPick,
  placeholder,
  ...field
}: SuggestFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <Autocomplete
          {...control}
          classNames={{
            input: styles['input'] ?? '',
            dropdown: styles['dropdown'] ?? '',
            option: styles['option'] ?? '',
          }}
          data={suggestions.map((suggestion) => suggestion.value)}
          filter={({ options }) => options}
          value={value}
          onChange={onChange}
          onOptionSubmit={(picked) => {
            const suggestion = suggestions.find((known) => known.value === picked);
            if (suggestion) onPick(suggestion);
          }}
          onBlur={() => onLeave?.(value)}
          renderOption={({ option }) => {
            const detail = suggestions.find((known) => known.value === option.value)?.detail;
            return (
              <span className={suggestStyles['option']}>
                <span>{option.value}</span>
                {detail && <span className={classes(suggestStyles['detail'], 'figures')}>{detail}</span>}
              </span>
            );
          }}
          placeholder={placeholder}
          disabled={field.disabled ?? false}
          maxDropdownHeight={288}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  );
}
