import { useState } from 'react';
import { refusalIn } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
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
  /** What was changed, over what was seen when it was first touched. */
  patch: (facts: Facts) => { base: Facts; change: Facts };
}

/** A form over stored facts. Typed texts stay in memory until saved or dropped: a lock or another page loses nothing. */
export function useFactForm(subject: string, specs: readonly FactSpec[], stored: Partial<Facts>): FactForm {
  const today = useSession((store) => store.state?.today) ?? '';
  const saved: Texts = Object.fromEntries(specs.map((spec) => [spec.name, textOf(spec, stored[spec.name])]));
  const kept = useKeptForm<Record<string, string>>(`employer ${subject}`, { ...saved });
  const [problems, setProblems] = useState<Problems>({});
  const typed = kept.value;
  const shown = specs.filter((spec) => spec.shown?.(typed) !== false);
  const seen = (spec: FactSpec) => typed[seenKey(spec.name)] ?? saved[spec.name] ?? '';
  return {
    typed,
    problems,
    today,
    dirty: specs.some(({ name }) => typed[name] !== saved[name]),
    change: (name, text) => {
      kept.change({ [name]: text, [seenKey(name)]: typed[seenKey(name)] ?? saved[name] ?? '' });
      setProblems((before) => without(before, [name, '']));
    },
    discard: () => {
      kept.discard();
      setProblems({});
    },
    say: setProblems,
    refuse: (error) => {
      const refusal = refusalIn(error);
      if (refusal?.code !== 'EDIT_CONFLICT') return setProblems({ ...problemsOf(error) });
      // Saving again then keeps what is typed here.
      const said: Record<string, string> = {};
      for (const { field, theirs, by } of refusal.data.conflicts) {
        const spec = specs.find(({ name }) => name === field);
        if (spec === undefined) continue;
        kept.change({ [seenKey(field)]: storedText(spec, theirs) });
        said[field] =
          `${by === '' ? 'Un collègue' : by} a enregistré «\u00A0${storedWords(spec, theirs)}\u00A0». Enregistrer de nouveau pour garder votre saisie.`;
      }
      setProblems(Object.keys(said).length > 0 ? said : problemsOf(error));
    },
    read: () => {
      const found: Record<string, string> = {};
      const facts: Record<string, Fact> = {};
      for (const spec of specs) {
        // What is not asked is not said.
        const text = shown.includes(spec) ? (typed[spec.name] ?? '') : '';
        const reading = factOf(shown.includes(spec) ? spec : { ...spec, optional: true }, text, today);
        if (reading.problem === null) facts[spec.name] = reading.fact;
        else found[spec.name] = reading.problem;
      }
      setProblems(found);
      return Object.keys(found).length === 0 ? facts : null;
    },
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
