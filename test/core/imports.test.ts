import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultImportChoices } from '#shared/contract/imports.ts';
import { checkFile, importFile, proposed, until, upload } from '../support/imports.ts';
import { inventedCsv, inventedPatients } from '../support/invented-patients.ts';
import { openFile } from '../support/patients.ts';
import { foundTestPractice, refusalOf, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
beforeEach(async () => {
  practice = await foundTestPractice();
});
afterEach(() => practice.close());

const header = 'Nom;Prénom;Sexe;Date de naissance;Tél. portable;E-mail';
const list = (...lines: string[]) => [header, ...lines].join('\r\n');

test('la liste importée se cherche, avec ses homonymes et ses champs, sous une identité provisoire', async () => {
  const { status } = await importFile(
    practice.doctor,
    list('Aubry;Camille;F;14/06/1999;06 39 98 00 01;c.aubry@exemple.fr'),
  );
  expect(status.message).toBe('1 dossier créé.');
  const { results } = await practice.doctor.patients.search({ text: 'aub 14061999' });
  expect(results).toMatchObject([
    { birthName: 'AUBRY', firstGivenName: 'CAMILLE', sex: 'F', birthDay: '1999-06-14', status: 'PROV' },
  ]);
  const file = await practice.doctor.patients.get({ patientId: results[0]?.id ?? '' });
  expect(file.fields).toMatchObject({ phoneMobile: '0639980001', email: 'c.aubry@exemple.fr', birthPlaceCode: null });
});

test('l’essai compte sans rien écrire : nouveaux, à compléter, doublons de la base et de la liste, lignes non importables', async () => {
  await openFile(practice.doctor);
  const { counts, lines } = await checkFile(
    practice.doctor,
    list(
      'Aubry;Camille;F;14/06/1999;;',
      'Aubri;Camille;F;14/06/1999;;',
      'Moreau;Paul;M;02/03/1950;06 39;p.moreau@exemple.fr',
      'Moreau;Paul;M;02/03/1950;;',
      'Petit;Léa;F;31/02/1990;;',
      'Petit;Zoé;;01/02/1990;;',
      'Roux;Jean;M;05/05/1948;;',
    ),
  );
  expect(lines.map(({ line, outcome }) => [line, outcome])).toEqual([
    [2, 'duplicate'],
    [3, 'possible'],
    [4, 'to_correct'],
    [5, 'duplicate'],
    [6, 'invalid'],
    [7, 'invalid'],
    [8, 'new'],
  ]);
  expect(counts).toEqual({ new: 1, toCorrect: 1, possible: 1, duplicate: 2, invalid: 2 });
  expect(lines[0]?.reasons[0]).toBe('Très probable\u00a0: même personne que le dossier 1.');
  expect(lines[0]?.looksLike).not.toBeNull();
  expect(lines[2]?.reasons).toEqual([
    'Téléphone mobile, laissé vide\u00a0: numéro incomplet\u00a0: 10 chiffres, ou + et l’indicatif du pays.',
  ]);
  expect(lines[3]?.reasons[0]).toBe('Très probable\u00a0: même personne que la ligne 4.');
  expect(lines[4]?.reasons).toEqual(['Date de naissance\u00a0: cette date n’existe pas.']);
  expect(lines[5]?.reasons).toEqual(['Sexe\u00a0: absent de la ligne.']);
  expect((await practice.doctor.patients.search({ text: 'roux' })).total).toBe(0);
});

test('au choix, les doublons très probables sont importés aussi, avec la mention dans leurs notes', async () => {
  await openFile(practice.doctor);
  const { counts } = await importFile(practice.doctor, list('Aubry;Camille;F;14/06/1999;;'), { probable: 'import' });
  expect(counts).toMatchObject({ possible: 1, duplicate: 0 });
  const { total, results } = await practice.doctor.patients.search({ text: 'aubry' });
  expect(total).toBe(2);
  const notes = await Promise.all(
    results.map(async ({ id }) => (await practice.doctor.patients.get({ patientId: id })).fields.notes),
  );
  expect(notes.filter((note) => note !== null)).toEqual([
    'Import\u00a0: doublon possible avec le dossier 1, à vérifier.',
  ]);
});

test('des jumeaux ne sont pas des doublons : les deux sont importés, et c’est dit', async () => {
  const { lines } = await checkFile(practice.doctor, list('Noël;Louis;M;01/02/2015;;', 'Noël;Arthur;M;01/02/2015;;'));
  expect(lines.map(({ outcome }) => outcome)).toEqual(['new', 'new']);
  expect(lines[1]?.reasons.join(' ')).toContain('jumeaux possibles');
});

test('une création survenue entre l’essai et l’import est vue comme doublon', async () => {
  const checked = await checkFile(practice.doctor, list('Aubry;Camille;F;14/06/1999;;', 'Roux;Jean;M;05/05/1948;;'));
  expect(checked.counts?.new).toBe(2);
  await openFile(practice.doctor);
  await practice.doctor.imports.start({ id: checked.id });
  expect((await until(practice.doctor, 'published')).counts).toMatchObject({ new: 1, duplicate: 1 });
  expect((await practice.doctor.patients.search({ text: 'aubry' })).total).toBe(1);
});

test('les colonnes validées sont reprises pour la prochaine liste de même en-tête', async () => {
  const odd = 'A;B;C;D\r\nAubry;Camille;F;14/06/1999\r\n';
  const mapping = (['birthName', 'firstGivenName', 'sex', 'birthDay'] as const).map((field, column) => ({
    column,
    field,
  }));
  const id = await upload(practice.doctor, odd);
  const first = await practice.doctor.imports.analyse({ id });
  expect(first.columns[0]?.field).toBeNull();
  await practice.doctor.imports.check({ id, mapping, choices: defaultImportChoices });
  await until(practice.doctor, 'checked');
  await practice.doctor.imports.start({ id });
  await until(practice.doctor, 'published');

  const again = await practice.doctor.imports.analyse({
    id: await upload(practice.doctor, odd.replace('Aubry', 'Roux')),
  });
  expect(again.columns.map(({ field, guessedFrom }) => [field, guessedFrom])).toEqual(
    mapping.map(({ field }) => [field, 'remembered']),
  );
  expect(again.notes[0]).toContain('déjà été importée');
});

test('un import est une seule entrée de journal, et une ligne de compte rendu par patient', async () => {
  const base = practice.core.practice.requireOpen();
  const before = await base.reader.selectFrom('journal').select('seq').execute();
  const { id } = await importFile(practice.doctor, inventedCsv(inventedPatients(30)));
  const after = await base.reader
    .selectFrom('journal')
    .select(['seq', 'procedure', 'record_id'])
    .orderBy('seq')
    .execute();
  expect(after.slice(before.length)).toMatchObject([{ procedure: 'imports.start', record_id: id }]);
  const lines = await base.reader
    .selectFrom('import_line')
    .select(['patient_id'])
    .where('import_id', '=', id)
    .execute();
  expect(lines).toHaveLength(30);
  expect(lines.every(({ patient_id }) => patient_id !== null)).toBe(true);
  const report = await practice.doctor.imports.report({ id, outcomes: ['new'], offset: 0, limit: 10 });
  expect([report.total, report.lines.length]).toEqual([30, 10]);
});

test('qui n’en a pas le droit ne peut pas importer ; un autre ne touche pas à l’import en cours', async () => {
  const { client: secretary } = await practice.join('secretaire', ['Odile', 'Rey']);
  expect(await refusalOf(secretary.imports.begin({ fileName: 'liste.csv', size: 10 }))).toBe('NOT_ALLOWED');
  const { client: assistant } = await practice.join('assistant');
  const id = await upload(practice.doctor, list('Roux;Jean;M;05/05/1948;;'));
  const analysis = await practice.doctor.imports.analyse({ id });
  expect(await refusalOf(assistant.imports.analyse({ id }))).toBe('NOT_FOUND');
  expect(await refusalOf(assistant.imports.begin({ fileName: 'autre.csv', size: 10 }))).toBe('IMPORT_BUSY');
  expect(await assistant.imports.status({})).toMatchObject({ id, mine: false, by: 'Dr Claire Lemoine' });
  expect(await refusalOf(practice.doctor.imports.start({ id }))).toBe('IMPORT_REFUSED');
  const mapping = proposed(analysis).filter(({ field }) => field !== 'birthDay');
  await expect(practice.doctor.imports.check({ id, mapping, choices: defaultImportChoices })).rejects.toThrow(
    'Il manque\u00a0: date de naissance.',
  );
});
