import { useNavigate, useSearch } from '@tanstack/react-router';

/** Forms of the panel, as the address names them. */
export const forms = ['assistant', 'contrat', 'fin', 'duree', 'repartition', 'absence', 'profil'] as const;
export type FormName = (typeof forms)[number];

export interface EmployerSearch {
  assistant?: string | undefined;
  medecin?: string | undefined;
  saisie?: FormName | undefined;
  /** The record corrected; absent for a new one. */
  objet?: string | undefined;
  /** The contract a new line belongs to. */
  dans?: string | undefined;
  /** First day of the split corrected. */
  jour?: string | undefined;
}

/** What is shown, and how to show something else: the address holds it all. */
export function useEmployerAddress() {
  const search: EmployerSearch = useSearch({ from: '/employeur' });
  const navigate = useNavigate({ from: '/employeur' });
  const { assistant, medecin } = search;
  const go = (next: EmployerSearch) => void navigate({ search: next, replace: true });
  return {
    ...search,
    show: go,
    open: (saisie: FormName, which: Pick<EmployerSearch, 'objet' | 'dans' | 'jour'> = {}) =>
      go({ assistant, medecin, saisie, ...which }),
    close: () => {
      go({ assistant, medecin });
      document.getElementById('contenu')?.focus();
    },
  };
}
