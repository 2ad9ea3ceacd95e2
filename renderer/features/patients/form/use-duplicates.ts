import { keepPreviousData } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { PatientField } from '#shared/domain/patient.ts';
import { useRead, type Output } from '../../../api/queries.ts';
import type { TypedFields } from './patient-form.ts';

export type Candidate = Output<'patients', 'duplicates'>['candidates'][number];

/** The fields two people are compared on. */
const compared: readonly PatientField[] = [
  'birthName',
  'firstGivenName',
  'givenNames',
  'usedName',
  'usedGivenName',
  'sex',
  'birthDay',
  'birthPlaceCode',
  'birthPlaceText',
  'birthDepartment',
  'insuredNir',
  'phoneMobile',
  'phoneOther',
  'city',
];

/** Files that resemble what is typed, 300 ms after the last key; the core begins at the third strict trait. */
export function useDuplicates(fields: TypedFields): {
  searched: boolean;
  candidates: readonly Candidate[];
  settled: boolean;
} {
  const wanted = JSON.stringify(
    Object.fromEntries(compared.flatMap((field) => ((fields[field] ?? '') === '' ? [] : [[field, fields[field]]]))),
  );
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), 300);
    return () => clearTimeout(timer);
  }, [wanted]);
  const answer = useRead(
    'patients',
    'duplicates',
    { fields: JSON.parse(asked) as TypedFields, exceptId: null },
    { placeholderData: keepPreviousData, gcTime: 0 },
  );
  return {
    searched: answer.data?.searched ?? false,
    candidates: (answer.data?.candidates ?? []).filter((candidate) => candidate.level !== 'none' || candidate.twins),
    settled: asked === wanted && !answer.isPlaceholderData && !answer.isFetching,
  };
}

/** Levels over which a file is not created without an answer. */
export const mustAnswer = ({ level }: Candidate) => level === 'tres_probable' || level === 'certain';
