import { birthDateWarning } from '#shared/rules/identity/index.ts';
import { usableBirthOf, readPatientField } from '#shared/contract/patient-fields.ts';
import { ageLabel, formatDay, parseFrenchDate } from '#shared/kernel/day.ts';
import { Button, TextField, type FieldProps } from '../../../ui/index.ts';
import styles from './form.module.css';
import type { PatientForm } from './patient-form.ts';

interface BirthFieldProps {
  form: PatientForm;
  common: FieldProps;
  autoFocus: boolean;
}

/**
 * The date of birth as typed. Two plausible centuries ask one question; a partial or lunar date of an old card is
 * accepted and told as such.
 */
export function BirthField({ form, common, autoFocus }: BirthFieldProps) {
  const value = form.valueOf('birthDay');
  const reading = parseFrenchDate(value, { today: form.today });
  const fact = readPatientField('birthDay', value, form.today);
  const usable = fact.ok && fact.value !== null ? usableBirthOf(fact.value) : null;
  const age = usable === null ? '' : ageLabel(usable.day, form.today);
  const warning = usable === null ? null : birthDateWarning(usable.day, form.today);
  const partial =
    usable !== null && usable.precision !== 'day'
      ? `Date incomplète\u00a0: ${formatDay(usable.day)} est retenu pour l’âge.`
      : null;
  return (
    <TextField
      {...common}
      hint={warning ?? partial ?? common.hint}
      error={reading.kind === 'ambiguous' ? undefined : common.error}
      value={value}
      onChange={(raw) => form.change('birthDay', raw)}
      onLeave={(raw) => form.leave({ birthDay: raw })}
      inputMode="numeric"
      placeholder="jj/mm/aaaa"
      figures
      aside={age}
      autoFocus={autoFocus}
      below={
        reading.kind === 'ambiguous' ? (
          <div className={styles['century']} role="group" aria-label={reading.message}>
            <span>{reading.message}</span>
            {reading.days.map((day) => (
              <Button key={day} size="inline" onClick={() => form.leave({ birthDay: formatDay(day) })}>
                {day.slice(0, 4)}
              </Button>
            ))}
          </div>
        ) : undefined
      }
    />
  );
}
