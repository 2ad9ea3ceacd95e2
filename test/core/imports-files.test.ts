import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importLimits } from '#shared/domain/import-fields.ts';
import { checkFile, proposed, until, upload } from '../support/imports.ts';
import { defaultImportChoices } from '#shared/contract/imports.ts';
import { foundTestPractice, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
beforeAll(async () => {
  practice = await foundTestPractice();
});
afterAll(() => practice.close());

const rows = [
  ['Nom', 'Prénom', 'Sexe', 'Date de naissance'],
  ['Lefèvre', 'Hélène', 'F', '25/03/1954'],
  ['Noël', 'François', 'M', '02/11/1961'],
];
const text = (separator: string, end = '\r\n') => rows.map((row) => row.join(separator)).join(end);
const latin1 = (content: string) => Buffer.from(content, 'latin1');
const utf16 = (content: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(content, 'utf16le')]);
const analysed = async (content: string | Uint8Array) =>
  practice.doctor.imports.analyse({ id: await upload(practice.doctor, content) });

describe('chaque écriture de fichier est reconnue', () => {
  test.each([
    ['UTF-8, point-virgule', Buffer.from(text(';')), 'utf-8', ';'],
    ['UTF-8 avec sa marque, virgule', Buffer.from(`\ufeff${text(',')}`), 'utf-8', ','],
    ['Windows-1252, tabulation', latin1(text('\t')), 'windows-1252', '\t'],
    ['UTF-16 du tableur, tabulation', utf16(text('\t')), 'utf-16', '\t'],
    ['barre verticale, fins de ligne Unix', Buffer.from(text('|', '\n')), 'utf-8', '|'],
    ['ligne sep= du tableur', Buffer.from(`sep=;\r\n${text(';')}`), 'utf-8', ';'],
    [
      'virgule dans une cellule entre guillemets',
      Buffer.from(text(',').replace('Noël', '"Noël, dit ""Nono"""')),
      'utf-8',
      ',',
    ],
  ] as const)('%s', async (_name, content, encoding, separator) => {
    const analysis = await analysed(content);
    expect(analysis).toMatchObject({ encoding, separator, lines: 2, question: null });
    expect(analysis.columns.map(({ field }) => field)).toEqual(['birthName', 'firstGivenName', 'sex', 'birthDay']);
    expect(analysis.columns[0]?.samples[0]).toBe('Lefèvre');
  });
});

describe('un mauvais fichier est refusé par une phrase claire', () => {
  test.each([
    ['blanc', ' \r\n\r\n', 'Ce fichier est vide. Choisir un autre fichier.'],
    ['classeur Excel', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'l’enregistrer au format CSV'],
    ['ancien classeur', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'l’enregistrer au format CSV'],
    ['PDF', '%PDF-1.7 …', 'Ce fichier est un PDF'],
    ['image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), 'Ce fichier n’est pas un texte.'],
    ['page web', '<html><table><tr><td>Nom</td></tr></table></html>', 'une page ou un document XML'],
    ['en-tête seul', 'Nom;Prénom;Sexe;Date de naissance\r\n', 'aucune ligne à importer'],
    ['colonne seule', 'Nom\r\nAubry\r\nRoux\r\n', 'Une seule colonne est lisible.'],
    ['en-tête en double', 'Nom;Prénom;NOM\r\nAubry;Camille;Aubry', 'La colonne «\u00a0NOM\u00a0» figure deux fois'],
    [
      'sans en-tête',
      'Aubry;Camille;F;14/06/1999\r\nRoux;Jean;M;05/05/1948',
      'La première ligne porte déjà un patient.',
    ],
    [
      'lignes irrégulières',
      'Nom;Prénom;Sexe\r\nAubry;Camille\r\nRoux;Jean;M;1;2',
      '2 lignes sur 2 n’ont pas autant de cellules que l’en-tête (la première\u00a0: ligne 2)',
    ],
    [
      'guillemet jamais fermé',
      `Nom;Prénom\r\nRoux;Jean\r\n"Aubry;Camille\r\n${'Petit;Léa\r\n'.repeat(50)}`,
      'Un guillemet ouvert après la ligne 2 n’est jamais fermé.',
    ],
  ])('%s', async (_name, content, sentence) => {
    await expect(analysed(content)).rejects.toMatchObject({
      code: 'IMPORT_REFUSED',
      message: expect.stringContaining(sentence),
    });
    expect(await practice.doctor.imports.status({})).toBeNull();
    expect((await practice.doctor.patients.search({ text: 'aubry' })).total).toBe(0);
  });

  test('vide ou trop gros : refusé avant l’envoi', async () => {
    await expect(practice.doctor.imports.begin({ fileName: 'a.csv', size: 0 })).rejects.toThrow('Ce fichier est vide.');
    await expect(practice.doctor.imports.begin({ fileName: 'a.csv', size: importLimits.bytes + 1 })).rejects.toThrow(
      'dépasse 50\u00a0Mo',
    );
  });

  test('plus de 100 000 lignes', async () => {
    const line = 'Roux;Jean\n';
    await expect(analysed(`Nom;Prénom\n${line.repeat(importLimits.lines + 1)}`)).rejects.toThrow(
      'plus de 100\u00a0000 lignes',
    );
  });

  test('morceau de la mauvaise taille, ou fichier incomplet', async () => {
    const { id } = await practice.doctor.imports.begin({ fileName: 'a.csv', size: 12 });
    await expect(practice.doctor.imports.chunk({ id, index: 0, base64: 'QUJD' })).rejects.toThrow('mal transmis');
    await expect(practice.doctor.imports.analyse({ id })).rejects.toThrow('pas arrivé en entier');
  });
});

test('une ligne irrégulière parmi d’autres est laissée de côté et signalée', async () => {
  const good = Array.from(
    { length: 12 },
    (_, index) => `Roux;Prénom${'abcdefghijkl'[index]};M;05/05/19${48 + index}`,
  ).join('\n');
  const { analysis, lines } = await checkFile(
    practice.doctor,
    `Nom;Prénom;Sexe;Date de naissance\n${good}\nPetit;Léa\n`,
  );
  expect(analysis.notes).toEqual([
    '1 ligne n’a pas autant de cellules que l’en-tête (la première\u00a0: ligne 14)\u00a0: elle ne sera pas importée.',
  ]);
  expect(lines.at(-1)).toMatchObject({ line: 14, outcome: 'invalid' });
});

test('une formule est gardée sans son signe et signalée ; un téléphone en +33 n’en est pas une', async () => {
  const content =
    'Nom;Prénom;Sexe;Date de naissance;Tél;Adresse;NIR\nRoux;Jean;M;05/05/1948;+33 6 39 98 00 02;"=LIEN(""x"")";="1480554580001"\n';
  const { analysis, lines } = await checkFile(practice.doctor, content);
  expect(analysis.notes[0]).toContain(
    '1 cellule commence comme une formule de tableur (la première\u00a0: ligne 2, colonne «\u00a0Adresse\u00a0»)',
  );
  expect(analysis.columns[5]?.samples).toEqual(['LIEN("x")']);
  expect(analysis.columns[6]?.samples).toEqual(['1480554580001']);
  expect(lines).toMatchObject([{ outcome: 'to_correct', reasons: ['Adresse\u00a0: signe de formule retiré.'] }]);
});

describe('les dates', () => {
  const file = (...days: string[]) =>
    `Nom;Prénom;Sexe;Né le\n${days.map((day, index) => `Roux;${['Jean', 'Paul', 'Luc', 'Marc'][index]};M;${day}`).join('\n')}\n`;

  test.each([
    ['jour d’abord', ['25/03/1954', '02/11/1961'], 'dmy'],
    ['année d’abord', ['1954-03-25', '1961-11-02 00:00:00'], 'ymd'],
    ['huit chiffres', ['25031954', '02111961'], 'dmy'],
    ['huit chiffres, année d’abord', ['19540325', '19611102'], 'ymd'],
    ['mois d’abord', ['03/25/1954', '11/02/1961'], 'mdy'],
  ])('%s', async (_name, days, order) => {
    const { analysis, counts } = await checkFile(practice.doctor, file(...days));
    expect(analysis.columns[3]?.dates).toEqual({ order, ambiguous: false });
    expect(analysis.question).toBeNull();
    expect(counts).toMatchObject({ invalid: 0 });
  });

  test('jour et mois indiscernables : une seule question, dont la réponse décide', async () => {
    const id = await upload(practice.doctor, file('02/03/1954', '11/12/1961'));
    const analysis = await practice.doctor.imports.analyse({ id });
    expect(analysis.question).toMatchObject({
      column: 3,
      text: 'Dans la colonne «\u00a0Né le\u00a0», comment lire 02/03/1954\u00a0?',
    });
    const mapping = proposed(analysis).map((one) =>
      one.field === 'birthDay' ? { ...one, dateOrder: 'mdy' as const } : one,
    );
    await practice.doctor.imports.check({ id, mapping, choices: defaultImportChoices });
    await until(practice.doctor, 'checked');
    await practice.doctor.imports.start({ id });
    await until(practice.doctor, 'published');
    const { results } = await practice.doctor.patients.search({ text: 'roux' });
    expect(results.map(({ birthDay }) => birthDay).sort()).toEqual(['1954-02-03', '1961-11-12']);
  });

  test('année sur deux chiffres : un seul siècle possible est lu, deux ne le sont pas', async () => {
    const { lines } = await checkFile(practice.doctor, file('25/03/54', '25/03/12'));
    expect(lines[0]).not.toMatchObject({ outcome: 'invalid' });
    expect(lines[1]).toMatchObject({
      outcome: 'invalid',
      reasons: ['Date de naissance\u00a0: année sur deux chiffres\u00a0: le siècle manque.'],
    });
  });
});
