import { useCanGoBack, useRouter } from '@tanstack/react-router';

/** Échap in a field leaves the field first: its entry is saved, and the page stays. */
function leftField(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement)) return false;
  focused.blur();
  return true;
}

/**
 * One step back: to where one came from, or `home` when the page was opened by its address.
 * `leave` goes at once; `escape` is for the key, which leaves the field being typed in first.
 */
export function useStepBack(home: () => void): { leave: () => void; escape: () => void } {
  const router = useRouter();
  const within = useCanGoBack();
  const leave = () => {
    if (within) router.history.back();
    else home();
  };
  return {
    leave,
    escape: () => {
      if (!leftField()) leave();
    },
  };
}
