import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile } from '../support/patients.ts';
import { foundTestPractice, type Client, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
let nadia: Client;
const ids: Record<string, string> = {};
beforeAll(async () => {
  practice = await foundTestPractice();
  nadia = (await practice.join('assistant')).client;
  const open = async (name: string, fields: Parameters<typeof openFile>[1]) =>
    void (ids[name] = (await openFile(nadia, fields)).id);
  await open('jeanne', {
    birthName: 'Dubois',
    usedName: 'Martin',
    firstGivenName: 'Jeanne',
    givenNames: 'Marie',
    birthDay: '12/03/1954',
    phoneMobile: '06 00 00 12 34',
    insuredNir: '2 54 03 54 099 001',
    insuredQuality: 'assure',
  });
  await open('martine', { birthName: 'Jeannin', firstGivenName: 'Martine', birthDay: '12/04/1961', phoneMobile: '' });
  await open('artagnan', {
    birthName: "D'Artagnan de L'Hérault",
    firstGivenName: 'Jean-Pierre',
    sex: 'M',
    birthDay: '01/01/1970',
    phoneMobile: '',
  });
  await open('irene', { birthName: 'Kowalski', firstGivenName: 'Irène', birthDay: '05/11/2012', phoneMobile: '' });
  await open('ancien', {
    birthName: 'Colin',
    firstGivenName: 'Firmin',
    sex: 'M',
    birthDay: '12/03/1926',
    phoneMobile: '',
  });
});
afterAll(() => practice.close());

const found = async (text: string, match?: string) => {
  const { results } = await nadia.patients.search({ text });
  return results
    .filter((line) => match === undefined || line.match === match)
    .map((line) => Object.keys(ids).find((name) => ids[name] === line.id));
};

test.each([
  ['martin jea', ['jeanne', 'martine']],
  ['JEANNE martin', ['jeanne']],
  ['dubois', ['jeanne']],
  ['marie dubois', ['jeanne']],
  ['jean pierre', ['artagnan']],
  ['jean-pierre', ['artagnan']],
  ['dartagnan', ['artagnan']],
  ["d'artagnan", ['artagnan']],
  ['herault', ['artagnan']],
  ['IRENE kow', ['irene']],
])('« %s » trouve par le début de chaque mot, dans n’importe quel ordre', async (text, expected) => {
  expect((await found(text, 'prefix')).toSorted()).toEqual(expected.toSorted());
});

test.each([
  ['12/03/1954', ['jeanne']],
  ['12031954', ['jeanne']],
  ['12 03 1954', ['jeanne']],
  ['12/03/54', ['jeanne']],
  ['120354', ['jeanne']],
  ['12.3.54', ['jeanne']],
  ['12/04', ['martine']],
  ['12/3', ['ancien', 'jeanne']],
  ['12/03/2', ['ancien']],
  ['05/11/12', ['irene']],
  ['12/03 dub', ['jeanne']],
])('« %s » se lit comme une date de naissance', async (text, expected) => {
  expect((await found(text, 'prefix')).toSorted()).toEqual(expected);
});

test.each(['06 00 00 12', '0600001234', '+33 6 00 00 12 34', '2 54 03 54', '254035409900', 'martin 06 00'])(
  '« %s » trouve par le téléphone ou le numéro',
  async (text) => {
    expect(await found(text, 'prefix')).toEqual(['jeanne']);
  },
);

test('ce qui ressemble ne vient qu’ensuite : au milieu d’un mot, puis par le son', async () => {
  expect(await found('tagnan', 'infix')).toEqual(['artagnan']);
  expect(await found('kovalsqui', 'sound')).toEqual(['irene']);
  expect(await found('ta')).toEqual([]);
});

test('une ligne porte de quoi reconnaître la personne, rien de clinique', async () => {
  const { total, more, results } = await nadia.patients.search({ text: 'kowalski' });
  expect({ total, more }).toEqual({ total: 1, more: false });
  expect(results[0]).toMatchObject({
    birthName: 'KOWALSKI',
    firstGivenName: 'IRENE',
    sex: 'F',
    birthDay: '2012-11-05',
    homonym: false,
    doctorId: null,
    today: null,
    match: 'prefix',
  });
});

test('les dossiers ouverts en dernier reviennent en premier', async () => {
  await nadia.patients.get({ patientId: ids['irene'] ?? '' });
  practice.clock.advance(1000);
  await nadia.patients.get({ patientId: ids['jeanne'] ?? '' });
  const { opened } = await nadia.patients.recent({});
  expect(opened.map((line) => line.id).slice(0, 2)).toEqual([ids['jeanne'], ids['irene']]);
});

test('communes actuelles, anciens noms, codes postaux, pays ; un code inconnu est dit non vérifié', async () => {
  const first = async (text: string) => (await nadia.patients.searchPlaces({ text }))[0];
  expect(await first('metz')).toMatchObject({ code: '57463', label: 'Metz (57)', kind: 'commune' });
  expect(await first('briey')).toMatchObject({ code: '54099' });
  expect((await nadia.patients.searchPlaces({ text: '54400' })).map((place) => place.label)).toContain('Longwy (54)');
  expect(await first('algerie')).toMatchObject({ code: '99352', kind: 'pays' });
  expect(await first('99352')).toMatchObject({ label: 'Algérie' });
  expect(await first('99777')).toMatchObject({ kind: 'non_verifie' });
  expect(await first('99999')).toMatchObject({ kind: 'inconnu' });
  expect(await first('2a004')).toMatchObject({ label: 'Ajaccio (2A)' });
});
