import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRead } from '../../../api/queries.ts';
import { useSession } from '../../../api/session.ts';
import { LoadingArea } from '../../../ui/index.ts';
import { FindFirst } from './find-first.tsx';
import { NewPatientForm } from './new-patient-form.tsx';
import { newPatientSubject } from './use-new-patient.ts';

/** Nouveau patient: a search first, then the form. An entry begun has an opaque id in the address. */
export function NewPatientPage() {
  const { brouillon } = useSearch({ from: '/patients/nouveau' });
  const navigate = useNavigate();
  const today = useSession((store) => store.state?.today) ?? '';
  const practice = useRead('practice', 'get', {});
  const drafts = useRead('session', 'drafts', {});
  if (brouillon === undefined) {
    return (
      <FindFirst
        practice={practice.data}
        today={today}
        onOpen={(patientId) => void navigate({ to: '/patients/$patientId', params: { patientId } })}
        onLeave={() => void navigate({ to: '/patients' })}
        onCreate={() =>
          void navigate({ to: '/patients/nouveau', search: { brouillon: crypto.randomUUID() }, replace: true })
        }
      />
    );
  }
  if (drafts.data === undefined || practice.data === undefined) return <LoadingArea words="Lecture de la saisie…" />;
  const mine = drafts.data.filter((draft) => draft.subject === newPatientSubject && draft.subjectId === brouillon);
  return <NewPatientForm key={brouillon} draftId={brouillon} drafts={mine} practice={practice.data} today={today} />;
}
