import { randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCore, type Core } from '#electron/core/create-core.ts';
import { createLog } from '#electron/platform/log.ts';
import { createHeadWriter, readHead } from '#electron/security/head-file.ts';
import {
  clientOf,
  foundTestPractice,
  key,
  phrase,
  tempDir,
  testScrypt,
  type TestPractice,
} from '../support/practice.ts';

// A base behind its head has lost confirmed actions (settled point 2). Killed processes are in test/faults.
let practice: TestPractice;
let copy: string;
let core: Core | null = null;

beforeEach(async () => {
  practice = await foundTestPractice();
  copy = tempDir();
});
afterEach(async () => {
  await core?.close();
  core = null;
  await practice.close();
  rmSync(copy, { recursive: true });
});

const addRooms = async (count: number) => {
  for (let i = 0; i < count; i += 1) await practice.doctor.practice.addRoom({ ...key(), label: `Salle ${i + 1}` });
};
/** The files as a kill or a power cut would leave them at this instant. */
const snapshot = () => cpSync(practice.dataDir, copy, { recursive: true });
const path = (name: string) => join(copy, name);

/** Opens the copy as another start would; 'ouvert', or the sentence of the rescue screen. */
async function opened(): Promise<string> {
  core = createCore({
    dataDir: copy,
    version: 'essai',
    clock: practice.clock,
    log: createLog({ silent: true }),
    scrypt: testScrypt,
  });
  const client = clientOf(core);
  try {
    await client.vault.signIn({ accountId: practice.doctorAccountId, phrase });
    return `ouvert, ${(await client.practice.get({})).rooms.length} salles`;
  } catch (error) {
    const { vault, rescue } = await client.vault.state({});
    expect({ vault, code: (error as { code: string }).code }).toEqual({ vault: 'rescue', code: 'DATA_DAMAGED' });
    return rescue?.sentence ?? '';
  }
}

test('un arrêt brutal se rouvre sans écran de secours, rien ne manque', async () => {
  await addRooms(3);
  snapshot();
  expect(await opened()).toBe('ouvert, 3 salles');
});

test('une fermeture normale puis une ouverture gardent tout', async () => {
  await addRooms(2);
  await practice.core.close();
  snapshot();
  expect(existsSync(path('cabinet.db-wal'))).toBe(false);
  expect(await opened()).toBe('ouvert, 2 salles');
});

test('le journal d’écriture retiré : le nombre d’actions manquantes est dit, et rien n’est touché', async () => {
  await practice.core.close();
  snapshot();
  core = createCore({
    dataDir: copy,
    version: 'essai',
    clock: practice.clock,
    log: createLog({ silent: true }),
    scrypt: testScrypt,
  });
  const client = clientOf(core);
  await client.vault.signIn({ accountId: practice.doctorAccountId, phrase });
  const { head } = core.practice.requireOpen();
  for (let i = 0; i < 4; i += 1) await client.practice.addRoom({ ...key(), label: `Salle ${i + 1}` });
  const lost = tempDir();
  cpSync(copy, lost, { recursive: true });
  await core.close();
  rmSync(copy, { recursive: true });
  cpSync(lost, copy, { recursive: true });
  rmSync(path('cabinet.db-wal'));
  rmSync(path('cabinet.db-shm'));
  const before = readFileSync(path('cabinet.db'));
  // The sign-in of the second start is an entry too.
  expect(await opened()).toContain(`Des actions récentes manquent (5)`);
  expect(head.seq).toBeGreaterThan(0);
  expect(readFileSync(path('cabinet.db')).equals(before)).toBe(true);
  rmSync(lost, { recursive: true });
});

test.each<[string, (wal: string) => void]>([
  [
    'un bit retourné',
    (wal) => {
      const bytes = readFileSync(wal);
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(wal, bytes);
    },
  ],
  ['tronqué', (wal) => truncateSync(wal, Math.floor(readFileSync(wal).length / 2))],
])('le journal d’écriture %s : secours, et le fichier abîmé reste tel quel pour être réparé', async (_what, damage) => {
  await addRooms(12);
  snapshot();
  rmSync(path('cabinet.db-shm'));
  damage(path('cabinet.db-wal'));
  const wal = readFileSync(path('cabinet.db-wal'));
  expect(await opened()).toMatch(/Des actions récentes manquent \(\d+\)/);
  await core?.close();
  core = null;
  expect(readFileSync(path('cabinet.db-wal')).equals(wal)).toBe(true);
});

test('une copie plus ancienne de la base remise à la main : le compte exact', async () => {
  await addRooms(1);
  await practice.core.close();
  snapshot();
  copyFileSync(path('cabinet.db'), path('ancienne'));
  core = createCore({
    dataDir: copy,
    version: 'essai',
    clock: practice.clock,
    log: createLog({ silent: true }),
    scrypt: testScrypt,
  });
  const client = clientOf(core);
  await client.vault.signIn({ accountId: practice.doctorAccountId, phrase });
  for (let i = 0; i < 2; i += 1) await client.practice.addRoom({ ...key(), label: `Salle bis ${i}` });
  await core.close();
  copyFileSync(path('ancienne'), path('cabinet.db'));
  expect(await opened()).toContain('Des actions récentes manquent (3)');
});

test('la base disparue, à côté de son coffre, n’est pas remplacée par une base vide', async () => {
  await addRooms(1);
  await practice.core.close();
  snapshot();
  rmSync(path('cabinet.db'));
  expect(await opened()).toMatch(/Des actions récentes manquent \(\d+\)/);
  expect(existsSync(path('cabinet.db'))).toBe(false);
});

test.each<[string, () => void]>([
  ['disparue', () => rmSync(path('tete.json'))],
  [
    'forgée avec une autre clé',
    () => {
      rmSync(path('tete.json'));
      createHeadWriter(copy, randomBytes(32), { seq: 1, hash: 'x' });
    },
  ],
  ['illisible', () => writeFileSync(path('tete.json'), 'rien')],
  ['vide', () => writeFileSync(path('tete.json'), '')],
])('la tête %s : écran de secours', async (_what, damage) => {
  await practice.core.close();
  snapshot();
  damage();
  expect(await opened()).toContain('abîmé');
});

test('une tête d’un autre journal, au même numéro, est refusée', async () => {
  await practice.core.close();
  snapshot();
  const file = path('tete.json');
  const [line = ''] = readFileSync(file, 'utf8').split('\n');
  const { seq, seal } = JSON.parse(line) as { seq: number; seal: string };
  writeFileSync(file, `${JSON.stringify({ seq, hash: 'f'.repeat(64), seal })}\n`);
  expect(await opened()).toContain('abîmé');
});

test('une tête en retard sur la base n’alarme personne : le courant coupé entre les deux écritures', async () => {
  await addRooms(1);
  const late = readFileSync(join(practice.dataDir, 'tete.json'));
  await addRooms(2);
  await practice.core.close();
  snapshot();
  writeFileSync(path('tete.json'), late);
  expect(await opened()).toBe('ouvert, 3 salles');
});

test('une écriture de la tête coupée net laisse la précédente', () => {
  const secret = randomBytes(32);
  const writer = createHeadWriter(copy, secret, { seq: 1, hash: 'un' });
  writer.committed({ seq: 2, hash: 'deux' });
  writer.settle({ seq: 3, hash: 'trois' });
  expect(readHead(copy, secret)).toEqual({ seq: 3, hash: 'trois' });
  const bytes = readFileSync(path('tete.json'));
  bytes.fill(0, 256 + 40);
  writeFileSync(path('tete.json'), bytes);
  expect(readHead(copy, secret)).toEqual({ seq: 2, hash: 'deux' });
});
