import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCore, type Core } from './core/create-core.ts';
import { prepareDemo, refuseMixedFolder } from './features/demo/index.ts';
import { movedClock, systemClock } from './platform/clock.ts';
import { defaultDataDir, FolderRefusal, lockFolder, prepareFolder } from './platform/data-folder.ts';
import { createLog, type Log } from './platform/log.ts';
import { serveHttp, type HttpHost } from './transport/http.ts';
import { version } from './platform/version.ts';

interface Wishes {
  dataDir: string;
  port: number;
  demo: boolean;
}

/** @throws FolderRefusal in words for anything that is not an option of this host */
function readArguments(args: readonly string[]): Wishes {
  const options = {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    demo: { type: 'boolean', default: false },
  } as const;
  const read = () => {
    try {
      return parseArgs({ args: [...args], options }).values;
    } catch {
      throw new FolderRefusal('Option inconnue. Les options sont --data DOSSIER, --port NUMÉRO et --demo.');
    }
  };
  const { data, port, demo } = read();
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new FolderRefusal('Le port est un nombre de 1 à 65535.');
  return { dataDir: data === undefined || data === '' ? defaultDataDir(demo) : data, port: Number(port), demo };
}

/** PRELUDE_NOW moves the start of the clock, for pictures and journeys. */
const clockOf = (start: string | undefined) => (start === undefined ? systemClock() : movedClock(start));

async function serve(core: Core, port: number, rendererDir: string): Promise<HttpHost> {
  try {
    return await serveHttp(core, { port, rendererDir, postLabel: 'Poste de ce cabinet' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new FolderRefusal(`Le port ${port} est déjà pris. En choisir un autre avec --port.`);
    if (code === 'EACCES')
      throw new FolderRefusal(`Le port ${port} est réservé par le système. En choisir un autre avec --port.`);
    throw error;
  }
}

/** Closes once, whatever asks; the lock is freed and the process ends even when the disk refuses. */
function closeOn(signals: readonly NodeJS.Signals[], close: () => Promise<void>): void {
  let closing = false;
  for (const signal of signals) {
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** A bug says where it is and nothing else: its message could carry a value. */
function logOnly(log: Log): void {
  const report = (error: unknown) => {
    const where =
      error instanceof Error
        ? (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
        : [];
    log.fatal({ kind: error instanceof Error ? error.name : typeof error, where: where.slice(0, 8) }, 'arrêt');
    process.exit(1);
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

/** Host 2: the same core behind HTTP and WebSocket on loopback. Prints one ready line; closes cleanly. */
async function main(): Promise<void> {
  const { dataDir, port, demo } = readArguments(process.argv.slice(2));
  const rendererDir = join(import.meta.dirname, '..', 'dist', 'renderer');
  if (!existsSync(join(rendererDir, 'index.html')))
    throw new FolderRefusal('Les écrans ne sont pas construits. Lancer « npm start ».');
  const log = createLog({ level: process.env['PRELUDE_LOG'] ?? 'warn' });
  logOnly(log);

  refuseMixedFolder(dataDir, demo);
  prepareFolder(dataDir);
  const unlock = lockFolder(dataDir);
  const clock = clockOf(process.env['PRELUDE_NOW']);
  let core: Core | null = null;
  try {
    if (demo) await prepareDemo({ dataDir, clock });
    const opened = createCore({ dataDir, version, demo, log, clock });
    core = opened;
    const host = await serve(opened, port, rendererDir);
    closeOn(['SIGINT', 'SIGTERM', 'SIGHUP'], async () => {
      await host.close();
      await opened.close().finally(unlock);
    });
    process.stdout.write(`Prélude : http://127.0.0.1:${host.port}/\n`);
  } catch (error) {
    await core?.close();
    unlock();
    throw error;
  }
}

main().catch((error: unknown) => {
  const sentence =
    error instanceof FolderRefusal ? error.message : 'Prélude n’a pas pu démarrer. Relancer, puis signaler ce message.';
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
});
