import { useNavigate } from '@tanstack/react-router';

/** Opens the record of an assistant on the employer's page, with a form of it when one is named. */
export function useEmployerRecord(assistantId: string) {
  const navigate = useNavigate();
  return (form?: 'contrat' | 'assistant') =>
    void navigate({
      to: '/employeur',
      search: {
        assistant: assistantId,
        saisie: form,
        ...(form === 'contrat' ? { dans: assistantId } : {}),
        ...(form === 'assistant' ? { objet: assistantId } : {}),
      },
    });
}
