import { addYears, type Day } from '#shared/kernel/day.ts';
import { DateField, TextField } from '../../ui/index.ts';
import { FieldConflict } from '../../app/panel/field-conflict.tsx';
import { wordsOf } from './conflict-values.ts';
import styles from './training.module.css';
import type { BoundForm } from './use-training-form.ts';

/** Names of the texts of a form. */
type TextName<Form> = { [Name in keyof Form]-?: Form[Name] extends string ? Name : never }[keyof Form] & string;

interface FactProps<Form> {
  state: BoundForm<Form>;
  /** Its name in the form and in the contract. */
  name: TextName<Form>;
  label: string;
  optional?: boolean;
  hint?: string | undefined;
}

const bound = <Form,>({ state, name, label, optional = true, hint }: FactProps<Form>) => ({
  label,
  optional,
  value: state.form[name] as string,
  onChange: (text: string) => state.set({ [name]: text } as unknown as Partial<Form>),
  error: state.problems[name],
  ...(hint === undefined ? {} : { hint }),
});

/** Years a date of a training may hold. */
export const trainingDates = (today: Day) => ({ today, earliest: '2000-01-01', latest: addYears(today, 10) });

/** A day of a training, and the choice it waits for. */
export function DayFact<Form>({ today, ...props }: FactProps<Form> & { today: Day }) {
  return (
    <>
      <DateField {...trainingDates(today)} {...bound(props)} />
      <FactConflict state={props.state} field={props.name} />
    </>
  );
}

const FIGURES = {
  words: { maxLength: 100 },
  whole: { figures: true, inputMode: 'numeric', maxLength: 7 },
  hours: { figures: true, inputMode: 'decimal', maxLength: 7 },
} as const;

/** Words, a whole figure or hours, and the choice they wait for. */
export function TextFact<Form>({
  as = 'words',
  disabled = false,
  placeholder,
  ...props
}: FactProps<Form> & { as?: keyof typeof FIGURES; disabled?: boolean; placeholder?: string }) {
  return (
    <>
      <TextField
        {...FIGURES[as]}
        {...bound(props)}
        disabled={disabled}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      <FactConflict state={props.state} field={props.name} />
    </>
  );
}

type WaitingForm = Pick<BoundForm<object>, 'conflicts' | 'settle'>;

/** Two values of one field: nothing is saved before one is chosen. */
export function FactConflict({ state, field }: { state: WaitingForm; field: string }) {
  const conflict = state.conflicts?.[field];
  if (conflict === undefined) return null;
  return (
    <div className={styles['conflict']}>
      <FieldConflict
        conflict={conflict}
        read={(stored) => wordsOf(field, stored)}
        onKeep={(keep) => state.settle?.(field, keep)}
      />
    </div>
  );
}
