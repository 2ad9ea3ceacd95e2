import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile } from '../support/patients.ts';
import { foundTestPractice, key, refusalOf, type Client, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
let nadia: Client;
let doctor: Client;
beforeAll(async () => {
  practice = await foundTestPractice();
  nadia = (await practice.join('assistant')).client;
  doctor = practice.doctor;
});
afterAll(() => practice.close());

type Field = Parameters<Client['patients']['edit']>[0]['patches'][number]['field'];
const edit = (client: Client, patientId: string, field: Field, base: string | null, value: string | null) =>
  client.patients.edit({ ...key(), patientId, patches: [{ field, base, value }] });
const fieldsOf = async (patientId: string) => (await nadia.patients.get({ patientId })).fields;

test('deux personnes sur deux champs : les deux saisies sont gardées, sans question', async () => {
  const { id } = await openFile(nadia, { firstGivenName: 'Disjointe' });
  await edit(nadia, id, 'city', null, 'Longwy');
  await edit(doctor, id, 'postcode', null, '54400');
  expect(await fieldsOf(id)).toMatchObject({ city: 'Longwy', postcode: '54400' });
});

test('le même champ changé des deux côtés est un conflit, avec les deux valeurs, l’auteur et l’heure ; rien n’est écrit', async () => {
  const { id } = await openFile(nadia, { firstGivenName: 'Conflit' });
  const base = '0600007710';
  await edit(nadia, id, 'phoneMobile', base, '06 00 00 11 11');
  practice.clock.advance(60_000);
  const attempt = doctor.patients.edit({
    ...key(),
    patientId: id,
    patches: [
      { field: 'phoneMobile', base, value: '06 00 00 22 22' },
      { field: 'city', base: null, value: 'Briey' },
    ],
  });
  await expect(attempt).rejects.toMatchObject({
    code: 'EDIT_CONFLICT',
    data: {
      conflicts: [
        {
          field: 'phoneMobile',
          mine: '0600002222',
          theirs: '0600001111',
          by: 'Nadia Ferrand',
          at: '2026-11-17T07:00:00.000Z',
        },
      ],
    },
  });
  expect(await fieldsOf(id)).toMatchObject({ phoneMobile: '0600001111', city: null });
  await edit(doctor, id, 'phoneMobile', '0600001111', '06 00 00 22 22');
  expect((await fieldsOf(id)).phoneMobile).toBe('0600002222');
});

test('deux personnes qui écrivent la même valeur ne sont pas en conflit', async () => {
  const { id } = await openFile(nadia, { firstGivenName: 'Accord' });
  await edit(nadia, id, 'city', null, 'Briey');
  expect((await edit(doctor, id, 'city', null, 'Briey')).written).toEqual(['city']);
});

test('les notes se fusionnent mot à mot ; les mêmes mots changés deux fois restent un conflit', async () => {
  const { id } = await openFile(nadia, { firstGivenName: 'Notes' });
  const base = 'Sonner au deuxième étage. Appeler avant midi.';
  await edit(nadia, id, 'notes', null, base);
  await edit(nadia, id, 'notes', base, 'Sonner au troisième étage. Appeler avant midi.');
  const answer = await edit(
    doctor,
    id,
    'notes',
    base,
    'Sonner au deuxième étage. Appeler avant midi, sa fille répond.',
  );
  const both = 'Sonner au troisième étage. Appeler avant midi, sa fille répond.';
  expect(answer.merged).toEqual([{ field: 'notes', value: both }]);
  expect((await fieldsOf(id)).notes).toBe(both);
  expect(await refusalOf(edit(doctor, id, 'notes', base, 'Sonner au rez-de-chaussée étage. Appeler avant midi.'))).toBe(
    'EDIT_CONFLICT',
  );
});

test('un trait strict vidé ou illisible n’est pas perdu : il reste à corriger', async () => {
  const { id } = await openFile(nadia, { firstGivenName: 'Stricte' });
  const answer = await nadia.patients.edit({
    ...key(),
    patientId: id,
    patches: [
      { field: 'birthName', base: 'AUBRY', value: '' },
      { field: 'birthDay', base: '1999-06-14', value: '30/02/1999' },
      { field: 'city', base: null, value: 'Homécourt' },
    ],
  });
  expect(answer.written).toEqual(['city']);
  expect(answer.toCorrect.map(({ field }) => field).sort()).toEqual(['birthDay', 'birthName']);
  expect(await fieldsOf(id)).toMatchObject({ birthName: 'AUBRY', birthDay: '1999-06-14', city: 'Homécourt' });
});

test('un nom changé se retrouve par le nouveau, plus par l’ancien, et l’annulation rétablit les deux', async () => {
  const { id } = await openFile(nadia, { birthName: 'Wolkenstein', firstGivenName: 'Ada' });
  await edit(nadia, id, 'birthName', 'WOLKENSTEIN', 'Vandeputte');
  const found = async (text: string) =>
    (await nadia.patients.search({ text })).results.filter((line) => line.match === 'prefix').map((line) => line.id);
  expect([await found('vandep'), await found('wolken')]).toEqual([[id], []]);
  const last = await nadia.session.undoable({});
  await nadia.session.undo({ ...key(), seq: last?.seq ?? 0 });
  expect([await found('vandep'), await found('wolken')]).toEqual([[], [id]]);
});

test('l’annulation refuse quand la fiche a changé depuis, et nomme qui', async () => {
  const { id } = await openFile(nadia, { firstGivenName: 'Depuis' });
  await edit(nadia, id, 'city', null, 'Briey');
  const last = await nadia.session.undoable({});
  practice.clock.advance(60_000);
  await edit(doctor, id, 'city', 'Briey', 'Longwy');
  await expect(nadia.session.undo({ ...key(), seq: last?.seq ?? 0 })).rejects.toMatchObject({
    code: 'UNDO_CHANGED_SINCE',
    data: { by: expect.stringContaining('Lemoine') as string },
  });
});
