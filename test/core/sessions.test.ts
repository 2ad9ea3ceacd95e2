import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCore } from '#electron/core/create-core.ts';
import { createLog } from '#electron/platform/log.ts';
import {
  clientOf,
  foundTestPractice,
  key,
  phrase,
  refusalOf,
  testScrypt,
  type Client,
  type TestPractice,
} from '../support/practice.ts';
import { callOf, procedures } from '../contract/procedures.ts';

let practice: TestPractice;
let nadia: Client;
let accountId: string;
let postId: string;
const code = '402917';
beforeEach(async () => {
  practice = await foundTestPractice();
  ({ client: nadia, accountId, postId } = await practice.join('assistant'));
});
afterEach(() => practice.close());

const unlock = (typed = code) => refusalOf(nadia.vault.unlockWithCode({ accountId, code: typed }));

test('le code du jour déverrouille, sur ce poste seulement', async () => {
  await nadia.vault.setDayCode({ code });
  await nadia.vault.lock({});
  expect((await nadia.vault.state({})).tiles.find((tile) => tile.accountId === accountId)?.hasDayCode).toBe(true);
  expect(await refusalOf(clientOf(practice.core).vault.unlockWithCode({ accountId, code }))).toBe('CODE_NOT_USABLE');
  expect(await unlock()).toBe('accepté');
  expect((await nadia.vault.state({})).me?.displayName).toBe('Nadia Ferrand');
});

test('cinq erreurs : le code ne sert plus, la phrase est demandée', async () => {
  await nadia.vault.setDayCode({ code });
  await nadia.vault.lock({});
  for (const left of [4, 3, 2, 1, 0]) {
    await expect(nadia.vault.unlockWithCode({ accountId, code: '000000' })).rejects.toMatchObject({
      code: 'WRONG_CODE',
      data: { triesLeft: left },
    });
  }
  expect(await unlock()).toBe('CODE_NOT_USABLE');
  expect(await refusalOf(nadia.vault.signIn({ accountId, phrase }))).toBe('accepté');
});

test('minuit, à Paris, efface le code', async () => {
  await nadia.vault.setDayCode({ code });
  await nadia.vault.lock({});
  practice.clock.set('2026-11-17T22:59:59Z');
  expect(await unlock()).toBe('accepté');
  await nadia.vault.lock({});
  practice.clock.set('2026-11-17T23:00:01Z');
  expect(await unlock()).toBe('CODE_NOT_USABLE');
});

test('un redémarrage, ou la fin de session, efface le code', async () => {
  await nadia.vault.setDayCode({ code });
  await nadia.vault.signOut({});
  expect(await unlock()).toBe('CODE_NOT_USABLE');
  await nadia.vault.signIn({ accountId, phrase });
  await nadia.vault.setDayCode({ code });
  await practice.core.close();
  const core = createCore({
    dataDir: practice.dataDir,
    version: 'essai',
    clock: practice.clock,
    log: createLog({ silent: true }),
    scrypt: testScrypt,
  });
  const again = clientOf(core, postId);
  await again.vault.signIn({ accountId: practice.doctorAccountId, phrase });
  expect(await refusalOf(again.vault.unlockWithCode({ accountId, code }))).toBe('CODE_NOT_USABLE');
  await core.close();
});

test('un code dont les chiffres se répètent ou se suivent est refusé', async () => {
  for (const simple of ['000000', '777777', '123456', '987654', '345678'])
    expect(await refusalOf(nadia.vault.setDayCode({ code: simple })), simple).toBe('INVALID');
});

test('le code du jour n’est écrit nulle part', async () => {
  await nadia.vault.setDayCode({ code });
  const { raw } = practice.core.practice.requireOpen().writing;
  for (const { name } of raw
    .prepare<[], { name: string }>(`select name from sqlite_master where type = 'table'`)
    .all()) {
    expect(JSON.stringify(raw.prepare(`select * from ${name}`).all()), name).not.toContain(code);
  }
});

test('verrouillé : aucune procédure ne répond, aucun événement ne sort, aucune personne n’est nommée', async () => {
  const feed = await nadia.session.changes({});
  await nadia.vault.lock({});
  await practice.doctor.practice.addRoom({ ...key(), label: 'Salle 2' });
  expect(await feed.next()).toMatchObject({ done: true });
  for (const { path } of procedures.filter(({ meta }) => meta.kind !== 'gate')) {
    expect(await refusalOf(callOf(nadia, path, {})), path).toBe('SESSION_LOCKED');
  }
  expect(await nadia.vault.state({})).toMatchObject({ session: 'locked', me: null });
});

test('une collègue ouvre sa session sur le même poste : la première reste verrouillée et se reprend par son code', async () => {
  await nadia.vault.setDayCode({ code });
  await nadia.vault.signIn({ accountId: practice.doctorAccountId, phrase });
  expect((await nadia.vault.state({})).me?.displayName).toBe('Dr Claire Lemoine');
  expect(await unlock()).toBe('accepté');
  expect((await nadia.vault.state({})).me?.displayName).toBe('Nadia Ferrand');
});

test('des droits retirés ferment la session aussitôt, sur tous les postes', async () => {
  const elsewhere = clientOf(practice.core);
  await elsewhere.vault.signIn({ accountId, phrase });
  const [account] = (await practice.doctor.accounts.list({})).filter((one) => one.id === accountId);
  if (account === undefined) throw new Error('no account');
  const { givenName, familyName, civility, doctorId, validFrom, validTo } = account;
  await practice.doctor.accounts.update({
    ...key(),
    id: accountId,
    givenName,
    familyName,
    civility,
    doctorId,
    validFrom,
    validTo,
    role: 'secretaire',
    responsable: false,
  });
  for (const client of [nadia, elsewhere]) expect(await refusalOf(client.practice.get({}))).toBe('NOT_SIGNED_IN');
});
