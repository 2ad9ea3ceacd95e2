import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  callsOf,
  expectAccessible,
  firstRun,
  invite,
  once,
  openStage,
  phrases,
  redeem,
  type Stage,
} from '../support/journey.ts';

let stage: Stage;
let desk: Awaited<ReturnType<Stage['post']>>;
let assistant: Awaited<ReturnType<Stage['post']>>;
let doctorId = '';

/** Counts the keys a person presses: the promise of the day is told in keys. */
function typist(page: Page) {
  let keys = 0;
  return {
    press: async (...names: string[]) => {
      for (const name of names) {
        keys += 1;
        await page.keyboard.press(name);
      }
    },
    type: async (text: string) => {
      keys += text.length;
      await page.keyboard.type(text);
    },
    get keys() {
      return keys;
    },
  };
}
const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const card = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(name, 'u') }).and(page.locator('[data-visit]'));
const inColumn = (page: Page, where: string, name: string) =>
  column(page, where).locator('[data-visit]').filter({ hasText: name }).waitFor();

/** Text of the card that has the focus; nothing when the focus is elsewhere. */
const focusedCard = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-visit]')?.textContent ?? '');

beforeAll(async () => {
  // Tuesday 17 November 2026, 10:00 in Paris.
  stage = await openStage({ env: { PRELUDE_NOW: '2026-11-17T09:00:00Z' } });
  desk = await stage.post();
  await firstRun(desk.page);
  const { code } = await invite(desk, stage.host.url, { givenName: 'Nadia', familyName: 'Ferrand', role: 'assistant' });
  assistant = await stage.post();
  await redeem(assistant.page, 'Nadia Ferrand', code, phrases.ferrand);

  const { calls, close } = await callsOf(desk.context, stage.host.url);
  const practice = await calls.practice.get({});
  doctorId = practice.doctors[0]?.id ?? '';
  await calls.practice.addRoom({ ...once(), label: 'Salle 2' });
  const { today } = await calls.vault.state({});
  const people = [
    ['MARTIN', 'Jeanne', 'F', '12/04/1959'],
    ['ROSSI', 'Paolo', 'M', '03/02/1955'],
    ['KOWALSKI', 'Irène', 'F', '21/01/1945'],
  ] as const;
  for (const [index, [birthName, firstGivenName, sex, birthDay]] of people.entries()) {
    const { id } = await calls.patients.create({
      ...once(),
      fields: { birthName, firstGivenName, sex, birthDay, birthPlaceCode: '54099' },
      document: null,
      notSame: [],
      draftId: null,
    });
    await calls.visits.book({
      ...once(),
      patientId: id,
      doctorId,
      reasonId: practice.reasons[0]?.id ?? null,
      day: today,
      startMinute: 615 + index * 15,
    });
  }
  close();
  for (const { page } of [desk, assistant]) await page.goto(new URL('/aujourdhui', stage.host.url).href);
});
afterAll(() => stage.close());

test('l’assistante note une arrivée connue en deux touches au plus depuis la carte', async () => {
  const { page } = assistant;
  await inColumn(page, 'Attendus', 'ROSSI');
  await card(page, 'ROSSI').focus();
  const keyboard = typist(page);
  await keyboard.press('a');
  await inColumn(page, 'Salle d’attente', 'ROSSI');
  expect(keyboard.keys).toBeLessThanOrEqual(2);
});

test('le passage se voit sur l’autre poste, avec ses initiales', async () => {
  await inColumn(desk.page, 'Salle d’attente', 'ROSSI');
});

test('l’assistante annule l’arrivée notée par erreur ; le focus suit la carte', async () => {
  const { page } = assistant;
  await page.keyboard.press('Control+z');
  await inColumn(page, 'Attendus', 'ROSSI');
  await expect.poll(() => focusedCard(page)).toMatch(/ROSSI/u);
  await inColumn(desk.page, 'Attendus', 'ROSSI');
});

test('une visite entière au clavier : arrivé, en préparation, prêt, consultation, départ', async () => {
  const { page } = assistant;
  await card(page, 'MARTIN').focus();
  const steps = [
    ['a', 'Salle d’attente'],
    ['Shift+ArrowRight', 'En préparation'],
    ['r', 'Prêts'],
    ['c', 'En consultation'],
  ] as const;
  for (const [keyName, where] of steps) {
    await page.keyboard.press(keyName);
    await inColumn(page, where, 'MARTIN');
  }
  await page.keyboard.press('d');
  await page.getByRole('button', { name: /1\s*Partis/u }).waitFor();
});

test('la carte choisie sitôt après une annulation garde le focus : la touche suivante est pour elle', async () => {
  const { page } = assistant;
  await card(page, 'KOWALSKI').focus();
  await page.keyboard.press('a');
  await inColumn(page, 'Salle d’attente', 'KOWALSKI');
  await page.keyboard.press('Control+z');
  await inColumn(page, 'Attendus', 'KOWALSKI');
  await card(page, 'ROSSI').focus();
  // Longer than the time the undo leaves to the list before it gives the focus to what it restored.
  await page.evaluate(() => new Promise((settled) => setTimeout(settled, 400)));
  expect(await focusedCard(page)).toMatch(/ROSSI/u);
});

test('l’action suivante propose qui attend, et ouvre sa préparation d’une touche', async () => {
  const { page } = assistant;
  await card(page, 'KOWALSKI').focus();
  await page.keyboard.press('a');
  await page.getByText('À préparer').waitFor();
  await page.keyboard.press('n');
  await page.waitForURL(/\/preparation\/[0-9a-f-]{36}/u);
  expect(page.url()).not.toMatch(/kowalski/iu);
  await page.goBack();
  await inColumn(page, 'En préparation', 'KOWALSKI');
});

test('un absent, excusé ou non, quitte les attendus et peut revenir', async () => {
  const { page } = assistant;
  await card(page, 'ROSSI').focus();
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Absence non excusée' }).press('Enter');
  await page.getByRole('button', { name: /1\s*Absents/u }).waitFor();
  await page.keyboard.press('Control+z');
  await inColumn(page, 'Attendus', 'ROSSI');
});

test('annuler après le passage d’une collègue est refusé, en nommant qui', async () => {
  const { page } = assistant;
  await card(page, 'ROSSI').focus();
  await page.keyboard.press('a');
  await inColumn(desk.page, 'Salle d’attente', 'ROSSI');
  await card(desk.page, 'ROSSI').focus();
  await desk.page.keyboard.press('c');
  await inColumn(page, 'En consultation', 'ROSSI');
  await page.keyboard.press('Control+z');
  await page.getByText(/Modifié depuis par Claire Lemoine/u).waitFor();
});

test('en mode discret le tableau ne montre que des initiales', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+Shift+M');
  await expect.poll(() => column(page, 'En consultation').innerText()).not.toMatch(/ROSSI|Paolo/u);
  await page.keyboard.press('Control+Shift+M');
  await inColumn(page, 'En consultation', 'ROSSI');
});

test('le titre de la fenêtre et l’adresse ne portent aucun nom de patient', async () => {
  for (const { page } of [desk, assistant]) {
    expect(await page.title()).toBe('Prélude, Cabinet des Tilleuls');
    expect(decodeURI(page.url())).not.toMatch(/martin|rossi|kowalski/iu);
  }
});

test('le tableau est accessible, clair et sombre', async () => {
  await expectAccessible(desk.page);
});

test('le tableau se groupe par salle : qui est où, d’une touche', async () => {
  const { page } = assistant;
  await page.keyboard.press('Escape');
  await card(page, 'KOWALSKI').focus();
  await page.keyboard.press('s');
  await inColumn(page, 'Sans salle', 'KOWALSKI');
  const source = card(page, 'KOWALSKI');
  await source.dragTo(column(page, 'Salle 2'));
  await inColumn(page, 'Salle 2', 'KOWALSKI');
  await page.keyboard.press('s');
  await inColumn(page, 'En préparation', 'KOWALSKI');
});
