import { useState } from 'react';
import type { AssistantTraining } from '#shared/contract/training.ts';
import type { Day } from '#shared/kernel/day.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useRead } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { Button, EmptyState, ErrorArea, LoadingArea, Note, Stack } from '../../ui/index.ts';
import { IconImport, IconTraining } from '../../ui/icons.ts';
import { AssistantPane } from './assistant-pane.tsx';
import { AttestationPanel } from './attestation-panel.tsx';
import { DaysPanel } from './days-panel.tsx';
import { LetterPanel } from './letter-panel.tsx';
import { ModulePanel, NewModulePanel } from './module-panel.tsx';
import { useGesture, type OpenGesture } from './open-gesture.ts';
import { OutcomePanel, RegistrationPanel } from './registration-panel.tsx';
import { VaePanel } from './vae-panel.tsx';
import { WarningNotes } from './warning-notes.tsx';

/** Formation: one pane per assistant, the forms at the right. */
export function TrainingPage() {
  const me = useMe();
  const all = me !== null && can(me, 'employer.read');
  const manages = me !== null && can(me, 'employer.manage');
  // The employer reads everyone; an assistant, their own file.
  const everyone = useRead('training', 'list', {}, { enabled: all });
  const own = useRead('training', 'mine', {}, { enabled: me !== null && !all });
  const read = all ? everyone : own;
  const gesture = useGesture();
  const [refusal, setRefusal] = useState<string | null>(null);
  const views = (read.data?.assistants ?? []) as readonly AssistantTraining[];
  const attach = () => gesture.open('attestation');
  const attaches = manages && views.some(({ training }) => training !== null);
  useActions('Formation', [
    {
      id: 'training.attach',
      label: 'Ajouter une attestation',
      icon: IconImport,
      keys: ['Ctrl+Enter'],
      isAvailable: () => attaches && gesture.geste === null,
      run: attach,
    },
  ]);
  const panel = read.data === undefined || !manages ? null : panelOf(gesture, views, read.data.today);
  return (
    <>
      <PageHead
        title="Formation"
        context={all ? 'Assistants médicaux du cabinet' : 'Mon dossier'}
        primaryAction={
          attaches ? (
            <Button
              kind={gesture.geste === null ? 'primary' : 'secondary'}
              icon={IconImport}
              onClick={attach}
              {...(gesture.geste === null ? { keyCap: 'Ctrl ↵', keyShortcut: 'Control+Enter' } : {})}
            >
              Ajouter une attestation
            </Button>
          ) : undefined
        }
      />
      <PageLayout panel={panel} panelLabel="Saisie de la formation">
        {read.error !== null && (
          <ErrorArea
            what="Les formations n’ont pas pu être lues."
            why={sentenceOf(read.error)}
            onRetry={() => void read.refetch()}
          />
        )}
        {read.data === undefined && read.error === null && <LoadingArea words="Lecture des formations…" />}
        {read.data !== undefined && (
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
            <WarningNotes views={views} />
            {views.map((view) => (
              <AssistantPane
                key={view.assistant.id}
                view={view}
                today={read.data.today}
                gesture={gesture}
                manages={manages}
                onRefused={all ? setRefusal : undefined}
              />
            ))}
            {views.length === 0 && (
              <EmptyState icon={IconTraining} title={all ? 'Aucun assistant' : 'Aucun dossier à votre nom'}>
                {all
                  ? 'Les assistants employés par le cabinet s’affichent ici, avec leur formation.'
                  : 'Le responsable du cabinet relie votre accès à votre contrat de travail.'}
              </EmptyState>
            )}
          </Stack>
        )}
      </PageLayout>
    </>
  );
}

/** The form asked by the address, for an assistant of the list. */
function panelOf(gesture: OpenGesture, views: readonly AssistantTraining[], today: Day) {
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
  if (view === undefined) return null;
  const common = { view, today, onClose: close };
  const { training } = view;
  switch (geste) {
    case 'inscription':
      return <RegistrationPanel key={key} {...common} />;
    case 'issue':
      return training === null ? null : <OutcomePanel key={key} {...common} />;
    case 'vae':
      return <VaePanel key={key} {...common} />;
    case 'courrier':
      return <LetterPanel key={key} {...common} />;
    case 'journees':
      return training === null ? null : <DaysPanel key={key} {...common} trainingId={training.id} />;
    case 'nouveau-module':
      return training === null ? null : (
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
      return module === undefined ? null : <ModulePanel key={key} {...common} module={module} />;
    }
  }
}
