import { useRef, useState } from 'react';
import { patientFields, type PatientField } from '#shared/domain/patient.ts';
import type { PracticeView } from '#shared/contract/practice.ts';
import { refusalIn, sentenceOf, useCommand } from '../../../api/queries.ts';
import { problemOf, tidied, type PatientForm, type TypedFields } from '../form/patient-form.ts';
import { readOf, typedOf } from '../patient-words.ts';
import { FieldConflict, type Conflict } from './field-conflict.tsx';
import type { File } from './file-page.tsx';

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
export function useEditedFile(file: File, practice: PracticeView, today: string): EditedFile {
  const [edits, setEdits] = useState<Partial<Record<PatientField, Edit>>>({});
  const [conflicts, setConflicts] = useState<Partial<Record<PatientField, Conflict>>>({});
  const [said, setSaid] = useState<EditedFile['said']>(null);
  const baseOf = (field: PatientField) => file.fields[field] ?? null;
  const forget = (fields: readonly PatientField[]) => setEdits((before) => without(before, fields));
  const latest = useRef(edits);
  latest.current = edits;

  const edit = useCommand('patients', 'edit', {
    onDone: ({ merged, toCorrect, status }, input) => {
      // What was typed meanwhile in the same field is not lost: only the edits sent are put away.
      const sent = input.patches.filter(({ field, value }) => (latest.current[field]?.raw ?? '').trim() === (value ?? ''));
      forget(sent.map(({ field }) => field));
      const [correction] = toCorrect;
      if (merged.length > 0) setSaid({ tone: 'ok', words: `${merged.map(({ field }) => patientFields[field].label).join(', ')}\u00a0: votre texte et celui d’un collègue ont été réunis.` });
      else if (correction !== undefined) setSaid({ tone: 'warn', words: `${patientFields[correction.field].label}\u00a0: gardé tel que saisi, à corriger.` });
      else setSaid(status.words === '' ? null : { tone: 'warn', words: status.words });
    },
    onRefused: (error) => {
      const refusal = refusalIn(error);
      if (refusal?.code === 'EDIT_CONFLICT') setConflicts((before) => ({ ...before, ...Object.fromEntries(refusal.data.conflicts.map((conflict) => [conflict.field, conflict])) }));
      else setSaid({ tone: 'bad', words: sentenceOf(error) });
    },
  });

  const valueOf = (field: PatientField) => edits[field]?.raw ?? file.toCorrect.find((one) => one.field === field)?.raw ?? typedOf(field, baseOf(field));
  const send = (patches: { field: PatientField; base: string | null; value: string | null }[]) => {
    if (patches.length > 0) edit.mutate({ patientId: file.id, patches });
  };
  const leave = (typed: TypedFields) => {
    const patches = (Object.entries(typed) as [PatientField, string][]).flatMap(([field, raw]) => {
      const text = field === 'notes' ? raw.trim() : tidied(field, raw, today);
      const base = edits[field] === undefined ? baseOf(field) : edits[field].base;
      const known = file.toCorrect.find((one) => one.field === field);
      if (text === (known?.raw ?? typedOf(field, base))) {
        forget([field]);
        return [];
      }
      setEdits((before) => ({ ...before, [field]: { raw: text, base } }));
      return [{ field, base, value: text === '' ? null : text }];
    });
    send(patches);
  };
  const settle = (field: PatientField, conflict: Conflict, keep: 'mine' | 'theirs') => {
    setConflicts((before) => without(before, [field]));
    if (keep === 'theirs') forget([field]);
    else send([{ field, base: conflict.theirs, value: conflict.mine }]);
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
        return known === undefined ? undefined : `À corriger\u00a0: ${problemOf(field, known.raw, today) ?? known.message}`;
      },
      change: (field, raw) => setEdits((before) => ({ ...before, [field]: { raw, base: before[field] === undefined ? baseOf(field) : before[field].base } })),
      leave,
      below: (field) => {
        const conflict = conflicts[field];
        return conflict === undefined ? null : <FieldConflict conflict={conflict} read={(value) => readOf(field, value)} onKeep={(keep) => settle(field, conflict, keep)} />;
      },
    },
  };
}

function without<T>(record: Partial<Record<PatientField, T>>, fields: readonly PatientField[]): Partial<Record<PatientField, T>> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field as PatientField))) as Partial<Record<PatientField, T>>;
}
