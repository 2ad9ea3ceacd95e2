import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  callsOf,
  expectAccessible,
  firstRun,
  invite,
  lock,
  lockedOut,
  once,
  openStage,
  phrases,
  redeem,
  signedIn,
  signIn,
  type Stage,
} from '../support/journey.ts';

/** A busy machine, and a key derivation of half a second. */
const soon = { timeout: 10_000 };
let stage: Stage;
let doctor: { context: BrowserContext; page: Page };
beforeAll(async () => {
  stage = await openStage();
  doctor = await stage.post();
  await firstRun(doctor.page);
});
afterAll(async () => {
  await stage.close();
});

describe('verrouillage', () => {
  test('Ctrl Maj L vide l’écran ; le déverrouillage ramène à la même page, au même champ, avec la saisie', async () => {
    const { page } = doctor;
    await page.goto(`${stage.host.url}reglages/medecins`);
    await page.getByText('Dr Karim Benali').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByLabel('Nom', { exact: true }).fill('Quentinoy');

    await page.keyboard.press('Control+Shift+L');
    await lockedOut(page);
    const html = await page.content();
    expect(html).not.toContain('Quentinoy');
    expect(html, 'hors équipe qui se connecte, aucun nom').not.toContain('Benali');
    expect(await page.title()).toBe('Prélude');
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await expectAccessible(page);

    await signIn(page, 'Lemoine', phrases.lemoine);
    expect(new URL(page.url()).pathname).toBe('/reglages/medecins');
    const field = page.getByLabel('Nom', { exact: true });
    await expect.poll(() => field.inputValue(), soon).toBe('Quentinoy');
    await expect.poll(() => field.evaluate((input) => input === document.activeElement), soon).toBe(true);
    await page.getByRole('button', { name: 'Abandonner la saisie' }).press('Enter');
  });

  test('le code du jour : proposé, refusé s’il est trop simple, puis il suffit', async () => {
    const { page } = doctor;
    await page.getByRole('button', { name: 'Choisir un code du jour' }).press('Enter');
    const field = page.getByLabel('Choisir six chiffres');
    await field.fill('111111');
    await field.press('Enter');
    await page.getByText('Code trop simple.').waitFor();
    await field.fill('402817');
    await field.press('Enter');
    await page.getByText('Un code est en place').waitFor();
    expect(await page.getByRole('button', { name: 'Choisir un code du jour' }).count()).toBe(0);
    await lock(page);
    const code = page.getByLabel(/Code du jour de/u);
    await code.fill('402818');
    await code.press('Enter');
    await page.getByText('Code incorrect. Encore 4 essais').waitFor();
    await code.fill('402817');
    await code.press('Enter');
    await signedIn(page);
  });

  test('deux personnes sur un poste : chacune retrouve les siennes, la seconde part de l’entrée', async () => {
    const { code } = await invite(doctor, stage.host.url, {
      givenName: 'Nadia',
      familyName: 'Ferrand',
      role: 'secretaire',
    });
    const { page, context } = doctor;
    const { calls, close } = await callsOf(context, stage.host.url);
    const subjectId = crypto.randomUUID();
    await calls.session.saveDraft({
      ...once(),
      subject: 'new_patient',
      subjectId,
      patientId: null,
      fields: { birthName: 'Vauquelin' },
    });
    close();
    await page.goto(`${stage.host.url}saisies`);
    await page.getByText('VAUQUELIN').waitFor();
    await expectAccessible(page);
    await lock(page);
    expect(await page.content()).not.toMatch(/vauquelin/iu);
    await page.getByText('saisie ouverte').waitFor();

    await redeem(page, 'Nadia Ferrand', code, phrases.ferrand);
    await expect.poll(() => new URL(page.url()).pathname, soon).not.toBe('/saisies');
    expect(await page.getByRole('button', { name: /à reprendre/u }).count()).toBe(0);
    await lock(page);
    await page.getByRole('radio', { name: /Lemoine/u }).click();
    await page.getByLabel(/Code du jour de/u).fill('402817');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '1 saisie à reprendre' }).press('Enter');
    await page.getByRole('button', { name: 'Abandonner' }).press('Enter');
    await page.getByRole('button', { name: 'Abandonner la saisie' }).press('Enter');
    await page.getByText('Aucune saisie à reprendre').waitFor();
  });

  test('cinq phrases fausses : la pause est dite en mots, avec le temps qui reste', async () => {
    const { page } = await stage.post();
    await lockedOut(page);
    await page.getByRole('radio', { name: /Nadia Ferrand/u }).click();
    const field = page.getByLabel('Phrase de passe de Nadia Ferrand');
    for (let wrong = 1; wrong <= 5; wrong += 1) {
      await field.fill(`ce n’est pas la bonne ${wrong}`);
      await field.press('Enter');
      await page.getByText(wrong < 5 ? `Encore ${5 - wrong} essai` : 'Une pause commence').waitFor();
    }
    await field.fill(phrases.ferrand);
    await field.press('Enter');
    await page.getByText(/Prochain essai possible dans \d+\u00a0s/u).waitFor();
    expect(await page.getByRole('button', { name: 'Déverrouiller' }).isDisabled()).toBe(true);
    await page.context().close();
  });
});
