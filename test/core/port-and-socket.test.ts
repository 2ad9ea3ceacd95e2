import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { watchAbsence } from '#electron/transport/absence.ts';
import { serveHttp, type HttpHost } from '#electron/transport/http.ts';
import { servePort } from '#electron/transport/port.ts';
import {
  foundTestPractice,
  key,
  phrase,
  refusalOf,
  tempDir,
  type Client,
  type TestPractice,
} from '../support/practice.ts';

let practice: TestPractice;
beforeEach(async () => {
  practice = await foundTestPractice();
});
afterEach(() => practice.close());

/** One wire: opens tabs of one post, then closes everything. */
interface Wire {
  tab(): Promise<Client>;
  close(): Promise<void>;
}

function overPort(): Promise<Wire> {
  const post = { id: randomUUID(), label: 'Fenêtre' };
  const closing: (() => void)[] = [];
  return Promise.resolve({
    tab() {
      const { port1, port2 } = new MessageChannel();
      servePort(practice.core, port1 as never, post);
      port1.start();
      port2.start();
      closing.push(() => port2.close());
      return Promise.resolve(createORPCClient(new PortLink({ port: port2 as never })));
    },
    close() {
      for (const close of closing) close();
      return Promise.resolve();
    },
  });
}

async function overSocket(): Promise<Wire> {
  const folder = tempDir();
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  const host: HttpHost = await serveHttp(practice.core, { port: 0, rendererDir: folder, postLabel: 'Accueil' });
  const own = `http://127.0.0.1:${host.port}`;
  const cookie = (await fetch(own)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const sockets: WebSocket[] = [];
  return {
    async tab() {
      const socket = new WebSocket(`ws://127.0.0.1:${host.port}/appels`, { headers: { origin: own, cookie } });
      await new Promise((resolve) => socket.on('open', resolve));
      sockets.push(socket);
      return createORPCClient(new SocketLink({ websocket: socket as never }));
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      await host.close();
      rmSync(folder, { recursive: true });
    },
  };
}

describe.each([
  ['par le port de la fenêtre', overPort],
  ['par la prise du navigateur', overSocket],
])('%s', (_name, open) => {
  let wire: Wire;
  beforeEach(async () => {
    wire = await open();
  });
  afterEach(() => wire.close());

  test('les mêmes appels, les mêmes réponses, les mêmes refus', async () => {
    const tab = await wire.tab();
    expect(await refusalOf(tab.practice.get({}))).toBe('NOT_SIGNED_IN');
    await expect(tab.vault.signIn({ accountId: practice.doctorAccountId, phrase: 'autre' })).rejects.toMatchObject({
      code: 'WRONG_PHRASE',
      data: { triesLeft: 4 },
      message: expect.stringContaining('Phrase de passe incorrecte') as string,
    });
    await tab.vault.signIn({ accountId: practice.doctorAccountId, phrase });
    expect((await tab.practice.get({})).practice.name).toBe('Cabinet des Tilleuls');
    expect(await refusalOf(tab.practice.addRoom({ ...key(), label: '' }))).toBe('INVALID');
    const feed = await tab.session.changes({});
    await tab.practice.addRoom({ ...key(), label: 'Salle 2' });
    expect((await feed.next()).value).toMatchObject({ topic: 'practice', by: 'CL' });
    await tab.vault.lock({});
    expect((await feed.next()).done).toBe(true);
    expect(await refusalOf(tab.practice.get({}))).toBe('SESSION_LOCKED');
  });

  test('une collègue ouvre sa session dans un second onglet : le premier n’agit plus sous un autre nom', async () => {
    const { accountId } = await practice.join('assistant');
    const [first, second] = [await wire.tab(), await wire.tab()];
    await first.vault.signIn({ accountId: practice.doctorAccountId, phrase });
    const feed = await first.session.changes({});
    await second.vault.signIn({ accountId, phrase });
    expect((await feed.next()).done).toBe(true);
    expect(await refusalOf(first.practice.addRoom({ ...key(), label: 'Salle 9' }))).toBe('SESSION_LOCKED');
    expect((await second.vault.state({})).me?.displayName).toBe('Nadia Ferrand');
    // Once told who is there, the first tab shows and acts for her.
    expect((await first.vault.state({})).me?.displayName).toBe('Nadia Ferrand');
    expect(await refusalOf(first.practice.addRoom({ ...key(), label: 'Salle 9' }))).toBe('NOT_ALLOWED');
  });
});

test('l’identifiant du poste, visible des collègues, n’est pas le secret du navigateur', async () => {
  const folder = tempDir();
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  const host = await serveHttp(practice.core, { port: 0, rendererDir: folder, postLabel: 'Accueil' });
  const own = `http://127.0.0.1:${host.port}`;
  const cookie = (await fetch(own)).headers.get('set-cookie')?.split(';')[0] ?? '';
  const stateWith = async (sent: string) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/appels`, { headers: { origin: own, cookie: sent } });
    await new Promise((resolve) => socket.on('open', resolve));
    const state = await (createORPCClient(new SocketLink({ websocket: socket as never })) as Client).vault.state({});
    socket.terminate();
    return state;
  };
  const { postId } = await stateWith(cookie);
  expect(cookie).not.toContain(postId);
  expect((await stateWith(cookie)).postId).toBe(postId);
  expect((await stateWith(`prelude_poste=${postId}`)).postId).not.toBe(postId);
  await host.close();
  rmSync(folder, { recursive: true });
});

test('un poste sans aucun onglet se verrouille ; un rechargement rapide ne le verrouille pas', async () => {
  const { client, postId } = await practice.join('assistant');
  const absence = watchAbsence(practice.core, 30);
  absence.present(postId);
  absence.left(postId);
  absence.present(postId);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect((await client.vault.state({})).session).toBe('active');
  absence.left(postId);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect((await client.vault.state({})).session).toBe('locked');
});
