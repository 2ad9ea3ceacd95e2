import { Fragment } from 'react';
import { ChoiceField, DateField, DecimalField, SelectField, TextAreaField, TextField } from '../../ui/index.ts';
import { FieldConflict } from '../../app/panel/field-conflict.tsx';
import { dayBounds, type FactSpec } from './typed-facts.ts';
import type { FactForm } from './use-fact-form.ts';

const yesNo = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
];
const units: Partial<Record<FactSpec['kind'], string>> = { hours: 'h par semaine', share: '%', percent: '%' };

/** The fields of a form, in order: each keeps what is typed, to the letter. */
export function FactFields({ form, specs }: { form: FactForm; specs: readonly FactSpec[] }) {
  return specs
    .filter((spec) => spec.shown?.(form.typed) !== false || form.conflicts[spec.name] !== undefined)
    .map((spec) => {
      const conflict = form.conflicts[spec.name];
      return (
        <Fragment key={spec.name}>
          <FactField form={form} spec={spec} />
          {conflict !== undefined && (
            <FieldConflict
              conflict={conflict}
              read={(stored) => form.wordsOf(spec, stored)}
              onKeep={(keep) => form.settle(spec.name, keep)}
            />
          )}
        </Fragment>
      );
    });
}

function FactField({ form, spec }: { form: FactForm; spec: FactSpec }) {
  const { name, label, optional = false, hint, kind } = spec;
  const value = form.typed[name] ?? '';
  const chosen = value === '' ? null : value;
  const common = {
    label,
    optional,
    ...(hint === undefined ? {} : { hint }),
    error: form.problems[name],
    onChange: (text: string | null) => form.change(name, text ?? ''),
  };
  switch (kind) {
    case 'text':
      return <TextField {...common} value={value} maxLength={200} />;
    case 'area':
      return <TextAreaField {...common} value={value} rows={2} />;
    case 'day':
      return <DateField {...common} value={value} today={form.today} {...dayBounds(form.today)} />;
    case 'yesno':
      return <ChoiceField {...common} options={yesNo} value={chosen} clearable={optional} />;
    case 'code': {
      const options = Object.entries(spec.labels ?? {}).map(([code, words]) => ({
        value: code,
        label: capital(words),
      }));
      return spec.choice === true ? (
        <ChoiceField {...common} options={options} value={chosen} clearable={optional} />
      ) : (
        <SelectField {...common} options={options} value={chosen} clearable={optional} />
      );
    }
    default:
      return <DecimalField {...common} value={value} unit={spec.unit ?? units[kind] ?? ''} />;
  }
}

export const capital = (words: string): string => words.slice(0, 1).toLocaleUpperCase('fr') + words.slice(1);
