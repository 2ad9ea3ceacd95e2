import type { AssistantTraining } from '#shared/contract/training.ts';
import type { TrainingFacts } from '#shared/domain/training.ts';
import type { Day } from '#shared/kernel/day.ts';
import { useCommand } from '../../api/queries.ts';
import { factsFrom, formOf, type FactsForm } from './facts-form.ts';
import { useEditedFacts } from './use-training-form.ts';

const sent = ({ vaeApplications, ...facts }: TrainingFacts) => ({ ...facts, vaeApplications: [...vaeApplications] });

/**
 * The form of one gesture over a training: saved as the fields that changed.
 * @param gesture the form's own name
 */
export function useFactsForm(view: AssistantTraining, gesture: string, today: Day, onDone: () => void) {
  const stored: TrainingFacts | null = view.training?.facts ?? null;
  const saved = formOf(stored);
  if (stored === null) saved.route = proposedRoute(view);
  const state = useEditedFacts<TrainingFacts, FactsForm>(`training ${view.assistant.id} ${gesture}`, {
    saved,
    stored,
    onDone,
  });
  const save = useCommand('training', 'save', { onDone: state.done, onRefused: state.refuse });
  return {
    ...state,
    working: save.isPending,
    submit: () => {
      const { value, problems } = factsFrom(state.form, today);
      if (!state.accepts(problems)) return;
      save.mutate({
        assistantId: view.assistant.id,
        trainingId: stored === null ? null : (view.training?.id ?? null),
        base: stored === null || state.base === null ? null : sent(state.base),
        value: sent(value),
      });
    },
  };
}

/** What the rules ask of this profile, proposed and not imposed. */
function proposedRoute({ answers }: AssistantTraining): FactsForm['route'] {
  const { route } = answers.route;
  return route === 'CERTIFIED' ? null : route;
}
