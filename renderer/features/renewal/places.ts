import { useNavigate } from '@tanstack/react-router';
import type { RenewalPlace, ChecklistLine } from '#shared/domain/renewal.ts';

/** Forms of the aid's screen, by the word of its address. */
const AID_FORMS = {
  contract: 'contrat',
  event: 'courrier',
  year: 'annee',
  payment: 'versement',
  member: 'medecin',
  assistant: 'assistant',
  objective: 'objectif',
  count: 'releve',
} as const satisfies Partial<Record<RenewalPlace, string>>;

const isAidForm = (place: RenewalPlace): place is keyof typeof AID_FORMS => place in AID_FORMS;

/** Opens the place where a line of the checklist is put right. */
export function usePlaces(contractId: string, doctorId: string | undefined) {
  const navigate = useNavigate();
  return ({ place, target }: NonNullable<ChecklistLine['gesture']>): void => {
    if (isAidForm(place)) {
      const about =
        place === 'contract' ? contractId : place === 'payment' && target !== null ? `RECEIVED.${target}` : target;
      void navigate({
        to: '/aide',
        search: { contrat: contractId, medecin: doctorId, saisie: AID_FORMS[place], cible: about ?? undefined },
      });
      return;
    }
    switch (place) {
      case 'practice':
        return void navigate({ to: '/reglages/$section', params: { section: 'cabinet' } });
      case 'doctor':
        return void navigate({
          to: '/reglages/$section',
          params: { section: 'medecins' },
          search: target === null ? {} : { ouvert: target },
        });
      case 'profile':
        return void navigate({ to: '/employeur', search: { medecin: target ?? undefined } });
      case 'employment':
        return void navigate({ to: '/employeur', search: { assistant: target ?? undefined } });
      case 'training':
        return void navigate({ to: '/formation', search: { assistant: target ?? undefined } });
    }
  };
}
