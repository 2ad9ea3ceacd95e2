import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { expectAccessible, firstRun, invite, openStage, phrases, redeem, type Stage } from '../support/journey.ts';

let stage: Stage;
let doctor: Awaited<ReturnType<Stage['post']>>;

beforeAll(async () => {
  stage = await openStage({ env: { PRELUDE_NOW: '2026-11-17T09:00:00Z' } });
  doctor = await stage.post();
  await firstRun(doctor.page);
});
afterAll(() => stage.close());

const goTo = async (page: Page, day: string) => {
  const field = page.getByLabel('La règle au');
  await field.fill(day);
  await field.press('Tab');
  await page.getByRole('heading', { name: `Règles au ${day}` }).waitFor();
};
const amount = (page: Page) => page.getByRole('region', { name: 'Exemple de montant' }).getByRole('status');
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name, 'u') });

describe('livre des règles', () => {
  test('on l’ouvre au clavier ; à la date choisie, la règle et les montants changent', async () => {
    const { page } = doctor;
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.getByRole('heading', { name: 'Règles au 17/11/2026' }).waitFor();
    await row(page, 'Montant annuel d’un contrat individuel').press('Enter');
    const expected = [
      ['30/04/2023', /36\s000\s€/u],
      ['01/05/2023', /36\s000\s€/u],
      ['21/06/2024', /36\s000\s€/u],
      ['22/06/2024', /38\s000\s€/u],
      ['23/06/2024', /38\s000\s€/u],
    ] as const;
    for (const [day, figure] of expected) {
      await goTo(page, day);
      await expect.poll(() => amount(page).innerText()).toMatch(figure);
    }
  });

  test('l’option au tiers se ferme le 01/05/2023 : avant un montant, ensuite indéterminé, avec la raison', async () => {
    const { page } = doctor;
    await page.getByRole('region', { name: 'Exemple de montant' }).getByRole('radio', { name: /1\/3/u }).press('Space');
    await goTo(page, '30/04/2023');
    await expect.poll(() => amount(page).innerText()).toMatch(/12\s000\s€/u);
    await goTo(page, '01/05/2023');
    await expect.poll(() => amount(page).innerText()).toMatch(/Indéterminé/u);
    await page
      .getByRole('region', { name: 'Exemple de montant' })
      .getByRole('radio', { name: /^1\sETP/u })
      .press('Space');
  });

  test('« Pourquoi ? » donne le calcul, la source et le jour de vérification', async () => {
    const { page } = doctor;
    await goTo(page, '22/06/2024');
    const example = page.getByRole('region', { name: 'Exemple de montant' });
    await example.getByText('Pourquoi').press('Enter');
    const why = await example.locator('details[open]').innerText();
    expect(why).toMatch(/ameli/u);
    expect(why).toMatch(/Vérifié le 22\/11\/2026/u);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'Règle', exact: true }).waitFor({ state: 'detached' });
  });

  test('une date qui n’existe pas garde la page et le dit', async () => {
    const { page } = doctor;
    const field = page.getByLabel('La règle au');
    await field.fill('31/02/2024');
    await field.press('Tab');
    await page.getByText(/n’existe pas/u).waitFor();
    await page.getByRole('heading', { name: 'Règles au 22/06/2024' }).waitFor();
    await goTo(page, '17/11/2026');
  });

  test('un médecin change un seuil pour le cabinet, à côté de celui du livre, puis y revient', async () => {
    const { page } = doctor;
    await page.getByRole('link', { name: /Constantes/u }).press('Enter');
    await row(page, 'Pression artérielle systolique').press('Enter');
    const panel = page.getByRole('complementary', { name: 'Règle', exact: true });
    const threshold = panel.locator('div', { hasText: /seuil notify_high/u }).last();
    await threshold.getByRole('button', { name: 'Changer pour le cabinet' }).press('Enter');
    const form = panel.getByRole('form', { name: /seuil notify_high/u });
    await form.getByLabel('Valeur du cabinet').fill('135');
    await form.getByLabel('Motif').fill('Décision du 16 novembre');
    await page.keyboard.press('Enter');
    await panel.getByText(/Choix du cabinet, Claire Lemoine, depuis le 17\/11\/2026/u).waitFor();
    await panel.getByText('Décision du 16 novembre').waitFor();
    await panel.getByRole('button', { name: 'Revenir à la valeur du livre' }).press('Enter');
    await panel.getByText(/Choix du cabinet, Claire/u).waitFor({ state: 'detached' });
    await expectAccessible(page);
  });

  test('l’assistante lit le livre et n’y change rien', async () => {
    const { code } = await invite(doctor, stage.host.url, {
      givenName: 'Nadia',
      familyName: 'Ferrand',
      role: 'assistant',
    });
    const { page } = await stage.post();
    await redeem(page, 'Nadia Ferrand', code, phrases.ferrand);
    await page.goto(`${stage.host.url}regles/vital-signs?regle=vital.PAS`);
    const panel = page.getByRole('complementary', { name: 'Règle', exact: true });
    await panel.getByText('Valeurs au 17/11/2026').waitFor();
    expect(await panel.getByRole('button', { name: 'Changer pour le cabinet' }).count()).toBe(0);
  });
});
