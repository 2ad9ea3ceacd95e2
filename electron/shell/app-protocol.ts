import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { APP_SCHEME, appFile } from './app-address.ts';
import { FILE_HEADERS } from './content-policy.ts';

/** To be called before the application is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: false } },
  ]);
}

const absent = () => new Response('Introuvable', { status: 404, headers: FILE_HEADERS });

async function respond(root: string, request: Request): Promise<Response> {
  const file = request.method === 'GET' ? appFile(root, request.url) : undefined;
  if (file === undefined) return absent();
  try {
    const body = await readFile(file.path);
    return new Response(new Uint8Array(body), { headers: { ...FILE_HEADERS, 'Content-Type': file.type } });
  } catch {
    return absent();
  }
}

/** Serves the interface's files from `root`, to this session only. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle(APP_SCHEME, (request) => respond(root, request));
}
