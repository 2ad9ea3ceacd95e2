import type { AssistantTraining } from '#shared/contract/training.ts';
import type { GivenDate } from '#shared/domain/training.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { ChoiceField, DateField, FieldGrid, Note, Pane, Stack } from '../../ui/index.ts';
import { LETTER_FIELDS } from './drawn-fields.ts';
import { FactConflict, trainingDates } from './fact-inputs.tsx';
import type { FactsForm } from './facts-form.ts';
import { FormPanel } from './training-panel.tsx';
import { useFactsForm } from './use-facts-form.ts';
import type { BoundForm } from './use-training-form.ts';

const KINDS = { start: 'Commencer au plus tard', complete: 'Obtenir au plus tard' } as const;

/** Dates of a letter of the CPAM or of a contract: they win, the computed ones stay beside. */
export function LetterPanel({ view, today, onClose }: { view: AssistantTraining; today: Day; onClose: () => void }) {
  const state = useFactsForm(view, 'courrier', today, onClose);
  return (
    <FormPanel
      title={`Date d’un courrier, ${view.assistant.givenName} ${view.assistant.familyName}`}
      state={state}
      drawn={LETTER_FIELDS}
      onClose={onClose}
    >
      <Note tone="neutral">Une date écrite par la caisse l’emporte. Celle de la règle reste affichée à côté.</Note>
      {(['start', 'complete'] as const).map((kind) => (
        <Pane key={kind} title={KINDS[kind]} level={3}>
          <GivenFields kind={kind} ruleDay={view.answers.deadlines[kind].ruleValue} today={today} state={state} />
        </Pane>
      ))}
    </FormPanel>
  );
}

interface GivenFieldsProps {
  kind: GivenKind;
  ruleDay: Day | null;
  today: Day;
  state: BoundForm<FactsForm>;
}
type GivenKind = keyof typeof KINDS;

function GivenFields({ kind, ruleDay, today, state }: GivenFieldsProps) {
  const { form, problems, set } = state;
  const dates = trainingDates(today);
  return (
    <Stack gap={3}>
      <FieldGrid columns={2}>
        <DateField
          {...dates}
          label="Échéance"
          optional
          value={form[`${kind}Given`]}
          onChange={(text) => set({ [`${kind}Given`]: text })}
          error={problems[`given.${kind}`]}
          hint={ruleDay === null ? 'Règle\u00a0: aucune date.' : `Règle\u00a0: ${formatDay(ruleDay)}.`}
        />
        <DateField
          {...dates}
          label="Daté du"
          optional
          value={form[`${kind}Letter`]}
          onChange={(text) => set({ [`${kind}Letter`]: text })}
          error={problems[`given.${kind}.on`]}
        />
      </FieldGrid>
      <ChoiceField<GivenDate['origin']>
        label="Source"
        optional
        options={[
          { value: 'notified', label: 'Courrier de la CPAM' },
          { value: 'typed', label: 'Contrat' },
        ]}
        value={form[`${kind}Origin`]}
        onChange={(origin) => set({ [`${kind}Origin`]: origin })}
        error={problems[`given.${kind}.origin`]}
      />
      <FactConflict state={state} field={`given.${kind}`} />
    </Stack>
  );
}
