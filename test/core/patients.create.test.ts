import { afterAll, beforeAll, expect, test } from 'vitest';
import { aubry, openFile } from '../support/patients.ts';
import { foundTestPractice, key, refusalOf, type Client, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
let nadia: Client;
beforeAll(async () => {
  practice = await foundTestPractice();
  nadia = (await practice.join('assistant')).client;
});
afterAll(() => practice.close());

test('un dossier créé porte ses traits en capitales sans accent, provisoire, et se retrouve aussitôt', async () => {
  const { id, number, status } = await openFile(nadia, {
    birthName: 'Lefèvre-d’Œuvre',
    firstGivenName: 'Zoé',
    usedName: 'Lefèvre',
    birthDay: '03061971',
  });
  expect(status).toMatchObject({ status: 'PROV' });
  const file = await nadia.patients.get({ patientId: id });
  expect(file.fields).toMatchObject({
    birthName: "LEFEVRE-D'OEUVRE",
    firstGivenName: 'ZOE',
    usedName: 'Lefèvre',
    birthDay: '1971-06-03',
    phoneMobile: '0600007710',
  });
  expect(file).toMatchObject({
    number,
    identity: { birthPlace: { state: 'commune', label: 'Val de Briey (54)' }, matricule: null },
  });
  const { results } = await nadia.patients.search({ text: 'zo lefev' });
  expect(results.map((line) => line.id)).toEqual([id]);
});

test('seul un trait strict manquant ou illisible refuse ; chacun est dit', async () => {
  const attempt = openFile(nadia, { birthDay: '31/02/1999', birthPlaceCode: '', sex: '' });
  await expect(attempt).rejects.toMatchObject({
    code: 'INVALID',
    data: {
      problems: [
        { field: 'birthDay', message: 'Cette date n’existe pas.' },
        { field: 'sex' },
        { field: 'birthPlaceCode' },
      ],
    },
  });
});

test('les autres champs illisibles n’empêchent rien : ils restent des brouillons à corriger, et disparaissent corrigés', async () => {
  const { id, toCorrect } = await openFile(nadia, {
    firstGivenName: 'Rose',
    email: 'c.aubry@exemple',
    insuredNir: '2 99 06 54 999 999 12',
    birthDay: '15/06/1999',
  });
  expect(toCorrect.map(({ field, message }) => [field, message])).toEqual([
    ['insuredNir', 'Clé incorrecte. Relire le numéro sur la carte Vitale ou l’attestation.'],
    ['email', 'Adresse incomplète\u00a0: il manque la fin (.fr, .com…)'],
  ]);
  const file = await nadia.patients.get({ patientId: id });
  expect(file.fields.email).toBeNull();
  expect(file.toCorrect.map(({ field }) => field)).toEqual(['insuredNir', 'email']);
  expect(
    (await nadia.session.drafts({})).filter((draft) => draft.subjectId === id).map((draft) => draft.state),
  ).toEqual(['to_correct', 'to_correct']);
  await nadia.patients.edit({
    ...key(),
    patientId: id,
    patches: [{ field: 'email', base: null, value: 'c.aubry@exemple.fr' }],
  });
  const corrected = await nadia.patients.get({ patientId: id });
  expect(corrected.fields.email).toBe('c.aubry@exemple.fr');
  expect(corrected.toCorrect.map(({ field }) => field)).toEqual(['insuredNir']);
});

test('un doublon très probable bloque jusqu’à la réponse, dont le motif va au journal', async () => {
  const first = await openFile(nadia, { birthName: 'Kowalski', firstGivenName: 'Irène' });
  const again = { birthName: 'KOWALSKI', firstGivenName: 'Irene' };
  await expect(openFile(nadia, again)).rejects.toMatchObject({
    code: 'DUPLICATE_TO_ANSWER',
    data: { patientIds: [first.id] },
  });
  const second = await openFile(nadia, again, {
    notSame: [{ patientId: first.id, reason: 'Cousine, même jour de naissance' }],
  });
  expect(second.number).toBe(first.number + 1);
  const { reader } = practice.core.practice.requireOpen();
  const entry = await reader
    .selectFrom('journal')
    .select('reason')
    .where('record_id', '=', second.id)
    .where('procedure', '=', 'patients.create')
    .executeTakeFirst();
  expect(entry?.reason).toContain('Cousine, même jour de naissance');
});

test('une saisie envoyée deux fois ne crée qu’un dossier', async () => {
  const once = {
    ...key(),
    fields: { ...aubry, firstGivenName: 'Unique', birthDay: '02/02/1980' },
    document: null,
    notSame: [],
    draftId: null,
  };
  const [left, right] = [await nadia.patients.create(once), await nadia.patients.create(once)];
  expect(right).toEqual(left);
  expect((await nadia.patients.search({ text: 'unique' })).total).toBe(1);
});

test('dates partielles et lunaires : le jour utilisable, le texte et la précision', async () => {
  const partial = await openFile(nadia, { firstGivenName: 'Partielle', birthDay: '00/05/1948' });
  const lunar = await openFile(nadia, { firstGivenName: 'Lunaire', birthDay: '31/14/1941 lunaire' });
  expect((await nadia.patients.get({ patientId: partial.id })).identity).toMatchObject({
    birthDay: '1948-05-01',
    birthPrecision: 'month',
  });
  const file = await nadia.patients.get({ patientId: lunar.id });
  expect(file.identity).toMatchObject({ birthDay: '1941-12-31', birthPrecision: 'lunar' });
  expect(file.fields.birthDay).toBe('31/14/1941 (lunaire)');
});

test('un lieu absent des tables reste en toutes lettres ; un code bien formé mais inconnu est dit non vérifié', async () => {
  const typed = await openFile(nadia, {
    firstGivenName: 'Lettre',
    birthPlaceCode: '',
    birthPlaceText: 'Le Bourg-Disparu',
    birthDepartment: '55',
  });
  const code = await openFile(nadia, {
    firstGivenName: 'Code',
    birthPlaceCode: '99777',
    birthPlaceText: 'Ancien territoire',
  });
  expect((await nadia.patients.get({ patientId: typed.id })).identity.birthPlace).toEqual({
    label: 'Le Bourg-Disparu (55)',
    state: 'texte',
  });
  expect((await nadia.patients.get({ patientId: code.id })).identity.birthPlace).toEqual({
    label: 'Ancien territoire',
    state: 'non_verifie',
  });
  const seen = await nadia.patients.recordDocument({
    ...key(),
    patientId: typed.id,
    seenOn: '2026-11-17',
    document: { code: 'PA', country: null, parentDocumentSeen: null, enteringEhpad: null },
  });
  expect(seen).toMatchObject({ status: 'PROV', words: expect.stringContaining('reste provisoire') as string });
});

test('annuler la création enlève le dossier, ses mots de recherche et ses brouillons', async () => {
  const { id } = await openFile(nadia, { birthName: 'Zwickelmayer', email: 'incomplet@' });
  const last = await nadia.session.undoable({});
  expect(last?.label).toBe('Création d’un dossier');
  await nadia.session.undo({ ...key(), seq: last?.seq ?? 0 });
  expect(await refusalOf(nadia.patients.get({ patientId: id }))).toBe('NOT_FOUND');
  expect((await nadia.patients.search({ text: 'zwickel' })).total).toBe(0);
  expect((await nadia.session.drafts({})).filter((draft) => draft.subjectId === id)).toEqual([]);
  const { reader } = practice.core.practice.requireOpen();
  expect(await reader.selectFrom('patient_word').selectAll().where('word', '=', 'zwickelmayer').execute()).toEqual([]);
});

test('la gestionnaire ne lit aucun dossier', async () => {
  const { client } = await practice.join('gestionnaire', ['Odile', 'Marchetti']);
  expect(await refusalOf(client.patients.search({ text: 'aubry' }))).toBe('NOT_ALLOWED');
});
