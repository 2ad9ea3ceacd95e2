import { useNavigate } from '@tanstack/react-router';
import { counted } from '#shared/kernel/format.ts';
import { EndNote, ImportFrame } from '../../app/import-course/import-frame.tsx';
import { Note } from '../../ui/index.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
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
    return {
      label: `Importer ${counted(total, 'dossier', 'dossiers')}`,
      possible: total > 0,
      run: () => void course.start(),
    };
  return course.ended ? { label: 'Voir les patients', possible: true, run: toPatients } : null;
}

/** Import of a patient list: nothing is created before the last step, and the whole can be undone. */
export function ImportPage() {
  const navigate = useNavigate();
  const course = useImport();
  return (
    <ImportFrame
      title="Importer une liste de patients"
      steps={steps}
      action={{ id: 'import.next', group: 'Import', label: 'Continuer l’import' }}
      primary={primaryOf(course, () => void navigate({ to: '/patients' }))}
      course={course}
      others={course.others === null ? null : `Un import est en cours, lancé par ${course.others}. Attendre sa fin.`}
    >
      <StepBody course={course} />
    </ImportFrame>
  );
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
