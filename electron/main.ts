// Host 1: the desktop window. Lifecycle only; everything the practice does is in the core.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, dialog, session, type Session } from 'electron';
import { createCore } from './core/create-core.ts';
import { prepareDemo, refuseMixedFolder } from './features/demo/index.ts';
import { systemClock } from './platform/clock.ts';
import { defaultDataDir, FolderRefusal, lockFolder, prepareFolder } from './platform/data-folder.ts';
import { randomId } from './platform/ids.ts';
import { createLog } from './platform/log.ts';
import { version } from './platform/version.ts';
import { declareAppScheme, serveApp } from './shell/app-protocol.ts';
import { setMenu } from './shell/menu.ts';
import { guardRequests } from './shell/navigation-guard.ts';
import { denyPermissions } from './shell/permissions.ts';
import { postIdentity } from './shell/post-identity.ts';
import { lockWithMachine } from './shell/power.ts';
import { holdInstance } from './shell/single-instance.ts';
import { connectWindows, openWindow, showExisting } from './shell/windows.ts';
import { servePort } from './transport/port.ts';

const development = !app.isPackaged;

function readArguments(): { demo: boolean; dataDir: string } {
  const { values } = parseArgs({
    args: process.argv.slice(development ? 2 : 1),
    options: { data: { type: 'string' }, demo: { type: 'boolean' } },
    strict: false,
  });
  const demo = values.demo === true;
  return { demo, dataDir: typeof values.data === 'string' ? values.data : defaultDataDir(demo) };
}

/** In memory only: nothing of a patient may stay in a browser profile. */
function windowSession(): Session {
  const own = session.fromPartition('prelude', { cache: false });
  own.setSpellCheckerEnabled(false);
  serveApp(own, join(app.getAppPath(), 'dist', 'renderer'));
  guardRequests(own, development);
  denyPermissions(own);
  return own;
}

/** Opens the data, or throws a refusal in words. The result closes what was opened. */
async function openCore(dataDir: string, demo: boolean) {
  refuseMixedFolder(dataDir, demo);
  prepareFolder(dataDir);
  const unlock = lockFolder(dataDir);
  if (demo) await prepareDemo({ dataDir, clock: systemClock() });
  const core = createCore({ dataDir, version, demo, log: createLog({ level: 'warn' }) });
  const close = async () => {
    await core.close();
    unlock();
  };
  return { core, close };
}

async function start(): Promise<void> {
  const { dataDir, demo } = readArguments();
  if (!holdInstance(dataDir, showExisting)) return app.exit(0);
  await app.whenReady();
  const { core, close } = await openCore(dataDir, demo);
  const post = { id: postIdentity(app.getPath('userData'), randomId), label: 'Poste de ce cabinet' };
  const own = windowSession();
  const preload = join(import.meta.dirname, 'preload.cjs');
  const open = () => void openWindow({ session: own, preload, development });

  connectWindows((port) => {
    servePort(core, port, post);
    port.start();
  });
  lockWithMachine(() => core.lockAll());
  setMenu({ openWindow: open, lock: () => core.lockAll() }, development);

  app.on('activate', open);
  app.on('window-all-closed', () => app.quit());
  app.once('will-quit', (event) => {
    event.preventDefault();
    void close().finally(() => app.exit(0));
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => app.quit());
  open();
}

declareAppScheme();
app.enableSandbox();
start().catch((error: unknown) => {
  const sentence = error instanceof FolderRefusal ? error.message : 'Prélude n’a pas pu démarrer.';
  process.stderr.write(`${sentence}\n`);
  dialog.showErrorBox('Prélude', sentence);
  app.exit(1);
});
