import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { expectAccessible, invite, redeem } from '../support/journey.ts';
import {
  field,
  inPreparation,
  lineOf,
  on,
  open,
  openPreparationStage,
  row,
  says,
  withCalls,
} from './preparation-stage.ts';

/** Counts the keys a person presses: the promise of the preparation is told in keys. */
function typist(page: Page) {
  const keys: string[] = [];
  const press = async (name: string) => {
    keys.push(name);
    await page.keyboard.press(name);
  };
  return {
    keys,
    press,
    type: async (text: string) => {
      for (const sign of text) await press(sign === ',' ? 'Comma' : sign);
    },
  };
}
beforeAll(openPreparationStage);
afterAll(() => on.stage.close());

test('huit constantes et « prêt » : Tab, les chiffres et une touche', async () => {
  const visit = await inPreparation('MARTIN', 'Jeanne');
  await open(on.assistant, visit.address);
  const { page } = on.assistant;
  await expect
    .poll(() => field(page, 'Tension, systolique').evaluate((input) => input === document.activeElement))
    .toBe(true);
  await expectAccessible(page);
  await page.getByRole('textbox', { name: 'Tension, systolique' }).focus();

  const hand = typist(page);
  // Two figures, the jump at the third digit, the arm by its digit: never answered beforehand.
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  await hand.type('128');
  await hand.type('76');
  await hand.press('Tab');
  await hand.press('1');
  await hand.press('Tab');
  await hand.type('126');
  await hand.type('74');
  await hand.press('Tab');
  await hand.type('124');
  await hand.type('72');
  await hand.press('Tab');
  for (const figure of ['72', '80,4', '165', '37.2', '98', '16', '2']) {
    await hand.type(figure);
    await hand.press('Tab');
  }
  await hand.press('Control+Enter');
  await page.waitForURL(/aujourdhui/u);

  const digits = hand.keys.filter((name) => /^[\d.]$|^Comma$/u.test(name));
  const tabs = hand.keys.filter((name) => name === 'Tab');
  expect(hand.keys.length).toBe(digits.length + tabs.length + 1);
  expect(tabs.length).toBe(11);

  const view = await withCalls(on.assistant, (calls) =>
    calls.preparation.get({ visitId: visit.visitId, patientId: visit.patientId }),
  );
  expect(view.visit.stage).toBe('ready');
  const texts = Object.fromEntries(view.lines.map((line) => [line.code, line.retained?.text]));
  expect(texts).toMatchObject({
    PA: '125/73\u00a0mmHg',
    FC: '72\u00a0bpm',
    POIDS: '80,4\u00a0kg',
    TAILLE: '165\u00a0cm',
    TEMP: '37,2\u00a0°C',
    SPO2: '98\u00a0%',
    FR: '16/min',
    DOULEUR: '2/10',
    IMC: '29,5\u00a0kg/m²',
  });
  expect(view.lines.find((line) => line.code === 'PA')?.readings.map((reading) => reading.context.arm)).toEqual([
    'left',
    'left',
    'left',
  ]);
  expect(view.missing).toEqual([]);
});

test('trois mesures de tension : le seuil est dit, la minute se compte, la moyenne 2-3 est retenue', async () => {
  const visit = await inPreparation('GIRARD', 'Odile');
  await open(on.assistant, visit.address);
  const { page } = on.assistant;
  const hand = typist(page);
  await field(page, 'Tension, systolique').focus();
  // A slash typed between the two figures is welcome.
  await page.keyboard.type('152/91');
  await hand.press('Enter');
  await says(page, 'Tension', 'au-dessus du seuil 140/90');
  await says(page, '2e mesure', /dans \d+\ss · on retient la moyenne 2-3/u);
  await page.keyboard.type('150/92');
  await hand.press('Enter');
  await says(page, '3e mesure', /dans \d+\ss/u);
  await page.keyboard.type('148/88');
  await hand.press('Enter');
  await says(page, 'Retenue', '149/90\u00a0mmHg, moyenne 2-3');
  await page
    .getByRole('region', { name: 'Sera signalé au médecin' })
    .getByText(/TA 149\/90.*au-dessus du seuil 140\/90/u)
    .waitFor();
  await page.getByText(/Il manque\s: bras de la tension/u).waitFor();
  expect(await page.getByText(/hypertension|\bhaut\b|\bnormal/iu).count()).toBe(0);
});

test('une valeur peu courante se confirme par Entrée ; une valeur impossible propose la bonne', async () => {
  const visit = await inPreparation('ROYER', 'Mathilde');
  await open(on.assistant, visit.address);
  const { page } = on.assistant;
  await field(page, 'Poids').fill('28');
  await page.keyboard.press('Tab');
  await says(page, 'Poids', /28\skg\s: à confirmer/u);
  expect((await lineOf(on.assistant, visit, 'POIDS'))?.readings).toEqual([]);
  await field(page, 'Poids').focus();
  await page.keyboard.press('Enter');
  await says(page, 'Poids', 'valeur confirmée');
  expect((await lineOf(on.assistant, visit, 'POIDS'))?.readings[0]).toMatchObject({ text: '28,0', confirmed: true });

  await field(page, 'Température').fill('373');
  await page.keyboard.press('Tab');
  await says(page, 'Température', /373\s°C\s: impossible/u);
  expect((await lineOf(on.assistant, visit, 'TEMP'))?.readings).toEqual([]);
  await expectAccessible(page);
  await row(page, 'Température')
    .getByRole('button', { name: /Corriger\s: 37,3/u })
    .click();
  await says(page, 'Température', 'dans les limites');
  expect(await field(page, 'Température').inputValue()).toBe('37,3');
});

test('« - » dit que la mesure n’est pas faite et demande pourquoi', async () => {
  const visit = await inPreparation('HADDAD', 'Leïla');
  await open(on.assistant, visit.address);
  const { page } = on.assistant;
  await field(page, 'Pouls').focus();
  await page.keyboard.press('-');
  await page.getByRole('radiogroup', { name: 'Non fait, motif' }).waitFor();
  await page.keyboard.press('1');
  await says(page, 'Pouls', 'Non fait\u00a0: refus');
  // The keyboard is already on the next measure.
  await expect.poll(() => field(page, 'Poids').evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.press('-');
  await page.getByRole('radiogroup', { name: 'Non fait, motif' }).waitFor();
  await page.keyboard.press('4');
  await page.getByLabel('Pourquoi impossible').fill('ne tient pas debout');
  await page.keyboard.press('Enter');
  await says(page, 'Poids', 'Non fait\u00a0: impossible, ne tient pas debout');
  expect((await lineOf(on.assistant, visit, 'FC'))?.readings[0]?.notDone).toMatchObject({ reason: 'refus' });
  await page
    .getByRole('region', { name: 'Sera signalé au médecin' })
    .getByText('Pouls, non fait\u00a0: refus')
    .waitFor();
});

test('la secrétaire ne peut pas l’ouvrir : une phrase le dit', async () => {
  const visit = await inPreparation('LEGRAND', 'Anne');
  const { code } = await invite(on.desk, on.url, { givenName: 'Sylvie', familyName: 'Moreau', role: 'secretaire' });
  const reception = await on.stage.post();
  await redeem(reception.page, 'Sylvie Moreau', code, 'Quatre-vingts nuages 42 du soir');
  await reception.page.goto(new URL(visit.address, on.url).href);
  await reception.page.getByText('Réservé aux assistants et aux médecins.').waitFor();
  expect(await reception.page.getByText('LEGRAND').count()).toBe(0);
  await reception.context.close();
});
