import type { ReactNode } from 'react';
import { useActions } from '../actions/index.ts';
import { PageLayout } from '../frame/index.ts';
import { PageHead } from '../shell/page-head.tsx';
import { Button, Note, Stack, Stepper } from '../../ui/index.ts';
import styles from './import-course.module.css';

interface ImportFrameProps {
  title: string;
  context?: string;
  steps: readonly string[];
  /** Names the action in the palette and in the help of keys. */
  action: { id: string; group: string; label: string };
  /** The one action of the step, or null when there is nothing to do but wait. */
  primary: { label: string; possible: boolean; run: () => void } | null;
  /** At step 0, where nothing can be taken back yet. */
  leave?: ReactNode;
  course: {
    step: number;
    running: boolean;
    error: string | null;
    stop: () => Promise<void>;
    backToColumns: () => void;
    again: () => void;
  };
  /** Somebody else's import, in a sentence. */
  others: string | null;
  children: ReactNode;
}

/** The page of an import: its steps, the one action of the step, and what was refused. */
export function ImportFrame({
  title,
  context,
  steps,
  action,
  primary,
  leave,
  course,
  others,
  children,
}: ImportFrameProps) {
  useActions(action.group, [
    {
      id: action.id,
      label: action.label,
      keys: ['Ctrl+Enter'],
      inFields: true,
      isAvailable: () => primary?.possible === true,
      run: () => primary?.run(),
    },
  ]);
  return (
    <>
      <PageHead
        title={title}
        context={context}
        secondaryActions={course.step === 0 ? leave : <OtherWay course={course} />}
        primaryAction={
          primary !== null && (
            <Button
              kind="primary"
              disabled={!primary.possible}
              onClick={primary.run}
              keyCap="Ctrl ↵"
              keyShortcut="Control+Enter"
            >
              {primary.label}
            </Button>
          )
        }
      />
      <PageLayout>
        <div className={styles['steps']}>
          <Stepper label="Étapes" steps={steps} current={course.step} />
        </div>
        <Stack gap={3}>
          {course.error !== null && (
            <Note tone="bad" role="alert">
              {course.error}
            </Note>
          )}
          {others !== null && <Note tone="info">{others}</Note>}
          {children}
        </Stack>
      </PageLayout>
    </>
  );
}

function OtherWay({ course }: Pick<ImportFrameProps, 'course'>) {
  if (course.running) return <Button onClick={() => void course.stop()}>Arrêter</Button>;
  if (course.step === 2) return <Button onClick={course.backToColumns}>Revoir les colonnes</Button>;
  return <Button onClick={course.again}>Autre fichier</Button>;
}

/** How the import ended, in the core's own sentence. */
export function EndNote({ status }: { status: { phase: string; message: string | null } }) {
  if (status.message === null) return null;
  const tone = status.phase === 'published' ? 'ok' : status.phase === 'failed' ? 'bad' : 'info';
  return (
    <Note tone={tone} role="status">
      {status.message}
    </Note>
  );
}
