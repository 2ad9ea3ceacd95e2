import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, firstRun, openStage, type Stage } from '../support/journey.ts';

let stage: Stage;
let desk: Awaited<ReturnType<Stage['post']>>;
const folder = mkdtempSync(join(tmpdir(), 'prelude-liste-'));

/** Forty invented people as an old French software exports them: Windows-1252, semicolons, two lines that cannot be read. */
function list(): string {
  const names = ['AUBRY', 'BERGER', 'COLLIN', 'DELMAS', 'FAURE', 'GARNIER', 'LEROY', 'MOREL'];
  const given = ['Élodie', 'Bruno', 'Inès', 'André', 'Zoé'];
  const rows = Array.from({ length: 40 }, (_, index) => {
    const day = String(1 + (index % 28)).padStart(2, '0');
    return `${names[index % 8]};${given[index % 5]};${day}/03/${1940 + index};${index % 5 === 1 || index % 5 === 3 ? 'M' : 'F'};06 39 98 ${10 + index} ${10 + index};Tucquegnieux`;
  });
  return [
    'Nom;Prénom;Date de naissance;Sexe;Téléphone;Ville',
    ...rows,
    'SANSDATE;Anne;;F;;',
    'JAMAIS;Luc;31/02/1980;M;;',
  ].join('\r\n');
}

beforeAll(async () => {
  writeFileSync(join(folder, 'liste.csv'), Buffer.from(list(), 'latin1'));
  writeFileSync(join(folder, 'classeur.csv'), Buffer.from('504b0304140006000800', 'hex'));
  writeFileSync(join(folder, 'vide.csv'), '');
  stage = await openStage({ env: { PRELUDE_NOW: '2026-11-17T09:00:00Z' } });
  desk = await stage.post();
  await firstRun(desk.page);
  await desk.page.goto(new URL('/import', stage.host.url).href);
});
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

const give = (name: string) => desk.page.getByLabel('Fichier de la liste').setInputFiles(join(folder, name));

test('un classeur ou un fichier vide est refusé en une phrase, et rien ne change', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Choisir un fichier' }).waitFor();
  await give('classeur.csv');
  await page.getByRole('alert').filter({ hasText: 'CSV' }).waitFor();
  await give('vide.csv');
  await page.getByRole('alert').filter({ hasText: /vide/iu }).waitFor();
  await expectAccessible(page);
});

test('les colonnes sont devinées, montrées, et les accents lus', async () => {
  const { page } = desk;
  await give('liste.csv');
  await page.getByRole('columnheader', { name: 'Devient' }).waitFor();
  await page.getByText('WINDOWS-1252').waitFor();
  await page.getByText('Élodie', { exact: false }).first().waitFor();
  await expectAccessible(page);
});

test('la vérification compte sans rien créer, puis l’import crée et se dit fini', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Importer 40 dossiers' }).waitFor();
  await expect
    .poll(() => page.getByRole('group', { name: 'Issue des lignes' }).innerText())
    .toMatch(/2\s*Non importable/u);
  await page.getByRole('button', { name: /Non importable/u }).click();
  await page.getByText('Date de naissance : cette date n’existe pas.').waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Voir les patients' }).waitFor();
});

test('un patient importé se trouve en quelques lettres et s’ouvre par Entrée', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Patient/u }).waitFor();
  await page.keyboard.type('del an');
  await page
    .getByRole('option', { name: /DELMAS/u })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/patients\/[0-9a-f-]{36}$/u);
});

test('l’import s’annule en entier, et la recherche ne trouve plus personne', async () => {
  const { page } = desk;
  await page.goto(new URL('/import', stage.host.url).href);
  await page
    .getByRole('button', { name: 'Autre fichier' })
    .or(page.getByRole('button', { name: 'Annuler cet import' }))
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Annuler cet import' }).click();
  await page.getByRole('button', { name: 'Retirer les dossiers' }).click();
  await page.getByText(/40 dossiers retirés/u).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Patient/u }).waitFor();
  await page.keyboard.type('delmas');
  await page.getByText(/Aucun patient/u).waitFor();
});
