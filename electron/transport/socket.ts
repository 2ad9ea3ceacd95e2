import { RPCHandler } from '@orpc/server/ws';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { PostRef } from '#electron/security/call.ts';
import type { Served } from './served.ts';
import { watchAbsence } from './absence.ts';
import { tabGuard } from './tab.ts';

const beat = 20_000;
/** A reload takes seconds; a closed browser locks its post after this. */
const absenceDelay = 60_000;

/** One WebSocket per browser tab. The HTTP side has already refused foreign hosts, origins and posts. */
export function serveSockets(core: Served) {
  const server = new WebSocketServer({ noServer: true, maxPayload: 2 * 2 ** 20, perMessageDeflate: false });
  const absence = watchAbsence(core, absenceDelay);
  const alive = new WeakSet<WebSocket>();
  const pulse = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.has(socket)) socket.terminate();
      else {
        alive.delete(socket);
        socket.ping();
      }
    }
  }, beat);
  pulse.unref();

  return {
    accept(request: IncomingMessage, stream: Duplex, head: Buffer, post: PostRef): void {
      server.handleUpgrade(request, stream, head, (socket) => {
        alive.add(socket);
        absence.present(post.id);
        socket.on('pong', () => alive.add(socket));
        socket.on('error', () => socket.terminate());
        socket.on('close', () => absence.left(post.id));
        const handler = new RPCHandler<{ post: PostRef }>(core.router, { clientInterceptors: [tabGuard(core, post)] });
        void handler.upgrade(socket, { context: { post } });
      });
    },
    close(): void {
      clearInterval(pulse);
      absence.stop();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
