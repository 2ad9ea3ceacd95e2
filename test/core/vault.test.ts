import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCore, type Core } from '#electron/core/create-core.ts';
import { createLog } from '#electron/platform/log.ts';
import { createDerivation, strongParameters } from '#electron/security/derivation.ts';
import {
  clientOf,
  foundTestPractice,
  key,
  phrase,
  refusalOf,
  tempDir,
  testScrypt,
  type Client,
  type TestPractice,
} from '../support/practice.ts';

let practice: TestPractice;
const others: Core[] = [];
beforeEach(async () => {
  practice = await foundTestPractice();
});
afterEach(async () => {
  vi.useRealTimers();
  for (const core of others.splice(0)) await core.close();
  await practice.close();
});

/** Another start on these data. */
function start(dataDir: string): Client {
  const core = createCore({
    dataDir,
    version: 'essai',
    clock: practice.clock,
    log: createLog({ silent: true }),
    scrypt: testScrypt,
  });
  others.push(core);
  return clientOf(core);
}
const minutes = (count: number) => count * 60_000;
const wrong = (client: Client, accountId = practice.doctorAccountId) =>
  refusalOf(client.vault.signIn({ accountId, phrase: 'pas la bonne phrase' }));

test('la vraie dérivation (2^17) tourne hors du fil qui répond', async () => {
  const derivation = createDerivation();
  await derivation.derive('chauffe', Buffer.alloc(16), testScrypt);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();
  const derived = await derivation.derive('Tilleul-42 sous la pluie', Buffer.alloc(16, 1), strongParameters);
  const took = performance.now() - started;
  delay.disable();
  expect(derived.length).toBe(32);
  expect(took).toBeGreaterThan(100);
  // The thread that answers never stood still for as long as the derivation lasted.
  expect(delay.max / 1e6).toBeLessThan(took / 2);
  await derivation.close();
});

test('une dérivation interrompue par la fermeture est refusée, et ne reste pas en attente', async () => {
  const derivation = createDerivation();
  const waiting = derivation.derive('phrase', Buffer.alloc(16), strongParameters);
  const refused = expect(waiting).rejects.toThrow('derivation stopped');
  await derivation.close();
  await refused;
});

test('cinq phrases fausses, puis une pause qui survit au redémarrage et s’allonge', async () => {
  const client = clientOf(practice.core);
  for (let i = 0; i < 5; i += 1) expect(await wrong(client)).toBe('WRONG_PHRASE');
  expect(await wrong(client)).toBe('THROTTLED');
  await practice.core.close();
  const again = start(practice.dataDir);
  const signIn = () => again.vault.signIn({ accountId: practice.doctorAccountId, phrase });
  expect(await refusalOf(signIn())).toBe('THROTTLED');
  practice.clock.advance(minutes(1) + 1);
  expect(await wrong(again)).toBe('WRONG_PHRASE');
  practice.clock.advance(minutes(1) + 1);
  expect(await refusalOf(signIn())).toBe('THROTTLED');
  practice.clock.advance(minutes(1));
  expect(await refusalOf(signIn())).toBe('accepté');
  expect(await wrong(again)).toBe('WRONG_PHRASE');
});

test('cent essais lancés ensemble ne comptent pas pour un', async () => {
  const client = clientOf(practice.core);
  const codes = await Promise.all(Array.from({ length: 100 }, () => wrong(client)));
  expect(codes.filter((code) => code === 'WRONG_PHRASE').length).toBe(5);
  expect(codes.filter((code) => code === 'THROTTLED').length).toBe(95);
});

test('des identifiants inventés ne font pas grossir le coffre', async () => {
  const client = clientOf(practice.core);
  const size = () => readFileSync(join(practice.dataDir, 'coffre.json')).length;
  const before = size();
  for (let i = 0; i < 8; i += 1) await wrong(client, crypto.randomUUID());
  expect(size() - before).toBeLessThan(200);
});

test('une horloge revenue en arrière ne ferme pas le coffre pour des années', async () => {
  const client = clientOf(practice.core);
  for (let i = 0; i < 5; i += 1) await wrong(client);
  practice.clock.set('2020-01-01T08:00:00Z');
  expect(await refusalOf(client.vault.signIn({ accountId: practice.doctorAccountId, phrase }))).toBe('accepté');
});

test('la clé de secours ouvre une copie du dossier sur une machine vierge, et donne une phrase neuve', async () => {
  await practice.doctor.practice.addRoom({ ...key(), label: 'Salle de soins' });
  await practice.core.close();
  const copy = join(tempDir(), 'copie');
  cpSync(practice.dataDir, copy, { recursive: true });
  const client = start(copy);
  const recover = (recoveryKey: string) =>
    client.vault.recover({ accountId: practice.doctorAccountId, recoveryKey, phrase: 'Érable-77 près du lavoir' });
  expect(await refusalOf(recover('AAAA BBBB CCCC DDDD EEEE FFFF GGGG HHHH'))).toBe('WRONG_RECOVERY_KEY');
  await recover(practice.recoveryKey.toLowerCase().replaceAll(' ', '-'));
  expect((await client.practice.get({})).rooms.map((room) => room.label)).toEqual(['Salle de soins']);
  await client.vault.signOut({});
  expect(await wrong(client)).toBe('WRONG_PHRASE');
  expect(await refusalOf(client.vault.signIn({ accountId: practice.doctorAccountId, phrase }))).toBe('WRONG_PHRASE');
  expect(
    await refusalOf(client.vault.signIn({ accountId: practice.doctorAccountId, phrase: 'Érable-77 près du lavoir' })),
  ).toBe('accepté');
  rmSync(copy, { recursive: true });
});

test('la clé de secours remplacée cesse aussitôt d’ouvrir, la nouvelle ouvre', async () => {
  const { doctor, doctorAccountId } = practice;
  const drawn = await doctor.accounts.drawRecoveryKey({});
  const typedGroups = drawn.ask.map((number) => drawn.groups[number - 1] ?? '');
  expect(
    await refusalOf(
      doctor.accounts.replaceRecoveryKey({ ...key(), ticket: drawn.ticket, typedGroups: ['AAAA', 'BBBB'] }),
    ),
  ).toBe('INVALID');
  await doctor.accounts.replaceRecoveryKey({ ...key(), ticket: drawn.ticket, typedGroups });
  const client = clientOf(practice.core);
  const recover = (recoveryKey: string) =>
    refusalOf(client.vault.recover({ accountId: doctorAccountId, recoveryKey, phrase }));
  expect(await recover(practice.recoveryKey)).toBe('WRONG_RECOVERY_KEY');
  expect(await recover(drawn.groups.join(' '))).toBe('accepté');
});

test('un code à usage unique vaut 24 heures et une seule fois, même présenté deux fois ensemble', async () => {
  const { accountId } = await practice.join('assistant');
  const issue = async () => (await practice.doctor.accounts.issueCode({ ...key(), id: accountId })).oneTimeCode;
  const redeem = (code: string) => refusalOf(clientOf(practice.core).vault.redeemCode({ accountId, code, phrase }));
  const late = await issue();
  practice.clock.advance(24 * minutes(60) + 1);
  expect(await redeem(late)).toBe('WRONG_ONE_TIME_CODE');
  const code = await issue();
  expect((await Promise.all([redeem(code), redeem(code)])).toSorted()).toEqual(['WRONG_ONE_TIME_CODE', 'accepté']);
  expect(await redeem(code)).toBe('WRONG_ONE_TIME_CODE');
});

test('l’ancienne phrase reste valable tant que le code n’a pas servi', async () => {
  const { accountId, client } = await practice.join('assistant');
  const { oneTimeCode } = await practice.doctor.accounts.issueCode({ ...key(), id: accountId });
  expect(await refusalOf(client.vault.signIn({ accountId, phrase }))).toBe('accepté');
  await client.vault.redeemCode({ accountId, code: oneTimeCode.toLowerCase(), phrase: 'Érable-77 près du lavoir' });
  expect(await refusalOf(client.vault.signIn({ accountId, phrase }))).toBe('WRONG_PHRASE');
});

test('une personne partie n’ouvre plus rien : session finie, clé retirée du coffre, secours refusé', async () => {
  const { accountId, client } = await practice.join('assistant');
  const feed = await client.session.changes({});
  await practice.doctor.accounts.close({ ...key(), id: accountId });
  expect((await feed.next()).done).toBe(true);
  expect(await refusalOf(client.practice.get({}))).toBe('NOT_SIGNED_IN');
  expect(await refusalOf(client.vault.signIn({ accountId, phrase }))).toBe('ACCOUNT_CLOSED');
  expect(await refusalOf(client.vault.recover({ accountId, recoveryKey: practice.recoveryKey, phrase }))).toBe(
    'ACCOUNT_CLOSED',
  );
  const file = JSON.parse(readFileSync(join(practice.dataDir, 'coffre.json'), 'utf8')) as {
    people: { accountId: string; slot: unknown; oneTime: unknown }[];
  };
  expect(file.people.find((person) => person.accountId === accountId)).toMatchObject({ slot: null, oneTime: null });
  expect((await client.vault.state({})).tiles.map((tile) => tile.accountId)).not.toContain(accountId);
});

test('une remplaçante ouvre de son premier à son dernier jour, ni avant ni après', async () => {
  const { client, accountId } = await practice.join('remplacant', ['Léa', 'Vidal']);
  const signInAt = async (instant: string) => {
    practice.clock.set(instant);
    return refusalOf(client.vault.signIn({ accountId, phrase }));
  };
  expect(await signInAt('2026-10-31T22:59:00Z')).toBe('ACCOUNT_CLOSED');
  expect(await signInAt('2026-10-31T23:01:00Z')).toBe('accepté');
  expect(await signInAt('2026-11-30T22:59:00Z')).toBe('accepté');
  // Midnight passes in Paris with the session open.
  practice.clock.set('2026-11-30T23:01:00Z');
  expect(await refusalOf(client.practice.get({}))).toBe('SESSION_LOCKED');
  expect(await signInAt('2026-11-30T23:02:00Z')).toBe('ACCOUNT_CLOSED');
});

test('une création coupée avant le premier enregistrement recommence de zéro', async () => {
  await practice.core.close();
  const path = join(practice.dataDir, 'coffre.json');
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), founded: false }));
  const client = start(practice.dataDir);
  expect((await client.vault.state({})).vault).toBe('absent');
  const drawn = await client.vault.drawRecoveryKey({});
  await client.vault.create({
    ticket: drawn.ticket,
    typedGroups: drawn.ask.map((number) => drawn.groups[number - 1] ?? ''),
    practice: { name: 'Cabinet du Parc', city: null },
    doctors: [{ civility: 'Dr', givenName: 'Hugo', familyName: 'Marchal', rpps: null }],
    person: { givenName: 'Hugo', familyName: 'Marchal', role: 'medecin', doctorIndex: 0 },
    phrase,
  });
  expect((await client.practice.get({})).doctors.map((doctor) => doctor.displayName)).toEqual(['Dr Hugo Marchal']);
});

test.each<[string, (path: string) => void, RegExp]>([
  ['tronqué', (path) => truncateSync(path, 200), /coffre\.json\) est abîmé/],
  ['vide', (path) => writeFileSync(path, ''), /coffre\.json\) est abîmé/],
  ['plein d’autre chose', (path) => writeFileSync(path, '{"format":2}'), /coffre\.json\) est abîmé/],
  [
    'aux paramètres démesurés',
    (path) => writeFileSync(path, readFileSync(path, 'utf8').replace(/"N": \d+/g, '"N": 1073741824')),
    /coffre\.json\) est abîmé/,
  ],
  ['disparu à côté des données', (path) => rmSync(path), /coffre\.json\) manque/],
])('le fichier du coffre %s : une phrase claire, et rien n’est modifié', async (_what, damage, sentence) => {
  await practice.core.close();
  damage(join(practice.dataDir, 'coffre.json'));
  const base = readFileSync(join(practice.dataDir, 'cabinet.db'));
  expect(() => start(practice.dataDir)).toThrow(sentence);
  expect(readFileSync(join(practice.dataDir, 'cabinet.db')).equals(base)).toBe(true);
});

test('la clé quitte la mémoire après le délai choisi sans session active, pas avant, et pas si quelqu’un est là', async () => {
  const { doctor, core } = practice;
  await doctor.practice.updateSettings({ ...key(), patch: { keyMinutes: 12 } });
  const { master } = core.practice.requireOpen();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await vi.advanceTimersByTimeAsync(minutes(60));
  expect(core.practice.isOpen).toBe(true);
  await doctor.vault.lock({});
  await vi.advanceTimersByTimeAsync(minutes(11.9));
  expect(core.practice.isOpen).toBe(true);
  await vi.advanceTimersByTimeAsync(minutes(0.2));
  vi.useRealTimers();
  await vi.waitFor(() => expect(master.every((byte) => byte === 0)).toBe(true));
  expect(core.practice.isOpen).toBe(false);
  expect(await refusalOf(doctor.practice.get({}))).toBe('NOT_SIGNED_IN');
  expect((await doctor.vault.state({})).vault).toBe('closed');
  await doctor.vault.signIn({ accountId: practice.doctorAccountId, phrase });
  expect((await doctor.practice.get({})).settings.keyMinutes).toBe(12);
});

test('fermer pendant des actions : chacune se termine ou n’écrit rien, aucune ne tombe', async () => {
  const outcomes = Array.from({ length: 30 }, (_, i) =>
    refusalOf(practice.doctor.practice.addRoom({ ...key(), label: `Salle ${i}` })),
  );
  await outcomes[0];
  await practice.core.practice.close();
  const codes = await Promise.all(outcomes);
  const client = clientOf(practice.core);
  await client.vault.signIn({ accountId: practice.doctorAccountId, phrase });
  expect((await client.practice.get({})).rooms.length).toBe(codes.filter((code) => code === 'accepté').length);
  expect(codes).not.toContain('INCIDENT');
});
