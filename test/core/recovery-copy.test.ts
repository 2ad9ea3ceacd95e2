import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCore } from '#electron/core/create-core.ts';
import { createLog } from '#electron/platform/log.ts';
import { writeOnDisk } from '#electron/platform/removable/index.ts';
import { journalOf } from '../contract/procedures.ts';
import { readPdf } from '../support/pdf.ts';
import { clientOf, foundTestPractice, key, refusalOf, tempDir, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
beforeEach(async () => {
  practice = await foundTestPractice();
});
afterEach(() => practice.close());

const written = () => readdirSync(practice.stick.folder);

test('avant le cabinet : la clé tirée va sur le disque amovible, sans qu’un coffre existe', async () => {
  const { stick, clock } = practice;
  const dataDir = tempDir();
  const core = createCore({ dataDir, version: 'essai', clock, log: createLog({ silent: true }), disks: stick.disks });
  const client = clientOf(core);
  const drawn = await client.vault.drawRecoveryKey({});
  const [disk] = await client.vault.recoveryDisks({});
  expect(disk).toMatchObject({ label: 'CLE BLEUE', freeBytes: 15_600_000_000 });
  const { fileName } = await client.vault.saveRecoveryKey({ ticket: drawn.ticket, diskId: disk?.id ?? '' });
  expect(written()).toEqual([fileName]);
  const read = await readPdf(readFileSync(join(stick.folder, fileName)));
  for (const group of drawn.groups) expect(read.text).toContain(group);
  expect(read.text).toContain(drawn.vaultId);
  expect(readdirSync(dataDir)).toEqual([]);
  await core.close();
  rmSync(dataDir, { recursive: true });
});

test('depuis les réglages : un PDF archivable avec coffre, date et signe de contrôle, rien du cabinet', async () => {
  const { doctor, stick, core } = practice;
  const entries = journalOf(practice).length;
  const drawn = await doctor.accounts.drawRecoveryKey({});
  const [disk] = await doctor.accounts.recoveryDisks({});
  const { fileName } = await doctor.accounts.saveRecoveryKey({
    ...key(),
    ticket: drawn.ticket,
    diskId: disk?.id ?? '',
  });
  const path = join(stick.folder, fileName);
  expect(fileName).toMatch(/^cle-de-secours-2026-11-17-[0-9a-f]{4}\.pdf$/u);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const bytes = readFileSync(path);
  const read = await readPdf(bytes);
  expect(read).toMatchObject({ title: 'Prélude, clé de secours', language: 'fr', pages: 1, marked: true });
  expect(read.xmp).toMatchObject({ part: '2', conformance: 'A' });
  const text = read.text.replaceAll(/\s+/gu, ' ');
  expect(text).toContain('Éditée le 17/11/2026.');
  expect(text).toContain(`Coffre ${core.practice.vault.file?.vaultId}`);
  expect(text).toContain(`Signe de contrôle : ${drawn.groups[7]?.at(-1)},`);
  // In the order one reads them.
  expect(text.match(/\b[2-9A-HJ-NP-Z]{4}\b/gu)?.filter((sign) => drawn.groups.includes(sign))).toEqual(drawn.groups);
  for (const hidden of ['Tilleuls', 'Lemoine', 'Benali', 'Briey'])
    expect(text + bytes.toString('latin1') + fileName, hidden).not.toContain(hidden);
  expect(journalOf(practice).slice(entries)).toMatchObject([{ procedure: 'accounts.saveRecoveryKey' }]);
  expect(JSON.stringify(journalOf(practice))).not.toContain(drawn.groups[0]);
});

test('la même clé enregistrée deux fois laisse un seul fichier ; une autre clé en laisse un autre', async () => {
  const { doctor, stick } = practice;
  const save = async (ticket: string) =>
    (await doctor.accounts.saveRecoveryKey({ ...key(), ticket, diskId: stick.folder })).fileName;
  const first = await doctor.accounts.drawRecoveryKey({});
  const fileName = await save(first.ticket);
  const before = readFileSync(join(stick.folder, fileName));
  expect(await save(first.ticket)).toBe(fileName);
  expect(readFileSync(join(stick.folder, fileName)).equals(before)).toBe(true);
  const other = await save((await doctor.accounts.drawRecoveryKey({})).ticket);
  expect(written().toSorted()).toEqual([fileName, other].toSorted());
});

test('nulle part ailleurs : ni un autre dossier, ni un disque retiré, ni une clé oubliée', async () => {
  const { doctor, stick, dataDir } = practice;
  const { ticket } = await doctor.accounts.drawRecoveryKey({});
  const save = (diskId: string, of = ticket) =>
    doctor.accounts.saveRecoveryKey({ ...key(), ticket: of, diskId }).then(
      () => 'accepté',
      (error: { code: string; data: { problem?: string } }) => `${error.code} ${error.data.problem ?? ''}`.trim(),
    );
  const before = readdirSync(dataDir);
  for (const elsewhere of [dataDir, '/tmp', join(stick.folder, '..'), `${stick.folder}/.`, ''])
    expect(await save(elsewhere), elsewhere).toBe('REMOVABLE_DISK gone');
  expect(await save(stick.folder, 'inconnu')).toBe('INVALID');
  stick.plugged = false;
  expect(await doctor.accounts.recoveryDisks({})).toEqual([]);
  expect(await save(stick.folder)).toBe('REMOVABLE_DISK gone');
  expect(written()).toEqual([]);
  expect(readdirSync(dataDir)).toEqual(before);
});

test.skipIf(process.getuid?.() === 0)('un disque protégé en écriture le dit, et ne garde rien', async () => {
  const { doctor, stick } = practice;
  const { ticket } = await doctor.accounts.drawRecoveryKey({});
  chmodSync(stick.folder, 0o500);
  const refused = doctor.accounts.saveRecoveryKey({ ...key(), ticket, diskId: stick.folder });
  await expect(refused).rejects.toMatchObject({ code: 'REMOVABLE_DISK', data: { problem: 'read_only' } });
  chmodSync(stick.folder, 0o700);
  expect(written()).toEqual([]);
});

test('un disque qui refuse le fichier le dit en français', async () => {
  const { doctor, stick } = practice;
  const { ticket } = await doctor.accounts.drawRecoveryKey({});
  const fileName = `cle-de-secours-2026-11-17-${ticket.slice(0, 4)}.pdf`;
  // A folder of that name cannot be replaced by a file.
  mkdirSync(join(stick.folder, fileName));
  const refused = doctor.accounts.saveRecoveryKey({ ...key(), ticket, diskId: stick.folder });
  await expect(refused).rejects.toMatchObject({ data: { problem: 'failed' } });
  await expect(refused).rejects.toThrow(/n’a pas accepté le fichier/u);
});

test('un disque retiré entre-temps ne laisse pas la clé dans le dossier resté sur l’ordinateur', async () => {
  const [disk] = await practice.stick.disks.list();
  if (disk === undefined) throw new Error('the stick is there');
  const pulledOut = { ...disk, device: disk.device + 1 };
  await expect(writeOnDisk(pulledOut, 'cle.pdf', new Uint8Array(10))).rejects.toMatchObject({ code: 'ENODEV' });
  expect(written()).toEqual([]);
});

test('le cabinet créé, seul un responsable connecté enregistre la clé', async () => {
  const { doctor, stick } = practice;
  const { ticket } = await doctor.accounts.drawRecoveryKey({});
  const stranger = clientOf(practice.core);
  expect(await refusalOf(stranger.vault.recoveryDisks({}))).toBe('VAULT_EXISTS');
  expect(await refusalOf(stranger.vault.saveRecoveryKey({ ticket, diskId: stick.folder }))).toBe('VAULT_EXISTS');
  const assistant = await practice.join('assistant');
  expect(await refusalOf(assistant.client.accounts.recoveryDisks({}))).toBe('NOT_ALLOWED');
  expect(written()).toEqual([]);
});
