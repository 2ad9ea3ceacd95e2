import type { AssistantView, DoctorProfiles } from '#shared/contract/employer.ts';
import { Note } from '../../ui/index.ts';
import { useEmployerAddress } from './address.ts';
import { EmploymentForm, EndForm, NewEmploymentForm, WorkTimeForm } from './contract-forms.tsx';
import { AbsenceForm, AssistantForm, ProfileForm } from './person-forms.tsx';
import { SharesForm } from './shares-form.tsx';

interface EmployerPanelProps {
  assistant: AssistantView | undefined;
  doctor: DoctorProfiles | undefined;
  doctors: readonly { id: string; displayName: string }[];
  accounts: readonly { id: string; name: string }[];
}

/** The form the address asks for. */
export function EmployerPanel({ assistant, doctor, doctors, accounts }: EmployerPanelProps) {
  const { saisie, objet, dans, jour, close, show } = useEmployerAddress();
  const gone = <Note tone="neutral">Cet élément n’est plus dans la fiche.</Note>;
  const contract = assistant?.employments.find(({ id }) => id === (objet ?? dans));
  const parent = assistant?.employments.find(({ id }) => id === dans);
  switch (saisie) {
    case 'assistant':
      return (
        <AssistantForm
          assistant={objet === undefined ? null : (assistant ?? null)}
          accounts={accounts}
          onClose={close}
          onAdded={(id) => show({ assistant: id, saisie: 'contrat', dans: id })}
        />
      );
    case 'contrat':
      if (assistant === undefined) return gone;
      if (objet === undefined) return <NewEmploymentForm assistant={assistant} onClose={close} />;
      return contract === undefined ? gone : <EmploymentForm employment={contract} onClose={close} />;
    case 'fin':
      return contract === undefined ? gone : <EndForm employment={contract} onClose={close} />;
    case 'duree':
      return parent === undefined ? gone : <WorkTimeForm employment={parent} lineId={objet} onClose={close} />;
    case 'repartition':
      return parent === undefined ? (
        gone
      ) : (
        <SharesForm employment={parent} day={jour} doctors={doctors} onClose={close} />
      );
    case 'absence':
      return assistant === undefined ? gone : <AbsenceForm assistant={assistant} absenceId={objet} onClose={close} />;
    case 'profil':
      return doctor === undefined ? gone : <ProfileForm doctor={doctor} lineId={objet} onClose={close} />;
    case undefined:
      return null;
  }
}
