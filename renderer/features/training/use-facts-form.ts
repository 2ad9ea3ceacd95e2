import { useState } from 'react';
import type { AssistantTraining } from '#shared/contract/training.ts';
import type { Day } from '#shared/kernel/day.ts';
import { refusalIn, useCommand } from '../../api/queries.ts';
import { useKeptForm } from '../settings/kept-form.ts';
import { problemsOf } from '../settings/problems.ts';
import { factsFrom, formOf, type FactsForm, type Problems } from './facts-form.ts';

type Facts = NonNullable<AssistantTraining['training']>['facts'];
const sent = ({ vaeApplications, ...facts }: ReturnType<typeof factsFrom>['value']): Facts => ({
  ...facts,
  vaeApplications: [...vaeApplications],
});

/**
 * The form of one gesture over a training: typed texts kept in memory, checked, then saved as the fields that changed.
 * @param gesture the form's own name: two forms over one training keep their entries apart
 */
export function useFactsForm(view: AssistantTraining, gesture: string, today: Day, onDone: () => void) {
  const stored = view.training?.facts ?? null;
  const saved = formOf(stored);
  if (stored === null) saved.route = proposedRoute(view);
  const {
    value: form,
    change,
    discard,
    dirty,
  } = useKeptForm<FactsForm>(`training ${view.assistant.id} ${gesture}`, saved);
  const [problems, setProblems] = useState<Problems>({});
  const save = useCommand('training', 'save', {
    onDone: () => {
      discard();
      onDone();
    },
    onRefused: (error) => {
      const refusal = refusalIn(error);
      if (refusal?.code !== 'EDIT_CONFLICT') return setProblems({ ...problemsOf(error) });
      // Saving again then keeps what is typed here; giving it up takes the other value.
      if (stored !== null) change({ seen: stored });
      setProblems({ '': conflictWords(refusal.data.conflicts) });
    },
  });
  return {
    form,
    problems,
    dirty,
    discard: () => {
      discard();
      setProblems({});
    },
    working: save.isPending,
    set: (part: Partial<FactsForm>) => {
      change({ ...part, ...(form.seen === null && stored !== null ? { seen: stored } : {}) });
      setProblems({});
    },
    submit: () => {
      const read = factsFrom(form, today);
      setProblems(read.problems);
      if (Object.keys(read.problems).length > 0) return;
      save.mutate({
        assistantId: view.assistant.id,
        trainingId: stored === null ? null : (view.training?.id ?? null),
        base: stored === null ? null : sent(form.seen ?? stored),
        value: sent(read.value),
      });
    },
  };
}
export type FactsFormState = ReturnType<typeof useFactsForm>;

/** What the rules ask of this profile, proposed and not imposed. */
function proposedRoute({ answers }: AssistantTraining): FactsForm['route'] {
  const { route } = answers.route;
  return route === 'CERTIFIED' ? null : route;
}

interface Conflict {
  theirs: string | null;
  by: string;
}

function conflictWords(conflicts: readonly Conflict[]): string {
  const said = conflicts.map(
    ({ by, theirs }) => `${by === '' ? 'Un collègue' : by} a enregistré «\u00a0${theirs ?? 'rien'}\u00a0»`,
  );
  return `${said.join(', ')}. Enregistrer de nouveau pour garder votre saisie, ou l’abandonner pour prendre l’autre.`;
}
