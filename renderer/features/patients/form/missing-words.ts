import { emptyFacts, missingStrictTraits, readPatientField } from '#shared/contract/patient-fields.ts';
import { patientFieldNames, patientFields, type PatientField } from '#shared/domain/patient.ts';
import type { TypedFields } from './patient-form.ts';

export interface Missing {
  field: PatientField;
  /** « date de naissance » */
  words: string;
  message: string;
}

/** Said under the department of a place of no table. */
export const missingDepartment = 'Indiquer le département de naissance.';

const wordsOf = (field: PatientField) => {
  const { label } = patientFields[field];
  return label.charAt(0).toLocaleLowerCase('fr') + label.slice(1);
};

/** What prevents the creation: strict traits only. `toRead`: typed but not readable; `absent`: nothing typed. */
export function strictProblems(fields: TypedFields, today: string): { absent: Missing[]; toRead: Missing[] } {
  const readings = patientFieldNames.map((field) => ({
    field,
    reading: readPatientField(field, fields[field], today),
  }));
  const facts = {
    ...emptyFacts,
    ...Object.fromEntries(readings.flatMap(({ field, reading }) => (reading.ok ? [[field, reading.value]] : []))),
  };
  const toRead = readings.flatMap(({ field, reading }) =>
    !reading.ok && patientFields[field].strict ? [{ field, words: wordsOf(field), message: reading.message }] : [],
  );
  // A place in words only lacks its department: the place itself is filled.
  const inWords = facts.birthPlaceCode === null && facts.birthPlaceText !== null;
  const absent = missingStrictTraits(facts)
    .map((one) =>
      one.field === 'birthPlaceCode' && inWords
        ? { field: 'birthDepartment' as const, message: missingDepartment }
        : one,
    )
    .filter(({ field }) => !toRead.some((one) => one.field === field))
    .map(({ field, message }) => ({ field, words: wordsOf(field), message }));
  return { absent, toRead };
}

/** « Il manque : date de naissance, sexe. À relire : premier prénom. »; empty when nothing prevents. */
export function missingSentence({ absent, toRead }: ReturnType<typeof strictProblems>): string {
  const list = (start: string, some: readonly Missing[]) =>
    some.length === 0 ? '' : `${start}\u00a0: ${some.map(({ words }) => words).join(', ')}.`;
  return [list('Il manque', absent), list('À relire', toRead)].filter((part) => part !== '').join(' ');
}
