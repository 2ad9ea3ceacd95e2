// Host 1: the desktop window. Lifecycle only; everything the practice does is in the core.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, session } from 'electron';
import { createCore } from '#electron/core/create-core.ts';
import { declareAppScheme, serveApp } from './shell/app-protocol.ts';
import { defaultDataFolder } from './shell/default-folder.ts';
import { setMenu } from './shell/menu.ts';
import { guardRequests } from './shell/navigation-guard.ts';
import { denyPermissions } from './shell/permissions.ts';
import { lockWithMachine } from './shell/power.ts';
import { holdInstance } from './shell/single-instance.ts';
import { connectWindows, openWindow, showExisting } from './shell/windows.ts';

const development = !app.isPackaged;

function readArguments(): { demo: boolean; data: string } {
  const { values } = parseArgs({
    args: process.argv.slice(development ? 2 : 1),
    options: { data: { type: 'string' }, demo: { type: 'boolean' } },
    strict: false,
  });
  const demo = values.demo === true;
  return { demo, data: typeof values.data === 'string' ? values.data : defaultDataFolder(demo) };
}

/** In memory only: nothing of a patient may stay in a browser profile. */
function windowSession() {
  const own = session.fromPartition('prelude', { cache: false });
  own.setSpellCheckerEnabled(false);
  serveApp(own, join(app.getAppPath(), 'dist', 'renderer'));
  guardRequests(own, development);
  denyPermissions(own);
  return own;
}

async function start(): Promise<void> {
  const { data, demo } = readArguments();
  if (!holdInstance(data, showExisting)) return app.exit(0);
  await app.whenReady();
  const core = await createCore({ dataDir: data, demo });
  const own = windowSession();
  const preload = join(import.meta.dirname, 'preload.cjs');
  const open = () => void openWindow({ session: own, preload, development });

  connectWindows((port) => core.connectPort(port));
  lockWithMachine(() => core.lockAll());
  setMenu({ openWindow: open, lock: () => core.lockAll() }, development);

  app.on('activate', open);
  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    void Promise.resolve(core.close()).finally(() => app.exit(0));
  });
  process.once('SIGTERM', () => app.quit());
  process.once('SIGINT', () => app.quit());
  open();
}

declareAppScheme();
app.enableSandbox();
start().catch((error: unknown) => {
  dialog.showErrorBox('Prélude', error instanceof Error ? error.message : 'Prélude n’a pas pu démarrer.');
  app.exit(1);
});
