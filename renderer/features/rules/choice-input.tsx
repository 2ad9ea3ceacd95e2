import type { Editable } from '#shared/rules/kernel/index.ts';
import { ChoiceField, DateField, Row, TextField } from '../../ui/index.ts';

interface ChoiceInputProps {
  editable: Editable;
  unit: string;
  typed: { first: string; second: string };
  onChange: (typed: { first: string; second: string }) => void;
  today: string;
}

/** The field that suits a value: a number, yes or no, one of a list, two days. */
export function ChoiceInput({ editable, unit, typed, onChange, today }: ChoiceInputProps) {
  const first = (text: string | null) => onChange({ ...typed, first: text ?? '' });
  switch (editable.kind) {
    case 'number':
      return (
        <TextField label="Valeur du cabinet" value={typed.first} onChange={first} aside={unit} figures autoFocus />
      );
    case 'flag':
      return (
        <ChoiceField
          label="Valeur du cabinet"
          options={[
            { value: 'true', label: 'Oui' },
            { value: 'false', label: 'Non' },
          ]}
          value={typed.first === '' ? null : (typed.first as 'true' | 'false')}
          onChange={first}
        />
      );
    case 'choice':
      return (
        <ChoiceField
          label="Valeur du cabinet"
          options={Object.entries(editable.choices).map(([value, label]) => ({ value, label }))}
          value={typed.first === '' ? null : typed.first}
          onChange={first}
        />
      );
    case 'window':
      return (
        <Row gap={2} align="start">
          <DateField label="Du" value={typed.first} onChange={first} today={today} latest="2099-12-31" autoFocus />
          <DateField
            label="Au"
            value={typed.second}
            onChange={(second) => onChange({ ...typed, second })}
            today={today}
            latest="2099-12-31"
          />
        </Row>
      );
  }
}
