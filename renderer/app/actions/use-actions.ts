import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Action } from './action.ts';
import { availableActions, useActionRegistry } from './action-registry.ts';
import { createKeyDispatcher, type KeyPlace } from './key-dispatcher.ts';

/**
 * Puts actions in force while the component is mounted. The latest closures are always the ones run: no need to
 * memoise the array.
 * @param context the place shown in the key help and the palette: "Aujourd'hui".
 */
export function useActions(context: string, actions: readonly Action[]): void {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const register = useActionRegistry((state) => state.register);
  useEffect(() => register({ context, read: () => latest.current }), [context, register]);
}

const FIELDS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="combobox"], [role="textbox"]';

function placeOf(target: EventTarget | null): KeyPlace {
  const element = target instanceof Element ? target : null;
  return {
    inField: element?.closest(FIELDS) != null,
    inDialog: document.querySelector('[aria-modal="true"]') !== null,
    onControl: element?.closest('button, a[href], summary') != null,
  };
}

// Windows, lists and menus close themselves on Échap, and may be gone by the time the key comes to the page: it must
// not take one more step back on the same press.
const OWN_ESCAPE =
  '[role="menu"], [role="listbox"], [aria-expanded="true"][role="combobox"], [aria-expanded="true"][aria-haspopup]';

/** Listens to the keyboard for the whole window. Mounted once, by the frame. */
export function useActionKeys(): void {
  useEffect(() => {
    const dispatcher = createKeyDispatcher(availableActions, () => useActionRegistry.getState().plainKeys);
    let escapeTaken = false;
    const before = (event: KeyboardEvent) => {
      escapeTaken =
        event.key === 'Escape' &&
        (document.querySelector('[aria-modal="true"]') !== null ||
          (event.target instanceof Element && event.target.closest(OWN_ESCAPE) !== null));
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || escapeTaken) return;
      if (event.repeat && !event.key.startsWith('Arrow')) return;
      const found = dispatcher.press(event, placeOf(event.target), event.timeStamp);
      if (found === null) return;
      event.preventDefault();
      if (found !== 'pending') found.run();
    };
    window.addEventListener('keydown', before, true);
    window.addEventListener('keydown', press);
    window.addEventListener('blur', dispatcher.reset);
    return () => {
      window.removeEventListener('keydown', before, true);
      window.removeEventListener('keydown', press);
      window.removeEventListener('blur', dispatcher.reset);
    };
  }, []);
}
