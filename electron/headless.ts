import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCore } from './core/create-core.ts';
import { defaultDataDir, FolderRefusal, lockFolder, prepareFolder } from './platform/data-folder.ts';
import { createLog } from './platform/log.ts';
import { serveHttp } from './transport/http.ts';
import { version } from './platform/version.ts';

/** Host 2: the same core behind HTTP and WebSocket on loopback. Prints one ready line; closes cleanly. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string', default: '0' }, demo: { type: 'boolean', default: false } } });
  const dataDir = values.data ?? defaultDataDir(values.demo);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new FolderRefusal('Le port est un nombre de 1 à 65535.');
  const rendererDir = join(import.meta.dirname, '..', 'dist', 'renderer');
  if (!existsSync(join(rendererDir, 'index.html'))) throw new FolderRefusal('Les écrans ne sont pas construits. Lancer « npm start ».');

  prepareFolder(dataDir);
  const unlock = lockFolder(dataDir);
  const core = createCore({ dataDir, version, demo: values.demo, log: createLog({ level: process.env['PRELUDE_LOG'] ?? 'warn' }) });
  try {
    const host = await serveHttp(core, { port, rendererDir, postLabel: 'Poste de ce cabinet' });
    let closing = false;
    const close = async () => {
      if (closing) return;
      closing = true;
      await host.close();
      await core.close();
      unlock();
      process.exit(0);
    };
    process.on('SIGINT', () => void close());
    process.on('SIGTERM', () => void close());
    process.stdout.write(`Prélude : http://127.0.0.1:${host.port}/\n`);
  } catch (error) {
    await core.close();
    unlock();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new FolderRefusal(`Le port ${port} est déjà pris. En choisir un autre avec --port.`);
    throw error;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof FolderRefusal ? `${error.message}\n` : `Prélude n’a pas pu démarrer : ${error instanceof Error ? error.message : 'cause inconnue'}.\n`);
  process.exit(1);
});
