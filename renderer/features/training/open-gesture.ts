import { useNavigate, useSearch } from '@tanstack/react-router';
import { isId } from '../../app/shell/guard.tsx';

/** Forms of the right panel, as the address names them. */
const gestures = [
  'inscription',
  'issue',
  'vae',
  'courrier',
  'module',
  'nouveau-module',
  'journees',
  'attestation',
] as const;
export type Gesture = (typeof gestures)[number];

/** What is open in the panel, or the tab of one's own file: view names and opaque ids only. */
export interface TrainingSearch {
  onglet?: 'contrat' | undefined;
  geste?: Gesture | undefined;
  assistant?: string | undefined;
  module?: string | undefined;
}

const id = (value: unknown) => (isId(value) ? value : undefined);

/** Reads an address: what is not a view name or an id is dropped. */
export const readTrainingSearch = (search: Record<string, unknown>): TrainingSearch => ({
  onglet: search['onglet'] === 'contrat' ? 'contrat' : undefined,
  geste: gestures.find((gesture) => gesture === search['geste']),
  assistant: id(search['assistant']),
  module: id(search['module']),
});

/** Id of the button that opens a form, to give it the focus back. */
export const gestureId = (gesture: Gesture, assistantId: string): string => `${gesture}-${assistantId}`;

/** The gesture open in the panel, and how to open or close one. */
export function useGesture() {
  const search: TrainingSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = (next: TrainingSearch) => void navigate({ to: '/formation', search: next, replace: true });
  return {
    geste: search.geste ?? null,
    onglet: search.onglet ?? null,
    /** Opens the other tab of one's own file. */
    show: (onglet: TrainingSearch['onglet']) => go({ onglet }),
    assistantId: search.assistant ?? null,
    moduleId: search.module ?? null,
    open: (geste: Gesture, assistant?: string, module?: string) => go({ geste, assistant, module }),
    /** Gives the focus back to what opened the panel. */
    close: () => {
      const opener =
        search.module === undefined
          ? document.getElementById(gestureId(search.geste ?? 'attestation', search.assistant ?? ''))
          : document.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(search.module)}"]`);
      go({});
      (opener ?? document.getElementById('contenu'))?.focus();
    },
  };
}
export type OpenGesture = ReturnType<typeof useGesture>;
