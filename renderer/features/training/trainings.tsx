import { useState } from 'react';
import type { AssistantTraining } from '#shared/contract/training.ts';
import type { Day } from '#shared/kernel/day.ts';
import { Button, EmptyState, Note, Stack } from '../../ui/index.ts';
import { IconTraining } from '../../ui/icons.ts';
import { AssistantPane } from './assistant-pane.tsx';
import type { OpenGesture } from './open-gesture.ts';
import { WarningNotes } from './warning-notes.tsx';

interface TrainingsProps {
  views: readonly AssistantTraining[];
  today: Day;
  gesture: OpenGesture;
  manages: boolean;
  /** Reads everyone. */
  employer: boolean;
}

/** What is urgent, then one pane per assistant. */
export function Trainings({ views, today, gesture, manages, employer }: TrainingsProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <Stack gap={3}>
      {refusal !== null && (
        <Note
          tone="bad"
          role="alert"
          actions={
            <Button size="inline" onClick={() => setRefusal(null)}>
              Fermer
            </Button>
          }
        >
          {refusal}
        </Note>
      )}
      <WarningNotes views={views} today={today} />
      {views.map((view) => (
        <AssistantPane
          key={view.assistant.id}
          {...{ view, today, gesture, manages, employer }}
          onRefused={setRefusal}
        />
      ))}
      {views.length === 0 && (
        <EmptyState icon={IconTraining} title={employer ? 'Aucun assistant' : 'Aucun dossier à votre nom'}>
          {employer
            ? 'Les assistants employés par le cabinet s’affichent ici, avec leur formation.'
            : 'Le responsable du cabinet relie votre compte à votre contrat de travail.'}
        </EmptyState>
      )}
    </Stack>
  );
}
