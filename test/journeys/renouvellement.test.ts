import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { callsOf, expectAccessible, firstRun, openStage, type Calls, type Stage } from '../support/journey.ts';
import { readPdf } from '../support/pdf.ts';
import { contractToRenew, join, joinProofs, packed, type Contract } from '../support/renewal.ts';
import { inventedPdf } from '../support/employer.ts';
import { unzip } from '../support/unzip.ts';

let stage: Stage;
let page: Page;
let calls: Calls;
let contract: Contract;
let done: () => void;

beforeAll(async () => {
  stage = await openStage({ env: { PRELUDE_NOW: '2026-11-17T09:24:00Z' } });
  const post = await stage.post();
  ({ page } = post);
  await firstRun(page);
  const socket = await callsOf(post.context, stage.host.url);
  ({ calls, close: done } = socket);
  const { doctors } = await calls.practice.get({});
  contract = await contractToRenew({ doctor: calls, doctorId: doctors[0]?.id ?? '' });
});
afterAll(async () => {
  done();
  await stage.close();
});

const preview = () => page.getByRole('article', { name: 'Aperçu du dossier' });
const region = (name: string) => page.getByRole('region', { name });

/** What the button hands to the browser. */
async function downloaded(press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await press();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

describe('préparer le renouvellement', () => {
  test('du contrat à la relecture, au clavier, avec l’aperçu à côté', async () => {
    await page.goto(`${stage.host.url}/aide/renouvellement/${contract.contractId}`);
    await preview().waitFor();
    await preview().getByText('3e année, du 01/10/2026 au 30/09/2027').waitFor();
    await region('Contrat et cabinet').getByText('Bloquant').waitFor({ state: 'detached' });
    for (const title of [
      'Patientèle et objectifs',
      'Assistant et formation',
      'Pièces du dossier',
      'Ce qui manque encore',
    ]) {
      await page.keyboard.press('Control+Enter');
      await region(title).waitFor();
    }
    await page.getByText('Rien n’est envoyé depuis l’application.').waitFor();
    await page.getByText(/3 éléments bloquants manquent/u).waitFor();
    await expectAccessible(page);
  });

  test('une pièce se joint depuis la liste ; l’aperçu suit', async () => {
    await region('Ce qui manque encore')
      .getByRole('button', { name: /Joindre.*Contrat d’aide signé/u })
      .press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'contrat-2024-54-0112.pdf',
      mimeType: 'application/pdf',
      buffer: inventedPdf('contrat'),
    });
    await dialog.getByRole('button', { name: 'Joindre la pièce' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/2 éléments bloquants manquent/u).waitFor();
    await preview().getByText('contrat-2024-54-0112.pdf').first().waitFor();
  });

  test('une ligne sans objet s’écarte avec son motif, imprimé dans le dossier', async () => {
    await region('Ce qui manque encore')
      .getByRole('button', { name: /Sans objet.*Numéro RPPS/u })
      .press('Enter');
    await page.getByLabel(/Motif/u).fill('Numéro en cours de délivrance');
    await page.keyboard.press('Enter');
    await preview()
      .getByText(/Numéro en cours de délivrance/u)
      .waitFor();
  });

  test('le geste d’une ligne ouvre son formulaire, sur la bonne année', async () => {
    await region('Ce qui manque encore')
      .getByRole('button', { name: /Saisir le versement.*Preuve des versements reçus/u })
      .press('Enter');
    await page.waitForURL(/saisie=versement/u);
    const year = page.getByRole('combobox', { name: 'Année du contrat' });
    await year.waitFor();
    expect(await year.inputValue()).toMatch(/^3e/u);
    await page.goBack();
    await region('Ce qui manque encore').waitFor();
  });

  test('les chiffres d’une personne se demandent, et le dossier dit pourquoi ils manquent', async () => {
    await page.getByRole('button', { name: /Assistant/u }).click();
    await page.getByRole('combobox', { name: 'Chiffres d’une personne' }).click();
    await page.getByRole('option', { name: 'Inès Caron' }).click();
    await preview()
      .getByText(/Inès Caron.: chiffres non joints. Information écrite/u)
      .waitFor();
    await region('Assistant et formation').getByText('Information écrite du salarié, Inès Caron').first().waitFor();
    await expectAccessible(page);
    for (const title of ['Pièces du dossier', 'Ce qui manque encore']) {
      await page.keyboard.press('Control+Enter');
      await region(title).waitFor();
    }
  });

  test('un dossier provisoire porte INCOMPLET', async () => {
    const { bytes } = await downloaded(() =>
      page.getByRole('button', { name: 'Produire un dossier provisoire' }).press('Enter'),
    );
    const read = await readPdf(bytes);
    expect(read.text.match(/INCOMPLET/gu)).toHaveLength(read.pages);
  });

  test('complet, il se produit : chaque montant et chaque nombre de l’écran est dans le PDF', async () => {
    await joinProofs({ doctor: calls }, contract);
    await page.getByText('Rien de bloquant ne manque.').waitFor();
    const { name, bytes } = await downloaded(() => page.keyboard.press('Control+Enter'));
    expect(name).toMatch(/^bilan-annuel-2026-11-17-[0-9a-f]{8}\.pdf$/u);
    const read = await readPdf(bytes);
    expect(read).toMatchObject({ language: 'fr', marked: true, xmp: { part: '2', conformance: 'A' } });
    const text = packed(read.text);
    expect(text).not.toContain('INCOMPLET');
    const shown = await preview().innerText();
    const amounts = shown.match(/[−+]?\d[\d\u00a0]*(?:,\d+)?\u00a0€/gu) ?? [];
    expect(new Set(amounts).size).toBeGreaterThanOrEqual(5);
    for (const amount of amounts) expect(text).toContain(packed(amount));
    const cells = await preview().locator('td, dd').allInnerTexts();
    expect(cells.length).toBeGreaterThan(100);
    for (const cell of cells) expect(text).toContain(packed(cell));
  });

  test('le dossier et ses pièces, les chiffres et les lettres se téléchargent', async () => {
    const files = region('Dossiers produits').getByRole('region').first();
    const { bytes } = await downloaded(() => files.getByRole('button', { name: /ZIP/u }).press('Enter'));
    expect(unzip(bytes).filter((entry) => entry.name.startsWith('pieces/'))).toHaveLength(5);
    const csv = await downloaded(() => files.getByRole('button', { name: /CSV/u }).press('Enter'));
    expect(csv.bytes.toString()).toContain(';38000;€;');
    const letter = await downloaded(async () => {
      await files.getByRole('button', { name: 'Lettres' }).press('Enter');
      // The menu takes the focus to its first entry once open: another one is chosen after that.
      await page.locator('[role=menuitem]:focus').waitFor();
      await page.getByRole('menuitem', { name: 'Demande d’avenant' }).press('Enter');
    });
    expect((await readPdf(letter.bytes)).text).toContain('demande d’avenant');
  });

  test('l’envoi et la réponse de la caisse se notent', async () => {
    const files = region('Dossiers produits').getByRole('region').first();
    await files.getByRole('button', { name: 'Noter un envoi' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Noter l’envoi' }).press('Enter');
    await files.getByText(/Envoyé le 17\/11\/2026, espace amelipro/u).waitFor();
    await files.getByRole('button', { name: 'Noter la réponse' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reçue le').fill('17/11/2026');
    await dialog.getByLabel('Réponse', { exact: true }).fill('Dossier reçu.');
    await dialog.getByRole('button', { name: 'Noter la réponse' }).press('Enter');
    await files.getByText(/Réponse du 17\/11\/2026.*Dossier reçu/u).waitFor();
    await expectAccessible(page);
  });

  test('finir plus tard revient à l’aide ; rien n’est perdu', async () => {
    await join({ doctor: calls }, 'avenant.pdf', {
      kind: 'OTHER',
      aboutKind: 'aid_contract',
      aboutId: contract.contractId,
    });
    await preview().getByText('avenant.pdf').first().waitFor();
    await page.getByRole('button', { name: 'Finir plus tard' }).press('Enter');
    await page.waitForURL(/\/aide\?/u);
  });
});
