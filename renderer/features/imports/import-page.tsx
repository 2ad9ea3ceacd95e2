import { useNavigate } from '@tanstack/react-router';
import { formatNumber } from '#shared/kernel/format.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { Button, Note, Stack, Stepper } from '../../ui/index.ts';
import { CheckStep, type Status } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import styles from './imports.module.css';
import { PastRuns } from './past-runs.tsx';
import { useImport, type ImportCourse } from './use-import.ts';

const steps = ['Fichier', 'Colonnes', 'Vérification', 'Import'] as const;

/** The one action of the step, or null when there is nothing to do but wait. */
function primaryOf(
  course: ImportCourse,
  toPatients: () => void,
): { label: string; possible: boolean; run: () => void } | null {
  const { step, current, total, missing } = course;
  if (step === 1)
    return { label: 'Vérifier les lignes', possible: missing.length === 0, run: () => void course.check() };
  if (step === 2 && current?.phase === 'checked')
    return { label: `Importer ${formatNumber(total)} dossiers`, possible: total > 0, run: () => void course.start() };
  return course.ended ? { label: 'Voir les patients', possible: true, run: toPatients } : null;
}

/** Import of a patient list: nothing is created before the last step, and the whole can be undone. */
export function ImportPage() {
  const navigate = useNavigate();
  const course = useImport();
  const primary = primaryOf(course, () => void navigate({ to: '/patients' }));
  useActions('Import', [
    {
      id: 'import.next',
      label: 'Continuer l’import',
      keys: ['Ctrl+Enter'],
      inFields: true,
      isAvailable: () => primary?.possible === true,
      run: () => primary?.run(),
    },
  ]);
  return (
    <>
      <PageHead
        title="Importer une liste de patients"
        secondaryActions={<OtherWay course={course} />}
        primaryAction={
          primary !== null && (
            <Button kind="primary" disabled={!primary.possible} onClick={primary.run} keyCap="Ctrl ↵">
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
          {course.others !== null && (
            <Note tone="info">Un import est en cours, lancé par {course.others}. Attendre sa fin.</Note>
          )}
          <StepBody course={course} />
        </Stack>
      </PageLayout>
    </>
  );
}

function OtherWay({ course }: { course: ImportCourse }) {
  if (course.step === 0) return null;
  if (course.running) return <Button onClick={() => void course.stop()}>Arrêter</Button>;
  if (course.step === 2) return <Button onClick={course.backToColumns}>Revoir les colonnes</Button>;
  return <Button onClick={course.again}>Autre fichier</Button>;
}

function StepBody({ course }: { course: ImportCourse }) {
  const { analysis, current, step } = course;
  if (step === 0) {
    return (
      <>
        <FileStep onRead={course.read} />
        <PastRuns />
      </>
    );
  }
  if (step === 1 && analysis !== null) {
    return (
      <>
        {course.missing.length > 0 && (
          <Note tone="warn">
            Il manque{'\u00a0'}: {course.missing.join(', ')}.
          </Note>
        )}
        <ColumnsStep analysis={analysis} mapping={course.mapping} onChange={course.setMapping} />
      </>
    );
  }
  if (current === null) return null;
  const changeable = current.phase === 'checked' && analysis !== null;
  return (
    <>
      <EndNote status={current} />
      <CheckStep
        status={current}
        choices={course.choices}
        onChoices={changeable ? (chosen) => void course.check(chosen) : undefined}
      />
      {course.ended && <PastRuns />}
    </>
  );
}

function EndNote({ status }: { status: Status }) {
  if (status.message === null) return null;
  const tone = status.phase === 'published' ? 'ok' : status.phase === 'failed' ? 'bad' : 'info';
  return (
    <Note tone={tone} role="status">
      {status.message}
    </Note>
  );
}
