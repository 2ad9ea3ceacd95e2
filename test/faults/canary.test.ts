import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { installedCopy, startHeadless } from '../support/headless.ts';
import { key, phrase, tempDir, type Client } from '../support/practice.ts';

// A name that exists nowhere else must never be found in clear outside the memory of the core.
const canary = 'QUENOTTEAUCANARI';
const spellings = [canary, canary.toLowerCase()].flatMap((name) => [
  Buffer.from(name),
  Buffer.from(name, 'utf16le'),
  Buffer.from(Buffer.from(name).toString('base64').slice(0, 16)),
]);
const holds = (bytes: Buffer) => spellings.some((name) => bytes.includes(name));

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
const hitsIn = (folder: string) => filesUnder(folder).filter((file) => holds(readFileSync(file)));

/** Regular files held open by a process, unlinked ones included, that hold the name. */
function hitsOfDescriptors(pid: number | 'self'): string[] {
  const hits: string[] = [];
  for (const fd of readdirSync(`/proc/${pid}/fd`)) {
    const path = `/proc/${pid}/fd/${fd}`;
    try {
      if (!statSync(path).isFile() || readlinkSync(path).includes('node_modules')) continue;
      if (holds(contentOf(path))) hits.push(readlinkSync(path));
    } catch {
      // Closed meanwhile, or not a file.
    }
  }
  return hits;
}
function contentOf(path: string): Buffer {
  const file = openSync(path, 'r');
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const part = Buffer.alloc(1 << 20);
    const read = readSync(file, part, 0, part.length, at);
    if (read === 0) break;
    parts.push(part.subarray(0, read));
    at += read;
  }
  closeSync(file);
  return Buffer.concat(parts);
}

let folder: string;
beforeEach(() => {
  folder = tempDir();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!existsSync('/proc/self/fd'))('un tri plus grand que la mémoire réservée', () => {
  const sortWith = (tempStore: 'MEMORY' | 'FILE') => {
    const base = openSqlite({ file: join(folder, 'cabinet.db'), key: randomBytes(32), tempStore, cacheKib: 64 });
    base.raw.exec('create table list (name text, filler text) strict');
    const insert = base.raw.prepare('insert into list values (?, ?)');
    base.raw.transaction(() => {
      for (let i = 0; i < 40_000; i += 1) insert.run(`${canary} ${(i * 7919) % 40_000}`, 'x'.repeat(200));
    })();
    const rows = base.raw.prepare('select * from list order by filler || name desc').iterate();
    rows.next();
    const hits = [...hitsOfDescriptors('self'), ...hitsIn(folder)];
    rows.return?.();
    base.raw.close();
    return hits;
  };

  test('avec les réglages du produit, aucun fichier ouvert ne montre un nom', () => {
    expect(sortWith('MEMORY')).toEqual([]);
  });

  test('témoin : sans le réglage de temp_store, le même examen trouve le nom', () => {
    expect(sortWith('FILE').length).toBeGreaterThan(0);
  });
});

test('témoin : l’examen d’un dossier trouve un nom écrit en clair, dans chaque écriture', () => {
  for (const [index, bytes] of spellings.entries())
    writeFileSync(join(folder, `fichier-${index}`), Buffer.concat([randomBytes(50), bytes]));
  expect(hitsIn(folder).length).toBe(spellings.length);
});

test.skipIf(!existsSync('/proc/self/fd'))(
  'un dossier créé, cherché, refusé, ouvert : rien en clair dans les données, les fichiers temporaires, les descripteurs, le journal technique',
  async () => {
    const installed = installedCopy();
    const [data, temporary] = [join(folder, 'donnees'), join(folder, 'tmp')];
    mkdirSync(temporary);
    const host = await startHeadless(installed, ['--data', data], undefined, {
      TMPDIR: temporary,
      PRELUDE_LOG: 'trace',
    });
    const own = (host.address ?? '').replace(/\/$/, '');
    const cookie = (await fetch(own)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const socket = new WebSocket(`${own.replace('http', 'ws')}/appels`, { headers: { origin: own, cookie } });
    await new Promise((resolve) => socket.on('open', resolve));
    const client: Client = createORPCClient(new RPCLink({ websocket: socket as never }));
    const drawn = await client.vault.drawRecoveryKey({});
    await client.vault.create({
      ticket: drawn.ticket,
      typedGroups: drawn.ask.map((number) => drawn.groups[number - 1] ?? ''),
      practice: { name: 'Cabinet du Parc', city: null },
      doctors: [{ civility: 'Dr', givenName: 'Hugo', familyName: 'Marchal', rpps: null }],
      person: { givenName: 'Hugo', familyName: 'Marchal', role: 'medecin', doctorIndex: 0 },
      phrase,
    });

    const fields = {
      birthName: canary,
      firstGivenName: 'Lucie',
      sex: 'F',
      birthDay: '03/02/1980',
      birthPlaceCode: '54099',
    };
    await client.session.saveDraft({
      ...key(),
      subject: 'new_patient',
      subjectId: 'x',
      patientId: null,
      fields: { birthName: canary },
    });
    const { id } = await client.patients.create({ ...key(), fields, document: null, notSame: [], draftId: null });
    expect((await client.patients.search({ text: canary.slice(0, 8) })).results.map((line) => line.id)).toEqual([id]);
    await client.patients.get({ patientId: id });
    for (const bad of [
      { ...fields, birthDay: canary },
      { ...fields, sex: canary },
    ]) {
      await client.patients
        .create({ ...key(), fields: bad, document: null, notSame: [], draftId: null })
        .catch(() => {});
    }
    await client.patients.search({ text: canary, surplus: canary } as never).catch(() => {});

    const pid = host.child.pid ?? 0;
    expect(
      readdirSync(`/proc/${pid}/fd`).map((fd) => {
        try {
          return readlinkSync(`/proc/${pid}/fd/${fd}`);
        } catch {
          return '';
        }
      }),
    ).toContain(join(data, 'cabinet.db'));
    expect(hitsOfDescriptors(pid)).toEqual([]);
    expect(hitsIn(folder)).toEqual([]);
    socket.terminate();
    host.child.kill('SIGTERM');
    expect(await host.ended).toBe(0);
    expect(
      filesUnder(data)
        .map((file) => file.slice(data.length + 1))
        .toSorted(),
    ).toEqual(['cabinet.db', 'coffre.json', 'tete.json']);
    expect(hitsIn(folder)).toEqual([]);
    expect(holds(Buffer.from(host.said()))).toBe(false);
    rmSync(installed, { recursive: true });
  },
);
