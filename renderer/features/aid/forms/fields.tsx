import type { ReactNode } from 'react';
import {
  CheckField,
  ChoiceField,
  DateField,
  DecimalField,
  SelectField,
  TextAreaField,
  TextField,
} from '../../../ui/index.ts';
import type { Problems } from '../../settings/problems.ts';
import type { Typed } from './typed-entry.ts';

interface Common {
  name: string;
  label: string;
  optional?: boolean;
  hint?: ReactNode;
}
type Options = ReadonlyArray<{ value: string; label: string; disabled?: boolean }>;
/** One field of a form, by what is typed in it. */
export type FieldSpec = Common &
  (
    | { kind: 'text' | 'area' | 'day' | 'count' | 'euros' | 'halves' | 'tick' | 'yesno' }
    | { kind: 'select' | 'choice'; options: Options }
  );

export interface Form {
  typed: Typed;
  problems: Problems;
  change: (part: Typed) => void;
  today: string;
  /** What is told under a field: two values to choose from. */
  below?: (field: string) => ReactNode;
}

export const optionsOf = (labels: Readonly<Record<string, string>>): Options =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const yesNo = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
];

/** The fields of a form, in order. Texts stay as typed until they are sent. */
export function Fields({ form, specs }: { form: Form; specs: readonly FieldSpec[] }) {
  return specs.map((spec) => <OneField key={spec.name} form={form} spec={spec} />);
}

export function OneField({ form, spec }: { form: Form; spec: FieldSpec }) {
  return (
    <>
      <Control form={form} spec={spec} />
      {form.below?.(spec.name)}
    </>
  );
}

function Control({ form, spec }: { form: Form; spec: FieldSpec }) {
  const { name, label, optional = false, hint } = spec;
  const value = form.typed[name] ?? '';
  const change = (text: string | null) => form.change({ [name]: text ?? '' });
  const common = { label, optional, hint, error: form.problems[name], onChange: change };
  switch (spec.kind) {
    case 'text':
      return <TextField {...common} value={value} />;
    case 'area':
      return <TextAreaField {...common} value={value} rows={2} />;
    case 'day':
      return <DateField {...common} value={value} today={form.today} earliest="2015-01-01" latest="2099-12-31" />;
    case 'count':
      return <DecimalField {...common} value={value} unit="patients" />;
    case 'euros':
      return <DecimalField {...common} value={value} unit="€" />;
    case 'halves':
      return <DecimalField {...common} value={value} unit="ETP" />;
    case 'tick':
      return (
        <CheckField
          label={label}
          hint={hint}
          error={form.problems[name]}
          checked={value === 'oui'}
          onChange={(checked) => change(checked ? 'oui' : '')}
        />
      );
    case 'yesno':
      return <ChoiceField {...common} value={value === '' ? null : value} options={yesNo} />;
    case 'choice':
      return <ChoiceField {...common} value={value === '' ? null : value} options={spec.options} />;
    case 'select':
      return (
        <SelectField {...common} value={value === '' ? null : value} options={spec.options} clearable={optional} />
      );
  }
}
