import { useState } from 'react';
import { refusalIn } from '../../api/queries.ts';
import type { Conflict } from '../../app/panel/field-conflict.tsx';
import { useKeptForm } from '../settings/kept-form.ts';
import { problemsOf, without } from '../settings/problems.ts';
import { typedOf, withFact } from './conflict-values.ts';
import type { Problems } from './facts-form.ts';

/** What the foot of a panel needs of its form. */
export interface PanelForm {
  problems: Readonly<Problems>;
  conflicts?: Readonly<Record<string, Conflict>>;
  settle?: (field: string, keep: 'mine' | 'theirs') => void;
  dirty: boolean;
  discard: () => void;
  submit: () => void;
  working: boolean;
}

/**
 * A form of this page: typed texts kept in memory, sentences under the fields.
 * @param subject the form's own name: two forms over one training keep their entries apart
 */
export function useTrainingForm<Form extends object>(subject: string, saved: Form, onDone: () => void) {
  const { value: form, change, discard, dirty } = useKeptForm<Form>(subject, saved);
  const [problems, setProblems] = useState<Problems>({});
  return {
    form,
    problems,
    dirty,
    discard: () => {
      discard();
      setProblems({});
    },
    set: (part: Partial<Form>) => {
      change(part);
      setProblems({});
    },
    /** Tells what is wrong; true when nothing is. */
    accepts: (found: Problems): boolean => {
      setProblems(found);
      return Object.keys(found).length === 0;
    },
    refuse: (error: unknown) => setProblems({ ...problemsOf(error) }),
    /** Saved: what was typed is forgotten. */
    done: () => {
      discard();
      onDone();
    },
  };
}

/** Fields bound to a form and to the choices it waits for. */
export interface BoundForm<Form> {
  form: Form;
  problems: Readonly<Problems>;
  set: (part: Partial<Form>) => void;
  conflicts?: Readonly<Record<string, Conflict>>;
  settle?: (field: string, keep: 'mine' | 'theirs') => void;
}

/**
 * The same over stored facts: `base` is what the person saw when starting to type, and a field a colleague changed
 * meanwhile waits for a choice before the next save.
 */
export function useEditedFacts<Facts extends object, Form extends { seen: Facts | null }>(
  subject: string,
  { saved, stored, onDone }: { saved: Form; stored: Facts | null; onDone: () => void },
) {
  const state = useTrainingForm<Form>(subject, saved, onDone);
  const [conflicts, setConflicts] = useState<Readonly<Record<string, Conflict>>>({});
  const base = state.form.seen ?? stored;
  /** What was seen, with what the colleague wrote in these fields. */
  const seenWith = (fields: readonly string[]) =>
    base === null
      ? null
      : fields.reduce((facts, field) => withFact(facts, field, conflicts[field]?.theirs ?? null), base);
  const change = (part: Partial<Form>, settled: readonly string[]) => {
    const seen = seenWith(settled);
    state.set({ ...part, ...(seen === null ? {} : { seen }) });
    if (settled.length > 0) setConflicts((before) => without(before, settled));
  };
  return {
    ...state,
    base,
    conflicts,
    set: (part: Partial<Form>) => {
      // Typed again with both values on the screen: that is the choice.
      const again = Object.keys(conflicts).filter((field) =>
        Object.keys(typedOf(field, null)).some((name) => name in part),
      );
      change(part, again);
    },
    settle: (field: string, keep: 'mine' | 'theirs') => {
      const theirs = conflicts[field]?.theirs ?? null;
      change((keep === 'theirs' ? typedOf(field, theirs) : {}) as Partial<Form>, [field]);
    },
    discard: () => {
      state.discard();
      setConflicts({});
    },
    accepts: (found: Problems): boolean => {
      const waiting = Object.keys(conflicts).map((field) => [field, 'Choisir la valeur à garder.']);
      return state.accepts({ ...found, ...Object.fromEntries(waiting) });
    },
    refuse: (error: unknown) => {
      const refusal = refusalIn(error);
      if (refusal?.code !== 'EDIT_CONFLICT') return state.refuse(error);
      setConflicts(Object.fromEntries(refusal.data.conflicts.map((conflict) => [conflict.field, conflict])));
    },
  };
}
