import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPhrase } from '#electron/features/demo/index.ts';
import { openStage, signIn, type Stage } from '../support/journey.ts';
import { doctor, panel, words, year } from './aide-stage.ts';
import { goTo } from './patients-stage.ts';

// « Combien, quand, que me manque-t-il ? » : read on the demonstration, on the smallest screen of a practice.
const size = { width: 1366, height: 768 };
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage({ demo: true, env: { PRELUDE_NOW: '2026-11-17T09:24:00Z' } });
  ({ page } = await stage.post(size));
  page.setDefaultTimeout(8000);
  await signIn(page, 'Claire Lemoine', demoPhrase);
  await page.getByRole('heading', { level: 1, name: 'Mes patients' }).waitFor();
});
afterAll(() => stage.close());

const region = (name: string) => page.getByRole('region', { name, exact: true });
const boxOf = async (element: Locator) => {
  const box = await element.boundingBox();
  if (box === null) throw new Error('nothing to measure');
  return box;
};
/** Whole inside the window, above the status bar. */
async function expectInSight(element: Locator, name: string): Promise<void> {
  await element.waitFor();
  const { x, y, width, height } = await boxOf(element);
  const inside = x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height - 28;
  expect(inside, `${name} : ${Math.round(y)} à ${Math.round(y + height)}`).toBe(true);
}
/** Dates, numbers of contract and « 50 % le 29/09/2026 » written on two lines. */
const brokenWords = () =>
  page.evaluate(() => {
    const whole = /(?:\d+\s%\sle\s)?\d{2}\/\d{2}(?:\/\d{4})?|\d{4}-\d{2}-\d{3,}/gu;
    const broken: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode()) {
      for (const { 0: text, index } of (node.textContent ?? '').matchAll(whole)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(text);
      }
    }
    return broken;
  });

describe('l’aide lue d’un coup d’œil, à 1366 × 768', () => {
  test('combien, quand, ce qui manque : tout est dans la fenêtre', async () => {
    await goTo(page, '/aide');
    const next = region('Prochain versement');
    await expectInSight(next.locator('p b').filter({ hasText: /\d.€$/u }).first(), 'la somme');
    await expectInSight(next.getByText(/attendu le/u), 'sa date');
    await expectInSight(next.getByText(/^Estimation\. Un montant notifié/u), 'ce qu’elle vaut');
    await expectInSight(page.getByText('Bilan annuel à déposer, 3e année'), 'le bilan');
    await expectInSight(region('Patientèle').getByRole('img').getByText('aujourd’hui'), 'le jour sur la courbe');
    const missing = page.getByRole('button', { name: /^Ce qui manque/u });
    await expectInSight(missing, 'ce qui manque');
    await missing.press('Enter');
    await expectInSight(region('Ce qui manque').getByRole('listitem').first(), 'la première pièce');
  });

  test('ni date ni numéro de contrat ne se coupe, même un panneau ouvert', async () => {
    for (const name of ['Dr Lemoine', 'Dr Benali']) {
      await goTo(page, '/aide');
      await doctor(page, name);
      await page
        .getByText(name === 'Dr Lemoine' ? /Dr Claire Lemoine · /u : /Dr Karim Benali · /u)
        .first()
        .waitFor();
      await year(page, '4e').waitFor();
      expect(await brokenWords()).toEqual([]);
      await page.getByRole('button', { name: 'Autres actions du contrat' }).press('Enter');
      await page.getByRole('menuitem', { name: 'Noter un courrier' }).press('Enter');
      await panel(page).waitFor();
      expect(await brokenWords(), `${name}, panneau ouvert`).toEqual([]);
      await page.keyboard.press('Escape');
      await panel(page).waitFor({ state: 'detached' });
    }
    await goTo(page, '/temps-rendu');
    await region('Avant et depuis l’embauche').waitFor();
    expect(await brokenWords()).toEqual([]);
  });

  test('replier le calcul du prochain versement, ou le déplier, ne déplace rien dessous', async () => {
    await goTo(page, '/aide');
    await region('Conditions').waitFor();
    await region('Patientèle').getByRole('img').waitFor();
    const below = async () => (await boxOf(region('Conditions'))).y;
    const open = await below();
    const why = region('Prochain versement').getByText('Pourquoi').first();
    await why.press('Enter');
    expect(await words(region('Prochain versement'))).not.toContain('Montant de la table');
    expect(await below()).toBe(open);
    await why.press('Enter');
    expect(await words(region('Prochain versement'))).toContain('Montant de la table');
    expect(await below()).toBe(open);
  });

  test('le simulateur : les sommes restent à côté des hypothèses, et l’explication du refus aussi', async () => {
    await page.getByRole('button', { name: 'Simuler' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Simuler un contrat d’aide' });
    const line = (name: RegExp) => dialog.getByRole('row', { name });
    const sums = async () => {
      for (const rank of ['1re', '2e', '3e', '4e', '5e']) await expectInSight(line(new RegExp(`^${rank}`, 'u')), rank);
      await expectInSight(line(/^Total au plus/u), 'le total');
    };
    await line(/^1re.année 38.000.€/u).waitFor();
    await sums();
    await expectInSight(dialog.getByLabel('Signé le'), 'une hypothèse');
    await dialog.getByText('Autres hypothèses').press('Enter');
    await dialog.getByLabel(/^Jusqu’au/u).focus();
    await sums();
    await dialog.getByRole('button', { name: 'Comparer deux scénarios' }).press('Enter');
    await dialog.getByRole('region', { name: 'Scénario B' }).getByRole('radio', { name: /1\/3/u }).press('Space');
    await line(/^1re.année 38.000.€ Aucune somme/u).waitFor();
    await sums();
    await expectInSight(dialog.getByText(/fermée aux nouveaux contrats/u).first(), 'la condition');
    await expectInSight(line(/^Option 1 ETP 1\/3 ETP/u), 'ce qui change');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('d’un écran à l’autre', () => {
  test('les noms du contrat ouvrent leur fiche, et pas la première venue', async () => {
    await goTo(page, '/aide');
    await doctor(page, 'Dr Benali');
    await region('Assistants').getByRole('button', { name: 'Julien Thévenin', exact: true }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Employeur' }).waitFor();
    await page.getByRole('heading', { name: 'Julien Thévenin' }).waitFor();
    await goTo(page, '/aide');
    await doctor(page, 'Dr Garnier');
    await page.getByRole('button', { name: 'profil du médecin' }).press('Enter');
    await page.getByRole('heading', { name: /Garnier/u }).waitFor();
  });

  test('les échéances : en couleur celles de trois mois au plus, et la navigation compte les mêmes', async () => {
    await goTo(page, '/echeances');
    const rows = page.getByRole('table', { name: 'Échéances' }).getByRole('row');
    await rows.filter({ hasText: 'Dr Claire Lemoine' }).first().waitFor();
    const seen = await rows.evaluateAll((all) =>
      all.flatMap((row) => {
        const days = /dans\s(\d+)\sjours/u.exec(row.textContent ?? '')?.[1];
        return days === undefined ? [] : [{ days: Number(days), marked: row.querySelector('td svg') !== null }];
      }),
    );
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.filter(({ days, marked }) => marked !== days <= 92)).toEqual([]);
    const near = seen.filter(({ marked }) => marked).length;
    expect(near).toBeGreaterThan(0);
    await page.getByRole('button', { name: `Échéances proches ou passées, ${near}` }).waitFor();
    expect(await words(page.getByRole('banner'))).toContain(`${near} dans les trois mois`);
  });
});
