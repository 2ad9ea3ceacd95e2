import { useEffect } from 'react';

const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), select:not(:disabled), [tabindex="0"]';

/** F6 and Maj F6 go round the regions (`data-region`): rail, bar, page, panels, status; each keeps its last focus. */
export function useRegionKeys(): void {
  useEffect(() => {
    const lastFocus = new WeakMap<Element, HTMLElement>();
    const remember = (event: FocusEvent) => {
      const region = event.target instanceof HTMLElement ? event.target.closest('[data-region]') : null;
      if (region && event.target instanceof HTMLElement && event.target !== region) lastFocus.set(region, event.target);
    };
    const go = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || document.querySelector('[aria-modal="true"]')) return;
      event.preventDefault();
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
        (region) => region.offsetParent !== null || region.getClientRects().length > 0,
      );
      if (regions.length === 0) return;
      // A panel lies inside the page: the innermost region is the one we are in.
      const here = document.activeElement?.closest<HTMLElement>('[data-region]') ?? null;
      const index = here === null ? -1 : regions.indexOf(here);
      const step = event.shiftKey ? (index <= 0 ? regions.length - 1 : index - 1) : (index + 1) % regions.length;
      const target = regions[step];
      if (!target) return;
      const known = lastFocus.get(target);
      const within = known?.isConnected ? known : target.querySelector<HTMLElement>(FOCUSABLE);
      (within ?? target).focus();
    };
    document.addEventListener('focusin', remember);
    window.addEventListener('keydown', go);
    return () => {
      document.removeEventListener('focusin', remember);
      window.removeEventListener('keydown', go);
    };
  }, []);
}
