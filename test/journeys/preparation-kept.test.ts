import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPost, startHost } from '../support/browser.ts';
import { lock, phrases, signIn } from '../support/journey.ts';
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
  type Post,
} from './preparation-stage.ts';

const visitOf = ({ visitId, patientId }: { visitId: string; patientId: string }) => ({ visitId, patientId });

beforeAll(openPreparationStage);
afterAll(async () => {
  // The host started again after the kill; the stage only knows the first one.
  await on.stage.host.stop();
  await on.stage.close();
});

test('deux postes écrivent au médecin : les mots des deux sont gardés', async () => {
  const visit = await inPreparation('PEREIRA', 'Sofia');
  await open(on.assistant, visit.address);
  await open(on.desk, visit.address);
  const message = ({ page }: Post) => page.getByLabel(/Message au Dr/u);
  await message(on.assistant).fill('Toux depuis samedi. Pied gauche rouge.');
  await on.assistant.page.keyboard.press('Tab');
  await expect.poll(() => message(on.desk).inputValue()).toBe('Toux depuis samedi. Pied gauche rouge.');
  await message(on.desk).fill('Toux sèche depuis samedi. Pied gauche rouge.');
  await message(on.assistant).fill('Toux depuis samedi. Pied gauche rouge au talon.');
  await on.assistant.page.keyboard.press('Tab');
  const kept = () =>
    withCalls(on.assistant, async (calls) => (await calls.preparation.get(visitOf(visit))).message?.text);
  await expect.poll(kept).toContain('au talon');
  await on.desk.page.keyboard.press('Tab');
  const merged = 'Toux sèche depuis samedi. Pied gauche rouge au talon.';
  await on.desk.page.getByText('Vos mots et ceux d’un collègue ont été réunis.').waitFor();
  await expect.poll(() => message(on.desk).inputValue()).toBe(merged);
  await expect.poll(() => message(on.assistant).inputValue()).toBe(merged);
});

test('deux postes saisissent la même mesure : les deux valeurs sont montrées, aucune n’est perdue', async () => {
  const visit = await inPreparation('NGUYEN', 'Linh');
  await open(on.assistant, visit.address);
  await open(on.desk, visit.address);
  await field(on.assistant.page, 'Pouls').focus();
  await on.assistant.page.keyboard.type('84');
  await field(on.desk.page, 'Pouls').fill('80');
  await on.desk.page.keyboard.press('Tab');
  await says(on.desk.page, 'Pouls', 'dans les limites');
  // Another field never asks anything.
  await field(on.desk.page, 'Poids').fill('70');
  await on.desk.page.keyboard.press('Tab');
  await expect.poll(() => field(on.assistant.page, 'Poids').inputValue()).toBe('70,0');
  expect(await field(on.assistant.page, 'Pouls').inputValue()).toBe('84');
  await on.assistant.page.keyboard.press('Tab');
  await says(on.assistant.page, 'Pouls', /Claire Lemoine .* a noté une autre valeur/u);
  expect((await lineOf(on.assistant, visit, 'FC'))?.readings[0]?.text).toBe('80');
  await row(on.assistant.page, 'Pouls').getByRole('button', { name: '84', exact: true }).click();
  await expect.poll(() => field(on.desk.page, 'Pouls').inputValue()).toBe('84');
});

test('une saisie refusée ou commencée revient après un verrouillage et après un navigateur fermé', async () => {
  const visit = await inPreparation('KOWALSKI', 'Irène');
  await open(on.assistant, visit.address);
  const { page } = on.assistant;
  await field(page, 'Température').fill('373');
  await page.keyboard.press('Tab');
  await says(page, 'Température', /impossible/u);
  await field(page, 'Poids').focus();
  await page.keyboard.type('71,4');
  await page.getByLabel(/Message au Dr/u).fill('A oublié son traitement');
  await page.waitForTimeout(700);
  await lock(page);
  expect(await page.content()).not.toContain('son traitement');
  await signIn(page, 'Nadia Ferrand', phrases.ferrand);
  await page.getByRole('heading', { name: 'Constantes' }).waitFor();
  await expect.poll(() => field(page, 'Température').inputValue()).toBe('373');
  await says(page, 'Température', /impossible/u);
  await expect.poll(() => field(page, 'Poids').inputValue()).toMatch(/^71,4$/u);
  await expect.poll(() => page.getByLabel(/Message au Dr/u).inputValue()).toBe('A oublié son traitement');

  await page.close();
  on.assistant.page = await on.assistant.context.newPage();
  await open(on.assistant, visit.address);
  await expect.poll(() => field(on.assistant.page, 'Température').inputValue()).toBe('373');
  await row(on.assistant.page, 'Température')
    .getByRole('button', { name: /Corriger\s: 37,3/u })
    .waitFor();
});

test('tuer le poste principal ne coûte pas une saisie : la valeur refusée et le texte commencé reviennent', async () => {
  const visit = await inPreparation('AUBRY', 'Camille');
  await open(on.assistant, visit.address);
  await field(on.assistant.page, 'SpO₂').fill('9');
  await on.assistant.page.keyboard.press('Tab');
  await says(on.assistant.page, 'SpO₂', /impossible/u);
  await field(on.assistant.page, 'Pouls').fill('82');
  await on.assistant.page.keyboard.press('Tab');
  await says(on.assistant.page, 'Pouls', 'dans les limites');
  await field(on.assistant.page, 'Poids').focus();
  await on.assistant.page.keyboard.type('64');
  await expect
    .poll(() =>
      withCalls(
        on.assistant,
        async (calls) =>
          (await calls.session.drafts({})).find(
            (draft) => draft.subjectId === visit.visitId && draft.field === 'POIDS.1',
          )?.raw,
      ),
    )
    .toBe('64');

  await on.stage.host.stop('SIGKILL');
  const again = await startHost({ dataDir: on.stage.host.dataDir });
  on.stage.host = again;
  on.url = again.url;
  await on.assistant.context.close();
  on.assistant = await openPost(on.stage.browser, on.url);
  await signIn(on.assistant.page, 'Nadia Ferrand', phrases.ferrand);
  await open(on.assistant, visit.address);
  await expect.poll(() => field(on.assistant.page, 'SpO₂').inputValue()).toBe('9');
  await says(on.assistant.page, 'SpO₂', /impossible/u);
  expect(await field(on.assistant.page, 'Pouls').inputValue()).toBe('82');
  expect(await field(on.assistant.page, 'Poids').inputValue()).toBe('64');
  await says(on.assistant.page, 'Poids', /repris de votre saisie/u);
});

test('ce qui est tapé pendant que le poste principal est arrêté revient à son retour, à la même personne', async () => {
  const visit = await inPreparation('BERNARD', 'Louis');
  await open(on.assistant, visit.address);
  const { page } = on.assistant;
  await field(page, 'Pouls').focus();

  const { port } = new URL(on.url);
  await on.stage.host.stop('SIGKILL');
  await page.getByText(/^Poste principal injoignable/u).waitFor();
  await page.keyboard.type('76');
  await page.keyboard.press('Tab');
  await field(page, 'Poids').fill('64,5');
  await page.getByLabel(/Message au Dr/u).fill('Fatigue depuis lundi');
  // Long enough for the pause after which words are kept.
  await page.waitForTimeout(2000);
  on.stage.host = await startHost({ dataDir: on.stage.host.dataDir, port });

  await signIn(page, 'Nadia Ferrand', phrases.ferrand);
  await page.getByRole('heading', { name: 'Constantes' }).waitFor();
  await expect.poll(() => field(page, 'Pouls').inputValue()).toBe('76');
  await expect.poll(() => field(page, 'Poids').inputValue()).toBe('64,5');
  await expect.poll(() => page.getByLabel(/Message au Dr/u).inputValue()).toBe('Fatigue depuis lundi');
});
