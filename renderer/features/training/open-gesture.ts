import { useNavigate, useSearch } from '@tanstack/react-router';

/** Forms of the right panel, as the address names them. */
export const gestures = [
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

/** What is open in the panel: view names and opaque ids only. */
export interface TrainingSearch {
  geste?: Gesture | undefined;
  assistant?: string | undefined;
  module?: string | undefined;
}

/** Id of the button that opens a form, to give it the focus back. */
export const gestureId = (gesture: Gesture, assistantId: string): string => `${gesture}-${assistantId}`;

/** The gesture open in the panel, and how to open or close one. */
export function useGesture() {
  const search: TrainingSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = (next: TrainingSearch) => void navigate({ to: '/formation', search: next, replace: true });
  return {
    geste: search.geste ?? null,
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
