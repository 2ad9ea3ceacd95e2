import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedPdf } from '../support/employer.ts';
import { callsOf, expectAccessible, firstRun, openStage, type Stage } from '../support/journey.ts';

/** A busy machine. */
const soon = { timeout: 10_000 };
let stage: Stage;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  ({ context, page } = await stage.post());
  await firstRun(page);
});
afterAll(() => stage.close());

const choose = async (field: string, option: string) => {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option }).click({ timeout: 5000 });
};
const pane = (name: string) => page.getByRole('region', { name });
const told = (label: string) => pane('Ce que disent les règles').getByRole('listitem').filter({ hasText: label });
const save = () => page.keyboard.press('Control+Enter');

test('un assistant est ajouté, puis son contrat : ce qui manque est demandé, sous son champ', async () => {
  await page.goto(`${stage.host.url}reglages`);
  await page.getByRole('link', { name: 'Assistants et employeur' }).click();
  await page.getByText('Aucun assistant').waitFor();
  await page.keyboard.press('n');
  await page.getByLabel('Prénom').fill('Inès');
  await save();
  await expect.poll(() => page.getByLabel('Nom', { exact: true }).getAttribute('aria-invalid'), soon).toBe('true');
  await page.getByLabel('Nom', { exact: true }).fill('Caron');
  await choose('Profil à l’embauche', 'Infirmier (IDE)');
  await save();

  await page.getByRole('heading', { name: 'Nouveau contrat de travail' }).waitFor();
  await choose('Employeur', 'Un médecin');
  await page.getByRole('radio', { name: 'CDI' }).press('Space');
  await page.getByLabel('Premier jour').fill('04/03/2024');
  await page.getByLabel('Durée du travail').fill('0');
  await save();
  await page.getByText('Durée de travail à zéro', { exact: false }).waitFor();
  await page.getByLabel('Durée du travail').fill('35');
  await page.getByLabel('Part à distance').fill('100');
  await save();
  await page.getByRole('heading', { name: 'CDI depuis le 04/03/2024' }).waitFor();
  expect(await pane('Contrat de travail').innerText()).toContain('35\u00A0h par semaine, à partir du 04/03/2024');
  await expectAccessible(page);
});

test('la limite du poste est dite avec sa raison, et le contrat se corrige', async () => {
  await expect.poll(() => told('Pas entièrement à distance').innerText(), soon).toContain('Non rempli');
  await told('Pas entièrement à distance').getByText('Pourquoi').click();
  await page.getByRole('button', { name: /Autres actions, contrat/u }).click();
  await page.getByRole('menuitem', { name: 'Corriger le contrat' }).click();
  await page.getByLabel('Part à distance').fill('0');
  await save();
  await expect.poll(() => told('Pas entièrement à distance').innerText(), soon).toContain('Rempli');
});

test('une répartition à 120 % est refusée, la saisie reste ; à 100 % elle est enregistrée', async () => {
  await page.getByRole('button', { name: 'Répartir entre médecins' }).click();
  await page.getByRole('textbox', { name: /Dr Claire Lemoine/u }).fill('60');
  await page.getByRole('textbox', { name: /Dr Karim Benali/u }).fill('60');
  await expect.poll(() => page.getByRole('status').filter({ hasText: 'Total' }).innerText(), soon).toContain('120');
  await save();
  await page.getByText('ramener le total à 100', { exact: false }).waitFor();
  await page.getByRole('textbox', { name: /Dr Karim Benali/u }).fill('40');
  await save();
  await expect
    .poll(() => pane('Contrat de travail').innerText(), soon)
    .toContain('Dr Claire Lemoine 60\u00A0%, Dr Karim Benali 40\u00A0%');
});

test('une longue absence dit quoi faire dès que le remplacement est renseigné', async () => {
  await page.getByRole('button', { name: 'Noter une absence' }).click();
  await choose('Motif', 'Maternité');
  await page.getByLabel('Premier jour').fill('01/03/2025');
  await page.getByLabel('Dernier jour').fill('10/07/2025');
  await save();
  await expect.poll(() => pane('Absences').innerText(), soon).toContain('À compléter');
  await page.getByRole('button', { name: /Corriger.*Maternité/u }).click();
  await page.getByRole('radio', { name: 'Non', exact: true }).press('Space');
  await save();
  await expect.poll(() => pane('Absences').innerText(), soon).toContain('Suspension possible');
});

test('un diplôme est joint, relu, retiré, puis remis par Annuler ; un texte renommé est refusé', async () => {
  const diplomas = pane('Diplômes');
  await diplomas.getByRole('button', { name: 'Joindre une pièce' }).click();
  const file = (name: string, buffer: Buffer) =>
    diplomas.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await file('notes.pdf', Buffer.from('Ceci est un texte'));
  await diplomas.getByRole('button', { name: 'Joindre', exact: true }).click();
  await diplomas.getByText('ni un PDF ni une image', { exact: false }).waitFor();
  const content = inventedPdf('diplôme inventé');
  await file('diplome.pdf', content);
  await diplomas.getByRole('button', { name: 'Joindre', exact: true }).click();
  const link = diplomas.getByRole('button', { name: 'diplome.pdf', exact: true });
  await link.waitFor();
  await expectAccessible(page);

  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  expect(Buffer.concat(parts).equals(content)).toBe(true);

  await diplomas.getByRole('button', { name: 'Retirer diplome.pdf' }).click();
  await diplomas.getByText('Aucun diplôme joint.').waitFor();
  await page.keyboard.press('Control+z');
  await link.waitFor();
});

test('une image jointe s’ouvre sur place', async () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const diplomas = pane('Diplômes');
  await diplomas.getByRole('button', { name: 'Joindre une pièce' }).click();
  await diplomas.locator('input[type=file]').setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer: png });
  await diplomas.getByRole('button', { name: 'Joindre', exact: true }).click();
  await diplomas.getByRole('button', { name: 'scan.png', exact: true }).click();
  const picture = page.getByRole('img', { name: 'scan.png' });
  await picture.waitFor();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), soon).toBe(1);
  await page.getByRole('button', { name: 'Fermer', exact: true }).click();
});

test('le profil d’un médecin nomme ce qui manque, puis l’éligibilité suit ses lignes par date', async () => {
  await page.getByRole('link', { name: 'Dr Claire Lemoine' }).click();
  await page.getByText('Aucune ligne').waitFor();
  const full = pane('Contrat à 1\u00A0ETP');
  expect(await full.innerText()).toContain('Secteur conventionnel\u00A0: à renseigner.');
  await page.getByRole('button', { name: 'Ajouter une ligne' }).click();
  await page.getByLabel('À partir du').fill('01/01/2020');
  await choose('Secteur', 'Secteur 1');
  await choose('Spécialité', 'Médecine générale');
  await page
    .getByRole('radiogroup', { name: /Nouvellement installé/u })
    .getByRole('radio', { name: 'Oui' })
    .press('Space');
  await save();
  await expect.poll(() => full.innerText(), soon).toMatch(/^Contrat à 1.ETP\s+Rempli/u);
  await page.getByLabel('Signature le').fill('01/06/2019');
  await page.keyboard.press('Tab');
  await expect.poll(() => full.innerText(), soon).toMatch(/^Contrat à 1.ETP\s+Non rempli/u);
  await expectAccessible(page);
});

test('ce que l’écran a écrit est bien dans le cabinet', async () => {
  const { calls, close } = await callsOf(context, stage.host.url);
  const { assistants } = await calls.employer.assistants({ day: '2026-11-17' });
  close();
  expect(assistants).toMatchObject([
    {
      familyName: 'Caron',
      profile: 'IDE',
      employments: [{ startDay: '2024-03-04', remoteShare: 0, splits: [{ fromDay: '2024-03-04' }] }],
      absences: [{ kind: 'MATERNITY', replaced: false }],
      contradictions: [],
    },
  ]);
});
