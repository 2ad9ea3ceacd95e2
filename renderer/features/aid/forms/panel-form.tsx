import { useState, type ReactNode } from 'react';
import { refusalIn } from '../../../api/queries.ts';
import { useSession } from '../../../api/session.ts';
import { FieldConflict, type Conflict } from '../../../app/panel/field-conflict.tsx';
import { useKeptForm } from '../../settings/kept-form.ts';
import { problemsOf, without, type Problems } from '../../settings/problems.ts';
import type { Form } from './fields.tsx';
import { entryReader, type EntryReader, type Typed } from './typed-entry.ts';

/** How a form takes the value a colleague stored in one of its fields: as it is typed, and as a person reads it. */
export interface StoredReading {
  text: (field: string, stored: string | null) => string;
  words: (field: string, stored: string | null) => string;
  /** Whether the field is drawn for what is typed. */
  isShown?: (field: string, typed: Typed) => boolean;
}

export interface PanelForm extends Form {
  dirty: boolean;
  discard: () => void;
  refuse: (error: unknown, rename?: (field: string) => string) => void;
  /** Reads what is typed; null, with the sentences under the fields, when something cannot be read. */
  read: <Input>(reading: (reader: EntryReader) => Input) => Input | null;
  /** Reads the form as it was seen when each field was first touched: the base of an edit. */
  seen: <Input>(reading: (reader: EntryReader) => Input) => Input;
  /** Fields a colleague has changed meanwhile: each waits for a choice. */
  conflicts: readonly Conflict[];
  isShown: (field: string) => boolean;
  below: (field: string) => ReactNode;
}

const seenKey = (field: string) => `vu ${field}`;
const isSeen = (key: string) => key.startsWith('vu ');

/**
 * A form of the panel: its texts are kept in memory until saved or dropped, so a lock or another page loses nothing. A
 * field changed on two posts shows both values, and nothing is saved before one is chosen.
 */
export function usePanelForm(subject: string, saved: Typed, stored?: StoredReading): PanelForm {
  const today = useSession((store) => store.state?.today) ?? '';
  const kept = useKeptForm<Record<string, string>>(`aid ${subject}`, { ...saved });
  const [problems, setProblems] = useState<Problems>({});
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const typed = kept.value;
  const seenText = (field: string) => typed[seenKey(field)] ?? saved[field] ?? '';
  const isShown = (field: string) => stored?.isShown?.(field, typed) !== false;
  const settle = (conflict: Conflict, reading: StoredReading, keep: 'mine' | 'theirs') => {
    const { field, theirs } = conflict;
    const text = reading.text(field, theirs);
    kept.change({ [seenKey(field)]: text, ...(keep === 'theirs' ? { [field]: text } : {}) });
    setConflicts((before) => before.filter((one) => one.field !== field));
    setProblems((before) => without(before, [field, '']));
  };
  return {
    typed,
    problems,
    today,
    dirty: Object.entries(typed).some(([field, text]) => !isSeen(field) && text !== (saved[field] ?? '')),
    discard: () => {
      kept.discard();
      setProblems({});
      setConflicts([]);
    },
    change: (part) => {
      const first = Object.fromEntries(Object.keys(part).map((field) => [seenKey(field), seenText(field)]));
      kept.change({ ...first, ...part });
      // A sentence about a field goes as soon as the field changes; the core says it again if it still holds.
      setProblems((before) => without(before, [...Object.keys(part), '']));
    },
    refuse: (error, rename = (field) => field) => {
      const refusal = refusalIn(error);
      if (refusal?.code === 'EDIT_CONFLICT' && stored !== undefined) return setConflicts(refusal.data.conflicts);
      setProblems(
        Object.fromEntries(Object.entries(problemsOf(error)).map(([field, words]) => [rename(field), words])),
      );
    },
    read: (reading) => {
      const reader = entryReader(typed, today);
      const input = reading(reader);
      const waiting = conflicts.map(({ field }): [string, string] => [field, 'Choisir la valeur à garder.']);
      const found = { ...reader.problems, ...Object.fromEntries(waiting) };
      setProblems(found);
      return Object.keys(found).length === 0 ? input : null;
    },
    seen: (reading) => {
      const texts = Object.keys(saved).map((field): [string, string] => [field, seenText(field)]);
      return reading(entryReader(Object.fromEntries(texts), today));
    },
    conflicts,
    isShown,
    below: (field) => {
      const conflict = conflicts.find((one) => one.field === field);
      if (conflict === undefined || stored === undefined) return null;
      return (
        <FieldConflict
          conflict={conflict}
          read={(value) => stored.words(field, value)}
          onKeep={(keep) => settle(conflict, stored, keep)}
        />
      );
    },
  };
}

/** What was changed, over what was seen: the fields nobody touched here are left to the others. */
export function changesOf<Fields extends object>(
  seen: Fields,
  typed: Fields,
): { base: Partial<Fields>; change: Partial<Fields> } {
  const names = (Object.keys(typed) as (keyof Fields)[]).filter((name) => typed[name] !== seen[name]);
  const only = (fields: Fields) =>
    Object.fromEntries(names.map((name) => [name, fields[name]])) as unknown as Partial<Fields>;
  return { base: only(seen), change: only(typed) };
}
