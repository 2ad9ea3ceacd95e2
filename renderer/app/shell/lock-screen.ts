import { call, commandsAnswered, queryClient } from '../../api/queries.ts';
import { lockPost, refreshSession, useSession } from '../../api/session.ts';

/**
 * Where the focus was: the way down from the page to the element, by positions. Never by its words, which may be a
 * patient's name.
 */
interface Place {
  accountId: string;
  path: readonly number[];
  tag: string;
}

let left: Place | null = null;

function placeOf(element: Element | null): Omit<Place, 'accountId'> | null {
  const page = document.getElementById('contenu');
  if (element === null || page === null || element === page || !page.contains(element)) return null;
  const path: number[] = [];
  for (let at: Element = element; at !== page;) {
    const parent = at.parentElement;
    if (parent === null) return null;
    path.unshift([...parent.children].indexOf(at));
    at = parent;
  }
  return { path, tag: element.tagName };
}

/** Locks at once. The field being typed in is left first, so that its draft is saved. */
export async function lockScreen(): Promise<void> {
  const { me } = useSession.getState().state ?? {};
  const focused = document.activeElement;
  const place = placeOf(focused);
  left = place === null || me == null ? null : { ...place, accountId: me.accountId };
  if (focused instanceof HTMLElement) focused.blur();
  await lockPost();
}

/** Ends this person's session on this post. The screen is emptied first. */
export async function signOut(): Promise<void> {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement) focused.blur();
  left = null;
  const { state } = useSession.getState();
  if (state !== null) useSession.setState({ state: { ...state, session: 'none', me: null } });
  await commandsAnswered();
  queryClient.clear();
  await call('vault', 'signOut', {});
  await refreshSession();
}

const patience = 3000;

/** After an unlock by the same person: back to the same element, once the page has drawn it. */
export function restoreFocus(accountId: string): () => void {
  const place = left;
  left = null;
  if (place === null || place.accountId !== accountId) return () => undefined;
  const find = () => {
    let at: Element | undefined = document.getElementById('contenu') ?? undefined;
    for (const index of place.path) at = at?.children[index];
    return at instanceof HTMLElement && at.tagName === place.tag ? at : null;
  };
  const watch = new MutationObserver(() => attempt());
  const stop = () => {
    watch.disconnect();
    clearTimeout(end);
  };
  const end = setTimeout(stop, patience);
  const attempt = () => {
    // Someone who already acts elsewhere is not called back.
    if (document.activeElement !== null && document.activeElement !== document.body) return stop();
    const found = find();
    if (found === null) return;
    found.focus();
    stop();
  };
  watch.observe(document.body, { childList: true, subtree: true });
  attempt();
  return stop;
}
