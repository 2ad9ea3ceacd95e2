import { useNavigate, useParams, useSearch } from '@tanstack/react-router';

/** The panel being open belongs to the address: its opaque id, or one of these words. */
export const newItem = 'nouveau';
export const recoveryItem = 'cle-de-secours';

interface OpenItem {
  openId: string | null;
  open: (id: string) => void;
  /** Closes the panel and gives the focus back to what opened it. */
  close: () => void;
}

/** The item of the section opened in the panel. */
export function useOpenItem(): OpenItem {
  const navigate = useNavigate();
  const { section = 'cabinet' } = useParams({ strict: false });
  const { ouvert } = useSearch({ strict: false });
  const go = (id: string | undefined) =>
    void navigate({ to: '/reglages/$section', params: { section }, search: id === undefined ? {} : { ouvert: id } });
  return {
    openId: ouvert ?? null,
    open: go,
    close: () => {
      const row = document.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(ouvert ?? '')}"]`);
      go(undefined);
      (row ?? document.getElementById('contenu'))?.focus();
    },
  };
}
