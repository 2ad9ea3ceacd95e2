import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useConnection } from '../api/connection.ts';
import { useLiveSession, useSession } from '../api/session.ts';
import { FirstRun } from '../features/unlock/first-run.tsx';
import { Rescue } from '../features/unlock/rescue.tsx';
import { Unlock } from '../features/unlock/unlock.tsx';
import { LoadingArea, UiProvider } from '../ui/index.ts';
import { usePreferences } from './preferences.ts';
import { currentRouter, startAtEntrance } from './routes.tsx';

/** What the window shows: first run, rescue, unlock, or the screens. Locked, no page is mounted at all. */
export function App() {
  useLiveSession();
  const { theme, density } = usePreferences();
  return (
    <UiProvider theme={theme} density={density}>
      <Gate />
    </UiProvider>
  );
}

/**
 * The same person comes back where they were; another one starts at the entrance, so that what the first had open is
 * not shown to them. True once the address is theirs.
 */
function useEntrance(accountId: string | null, lastHere: string | null): boolean {
  const [entered, setEntered] = useState<string | null>(null);
  useEffect(() => {
    // After a reload, the core still knows whose session this post showed.
    if (accountId === null && entered === null) setEntered(lastHere);
    if (accountId === null || entered === accountId) return;
    if (entered !== null) startAtEntrance();
    setEntered(accountId);
  }, [accountId, entered, lastHere]);
  return accountId !== null && entered === accountId;
}

function Gate() {
  const state = useSession((store) => store.state);
  const online = useConnection((link) => link.online);
  const title =
    state?.session === 'active' && state.practiceName !== null ? `Prélude, ${state.practiceName}` : 'Prélude';
  useEffect(() => {
    document.title = title;
  }, [title]);

  const accountId = state?.session === 'active' ? (state.me?.accountId ?? null) : null;
  const entered = useEntrance(accountId, state?.lastAccountId ?? null);

  if (state === null) return <LoadingArea words={online ? 'Ouverture…' : 'En attente du poste principal…'} />;
  if (state.vault === 'absent') return <FirstRun />;
  if (state.vault === 'rescue') return <Rescue state={state} />;
  if (state.session !== 'active' || state.me === null) return <Unlock state={state} />;
  return entered ? <RouterProvider router={currentRouter()} /> : null;
}
