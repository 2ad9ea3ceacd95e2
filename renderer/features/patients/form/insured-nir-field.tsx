import { usableBirthOf, readPatientField } from '#shared/contract/patient-fields.ts';
import { checkNir, type NirMark } from '#shared/rules/identity/index.ts';
import { NirField, type FieldProps, type NirCheck } from '../../../ui/index.ts';
import type { PatientForm } from './patient-form.ts';

const verdictOf: Record<NirMark['state'], NirCheck['verdict']> = {
  ok: 'ok',
  warn: 'bad',
  bad: 'bad',
  unknown: 'pending',
};

/** The number of the insured person with its four live marks. The expected key is never shown. */
export function InsuredNirField({ form, common }: { form: PatientForm; common: FieldProps }) {
  const value = form.valueOf('insuredNir');
  const birth = readPatientField('birthDay', form.valueOf('birthDay'), form.today);
  const sex = form.valueOf('sex');
  const place = form.valueOf('birthPlaceCode');
  // A child is often registered under a parent's number: its traits are then those of somebody else.
  const own = form.valueOf('insuredQuality') !== 'ayant_droit';
  const known = {
    sex: sex === 'F' || sex === 'M' ? sex : null,
    birthDate: birth.ok && birth.value !== null ? (usableBirthOf(birth.value)?.day ?? null) : null,
    birthPlace: place === '' ? null : place,
  } as const;
  const { marks, state } = checkNir(value, own ? known : {});
  // The sentence under the field already says what this mark would.
  const shown = state === 'empty' ? [] : marks.filter((mark) => common.error?.includes(mark.words) !== true);
  return (
    <NirField
      {...common}
      value={value}
      onChange={(raw) => form.change('insuredNir', raw)}
      onLeave={(raw) => form.leave({ insuredNir: raw })}
      checks={shown.map((mark) => ({ label: mark.words, verdict: verdictOf[mark.state] }))}
    />
  );
}
