import { useState } from 'react';
import { refusalIn } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import type { Conflict } from '../../app/panel/field-conflict.tsx';
import { useKeptForm } from '../settings/kept-form.ts';
import { problemsOf, without, type Problems } from '../settings/problems.ts';
import {
  factOf,
  storedText,
  storedWords,
  textOf,
  type Fact,
  type Facts,
  type FactSpec,
  type Texts,
} from './typed-facts.ts';

const seenKey = (name: string) => `vu ${name}`;

export interface FactForm {
  typed: Texts;
  problems: Problems;
  today: string;
  dirty: boolean;
  change: (name: string, text: string) => void;
  discard: () => void;
  refuse: (error: unknown) => void;
  say: (problems: Problems) => void;
  /** Every fact typed, or null with the sentences under the fields. */
  read: () => Facts | null;
  /** Every fact as it was seen when its field was first touched; as it is stored, when none was. */
  seen: () => Facts;
  /** What was changed, over what was seen when it was first touched. */
  patch: (facts: Facts) => { base: Facts; change: Facts };
  /** Fields a colleague has changed meanwhile: each waits for a choice. */
  conflicts: Readonly<Record<string, Conflict>>;
  /** A value of a conflict in the words of the screen. */
  wordsOf: (spec: FactSpec, stored: string | null) => string;
  settle: (name: string, keep: 'mine' | 'theirs') => void;
}

/** One fact of the contract typed in several fields: the conflict is told under the first. */
export interface SplitFact {
  fields: readonly [string, ...string[]];
  /** What each field holds for a stored value. */
  texts: (stored: string | null) => Texts;
  words: (stored: string | null) => string;
}

/** A form over stored facts. Typed texts stay in memory until saved or dropped: a lock or another page loses nothing. */
export function useFactForm(
  subject: string,
  specs: readonly FactSpec[],
  stored: Partial<Facts>,
  split: Readonly<Record<string, SplitFact>> = {},
): FactForm {
  const today = useSession((store) => store.state?.today) ?? '';
  const saved: Texts = Object.fromEntries(specs.map((spec) => [spec.name, textOf(spec, stored[spec.name])]));
  const kept = useKeptForm<Record<string, string>>(`employer ${subject}`, { ...saved });
  const [problems, setProblems] = useState<Problems>({});
  const [conflicts, setConflicts] = useState<Readonly<Record<string, Conflict>>>({});
  const typed = kept.value;
  const shown = specs.filter((spec) => spec.shown?.(typed) !== false);
  const seen = (spec: FactSpec) => typed[seenKey(spec.name)] ?? saved[spec.name] ?? '';
  const settle = (name: string, keep: 'mine' | 'theirs') => {
    const conflict = conflicts[name];
    if (conflict === undefined) return;
    const parts = split[conflict.field];
    const spec = specs.find((one) => one.name === name);
    const theirs: Texts =
      parts?.texts(conflict.theirs) ?? (spec === undefined ? {} : { [name]: storedText(spec, conflict.theirs) });
    const seenNow = Object.fromEntries(Object.entries(theirs).map(([field, text]) => [seenKey(field), text]));
    kept.change({ ...seenNow, ...(keep === 'theirs' ? theirs : {}) });
    setConflicts((before) => without(before, [name]));
    setProblems((before) => without(before, [name, '']));
  };
  return {
    typed,
    problems,
    today,
    dirty: specs.some(({ name }) => typed[name] !== saved[name]),
    change: (name, text) => {
      // Typed again with both values on the screen: that is the choice.
      if (conflicts[name] === undefined)
        kept.change({ [name]: text, [seenKey(name)]: typed[seenKey(name)] ?? saved[name] ?? '' });
      else {
        settle(name, 'mine');
        kept.change({ [name]: text });
      }
      setProblems((before) => without(before, [name, '']));
    },
    discard: () => {
      kept.discard();
      setProblems({});
      setConflicts({});
    },
    conflicts,
    wordsOf: (spec, value) => {
      const parts = Object.values(split).find(({ fields }) => fields[0] === spec.name);
      return parts === undefined ? storedWords(spec, value) : parts.words(value);
    },
    settle,
    say: setProblems,
    refuse: (error) => {
      const refusal = refusalIn(error);
      if (refusal?.code !== 'EDIT_CONFLICT') return setProblems({ ...problemsOf(error) });
      const found = refusal.data.conflicts.flatMap((conflict): [string, Conflict][] => {
        const name = split[conflict.field]?.fields[0] ?? conflict.field;
        return specs.some((spec) => spec.name === name) ? [[name, conflict]] : [];
      });
      setConflicts(Object.fromEntries(found));
      setProblems(found.length > 0 ? {} : problemsOf(error));
    },
    read: () => {
      const found: Record<string, string> = {};
      const facts: Record<string, Fact> = {};
      for (const spec of specs) {
        // What is not asked is not said.
        const text = shown.includes(spec) ? (typed[spec.name] ?? '') : '';
        const reading = factOf(shown.includes(spec) ? spec : { ...spec, optional: true }, text, today);
        if (conflicts[spec.name] !== undefined) found[spec.name] = 'Choisir la valeur à garder.';
        else if (reading.problem === null) facts[spec.name] = reading.fact;
        else found[spec.name] = reading.problem;
      }
      setProblems(found);
      return Object.keys(found).length === 0 ? facts : null;
    },
    seen: () =>
      Object.fromEntries(specs.map((spec) => [spec.name, factOf({ ...spec, optional: true }, seen(spec), today).fact])),
    patch: (facts) => {
      const base: Record<string, Fact> = {};
      const change: Record<string, Fact> = {};
      for (const spec of specs) {
        const before = factOf({ ...spec, optional: true }, seen(spec), today).fact;
        const after = facts[spec.name] ?? null;
        if (before === after) continue;
        base[spec.name] = before;
        change[spec.name] = after;
      }
      return { base, change };
    },
  };
}
