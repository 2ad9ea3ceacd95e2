import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useConnection } from '../api/connection.ts';
import { useLiveSession, useSession } from '../api/session.ts';
import { FirstRun } from '../features/unlock/first-run.tsx';
import { Rescue } from '../features/unlock/rescue.tsx';
import { Unlock } from '../features/unlock/unlock.tsx';
import { LoadingArea, UiProvider } from '../ui/index.ts';
import { usePreferences } from './preferences.ts';
import { router } from './routes.tsx';

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

function Gate() {
  const state = useSession((store) => store.state);
  const online = useConnection((link) => link.online);
  const title = state?.session === 'active' && state.practiceName !== null ? `Prélude, ${state.practiceName}` : 'Prélude';
  useEffect(() => {
    document.title = title;
  }, [title]);

  if (state === null) return <LoadingArea words={online ? 'Ouverture…' : 'En attente du poste principal…'} />;
  if (state.vault === 'absent') return <FirstRun />;
  if (state.vault === 'rescue') return <Rescue state={state} />;
  if (state.session !== 'active' || state.me === null) return <Unlock state={state} />;
  return <RouterProvider router={router} />;
}
