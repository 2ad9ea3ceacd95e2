import { useNavigate } from '@tanstack/react-router';
import { counted, NBSP } from '#shared/kernel/format.ts';
import { EndNote, ImportFrame } from '../../../app/import-course/import-frame.tsx';
import { Button, Note } from '../../../ui/index.ts';
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
      label: `Reprendre ${counted(total, 'passage', 'passages')}`,
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
  return (
    <ImportFrame
      title="Reprendre des passages"
      context="Aide conventionnelle"
      steps={steps}
      action={{ id: 'past.next', group: 'Reprise de passages', label: 'Continuer la reprise' }}
      primary={primaryOf(course, toAid)}
      leave={<Button onClick={toAid}>Revenir à l’aide</Button>}
      course={course}
      others={course.others === null ? null : `Une reprise est en cours, lancée par ${course.others}. Attendre sa fin.`}
    >
      <StepBody course={course} />
    </ImportFrame>
  );
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
            Il manque{NBSP}: {course.missing.join(`${NBSP}; `)}.
          </Note>
        )}
        <PastColumns course={course} analysis={analysis} />
      </>
    );
  }
  if (current === null) return null;
  return (
    <>
      <EndNote status={current} />
      <PastCheck course={course} status={current} />
      {course.ended && <PastVisitRuns />}
    </>
  );
}
