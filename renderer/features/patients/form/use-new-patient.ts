import { useCallback, useEffect, useRef, useState } from 'react';
import { patientFieldNames, type PatientField } from '#shared/domain/patient.ts';
import { sentenceOf, type Output } from '../../../api/queries.ts';
import { saveDraft } from '../../../api/session.ts';
import type { DoctorView } from '#shared/contract/practice.ts';
import { takeCarried } from '../carried-text.ts';
import type { SeenDocument } from './document-fields.tsx';
import { problemOf, tidied, type PatientForm, type TypedFields } from './patient-form.ts';

/** Subject of the drafts of this form; the core forgets them with the creation. */
export const newPatientSubject = 'new_patient';
const documentKey = 'document';
const pause = 800;

type Draft = Output<'session', 'drafts'>[number];

export interface NewPatient {
  form: PatientForm;
  fields: TypedFields;
  document: SeenDocument | null;
  setDocument(document: SeenDocument | null): void;
  /** Instant of the last draft kept by the core. */
  savedAt: string | null;
  /** Why the last draft was not kept. */
  unsaved: string | null;
  /** Marks the fields the core refused, and shows every message. */
  showProblems(problems: readonly { field: string; message: string }[]): void;
}

function resume(drafts: readonly Draft[]): { fields: TypedFields; document: SeenDocument | null } {
  const names: readonly string[] = patientFieldNames;
  const fields = Object.fromEntries(
    drafts.filter((draft) => names.includes(draft.field)).map((draft) => [draft.field, draft.raw]),
  ) as TypedFields;
  const raw = drafts.find((draft) => draft.field === documentKey)?.raw ?? '';
  return { fields, document: raw === '' ? null : (JSON.parse(raw) as SeenDocument) };
}

/**
 * The form of a new file. Everything typed is kept by the core as a draft on leaving a field, and after a pause in
 * the typing: a lock, a crash or a call costs nothing.
 * @param draftId opaque id of this entry, the one of its address.
 * @param drafts what was kept of it before.
 */
export function useNewPatient(
  draftId: string,
  drafts: readonly Draft[],
  today: string,
  doctors: readonly DoctorView[],
): NewPatient {
  const [start] = useState(() => {
    const resumed = resume(drafts);
    const carried = Object.fromEntries(
      Object.entries(takeCarried()).map(([field, raw]) => [field, tidied(field as PatientField, raw, today)]),
    ) as TypedFields;
    return { ...resumed, fields: { ...carried, ...resumed.fields } };
  });
  const [fields, setFields] = useState<TypedFields>(start.fields);
  const [document, setDocumentState] = useState(start.document);
  const [left, setLeft] = useState<ReadonlySet<PatientField>>(
    () => new Set(Object.keys(start.fields) as PatientField[]),
  );
  const [refused, setRefused] = useState<Partial<Record<string, string>>>({});
  const [savedAt, setSavedAt] = useState<string | null>(drafts[0]?.savedAt ?? null);
  const [unsaved, setUnsaved] = useState<string | null>(null);
  const kept = useRef<Record<string, string>>(Object.fromEntries(drafts.map((draft) => [draft.field, draft.raw])));

  const save = useCallback(
    async (typed: Readonly<Record<string, string | undefined>>) => {
      const changed = Object.fromEntries(
        Object.entries(typed)
          .filter(([field, raw]) => (raw ?? '') !== (kept.current[field] ?? ''))
          .map(([field, raw]) => [field, raw ?? '']),
      );
      if (Object.keys(changed).length === 0) return;
      kept.current = { ...kept.current, ...changed };
      try {
        const answer = await saveDraft({
          subject: newPatientSubject,
          subjectId: draftId,
          patientId: null,
          fields: changed,
        });
        setSavedAt(answer.savedAt);
        setUnsaved(null);
      } catch (error) {
        for (const field of Object.keys(changed)) delete kept.current[field];
        setUnsaved(sentenceOf(error));
      }
    },
    [draftId],
  );

  useEffect(() => {
    const timer = setTimeout(() => void save(fields), pause);
    return () => clearTimeout(timer);
  }, [fields, save]);

  const put = (typed: TypedFields) => {
    setFields((before) => ({ ...before, ...typed }));
    setRefused((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in typed))));
  };
  const form: PatientForm = {
    today,
    doctors,
    valueOf: (field) => fields[field] ?? '',
    errorOf: (field) => refused[field] ?? (left.has(field) ? problemOf(field, fields[field] ?? '', today) : undefined),
    change: (field, raw) => put({ [field]: raw }),
    leave: (typed) => {
      const tidy = Object.fromEntries(
        Object.entries(typed).map(([field, raw]) => [field, tidied(field as PatientField, raw ?? '', today)]),
      ) as TypedFields;
      put(tidy);
      setLeft((before) => new Set([...before, ...(Object.keys(typed) as PatientField[])]));
      void save(tidy);
    },
  };
  return {
    form,
    fields,
    document,
    setDocument: (next) => {
      setDocumentState(next);
      void save({ [documentKey]: next === null ? '' : JSON.stringify(next) });
    },
    savedAt,
    unsaved,
    showProblems: (problems) => {
      setLeft(new Set(patientFieldNames));
      setRefused(Object.fromEntries(problems.map(({ field, message }) => [field, message])));
    },
  };
}
