import { useNavigate } from '@tanstack/react-router';
import type { RenewalPlace, ChecklistLine } from '#shared/domain/renewal.ts';

/** Forms of the aid's screen, by the word of its address. */
const AID_FORMS = {
  contract: 'contrat',
  policy: 'reglement',
  letter: 'courrier',
  avenant: 'avenant',
  event: 'evenement',
  year: 'annee',
  payment: 'versement',
  member: 'medecin',
  assistant: 'assistant',
  objective: 'objectif',
  count: 'releve',
} as const satisfies Partial<Record<RenewalPlace, string>>;

const isAidForm = (place: RenewalPlace): place is keyof typeof AID_FORMS => place in AID_FORMS;

/** Opens the place where a line of the checklist is put right, with its form. */
export function usePlaces(contractId: string, doctorId: string | undefined) {
  const navigate = useNavigate();
  return ({ place, target }: NonNullable<ChecklistLine['gesture']>): void => {
    const [first, second] = target?.split('.') ?? [];
    if (isAidForm(place)) {
      const statement = place === 'count';
      void navigate({
        to: '/aide',
        search: {
          contrat: contractId,
          // A statement is that of one doctor of the contract.
          medecin: (statement ? second : undefined) ?? doctorId,
          saisie: AID_FORMS[place],
          cible: (statement ? first : target) ?? undefined,
        },
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
        return void navigate({ to: '/employeur', search: { medecin: first, saisie: 'profil', objet: second } });
      case 'employment':
        return void navigate({
          to: '/employeur',
          search: {
            assistant: first,
            ...(second === undefined ? { saisie: 'contrat' } : { saisie: 'duree', dans: second }),
          },
        });
      case 'training':
        return void navigate({ to: '/formation', search: { assistant: first } });
      case 'registration':
        return void navigate({ to: '/formation', search: { assistant: first, geste: 'inscription' } });
      case 'information':
        return void navigate({ to: '/temps-rendu' });
    }
  };
}
