import { useNavigate } from '@tanstack/react-router';
import type { AidContractView } from '#shared/contract/aid-views.ts';
import { useAidAddress } from './address.ts';
import { counterOf } from './aid-data.ts';

type Missing = AidContractView['missing'][number];
type Gesture = Missing['gesture'];

/** What the link of a missing thing says. */
export const GESTURE_LABELS: Readonly<Record<Gesture, string>> = {
  contract: 'Compléter le contrat',
  objective: 'Saisir l’objectif',
  event: 'Noter',
  payment: 'Saisir le versement',
  year: 'Compléter l’année',
  member: 'Compléter',
  assistant: 'Rattacher un assistant',
  profile: 'Compléter le profil',
  count: 'Saisir le relevé',
  employment: 'Voir le contrat de travail',
  document: 'Ajouter la pièce',
  renewal: 'Préparer le renouvellement',
};

/** `PMT.<id>`: the statement itself, to be corrected; a counter: a new one. */
const statementOf = (field: string) => (field.includes('.') ? field : counterOf(field));

/** Opens the place where something missing is completed: its own record, never a new one beside it. */
export function useGesture({ id: contractId, members }: Pick<AidContractView, 'id' | 'members'>) {
  const { open } = useAidAddress();
  const navigate = useNavigate();
  const records = useRecords();
  const aboutPayment = (field: string | null) => (field === null ? undefined : `RECEIVED.${field}`);
  const places: Readonly<Record<Gesture, (about: Pick<Missing, 'field' | 'targetId'>) => void>> = {
    contract: ({ field }) => (field === 'policy' ? open('reglement') : open('contrat', contractId)),
    objective: ({ field }) => open('objectif', field ?? undefined),
    event: () => open('courrier'),
    payment: ({ field }) => open('versement', aboutPayment(field)),
    year: ({ field }) => open('annee', field ?? undefined),
    // A condition names the doctor; the form is that of their line in the contract.
    member: ({ targetId }) =>
      open('medecin', members.find(({ doctorId }) => doctorId === targetId)?.id ?? targetId ?? undefined),
    assistant: ({ targetId }) => open('assistant', targetId ?? undefined),
    count: ({ field }) => open('releve', statementOf(field ?? '')),
    document: ({ field, targetId }) => open(formOfProof(field), targetId ?? undefined),
    profile: ({ targetId }) => records.ofDoctor(targetId),
    employment: ({ targetId }) => records.ofAssistant(targetId),
    renewal: () => void navigate({ to: '/aide/renouvellement/$contractId', params: { contractId } }),
  };
  return ({ gesture, ...about }: Pick<Missing, 'gesture' | 'field' | 'targetId'>) => places[gesture](about);
}

/** A proof is joined where its fact is: a payment, an event, else the contract itself. */
function formOfProof(aboutKind: string | null): 'versement' | 'evenement' | 'pieces' {
  if (aboutKind === 'aid_payment') return 'versement';
  return aboutKind === 'aid_event' ? 'evenement' : 'pieces';
}

/** Opens the record of an assistant or of a doctor; the first one when nobody is named. */
export function useRecords() {
  const navigate = useNavigate();
  return {
    ofAssistant: (id: string | null) => void navigate({ to: '/employeur', search: { assistant: id ?? undefined } }),
    ofDoctor: (id: string | null) => void navigate({ to: '/employeur', search: { medecin: id ?? undefined } }),
  };
}
