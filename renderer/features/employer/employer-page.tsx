import { useState } from 'react';
import type { AssistantView, DoctorProfiles } from '#shared/contract/employer.ts';
import { formatDay, parseFrenchDate } from '#shared/kernel/day.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useRead } from '../../api/queries.ts';
import { useMe, useSession } from '../../api/session.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { Button, EmptyState, LoadingArea, Note, Stack } from '../../ui/index.ts';
import { IconAdd, IconPerson } from '../../ui/icons.ts';
import { useEmployerAddress, type EmployerSearch } from './address.ts';
import { AssistantRecord } from './assistant-record.tsx';
import { DoctorRecord } from './doctor-record.tsx';
import { EmployerNav } from './employer-nav.tsx';
import { EmployerPanel } from './employer-panel.tsx';
import { dayBounds } from './typed-facts.ts';

/** Who is employed, under which contract, and the profile of each doctor: what the training and the aid depend on. */
export function EmployerPage() {
  const me = useMe();
  const today = useSession((store) => store.state?.today) ?? '';
  const address = useEmployerAddress();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [typedDay, setTypedDay] = useState(() => (today === '' ? '' : formatDay(today)));
  const reading = parseFrenchDate(typedDay, { today, ...dayBounds(today) });
  const day = reading.kind === 'day' ? reading.day : today;
  const people = useRead('employer', 'assistants', { day: today }).data;
  const profiles = useRead('employer', 'profiles', { day }, { placeholderData: (before) => before }).data?.doctors;
  const practice = useRead('practice', 'get', {}).data;
  const manages = me !== null && can(me, 'employer.manage');
  const addAssistant = () => address.show({ saisie: 'assistant' });
  useActions('Employeur', [
    {
      id: 'employer.add',
      label: 'Ajouter un assistant',
      icon: IconAdd,
      keys: ['N'],
      isAvailable: () => manages && address.saisie === undefined,
      run: addAssistant,
    },
  ]);
  if (people === undefined || profiles === undefined || practice === undefined) return <LoadingArea />;

  const doctors = practice.doctors.filter((one) => one.archivedAt === null);
  const { assistant, doctor, gone } = recordOf(address, people.assistants, profiles);
  const named = practice.doctors.find(({ id }) => id === doctor?.doctorId)?.displayName ?? '';
  const onRefused = (error: unknown) => setRefusal(sentenceOf(error));
  const shown = { ...address, assistant: assistant?.id, medecin: doctor?.doctorId };
  return (
    <PageLayout
      side={<EmployerNav assistants={people.assistants} doctors={doctors} current={shown} today={today} />}
      sideLabel="Assistants et médecins"
      panel={
        manages &&
        address.saisie !== undefined && (
          <EmployerPanel
            key={`${address.saisie} ${address.objet ?? ''} ${address.dans ?? ''} ${address.jour ?? ''}`}
            assistant={assistant}
            doctor={doctor}
            doctors={doctors}
            accounts={people.accounts}
          />
        )
      }
      panelLabel="Saisie"
    >
      <EmployerHead shown={manages} panelOpen={address.saisie !== undefined} onAdd={addAssistant} />
      <Stack gap={3}>
        {!manages && <Note tone="neutral">Lecture seule. Réservé aux médecins du cabinet et au gestionnaire.</Note>}
        {refusal !== null && (
          <Note tone="bad" role="alert">
            {refusal}
          </Note>
        )}
        {doctor !== undefined ? (
          <DoctorRecord
            key={doctor.doctorId}
            doctor={doctor}
            name={named}
            {...{ today, manages, typedDay, onRefused }}
            onDay={setTypedDay}
          />
        ) : assistant !== undefined ? (
          <AssistantRecord key={assistant.id} {...{ assistant, doctors, today, manages, onRefused }} />
        ) : (
          <EmptyState icon={IconPerson} title={gone ? 'Fiche introuvable' : 'Aucun assistant'}>
            {gone
              ? 'Elle n’est plus au cabinet. Choisir une autre fiche dans la liste.'
              : 'Son contrat de travail, ses absences et ses diplômes se notent ici.'}
          </EmptyState>
        )}
      </Stack>
    </PageLayout>
  );
}

/** The record of the address; without one, the first person of the practice. One asked is never replaced by another. */
function recordOf(
  { assistant: assistantId, medecin, saisie }: EmployerSearch,
  assistants: readonly AssistantView[],
  profiles: readonly DoctorProfiles[],
) {
  const adding = saisie === 'assistant';
  const doctor = profiles.find(({ doctorId }) => doctorId === medecin);
  if (assistantId === undefined && medecin === undefined && !adding)
    return { assistant: assistants.find(({ archivedAt }) => archivedAt === null), doctor, gone: false };
  const assistant = assistants.find(({ id }) => id === assistantId);
  return { assistant, doctor, gone: assistant === undefined && doctor === undefined && !adding };
}

/** Title, and the one primary action: quiet while a form holds it. */
function EmployerHead({ shown, panelOpen, onAdd }: { shown: boolean; panelOpen: boolean; onAdd: () => void }) {
  return (
    <PageHead
      title="Employeur"
      context="Assistants et profil des médecins"
      primaryAction={
        shown && (
          <Button
            kind={panelOpen ? 'secondary' : 'primary'}
            icon={IconAdd}
            onClick={onAdd}
            {...(panelOpen ? {} : { keyCap: 'N', keyShortcut: 'N' })}
          >
            Ajouter un assistant
          </Button>
        )
      }
    />
  );
}
