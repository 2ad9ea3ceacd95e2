import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  callsOf,
  expectAccessible,
  lock,
  openStage,
  readRecoveryKey,
  signedIn,
  signIn,
  typeGroupsBack,
  type Stage,
} from '../support/journey.ts';

/** A busy machine, and a key derivation of half a second. */
const soon = { timeout: 10_000 };
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.close();
});

describe('première installation, au clavier seul', () => {
  test('rien n’est écrit avant la clé recopiée ; phrase faible et groupes faux sont refusés en mots', async () => {
    const { page, context } = await stage.post();
    const { keyboard } = page;
    const press = async (...keys: string[]) => {
      for (const key of keys) await keyboard.press(key);
    };
    await page.getByRole('heading', { name: 'Créer le cabinet' }).waitFor();

    // Nothing typed: what is missing is said, Entrée goes nowhere.
    await expect
      .poll(() => page.getByRole('status').filter({ hasText: 'Il reste' }).innerText(), soon)
      .toContain('nom du cabinet');
    await press('Enter');
    expect(await page.getByLabel('Nom du cabinet').isVisible()).toBe(true);
    await keyboard.type('Cabinet des Tilleuls');
    await press('Tab');
    await keyboard.type('Briey');
    await press('Enter');

    await page.getByLabel('Prénom du médecin 1').waitFor();
    await keyboard.type('Claire');
    await press('Tab');
    await keyboard.type('Lemoine');
    await press('Tab');
    await keyboard.type('10003456781');
    await page.getByText('Numéro RPPS incorrect. Relire le numéro.').waitFor();
    await press('Control+A', 'Delete', 'Enter');

    await page.getByRole('radio', { name: 'Médecin' }).waitFor();
    await page.getByRole('radio', { name: 'Médecin' }).press('Space');
    const phrase = page.getByLabel('Phrase de passe', { exact: true });
    await phrase.focus();
    await keyboard.type('motdepasse');
    await page.getByText('Phrase trop courte.').waitFor();
    await press('Control+A');
    await keyboard.type('Tilleul-42 sous la pluie');
    await page.getByLabel('La même phrase').focus();
    await keyboard.type('Tilleul-42 sous la neige');
    await page.getByText('Les deux phrases diffèrent. Relire.').waitFor();
    await press('Control+A');
    await keyboard.type('Tilleul-42 sous la pluie');
    await expectAccessible(page);
    await press('Enter');

    const groups = await readRecoveryKey(page);
    expect(groups).toHaveLength(8);
    expect(groups.join('')).toMatch(/^[2-9A-HJ-NP-Z]{32}$/u);
    await typeGroupsBack(
      page,
      groups.map(() => 'ZZZZ'),
    );
    await expect.poll(() => page.getByText('Différent. Relire votre copie.').count(), soon).toBe(2);
    expect(await page.getByRole('button', { name: 'Créer le cabinet' }).isDisabled()).toBe(true);
    const { calls, close } = await callsOf(context, stage.host.url);
    expect((await calls.vault.state({})).vault, 'le coffre n’existe pas encore').toBe('absent');

    await typeGroupsBack(page, groups);
    await page.getByRole('checkbox', { name: /La clé est rangée/u }).press('Space');
    await expectAccessible(page);
    await press('Enter');
    await signedIn(page);
    expect((await calls.vault.state({})).vault).toBe('open');
    close();
    expect(await page.title()).toBe('Prélude, Cabinet des Tilleuls');

    // The printed key opens a new phrase; the phrase then serves.
    await lock(page);
    await page.getByRole('button', { name: 'Utiliser la clé de secours' }).press('Enter');
    await page.getByLabel('Clé de secours').fill(groups.toReversed().join(' '));
    await page.getByLabel('Nouvelle phrase de passe').fill('Noisetier-77 devant la mairie');
    await page.getByLabel('La même phrase').fill('Noisetier-77 devant la mairie');
    await page.getByLabel('La même phrase').press('Enter');
    await page.getByText('Clé de secours incorrecte.').waitFor();
    await page.getByLabel('Clé de secours').fill(groups.join('-').toLowerCase());
    await page.getByLabel('La même phrase').press('Enter');
    await signedIn(page);
    await lock(page);
    await signIn(page, 'Lemoine', 'Noisetier-77 devant la mairie');
  });

  test('la clé de secours s’imprime seule, sans rien du cabinet, et se remplace', async () => {
    const { page } = await stage.post();
    await signIn(page, 'Lemoine', 'Noisetier-77 devant la mairie');
    await page.keyboard.press('Control+K');
    await page.getByRole('combobox').fill('Aller à Réglages');
    // The list answers what is typed: one line is left.
    await expect.poll(() => page.getByRole('option').count(), soon).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Utilisateurs et rôles' }).press('Enter');
    await page.getByRole('button', { name: 'Remplacer la clé…' }).press('Enter');
    const groups = await readRecoveryKey(page);
    await page.emulateMedia({ media: 'print' });
    const printed = (await page.locator('body').innerText()).replaceAll(/\s+/gu, ' ');
    expect(printed).toContain('Prélude, clé de secours');
    for (const group of groups) expect(printed).toContain(group);
    expect(printed).not.toMatch(/Tilleuls|Lemoine|Briey/u);
    await page.emulateMedia({ media: 'screen' });

    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('alert')
      .getByText(/Il reste/u)
      .waitFor();
    await typeGroupsBack(page, groups);
    await page.getByRole('checkbox', { name: /La clé est rangée/u }).press('Space');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => page.getByText(groups[0] ?? '').count(), soon).toBe(0);
    await page.context().close();
  });
});
