import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Shell } from './shell/shell.tsx';

// Addresses hold view names and opaque ids: never a patient (settled point 18).
const root = createRootRoute({ component: Shell });
const home = createRoute({ getParentRoute: () => root, path: '/', beforeLoad: () => { throw redirect({ to: '/reglages/$section', params: { section: 'cabinet' } }); } });
const settingsHome = createRoute({ getParentRoute: () => root, path: '/reglages', beforeLoad: () => { throw redirect({ to: '/reglages/$section', params: { section: 'cabinet' } }); } });
export const settingsRoute = createRoute({
  getParentRoute: () => root,
  path: '/reglages/$section',
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
});

const tree = root.addChildren([home, settingsHome, settingsRoute]);
export const router = createRouter({ routeTree: tree, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
