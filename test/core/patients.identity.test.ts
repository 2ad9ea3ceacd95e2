import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile } from '../support/patients.ts';
import { foundTestPractice, key, refusalOf, type Client, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
let nadia: Client;
beforeAll(async () => {
  practice = await foundTestPractice();
  nadia = (await practice.join('assistant')).client;
});
afterAll(() => practice.close());

const passport = { code: 'PA', country: null, parentDocumentSeen: null, enteringEhpad: null } as const;
const seen = (patientId: string) =>
  nadia.patients.recordDocument({ ...key(), patientId, seenOn: '2026-11-17', document: passport });

/** Public test identity of the INSi service, given here an ordinary OID: only a demonstration base takes the test one. */
const adrun = {
  birthName: 'ADRUN',
  firstGivenName: 'ZOE',
  birthDay: '31/12/1975',
  birthPlaceCode: '63220',
  sex: 'F',
  phoneMobile: '',
};
const matricule = '275126322074974';
const reading = {
  birthName: 'Adrun',
  firstGivenName: 'Zoé',
  birthDate: '31/12/1975',
  sex: 'F',
  birthPlace: '63220',
  matricule: '2 75 12 63 220 749 74',
};
const attestation = (patientId: string) => ({
  ...key(),
  patientId,
  status: 'QUAL' as const,
  software: 'Logiciel du médecin',
  channel: 'INSI' as const,
  day: '2026-11-17',
  matricule,
  oid: '1.2.250.1.213.1.4.8',
  secondReading: reading,
});

test('une pièce vue valide l’identité ; un trait strict changé la fait retomber', async () => {
  const { id } = await openFile(nadia, { firstGivenName: 'Valide' });
  expect(await seen(id)).toMatchObject({ status: 'VALI' });
  const file = await nadia.patients.get({ patientId: id });
  expect(file.identity.document).toEqual({ code: 'PA', seenOn: '2026-11-17', by: 'Nadia Ferrand' });
  const { status } = await nadia.patients.edit({
    ...key(),
    patientId: id,
    patches: [{ field: 'birthDay', base: '1999-06-14', value: '15/06/1999' }],
  });
  expect(status.status).toBe('PROV');
  expect((await nadia.patients.get({ patientId: id })).identity).toMatchObject({ status: 'PROV', document: null });
});

test('un permis n’existe pas dans la liste ; un livret de famille ne vaut pas pour un adulte', async () => {
  const { id } = await openFile(nadia, { firstGivenName: 'Livret' });
  const family = { ...passport, code: 'LEP', parentDocumentSeen: true } as const;
  await expect(
    nadia.patients.recordDocument({ ...key(), patientId: id, seenOn: '2026-11-17', document: family }),
  ).rejects.toMatchObject({ code: 'INVALID' });
});

test('qualifiée : constatée avec seconde lecture, matricule montré ; un trait changé le retire', async () => {
  const { id } = await openFile(nadia, adrun);
  const wrong = { ...attestation(id), secondReading: { ...reading, birthDate: '30/12/1975' } };
  await expect(nadia.patients.attest(wrong)).rejects.toMatchObject({
    code: 'INVALID',
    data: { problems: [{ field: 'secondReading.birthDate' }] },
  });
  const testNumber = { ...attestation(id), oid: '1.2.250.1.213.1.4.10' };
  await expect(nadia.patients.attest(testNumber)).rejects.toMatchObject({
    code: 'INVALID',
    data: { problems: [{ field: 'oid' }] },
  });

  expect(await nadia.patients.attest(attestation(id))).toMatchObject({ status: 'QUAL' });
  expect((await nadia.patients.get({ patientId: id })).identity).toMatchObject({
    status: 'QUAL',
    matricule,
    attested: { on: '2026-11-17', software: 'Logiciel du médecin' },
  });
  expect((await nadia.patients.search({ text: '2 75 12 63 220' })).results.map((line) => line.id)).toEqual([id]);

  await nadia.patients.edit({
    ...key(),
    patientId: id,
    patches: [{ field: 'birthPlaceCode', base: '63220', value: '54099' }],
  });
  const fallen = await nadia.patients.get({ patientId: id });
  expect(fallen.identity).toMatchObject({ status: 'PROV', matricule: null, attested: null });
  const last = await nadia.session.undoable({});
  await nadia.session.undo({ ...key(), seq: last?.seq ?? 0 });
  expect((await nadia.patients.get({ patientId: id })).identity).toMatchObject({ status: 'QUAL', matricule });
});

test('la secrétaire ne peut pas constater un statut', async () => {
  const { client } = await practice.join('secretaire', ['Claudie', 'Perrin']);
  const { id } = await openFile(client, { firstGivenName: 'Secretariat' });
  expect(await refusalOf(client.patients.attest(attestation(id)))).toBe('NOT_ALLOWED');
});

test('douteuse ramène à provisoire, exclut fictive et barre la pièce', async () => {
  const { id } = await openFile(nadia, { firstGivenName: 'Douteuse' });
  await seen(id);
  expect(await nadia.patients.setAttribute({ ...key(), patientId: id, attribute: 'douteuse', on: true })).toMatchObject(
    { status: 'PROV' },
  );
  await expect(
    nadia.patients.setAttribute({ ...key(), patientId: id, attribute: 'fictive', on: true }),
  ).rejects.toMatchObject({ code: 'INVALID' });
  await expect(seen(id)).rejects.toMatchObject({ code: 'INVALID' });
  await nadia.patients.setAttribute({ ...key(), patientId: id, attribute: 'douteuse', on: false });
  expect(await seen(id)).toMatchObject({ status: 'VALI' });
});

test('« homonymie signalée » est déduite des noms, l’attribut « homonyme » est posé par une personne', async () => {
  const one = await openFile(nadia, { birthName: 'Thiriet', firstGivenName: 'Paul', sex: 'M', birthDay: '01/02/1950' });
  const other = await openFile(nadia, {
    birthName: 'Noël',
    usedName: 'Thiriet',
    firstGivenName: 'Paul',
    sex: 'M',
    birthDay: '09/09/1988',
  });
  const file = await nadia.patients.get({ patientId: one.id });
  expect(file.homonyms.map((line) => line.id)).toEqual([other.id]);
  expect(file).toMatchObject({ homonymCount: 1, identity: { attributes: [] } });
  const { results } = await nadia.patients.search({ text: 'thiriet paul' });
  expect(results.map((line) => line.homonym)).toEqual([true, true]);
  await nadia.patients.setAttribute({ ...key(), patientId: one.id, attribute: 'homonyme', on: true });
  expect((await nadia.patients.get({ patientId: one.id })).identity.attributes).toEqual(['homonyme']);
});
