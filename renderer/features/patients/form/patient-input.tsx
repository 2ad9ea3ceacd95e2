import { patientChoices, patientFields, type PatientField } from '#shared/domain/patient.ts';
import { ChoiceField, PhoneField, SelectField, TextAreaField, TextField } from '../../../ui/index.ts';
import { BirthField } from './birth-field.tsx';
import styles from './form.module.css';
import { InsuredNirField } from './insured-nir-field.tsx';
import { controlId, type PatientForm } from './patient-form.ts';

interface PatientInputProps {
  field: PatientField;
  form: PatientForm;
  /** Words of the screen when they differ from the label of the field. */
  label?: string;
  optional?: boolean;
  placeholder?: string;
  hint?: string;
  autoFocus?: boolean;
}

const capitals: readonly PatientField[] = ['birthName', 'firstGivenName', 'givenNames', 'city'];
const phones: readonly PatientField[] = ['phoneMobile', 'phoneOther', 'trustedPersonPhone', 'emergencyContactPhone'];
const figures: readonly PatientField[] = ['postcode', 'organisationCode', 'gpDeclaredOn', 'aldUntil', 'dmpConsentOn'];
const days: readonly PatientField[] = ['gpDeclaredOn', 'aldUntil', 'dmpConsentOn'];
const choices: Partial<Record<PatientField, Readonly<Record<string, string>>>> = patientChoices;

/** The control that suits one field of a patient. Places have their own, over three fields. */
export function PatientInput({ field, form, ...words }: PatientInputProps) {
  return (
    <div className={styles['cell']}>
      <Control field={field} form={form} {...words} />
      {form.below?.(field)}
    </div>
  );
}

function Control({ field, form, label, optional = true, placeholder, hint, autoFocus }: PatientInputProps) {
  const { strict } = patientFields[field];
  const asked = !strict && optional;
  const error = form.errorOf(field);
  const value = form.valueOf(field);
  const common = {
    id: controlId(field),
    label: label ?? patientFields[field].label,
    optional: asked,
    error,
    ...(hint === undefined ? {} : { hint }),
  };
  const text = {
    ...common,
    value,
    onChange: (raw: string) => form.change(field, raw),
    onLeave: (raw: string) => form.leave({ [field]: raw }),
  };
  const chosen = (raw: string | null) => form.leave({ [field]: raw ?? '' });
  if (field === 'birthDay') return <BirthField form={form} common={common} autoFocus={autoFocus === true} />;
  if (field === 'insuredNir') return <InsuredNirField form={form} common={common} />;
  if (field === 'notes') return <TextAreaField {...text} rows={4} />;
  if (phones.includes(field)) return <PhoneField {...text} />;
  if (field === 'gpDoctorId') {
    const options = form.doctors
      .filter((doctor) => doctor.archivedAt === null || doctor.id === value)
      .map((doctor) => ({ value: doctor.id, label: doctor.displayName }));
    return (
      <SelectField
        {...common}
        options={options}
        value={value === '' ? null : value}
        onChange={chosen}
        clearable
        placeholder="Aucun"
      />
    );
  }
  const list = choices[field];
  if (list !== undefined) {
    const options = Object.entries(list).map(([code, words]) => ({
      value: code,
      label: field === 'regime' ? `${code} ${words}` : words,
    }));
    // Long words do not fit side by side. « Régime » keys look like numbers: their order is given back.
    if (options.length > 4 || options.some((option) => option.label.length > 12))
      return (
        <SelectField
          {...common}
          options={field === 'regime' ? options.sort((a, b) => (a.value < b.value ? -1 : 1)) : options}
          value={value === '' ? null : value}
          onChange={chosen}
          clearable
          placeholder="Non renseigné"
        />
      );
    return <ChoiceField {...common} options={options} value={value === '' ? null : value} onChange={chosen} />;
  }
  return (
    <TextField
      {...text}
      upperCase={capitals.includes(field)}
      figures={figures.includes(field)}
      {...(placeholder !== undefined || days.includes(field) ? { placeholder: placeholder ?? 'jj/mm/aaaa' } : {})}
      {...(field === 'email' ? { type: 'email', inputMode: 'email' } : {})}
      {...(figures.includes(field) ? { inputMode: 'numeric' } : {})}
      {...(autoFocus === true ? { autoFocus } : {})}
    />
  );
}
