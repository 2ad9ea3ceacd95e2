import { useEffect, useRef } from 'react';
import type { AssistantTraining } from '#shared/contract/training.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useRead } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { Button, ErrorArea, LoadingArea } from '../../ui/index.ts';
import { IconImport } from '../../ui/icons.ts';
import { paneId } from './assistant-pane.tsx';
import { gesturePanel } from './gesture-panel.tsx';
import { useGesture } from './open-gesture.ts';
import { OwnFile } from './own-file.tsx';
import { Trainings } from './trainings.tsx';

/** Formation: the employer reads everyone; an assistant, their own file. */
export function TrainingPage() {
  const me = useMe();
  if (me === null) return null;
  return can(me, 'employer.read') ? <EveryTraining manages={can(me, 'employer.manage')} /> : <OwnFile />;
}

/** One pane per assistant, the forms at the right. */
function EveryTraining({ manages }: { manages: boolean }) {
  const read = useRead('training', 'list', {});
  const gesture = useGesture();
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
  useShownPane(gesture.geste === null ? gesture.assistantId : null, read.data !== undefined);
  return (
    <>
      <PageHead
        title="Formation"
        context="Assistants médicaux du cabinet"
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
      <PageLayout
        panel={read.data === undefined || !manages ? null : gesturePanel(gesture, views, read.data.today)}
        panelLabel="Saisie de la formation"
      >
        {read.error !== null && (
          <ErrorArea
            what="Les formations n’ont pas pu être lues."
            why={sentenceOf(read.error)}
            onRetry={() => void read.refetch()}
          />
        )}
        {read.data === undefined && read.error === null && <LoadingArea words="Lecture des formations…" />}
        {read.data !== undefined && <Trainings {...{ views, gesture, manages }} today={read.data.today} employer />}
      </PageLayout>
    </>
  );
}

/** An address that names an assistant brings their pane into view, once. */
function useShownPane(assistantId: string | null, ready: boolean): void {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (!ready || assistantId === null || shown.current === assistantId) return;
    shown.current = assistantId;
    const name = document.getElementById(paneId(assistantId));
    name?.closest('section')?.scrollIntoView({ block: 'start' });
    name?.focus({ preventScroll: true });
  }, [assistantId, ready]);
}
