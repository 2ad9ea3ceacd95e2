import { useCallback, useEffect, useRef, useState } from 'react';
import { patientFields, type PatientField } from '#shared/domain/patient.ts';
import type { PracticeView } from '#shared/contract/practice.ts';
import { readPatientField } from '#shared/contract/patient-fields.ts';
import { keyOf, queryClient, refusalIn, sentenceOf, useCommand, type Output } from '../../../api/queries.ts';
import { isUnanswered, releaseDraft, saveDraft } from '../../../api/session.ts';
import { problemOf, tidied, type PatientForm, type TypedFields } from '../form/patient-form.ts';
import { readOf, typedOf } from '../patient-words.ts';
import { FieldConflict, type Conflict } from '../../../app/panel/field-conflict.tsx';
import type { File } from './file-page.tsx';

/** Subject of the drafts of a file; the core forgets each with the field it writes. */
const fileSubject = 'patient';
const pause = 800;

/** A field being edited: the text, and the kept value it started from. */
interface Edit {
  raw: string;
  base: string | null;
}

export interface EditedFile {
  form: PatientForm;
  /** Last sentence worth telling: a refusal, a status that fell, words merged. */
  said: { tone: 'ok' | 'warn' | 'bad'; words: string } | null;
}

/**
 * A file edited field by field: each is sent on leaving it, with the value it started from. Untouched fields follow
 * the live feed; a field both changed shows the two values and keeps what was typed until one is chosen.
 */
export function useEditedFile(
  file: File,
  practice: PracticeView,
  today: string,
  drafts: Output<'session', 'drafts'>,
): EditedFile {
  const [resumed] = useState(() => resumedEdits(file, drafts));
  const [edits, setEdits] = useState<Partial<Record<PatientField, Edit>>>(resumed);
  const [conflicts, setConflicts] = useState<Partial<Record<PatientField, Conflict>>>({});
  const [said, setSaid] = useState<EditedFile['said']>(() => resumedWords(resumed));
  const keep = useCallback(
    (fields: Record<string, string>) =>
      saveDraft({ subject: fileSubject, subjectId: file.id, patientId: file.id, fields }),
    [file.id],
  );
  /** Fields with keys typed since the last save, sent or drafted. */
  const typing = useRef(new Set<PatientField>());
  useEffect(() => {
    // A lock or a crash in the middle of a field costs nothing: a pause is enough for a draft.
    const timer = setTimeout(() => {
      const fields = Object.fromEntries(
        [...typing.current].flatMap((field) => (edits[field] === undefined ? [] : [[field, edits[field].raw]])),
      );
      typing.current.clear();
      if (Object.keys(fields).length === 0) return;
      keep(fields).catch((error: unknown) => setSaid({ tone: 'bad', words: sentenceOf(error) }));
    }, pause);
    return () => clearTimeout(timer);
  }, [edits, keep]);
  const baseOf = (field: PatientField) => file.fields[field] ?? null;
  const forget = (fields: readonly PatientField[]) => setEdits((before) => without(before, fields));
  const latest = useRef(edits);
  latest.current = edits;

  const edit = useCommand('patients', 'edit', {
    onDone: ({ merged, toCorrect, status }, input) => {
      releaseDraft(
        { subject: fileSubject, subjectId: file.id },
        input.patches.map(({ field }) => field),
      );
      // What is typed meanwhile in the same field goes on from the value now kept.
      const kept = Object.fromEntries(
        input.patches.flatMap(({ field, value }) =>
          keptFact(field, merged.find((one) => one.field === field)?.value ?? value, today),
        ),
      );
      setEdits((before) =>
        Object.fromEntries(
          Object.entries(before).map(([field, one]) => [
            field,
            Object.hasOwn(kept, field) ? { ...one, base: kept[field] ?? null } : one,
          ]),
        ),
      );
      // The edit is put away once the file read again shows it: no flash of the old value.
      void queryClient.invalidateQueries({ queryKey: keyOf('patients', 'get', { patientId: file.id }) }).then(() => {
        const settled = input.patches.filter(
          ({ field, value }) =>
            (latest.current[field]?.raw ?? '').trim() === (value ?? '') && !typing.current.has(field),
        );
        forget(settled.map(({ field }) => field));
      });
      const [correction] = toCorrect;
      if (merged.length > 0)
        setSaid({
          tone: 'ok',
          words: `${merged.map(({ field }) => patientFields[field].label).join(', ')}\u00a0: votre texte et celui d’un collègue ont été réunis.`,
        });
      else if (correction !== undefined)
        setSaid({
          tone: 'warn',
          words: `${patientFields[correction.field].label}\u00a0: gardé tel que saisi, à corriger.`,
        });
      else setSaid(status.words === '' ? null : { tone: 'warn', words: status.words });
    },
    onRefused: (error, input) => {
      const refusal = refusalIn(error);
      if (isUnanswered(error))
        keep(Object.fromEntries(input.patches.map(({ field, value }) => [field, value ?? '']))).catch(() => undefined);
      if (refusal?.code === 'EDIT_CONFLICT')
        setConflicts((before) => ({
          ...before,
          ...Object.fromEntries(refusal.data.conflicts.map((conflict) => [conflict.field, conflict])),
        }));
      else setSaid({ tone: 'bad', words: sentenceOf(error) });
    },
  });

  const valueOf = (field: PatientField) =>
    edits[field]?.raw ?? file.toCorrect.find((one) => one.field === field)?.raw ?? typedOf(field, baseOf(field));
  const send = (patches: { field: PatientField; base: string | null; value: string | null }[]) => {
    if (patches.length > 0) edit.mutate({ patientId: file.id, patches });
  };
  const leave = (typed: TypedFields) => {
    const patches = (Object.entries(typed) as [PatientField, string][]).flatMap(([field, raw]) => {
      const text = field === 'notes' ? raw.trim() : tidied(field, raw, today);
      const base = edits[field] === undefined ? baseOf(field) : edits[field].base;
      const known = file.toCorrect.find((one) => one.field === field);
      typing.current.delete(field);
      if (edits[field] === undefined && text === (known?.raw ?? typedOf(field, base))) return [];
      setEdits((before) => ({ ...before, [field]: { raw: text, base } }));
      return [{ field, base, value: text === '' ? null : text }];
    });
    send(patches);
  };
  const settle = (field: PatientField, conflict: Conflict, keep: 'mine' | 'theirs') => {
    setConflicts((before) => without(before, [field]));
    const value = keep === 'mine' ? conflict.mine : conflict.theirs;
    setEdits((before) => ({ ...before, [field]: { raw: typedOf(field, value), base: conflict.theirs } }));
    // Sent even when theirs is kept: the draft of this field is then forgotten.
    send([{ field, base: conflict.theirs, value }]);
  };
  return {
    said,
    form: {
      today,
      doctors: practice.doctors,
      valueOf,
      errorOf: (field) => {
        const typed = edits[field];
        if (typed !== undefined) return undefined;
        const known = file.toCorrect.find((one) => one.field === field);
        return known === undefined
          ? undefined
          : `À corriger\u00a0: ${problemOf(field, known.raw, today) ?? known.message}`;
      },
      change: (field, raw) => {
        typing.current.add(field);
        setEdits((before) => ({
          ...before,
          [field]: { raw, base: before[field] === undefined ? baseOf(field) : before[field].base },
        }));
      },
      leave,
      below: (field) => {
        const conflict = conflicts[field];
        return conflict === undefined ? null : (
          <FieldConflict
            conflict={conflict}
            read={(value) => readOf(field, value)}
            onKeep={(keep) => settle(field, conflict, keep)}
          />
        );
      },
    },
  };
}

/** The fact a text sent became; nothing when it waits to be corrected. */
function keptFact(field: PatientField, value: string | null, today: string): [PatientField, string | null][] {
  const reading = readPatientField(field, value, today);
  return reading.ok ? [[field, reading.value]] : [];
}

/** What was typed in this file and never left: taken up where it was, over the value kept now. */
function resumedEdits(file: File, drafts: Output<'session', 'drafts'>): Partial<Record<PatientField, Edit>> {
  const mine = drafts.filter(
    (draft) =>
      draft.subject === fileSubject &&
      draft.subjectId === file.id &&
      draft.state === 'open' &&
      Object.hasOwn(patientFields, draft.field),
  );
  return Object.fromEntries(
    mine.map((draft) => [draft.field, { raw: draft.raw, base: file.fields[draft.field as PatientField] ?? null }]),
  );
}

function resumedWords(edits: Partial<Record<PatientField, Edit>>): EditedFile['said'] {
  const labels = (Object.keys(edits) as PatientField[]).map((field) => patientFields[field].label);
  return labels.length === 0
    ? null
    : {
        tone: 'warn',
        words: `Saisie reprise, pas encore enregistrée\u00a0: ${labels.join(', ')}. Elle l’est en quittant le champ.`,
      };
}

function without<T>(
  record: Partial<Record<PatientField, T>>,
  fields: readonly PatientField[],
): Partial<Record<PatientField, T>> {
  return Object.fromEntries(
    Object.entries(record).filter(([field]) => !fields.includes(field as PatientField)),
  ) as Partial<Record<PatientField, T>>;
}
