import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPhrase } from '#electron/features/demo/index.ts';
import { openStage, signIn, type Stage } from '../support/journey.ts';
import { goTo, searchAnywhere } from './patients-stage.ts';

// What a person takes for granted from one screen to the next, on the demonstration.
type Post = { context: BrowserContext; page: Page };
let stage: Stage;
let desk: Post;
let office: Post;
const path = (page: Page) => new URL(page.url()).pathname;
const cards = (page: Page) => page.locator('[data-visit]');

beforeAll(async () => {
  stage = await openStage({ demo: true, env: { PRELUDE_NOW: '2026-11-17T09:24:00Z' } });
  desk = await stage.post();
  office = await stage.post();
  await signIn(desk.page, 'Nadia Ferrand', demoPhrase);
  await signIn(office.page, 'Claire Lemoine', demoPhrase);
});
afterAll(async () => {
  await stage.close();
});

describe('mode discret', () => {
  test('un rechargement de la page ne remet pas les noms à l’écran', async () => {
    const { page } = desk;
    await cards(page).nth(5).waitFor();
    const names = (await cards(page).locator('b').allInnerTexts()).filter((text) => /^\p{Lu}{3,}/u.test(text));
    expect(names.length).toBeGreaterThan(3);
    await page.keyboard.press('Control+Shift+M');
    await expect.poll(() => page.locator('main').innerText()).not.toContain(names[0]);
    await page.reload();
    await cards(page).nth(5).waitFor();
    const shown = await page.locator('main').innerText();
    expect(names.filter((name) => shown.includes(name))).toEqual([]);
    // What the browser keeps for that: words of display, and nothing else.
    const kept = await page.evaluate(() => [Object.entries(localStorage), Object.entries(sessionStorage)]);
    expect(kept[0]).toEqual([['prelude.affichage', 'auto dense discret']]);
    expect(kept[1]?.filter(([, value]) => names.some((name) => value.includes(name)))).toEqual([]);
    await page.keyboard.press('Control+Shift+M');
    await page
      .getByText(names[0] ?? '', { exact: true })
      .first()
      .waitFor();
  });
});

describe('réglages', () => {
  test('retirer ce qui sert encore est refusé en une phrase, au même endroit', async () => {
    const { page } = office;
    for (const [section, menu] of [
      ['salles', 'Autres actions, Box 1'],
      ['medecins', /^Autres actions, .*Lemoine/u],
    ] as const) {
      await goTo(page, `/reglages/${section}`);
      await page.getByRole('button', { name: menu }).press('Enter');
      await page.getByRole('menuitem', { name: 'Retirer des listes' }).press('Enter');
      const refusal = page.getByRole('alert').filter({ hasText: /Retrait impossible pour l’instant/u });
      await refusal.waitFor();
      expect(await refusal.innerText()).toMatch(/\d+/u);
      expect(await page.getByText('Retirés des listes').count()).toBe(0);
      await refusal.getByRole('button', { name: 'Fermer' }).click();
      await refusal.waitFor({ state: 'detached' });
    }
  });
});

describe('Échap revient un pas en arrière', () => {
  test('du dossier à la page d’où l’on vient : la journée, ou la recherche', async () => {
    const { page } = desk;
    await goTo(page, '/aujourdhui');
    await cards(page).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('tablist', { name: 'Rubriques du dossier' }).waitFor();
    // A tab is not a step.
    await page.getByRole('tab', { name: 'Administratif' }).click();
    await page.waitForURL(/onglet=administratif/u);
    // A field is left first: its entry is saved, and the page stays.
    const field = page.getByRole('tabpanel').getByRole('textbox').first();
    await field.focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(false);
    expect(path(page)).toMatch(/^\/patients\//u);
    await page.keyboard.press('Escape');
    await expect.poll(() => path(page)).toBe('/aujourdhui');

    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
    await page.getByLabel('Chercher un patient').waitFor();
    await searchAnywhere(page, 'martin');
    await page
      .getByRole('option', { name: /MARTIN/u })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('tablist', { name: 'Rubriques du dossier' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => path(page)).toBe('/patients');
  });

  test('de la fusion au dossier, sans rien fusionner ; une fenêtre ouverte se ferme avant', async () => {
    const { page } = desk;
    await searchAnywhere(page, 'martin');
    await page
      .getByRole('option', { name: /MARTIN/u })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('tablist', { name: 'Rubriques du dossier' }).waitFor();
    const file = path(page);
    await page.getByRole('button', { name: 'Autres actions du dossier' }).click();
    await page.getByRole('menuitem', { name: 'Fusionner avec…' }).click();
    await page.getByRole('searchbox').fill('martin');
    await page.getByRole('button', { name: 'Comparer' }).first().click();
    await page.waitForURL(/\/fusion\//u);
    await page.getByRole('heading', { name: 'Fusion de dossiers' }).waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(path(page)).toContain('/fusion/');
    await page.keyboard.press('Escape');
    await expect.poll(() => path(page)).toBe(file);
  });
});

test('Ctrl Entrée vaut aussi depuis une liste, fermée ou ouverte', async () => {
  const { page } = desk;
  await goTo(page, '/aujourdhui');
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Ajouter à la journée' });
  const missing = dialog.getByText(/^Il manque|Choisir un patient/u);
  const doctor = dialog.getByRole('combobox', { name: 'Médecin' });
  await doctor.focus();
  await page.keyboard.press('Control+Enter');
  await missing.first().waitFor();
  expect(await page.getByRole('option').count(), 'la liste ne s’ouvre pas').toBe(0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });

  // Open, the list is left as it is: the form is sent.
  const { page: other } = office;
  await goTo(other, '/reglages/utilisateurs');
  await other.getByRole('button', { name: 'Ajouter un utilisateur' }).click();
  await other.getByRole('combobox', { name: 'Rôle' }).press('Enter');
  await other.getByRole('option').first().waitFor();
  await other.keyboard.press('Control+Enter');
  await other.getByText('Choisir un rôle.').waitFor();
});

describe('Mes patients', () => {
  test('s’ouvre sur la première personne prête, sans la marquer lue ; refermée, elle le reste', async () => {
    const { page } = office;
    await goTo(page, '/mes-patients');
    const panel = page.getByRole('complementary', { name: 'Préparation' });
    const ready = page.getByRole('region', { name: 'Prêts', exact: true }).locator('[data-visit]').first();
    const name = (await ready.locator('b').first().innerText()).trim();
    await panel.getByRole('heading', { name: new RegExp(name, 'u') }).waitFor();
    await panel.getByRole('button', { name: /Marquer comme lu/u }).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.waitForTimeout(300);
    expect(await panel.count()).toBe(0);
  });

  test('en mode discret, rien ne s’ouvre tout seul', async () => {
    const { page } = office;
    await page.keyboard.press('Control+Shift+M');
    await goTo(page, '/reglages/affichage');
    await page.getByRole('heading', { name: 'Affichage' }).first().waitFor();
    await goTo(page, '/mes-patients');
    await cards(page).first().waitFor();
    await page.waitForTimeout(300);
    expect(await page.getByRole('complementary', { name: 'Préparation' }).count()).toBe(0);
    await page.keyboard.press('Control+Shift+M');
  });
});

describe('agrandi à 200 % sur un écran de 1366', () => {
  test('le tableau reste entier : colonnes à portée, rien de coupé, action principale en bas', async () => {
    const { page } = await stage.post({ width: 683, height: 384 });
    await signIn(page, 'Julien Thévenin', demoPhrase);
    await cards(page).nth(5).waitFor();
    const inWindow = async (locator: ReturnType<Page['locator']>) => {
      const box = await locator.boundingBox();
      return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= 683.5 && box.y + box.height <= 384.5;
    };
    expect(await inWindow(page.getByRole('button', { name: 'Ajouter', exact: true }))).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(683);

    // The arrows reach every column; the card chosen is whole in the window, above the action.
    const bar = await page.getByRole('button', { name: 'Ajouter', exact: true }).boundingBox();
    const seen = new Set<string>();
    await cards(page).first().focus();
    for (let step = 0; step < 5; step += 1) {
      await page.waitForTimeout(300);
      const focused = page.locator('[data-visit]:focus');
      const box = await focused.boundingBox();
      expect(await inWindow(focused), `colonne ${step + 1}`).toBe(true);
      expect((box?.y ?? 0) + (box?.height ?? 0), `colonne ${step + 1}`).toBeLessThanOrEqual((bar?.y ?? 0) + 1);
      const column = page.locator('section').filter({ has: focused });
      expect(await inWindow(column), `colonne ${step + 1} entière`).toBe(true);
      seen.add((await column.getAttribute('aria-label')) ?? '');
      await page.keyboard.press('ArrowRight');
    }
    expect(seen.size).toBeGreaterThanOrEqual(5);

    // The detail shows itself when it opens, under the page.
    await page.keyboard.press('Space');
    const panel = page.getByRole('complementary', { name: 'Détail du rendez-vous' });
    await expect.poll(async () => (await panel.boundingBox())?.y ?? 999).toBeLessThan(192);
  });
});
