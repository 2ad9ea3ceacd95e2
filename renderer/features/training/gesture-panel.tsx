import type { AssistantTraining } from '#shared/contract/training.ts';
import type { Day } from '#shared/kernel/day.ts';
import { AttestationPanel } from './attestation-panel.tsx';
import { DaysPanel } from './days-panel.tsx';
import { LetterPanel } from './letter-panel.tsx';
import { ModulePanel, NewModulePanel } from './module-panel.tsx';
import type { OpenGesture } from './open-gesture.ts';
import { OutcomePanel, RegistrationPanel } from './registration-panel.tsx';
import { VaePanel } from './vae-panel.tsx';
import { WithdrawnPanel } from './withdrawn-panel.tsx';

/** The form asked by the address, for an assistant of the list. */
export function gesturePanel(gesture: OpenGesture, views: readonly AssistantTraining[], today: Day) {
  const { geste, assistantId, moduleId, close } = gesture;
  if (geste === null) return null;
  const key = `${geste} ${assistantId ?? ''} ${moduleId ?? ''}`;
  if (geste === 'attestation') {
    return (
      <AttestationPanel
        key={key}
        views={views}
        assistantId={assistantId}
        moduleId={moduleId}
        today={today}
        onClose={close}
      />
    );
  }
  const view = views.find(({ assistant }) => assistant.id === assistantId);
  const withdrawn = <WithdrawnPanel key={`${key} retiré`} onClose={close} />;
  if (view === undefined) return withdrawn;
  const common = { view, today, onClose: close };
  const { training } = view;
  switch (geste) {
    case 'inscription':
      return <RegistrationPanel key={key} {...common} />;
    case 'issue':
      return training === null ? withdrawn : <OutcomePanel key={key} {...common} />;
    case 'vae':
      return <VaePanel key={key} {...common} />;
    case 'courrier':
      return <LetterPanel key={key} {...common} />;
    case 'journees':
      return training === null ? withdrawn : <DaysPanel key={key} {...common} trainingId={training.id} />;
    case 'nouveau-module':
      return training === null ? (
        withdrawn
      ) : (
        <NewModulePanel
          key={key}
          trainingId={training.id}
          assistantId={view.assistant.id}
          today={today}
          onClose={close}
        />
      );
    case 'module': {
      const module = training?.modules.find(({ id }) => id === moduleId);
      return module === undefined ? withdrawn : <ModulePanel key={key} {...common} module={module} />;
    }
  }
}
