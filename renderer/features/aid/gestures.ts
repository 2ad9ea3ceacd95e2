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

/** Opens the place where something missing is completed. */
export function useGesture(contractId: string | null) {
  const { open } = useAidAddress();
  const navigate = useNavigate();
  return ({ gesture, field, targetId }: Pick<Missing, 'gesture' | 'field' | 'targetId'>) => {
    switch (gesture) {
      case 'contract':
        return field === 'policy' ? open('reglement') : open('contrat', contractId ?? undefined);
      case 'objective':
        return open('objectif', field ?? undefined);
      case 'event':
        return open('courrier');
      case 'payment':
        return open('versement', field === null ? undefined : `RECEIVED.${field}`);
      case 'year':
        return open('annee', field ?? undefined);
      case 'member':
        return open('medecin', targetId ?? undefined);
      case 'assistant':
        return open('assistant', targetId ?? undefined);
      case 'count':
        return open('releve', counterOf(field ?? ''));
      case 'document':
        return open('pieces');
      case 'profile':
        return void navigate({
          to: '/employeur',
          search: targetId === null ? {} : { medecin: targetId, saisie: 'profil' },
        });
      case 'employment':
        return void navigate({ to: '/employeur', search: targetId === null ? {} : { assistant: targetId } });
      case 'renewal':
        if (contractId !== null) void navigate({ to: '/aide/renouvellement/$contractId', params: { contractId } });
    }
  };
}
