// What a screen sees through the real host: a change made on another post, and the wire itself.
import { WebSocket } from 'ws';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { join } from 'node:path';
import { serveHttp } from '../../electron/transport/http.ts';
import { benchDay, benchPhrase } from '../seed/large-practice.ts';
import { spreadOf, timed, type Line } from './figures.ts';
import { once, type Client, type Seat } from './seat.ts';
import { anyVisit } from './writes.ts';

const root = join(import.meta.dirname, '..', '..');

/** A post of its own, as a browser would be: cookie first, then the socket. */
export async function openPost(url: string): Promise<{ client: Client; close(): void }> {
  const page = await fetch(url);
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  await page.text();
  const origin = new URL(url).origin;
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/appels`, { headers: { Cookie: cookie }, origin });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const client = createORPCClient(
    new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }),
  ) as unknown as Client;
  return { client, close: () => socket.close() };
}

async function signedPost(url: string, role: string) {
  const post = await openPost(url);
  const accountId = (await post.client.vault.state({})).tiles.find((tile) => tile.role === role)?.accountId ?? '';
  await post.client.vault.signIn({ accountId, phrase: benchPhrase });
  return post;
}

export async function measureWire(seat: Seat): Promise<Line[]> {
  const host = await serveHttp(seat.core, {
    port: 0,
    rendererDir: join(root, 'dist', 'renderer'),
    postLabel: 'Poste de mesure',
  });
  const url = `http://127.0.0.1:${host.port}/`;
  const [mover, watcher] = [await signedPost(url, 'assistant'), await signedPost(url, 'secretaire')];
  try {
    const visit = await anyVisit(seat);
    const notices = (await watcher.client.session.changes({}))[Symbol.asyncIterator]();
    const seen: number[] = [];
    for (let turn = 0; turn < 60; turn += 1) {
      const [from, to] = turn % 2 === 0 ? (['ready', 'preparation'] as const) : (['preparation', 'ready'] as const);
      const start = performance.now();
      const [, notice] = await Promise.all([
        mover.client.visits.move({ ...once(), visitId: visit.id, from, to }),
        notices.next(),
      ]);
      if (notice.done === true || notice.value.topic !== 'board') throw new Error('no notice of the move');
      const board = await watcher.client.visits.board({ day: benchDay });
      if (board.visits.find((one) => one.id === visit.id)?.stage !== to)
        throw new Error('the move is not on the other post');
      seen.push(performance.now() - start);
    }
    const wire: number[] = [];
    for (let turn = 0; turn < 200; turn += 1) await timed(wire, () => mover.client.session.undoable({}));
    return [
      { name: 'Un changement vu sur l’autre poste (tableau relu)', core: spreadOf(seen), target: '150 ms au p95' },
      { name: 'Le fil lui-même (appel le plus court)', core: spreadOf(wire), target: 'à part des lignes ci-dessus' },
    ];
  } finally {
    mover.close();
    watcher.close();
    await host.close();
  }
}
