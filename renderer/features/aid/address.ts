import { useNavigate, useSearch } from '@tanstack/react-router';
import { isId } from '../../app/shell/guard.tsx';

/** Forms of the right panel, by the word of the address. */
export const forms = [
  'contrat',
  'renouvellement',
  'reglement',
  'objectif',
  'avenant',
  'suspension',
  'reprise',
  'courrier',
  'evenement',
  'fin',
  'versement',
  'annee',
  'releve',
  'releves',
  'assistant',
  'medecin',
  'pieces',
] as const;
export type FormName = (typeof forms)[number];

export interface AidSearch {
  onglet?: 'temps' | undefined;
  medecin?: string | undefined;
  contrat?: string | undefined;
  /** The form open at the right, and what it is about: a counter, a year, an opaque id. */
  saisie?: FormName | undefined;
  cible?: string | undefined;
}

const id = (value: unknown) => (isId(value) ? value : undefined);

/** What the address of /aide holds: view names, codes and opaque ids. */
export function readAidSearch(search: Record<string, unknown>): AidSearch {
  const target = search['cible'];
  return {
    onglet: search['onglet'] === 'temps' ? 'temps' : undefined,
    medecin: id(search['medecin']),
    contrat: id(search['contrat']),
    saisie: forms.find((name) => name === search['saisie']),
    cible:
      (typeof target === 'string' && /^[\w.-]{1,60}$/u.test(target)) || typeof target === 'number'
        ? String(target)
        : undefined,
  };
}

interface AidAddress extends AidSearch {
  go: (part: Partial<AidSearch>) => void;
  open: (form: FormName, target?: string) => void;
  /** Closes the panel and gives the focus back to what opened it. */
  close: () => void;
}

/** What had the focus when the panel opened: given back when it closes. */
let opener: HTMLElement | null = null;

export function useAidAddress(): AidAddress {
  const navigate = useNavigate();
  const search = readAidSearch(useSearch({ strict: false }));
  const go = (part: Partial<AidSearch>) => void navigate({ to: '/aide', search: { ...search, ...part } });
  return {
    ...search,
    go,
    open: (form, target) => {
      if (search.saisie === undefined) opener = document.activeElement as HTMLElement | null;
      go({ saisie: form, cible: target });
    },
    close: () => {
      go({ saisie: undefined, cible: undefined });
      const back = opener;
      opener = null;
      requestAnimationFrame(() =>
        (back !== null && back.isConnected ? back : document.getElementById('contenu'))?.focus(),
      );
    },
  };
}
