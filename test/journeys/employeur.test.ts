import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedPdf } from '../support/employer.ts';
import { callsOf, expectAccessible, firstRun, once, openStage, type Stage } from '../support/journey.ts';

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

test('le même champ corrigé sur deux postes : les deux valeurs, qui a saisi l’autre, et le choix du champ', async () => {
  const { calls, close } = await callsOf(context, stage.host.url);
  const [ines] = (await calls.employer.assistants({ day: '2026-11-17' })).assistants;
  const contract = ines?.employments[0];
  if (contract === undefined) throw new Error('no contract');
  await page.getByRole('button', { name: /Autres actions, contrat/u }).click();
  await page.getByRole('menuitem', { name: 'Corriger le contrat' }).click();
  await page.getByLabel('Nom de l’employeur').fill('Dr Lemoine');
  await page.getByLabel('Part à distance').fill('10');
  const change = { employerName: 'Dr Claire Lemoine' };
  await calls.employer.correctEmployment({ ...once(), id: contract.id, base: { employerName: null }, change });
  close();
  await save();
  const conflict = page.getByRole('alert').filter({ hasText: 'Saisi sur deux postes' });
  await conflict.waitFor();
  expect(await conflict.innerText()).toMatch(/Votre saisie.*Dr Lemoine\s+Claire Lemoine, .*Dr Claire Lemoine/su);
  await expectAccessible(page);
  await save();
  await page.getByText('Choisir la valeur à garder.').waitFor();
  await conflict.getByRole('button', { name: 'Garder Dr Claire Lemoine' }).click();
  await conflict.waitFor({ state: 'detached' });
  await save();
  await page.getByLabel('Nom de l’employeur').waitFor({ state: 'detached' });
  const employer = pane('Contrat de travail').getByText('Dr Claire Lemoine', { exact: true });
  await employer.waitFor();
  expect(await pane('Contrat de travail').getByText('Un médecin').count()).toBe(0);
  await expect.poll(() => told('Pas entièrement à distance').innerText(), soon).toContain('10');
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
  await diplomas.getByText('Ni diplôme ni bulletin joint.').waitFor();
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
  const full = pane('Contrat d’aide à 1\u00A0ETP');
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
  await expect.poll(() => full.innerText(), soon).toMatch(/^Contrat d’aide à 1.ETP\s+Conditions remplies/u);
  await page.getByLabel('Contrat d’aide signé le').fill('01/06/2019');
  await page.keyboard.press('Tab');
  await expect.poll(() => full.innerText(), soon).toMatch(/^Contrat d’aide à 1.ETP\s+Conditions non remplies/u);
  await expectAccessible(page);
});

test('une fiche qui n’existe plus ne fait pas place à une autre', async () => {
  await page.goto(`${stage.host.url}employeur?assistant=${crypto.randomUUID()}`);
  await page.getByText('Fiche introuvable').waitFor();
  expect(await pane('Contrat de travail').count()).toBe(0);
});

test('le contrat terminé, la personne rejoint les anciens assistants, avec le jour de son départ', async () => {
  await page.getByRole('link', { name: 'Inès Caron' }).click();
  await page.getByRole('button', { name: /Autres actions, contrat/u }).click();
  await page.getByRole('menuitem', { name: 'Mettre fin au contrat' }).click();
  await page.getByLabel('Dernier jour').fill('31/10/2026');
  await choose('Motif de la fin', 'Démission');
  await page.getByRole('radio', { name: 'Poste non repris' }).press('Space');
  await save();
  await page.getByRole('link', { name: 'Inès Caron, départ le 31/10/2026' }).waitFor();
  expect(await page.getByRole('navigation', { name: 'Assistants et médecins' }).innerText()).toContain(
    'Anciens assistants',
  );
  expect(await pane('Contrat de travail').innerText()).toContain('Démission, poste non repris');

  // Two fields for one fact: who takes the post, changed on another post meanwhile.
  await page.getByRole('button', { name: /Autres actions, contrat/u }).click();
  await page.getByRole('menuitem', { name: 'Corriger le contrat' }).click();
  await page.getByRole('radio', { name: 'Nouvelle embauche' }).press('Space');
  await page.getByLabel('Embauche le').fill('02/11/2026');
  const { calls, close } = await callsOf(context, stage.host.url);
  const [ines] = (await calls.employer.assistants({ day: '2026-11-17' })).assistants;
  const id = ines?.employments[0]?.id ?? '';
  await calls.employer.correctEmployment({
    ...once(),
    id,
    base: { nextHire: 'NONE' },
    change: { nextHire: '2026-11-09' },
  });
  close();
  await save();
  await page.getByRole('button', { name: 'Garder embauche le 09/11/2026' }).click();
  await expect.poll(() => page.getByLabel('Embauche le').inputValue(), soon).toBe('09/11/2026');
  await save();
  await page.getByText('Démission, poste repris le 09/11/2026').waitFor();
  await page.getByRole('button', { name: 'Archiver la fiche' }).click();
  await page.getByText('Fiche archivée', { exact: true }).waitFor();
});

test('ce que l’écran a écrit est bien dans le cabinet', async () => {
  const { calls, close } = await callsOf(context, stage.host.url);
  const { assistants } = await calls.employer.assistants({ day: '2026-11-17' });
  close();
  expect(assistants).toMatchObject([
    {
      familyName: 'Caron',
      profile: 'IDE',
      employments: [{ startDay: '2024-03-04', remoteShare: 10, splits: [{ fromDay: '2024-03-04' }] }],
      absences: [{ kind: 'MATERNITY', replaced: false }],
      contradictions: [],
    },
  ]);
});
