import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  callsOf,
  expectAccessible,
  firstRun,
  lockedOut,
  openStage,
  phrases,
  redeem,
  signIn,
  type Stage,
} from '../support/journey.ts';

type Post = { context: BrowserContext; page: Page };
/** A busy machine, and a key derivation of half a second. */
const soon = { timeout: 10_000 };
let stage: Stage;
let doctor: Post;
let assistant: Post;
const settings = (name: string) => `${stage.host.url}reglages/${name}`;

beforeAll(async () => {
  stage = await openStage();
  doctor = await stage.post();
  assistant = await stage.post();
  await firstRun(doctor.page);
});
afterAll(async () => {
  await stage.close();
});

describe('réglages', () => {
  test('une assistante est invitée, choisit sa phrase sur un autre poste et n’y voit que ses réglages', async () => {
    const { page } = doctor;
    await page.goto(settings('utilisateurs'));
    await page.getByRole('button', { name: 'Ajouter un utilisateur' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Nouvel utilisateur' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Choisir un rôle.').waitFor();
    expect(await page.getByLabel('Prénom').evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('Nadia');
    await page.getByLabel('Nom', { exact: true }).fill('Ferrand');
    await page.getByRole('combobox', { name: 'Rôle' }).press('Enter');
    await page.getByRole('option', { name: 'Assistant médical' }).click();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Code à usage unique de Nadia Ferrand' }).waitFor();
    const code = (
      await page
        .getByRole('status')
        .filter({ hasText: /[2-9A-Z]{4}/u })
        .first()
        .innerText()
    ).trim();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Code noté' }).press('Enter');
    expect(await page.content(), 'le code n’est montré qu’une fois').not.toContain(code);

    await redeem(assistant.page, 'Nadia Ferrand', code, phrases.ferrand);
    await assistant.page.goto(settings('utilisateurs'));
    await assistant.page.getByText('Réservé au responsable du cabinet.').waitFor();
    await assistant.page.getByText(/Dr Claire Lemoine/u).waitFor();
    const entries = await assistant.page
      .getByRole('navigation', { name: 'Sections des réglages' })
      .getByRole('link')
      .allInnerTexts();
    expect(entries).toEqual([
      'Préparation et seuils',
      'Verrouillage',
      'Affichage',
      'Raccourcis',
      'À propos',
      'Livre des règles',
    ]);
    await expect
      .poll(() => page.getByRole('row', { name: /Nadia Ferrand/u }).innerText(), { timeout: 12_000 })
      .toContain('Actif');
  });

  test('un réglage enregistré sur un poste s’affiche sur l’autre ; un refus garde la saisie', async () => {
    const { page } = doctor;
    await page.goto(settings('preparation'));
    await assistant.page.goto(settings('preparation'));
    const wait = page.getByLabel('Attente signalée après');
    await wait.fill('25');
    await page.keyboard.press('Tab');
    await page.getByText('Le second seuil d’attente doit dépasser le premier.').waitFor();
    expect(await wait.inputValue()).toBe('25');
    await wait.fill('12');
    await page.keyboard.press('Tab');
    await expect.poll(() => assistant.page.getByLabel('Attente signalée après').inputValue(), soon).toBe('12');
    expect(await assistant.page.getByLabel('Attente signalée après').isDisabled()).toBe(true);

    const threshold = page.getByLabel('À signaler, à partir de, PAS, mmHg');
    await threshold.fill('900');
    await threshold.blur();
    await page.getByText('Hors des valeurs acceptées à la saisie (50 à 300).').waitFor();
    await threshold.fill('135');
    await threshold.blur();
    await assistant.page.getByRole('row', { name: /135\smmHg/u }).waitFor();
    await expectAccessible(page);
    await expectAccessible(assistant.page);

    // Undone by its author, it leaves both screens.
    await page.getByRole('heading', { name: 'Réglages' }).click();
    await page.keyboard.press('Control+Z');
    await page.getByText('Annulé').waitFor();
    await expect.poll(() => assistant.page.getByRole('row', { name: /135\smmHg/u }).count(), soon).toBe(0);
  });

  test('médecins, salles, motifs : ajout au clavier, retrait qui n’efface pas', async () => {
    const { page } = doctor;
    await page.goto(settings('salles'));
    await page.getByRole('button', { name: 'Ajouter une salle' }).waitFor();
    for (const room of ['Salle 1', 'Salle 2']) {
      await page.keyboard.press('Control+Enter');
      await page.getByLabel('Nom de la salle').waitFor();
      await page.keyboard.type(room);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('row', { name: room }).waitFor();
    }
    await page.getByRole('button', { name: 'Autres actions, Salle 2' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Retirer des listes' }).press('Enter');
    await page
      .getByRole('rowheader', { name: 'Retirés des listes' })
      .or(page.getByText('Retirés des listes'))
      .first()
      .waitFor();

    await page.goto(settings('medecins'));
    await page.getByRole('row', { name: /Karim Benali/u }).press('Enter');
    const rpps = page.getByLabel(/Numéro RPPS/u);
    await rpps.fill('10003456781');
    await rpps.blur();
    await page.getByText('Numéro RPPS incorrect.').waitFor();
    await rpps.fill('10003456786');
    await page.keyboard.press('Control+Enter');
    const { calls, close } = await callsOf(doctor.context, stage.host.url);
    await expect
      .poll(
        async () =>
          (await calls.practice.get({})).doctors.find((one) => one.familyName === 'Benali')?.rpps ??
          (await page.locator('[aria-invalid=true]').count()),
        soon,
      )
      .toBe('10003456786');
    close();
    await expectAccessible(page);
  });

  test('la personne qui part est mise dehors à l’instant, et rouverte avec un nouveau code', async () => {
    const { page } = doctor;
    await page.goto(settings('utilisateurs'));
    await page.getByRole('button', { name: 'Autres actions, Nadia Ferrand' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Fermer l’accès…' }).press('Enter');
    const focused = () =>
      page.getByRole('button', { name: 'Ne pas fermer' }).evaluate((button) => button === document.activeElement);
    await expect.poll(focused, soon).toBe(true);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Fermer l’accès', exact: true }).press('Enter');
    await lockedOut(assistant.page);
    expect(await assistant.page.getByRole('radio', { name: /Nadia Ferrand/u }).count()).toBe(0);

    await page.getByRole('button', { name: 'Autres actions, Nadia Ferrand' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Rouvrir l’accès' }).press('Enter');
    await page.getByRole('heading', { name: 'Code à usage unique de Nadia Ferrand' }).waitFor();

    // The last responsable stays.
    await page.getByRole('button', { name: 'Code noté' }).press('Enter');
    await page.getByRole('button', { name: 'Autres actions, Dr Claire Lemoine' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Fermer l’accès…' }).press('Enter');
    await page.getByRole('button', { name: 'Fermer l’accès', exact: true }).press('Enter');
    await page.getByText('Le cabinet doit garder un responsable.').waitFor();
    await page.keyboard.press('Control+Shift+L');
    await signIn(page, 'Lemoine', phrases.lemoine);
  });
});
