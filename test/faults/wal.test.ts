import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCore, type Core } from '#electron/core/create-core.ts';
import { fixedClock } from '#electron/platform/clock.ts';
import { createLog } from '#electron/platform/log.ts';
import { createDerivation, keyFor } from '#electron/security/derivation.ts';
import { createVault } from '#electron/security/vault.ts';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { clientOf, phrase, tempDir, testScrypt } from '../support/practice.ts';

// A process killed while it confirms actions; then what a disk can do to the write-ahead log it leaves.
const clock = fixedClock('2026-11-17T08:00:00Z');
const killed = tempDir();
let accountId = '';
let confirmed = 0;
let copy: string;
let core: Core | null = null;

beforeAll(async () => {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.resolve('./confirming-child.ts')), killed], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let text = '';
  child.stdout.on('data', (part: Buffer) => {
    text += part.toString();
    if ((text.match(/confirmé/g)?.length ?? 0) >= 50) child.kill('SIGKILL');
  });
  await ended;
  accountId = /personne (\S+)/.exec(text)?.[1] ?? '';
  confirmed = Math.max(...[...text.matchAll(/confirmé (\d+)\n/g)].map((match) => Number(match[1])));
});
afterAll(() => rmSync(killed, { recursive: true }));
beforeEach(() => {
  copy = tempDir();
  cpSync(killed, copy, { recursive: true });
});
afterEach(async () => {
  await core?.close();
  core = null;
  rmSync(copy, { recursive: true });
});

const wal = () => join(copy, 'cabinet.db-wal');

/** What the file says by itself, without the head: the integrity check and the rooms left. */
async function bareFile(folder: string) {
  const derivation = createDerivation();
  const master = await createVault(folder, clock, derivation, testScrypt).openWithPhrase(accountId, phrase);
  await derivation.close();
  const aside = tempDir();
  cpSync(folder, aside, { recursive: true });
  const base = openSqlite({ file: join(aside, 'cabinet.db'), key: keyFor('base', master) });
  const integrity = base.raw.pragma('integrity_check', { simple: true }) as string;
  const known =
    base.raw.prepare<[], { n: number }>(`select count(*) as n from sqlite_master where name = 'room'`).get()?.n ?? 0;
  const rooms = known === 0 ? 0 : (base.raw.prepare<[], { n: number }>('select count(*) as n from room').get()?.n ?? 0);
  await base.close();
  rmSync(aside, { recursive: true });
  return { integrity, rooms };
}

async function open() {
  core = createCore({ dataDir: copy, version: 'essai', clock, log: createLog({ silent: true }), scrypt: testScrypt });
  const client = clientOf(core);
  const failure = await client.vault.signIn({ accountId, phrase }).then(
    () => null,
    (error: unknown) => (error as { code: string }).code,
  );
  return { client, failure, state: await client.vault.state({}) };
}

test('tué au milieu d’actions confirmées : aucune ne manque, aucun secours', async () => {
  expect(confirmed).toBeGreaterThanOrEqual(50);
  const { client, failure } = await open();
  expect(failure).toBeNull();
  const { rooms } = await client.practice.get({});
  expect(rooms.length).toBeGreaterThanOrEqual(confirmed);
  expect(rooms.map((room) => room.label)).toContain(`Salle ${confirmed}`);
});

test.each<[string, () => void]>([
  ['retiré', () => rmSync(wal())],
  [
    'dont un bit est retourné',
    () => {
      const bytes = readFileSync(wal());
      const at = 32 + Math.floor((bytes.length - 32) / 3);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      writeFileSync(wal(), bytes);
    },
  ],
  ['tronqué', () => truncateSync(wal(), Math.floor(readFileSync(wal()).length / 3))],
])('un journal d’écriture %s : le fichier se dit intact, la tête dit combien il manque', async (_what, damage) => {
  rmSync(join(copy, 'cabinet.db-shm'));
  damage();
  // The fault first: without the head nobody would see it.
  const bare = await bareFile(copy);
  expect(bare.integrity).toBe('ok');
  expect(bare.rooms).toBeLessThan(confirmed);
  const { failure, state } = await open();
  expect(failure).toBe('DATA_DAMAGED');
  expect(state.vault).toBe('rescue');
  const missing = state.rescue?.missing ?? 0;
  expect(missing).toBeGreaterThanOrEqual(confirmed - bare.rooms);
  expect(state.rescue?.sentence).toContain(`Des actions récentes manquent (${missing})`);
});
