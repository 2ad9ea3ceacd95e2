import { useNavigate } from '@tanstack/react-router';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { useActions } from '../../../app/actions/index.ts';
import { PageLayout } from '../../../app/frame/index.ts';
import { PageHead } from '../../../app/shell/page-head.tsx';
import { Button, Note, Stack, Stepper } from '../../../ui/index.ts';
import imports from '../../imports/imports.module.css';
import { PastColumns } from './past-columns.tsx';
import { PastCheck } from './past-check.tsx';
import { PastFile } from './past-file.tsx';
import { PastVisitRuns } from './past-visit-runs.tsx';
import { usePastVisits, type PastVisitCourse } from './use-past-visits.ts';

const steps = ['Fichier', 'Colonnes', 'Essai à blanc', 'Reprise'] as const;

function primaryOf(
  course: PastVisitCourse,
  toAid: () => void,
): { label: string; possible: boolean; run: () => void } | null {
  const { step, current, total, missing, unanswered } = course;
  if (step === 1) return { label: 'Essayer à blanc', possible: missing.length === 0, run: () => void course.check() };
  if (step === 2 && current?.phase === 'checked') {
    return {
      label: `Reprendre ${formatNumber(total)} passages`,
      possible: total > 0 && unanswered.length === 0,
      run: () => void course.start(),
    };
  }
  return course.ended ? { label: 'Voir les compteurs', possible: true, run: toAid } : null;
}

/** Import of past visits, so that the sliding year of the file active is covered. A dry run comes first. */
export function PastVisitsPage() {
  const navigate = useNavigate();
  const course = usePastVisits();
  const toAid = () => void navigate({ to: '/aide' });
  const primary = primaryOf(course, toAid);
  useActions('Reprise de passages', [
    {
      id: 'past.next',
      label: 'Continuer la reprise',
      keys: ['Ctrl+Enter'],
      inFields: true,
      isAvailable: () => primary?.possible === true,
      run: () => primary?.run(),
    },
  ]);
  return (
    <>
      <PageHead
        title="Reprendre des passages"
        context="Aide conventionnelle"
        secondaryActions={<OtherWay course={course} toAid={toAid} />}
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
        <div className={imports['steps']}>
          <Stepper label="Étapes" steps={steps} current={course.step} />
        </div>
        <Stack gap={3}>
          {course.error !== null && (
            <Note tone="bad" role="alert">
              {course.error}
            </Note>
          )}
          {course.others !== null && (
            <Note tone="info">Une reprise est en cours, lancée par {course.others}. Attendre sa fin.</Note>
          )}
          <StepBody course={course} />
        </Stack>
      </PageLayout>
    </>
  );
}

function OtherWay({ course, toAid }: { course: PastVisitCourse; toAid: () => void }) {
  if (course.step === 0) return <Button onClick={toAid}>Revenir à l’aide</Button>;
  if (course.running) return <Button onClick={() => void course.stop()}>Arrêter</Button>;
  if (course.step === 2) return <Button onClick={course.backToColumns}>Revoir les colonnes</Button>;
  return <Button onClick={course.again}>Autre fichier</Button>;
}

function StepBody({ course }: { course: PastVisitCourse }) {
  const { analysis, current, step } = course;
  if (step === 0) {
    return (
      <>
        <PastFile onRead={course.read} />
        <PastVisitRuns />
      </>
    );
  }
  if (step === 1 && analysis !== null) {
    return (
      <>
        {course.missing.length > 0 && (
          <Note tone="warn">
            Il manque{NBSP}: {course.missing.join(' ; ')}.
          </Note>
        )}
        <PastColumns course={course} analysis={analysis} />
      </>
    );
  }
  if (current === null) return null;
  const tone = current.phase === 'published' ? 'ok' : current.phase === 'failed' ? 'bad' : 'info';
  return (
    <>
      {current.message !== null && (
        <Note tone={tone} role="status">
          {current.message}
        </Note>
      )}
      <PastCheck course={course} status={current} />
      {course.ended && <PastVisitRuns />}
    </>
  );
}
