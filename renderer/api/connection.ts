import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { create } from 'zustand';
import type { Contract } from '#shared/contract/contract.ts';
import { practiceNow } from '../ui/instants.ts';

type Link = Pick<SocketLink<Record<never, never>>, 'call'>;

/** Is the core reachable, and since when not: the status bar says it in words. */
export const useConnection = create<{ online: boolean; lostAt: number | null }>()(() => ({
  online: false,
  lostAt: null,
}));

const waiting: ((link: Link) => void)[] = [];
let current: Link | null = null;

function opened(link: Link): void {
  current = link;
  useConnection.setState({ online: true, lostAt: null });
  for (const resume of waiting.splice(0)) resume(link);
}

function lost(): void {
  current = null;
  const { lostAt } = useConnection.getState();
  useConnection.setState({ online: false, lostAt: lostAt ?? practiceNow() });
}

/** WebSocket of the headless host; tries again by itself, ever more slowly, 5 s at most. */
function connectSocket(attempt = 0): void {
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/appels`);
  let wasOpen = false;
  socket.addEventListener('open', () => {
    wasOpen = true;
    opened(new SocketLink({ websocket: socket }));
  });
  socket.addEventListener('close', () => {
    lost();
    const next = wasOpen ? 0 : attempt + 1;
    setTimeout(() => connectSocket(next), Math.min(250 * 2 ** next, 5000));
  });
}

/** MessagePort of the desktop host, handed over by the preload script. */
function connectPort(connect: () => void): void {
  window.addEventListener('message', (event) => {
    if (event.source !== window || event.data !== 'prelude:port') return;
    const [port] = event.ports;
    if (port === undefined) return;
    port.start();
    opened(new PortLink({ port }));
  });
  connect();
}

/** Opens the link to the core, and keeps it. Called once, when the window starts. */
export function connect(): void {
  if (window.prelude === undefined) connectSocket();
  else connectPort(window.prelude.connect);
}

const link: Link = {
  call: async (...args) => {
    const ready = current ?? (await new Promise<Link>((resume) => waiting.push(resume)));
    return ready.call(...args);
  },
};

/** Every call of the contract, whatever the wire. A call made while the link is down waits for it. */
export const client: ContractRouterClient<Contract> = createORPCClient(link);
