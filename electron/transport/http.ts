import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream';
import type { PostRef } from '#electron/security/call.ts';
import type { Served } from './served.ts';
import { guardRequest, securityHeaders } from './loopback-guard.ts';
import { newPostCookie, postOf } from './post-cookie.ts';
import { serveSockets } from './socket.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

export interface HttpHost {
  port: number;
  close(): Promise<void>;
}

/**
 * Serves the built screens and the sockets on loopback. Port 0 takes a free one.
 * @throws the listening error (EADDRINUSE) as it is: the host words it.
 */
export async function serveHttp(
  core: Served,
  options: { port: number; rendererDir: string; postLabel: string },
): Promise<HttpHost> {
  const sockets = serveSockets(core);
  let port = options.port;
  const server: Server = createServer((request, response) => answer(request, response));
  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy());
    const refusal = guardRequest(request, port, 'socket');
    const postId = postOf(request.headers.cookie);
    if (refusal !== null || postId === null || request.url !== '/appels') {
      stream.end(`HTTP/1.1 ${refusal?.status ?? 403} Refus\r\nConnection: close\r\n\r\n`, () => stream.destroy());
      return;
    }
    const post: PostRef = { id: postId, label: options.postLabel };
    sockets.accept(request, stream, head, post);
  });

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const headers = securityHeaders(port);
    const refusal = guardRequest(request, port, 'page');
    if (refusal !== null) {
      response.writeHead(refusal.status, {
        ...headers,
        'Content-Type': 'text/plain; charset=utf-8',
        Connection: 'close',
      });
      response.end(refusal.sentence);
      return;
    }
    const path = fileFor(decode(request.url ?? '/'));
    if (path === null) {
      response.writeHead(404, { ...headers, 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Page absente.');
      return;
    }
    const cookie = postOf(request.headers.cookie) === null ? { 'Set-Cookie': newPostCookie() } : {};
    response.writeHead(200, {
      ...headers,
      ...cookie,
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
    });
    if (request.method === 'HEAD') response.end();
    // A file that vanishes or a browser that leaves ends this answer only.
    else pipeline(createReadStream(path), response, () => {});
  }

  /** A file of the build, or the single page for the addresses of the screens. */
  function fileFor(pathname: string | null): string | null {
    if (pathname === null || pathname.includes('\0')) return null;
    const path = normalize(join(options.rendererDir, pathname));
    if (!path.startsWith(options.rendererDir + sep) && path !== options.rendererDir) return null;
    if (existsSync(path) && statSync(path).isFile()) return path;
    return extname(pathname) === '' ? join(options.rendererDir, 'index.html') : null;
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.address();
  if (address !== null && typeof address === 'object') port = address.port;

  return {
    port,
    close: async () => {
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function decode(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
  } catch {
    return null;
  }
}
