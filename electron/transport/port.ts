import { RPCHandler } from '@orpc/server/message-port';
import type { PostRef } from '#electron/security/call.ts';
import type { Served } from './served.ts';
import { tabGuard } from './tab.ts';

type Handler = RPCHandler<{ post: PostRef }>;
export type PortLike = Parameters<Handler['upgrade']>[0];

/** One MessagePort per window: the wire of the desktop host, and of the tests through Node's MessageChannel. */
export function servePort(core: Served, port: PortLike, post: PostRef): void {
  const handler = new RPCHandler<{ post: PostRef }>(core.router, { clientInterceptors: [tabGuard(core, post)] });
  handler.upgrade(port, { context: { post } });
}
