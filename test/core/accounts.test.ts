import { afterEach, expect, test } from 'vitest';
import { clientOf, foundTestPractice, key, phrase, refusalOf, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
afterEach(() => practice.close());

test('le cabinet est créé sans aucun compte par défaut : une seule personne, responsable', async () => {
  practice = await foundTestPractice();
  const accounts = await practice.doctor.accounts.list({});
  expect(accounts).toMatchObject([{ displayName: 'Dr Claire Lemoine', role: 'medecin', responsable: true }]);
});

test('l’assistante invitée choisit sa phrase et ouvre sa session ; le code ne sert qu’une fois', async () => {
  practice = await foundTestPractice();
  const { client, accountId } = await practice.join('assistant');
  expect((await client.vault.state({})).me?.displayName).toBe('Nadia Ferrand');
  const again = clientOf(practice.core);
  expect(await refusalOf(again.vault.redeemCode({ accountId, code: 'AAAA-BBBB-CCCC', phrase }))).toBe(
    'WRONG_ONE_TIME_CODE',
  );
});

test('le dernier responsable ne peut être ni fermé ni rétrogradé', async () => {
  practice = await foundTestPractice();
  const id = practice.doctorAccountId;
  expect(await refusalOf(practice.doctor.accounts.close({ ...key(), id }))).toBe('LAST_RESPONSABLE');
  const [me] = await practice.doctor.accounts.list({});
  expect(me?.responsable).toBe(true);
});

test('une salle ajoutée puis annulée disparaît ; l’annulation est inscrite au journal', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  await doctor.practice.addRoom({ ...key(), label: 'Salle 2' });
  const last = await doctor.session.undoable({});
  expect(last?.label).toBe('Ajout d’une salle');
  await doctor.session.undo({ ...key(), seq: last?.seq ?? 0 });
  expect((await doctor.practice.get({})).rooms).toEqual([]);
  expect(await doctor.session.undoable({})).toBeNull();
});

test('une session verrouillée ne reçoit ni donnée ni événement', async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  const feed = await doctor.session.changes({});
  await doctor.vault.lock({});
  expect(await feed.next()).toMatchObject({ done: true });
  expect(await refusalOf(doctor.practice.get({}))).toBe('SESSION_LOCKED');
});
