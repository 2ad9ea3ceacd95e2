import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPost, startHost } from '../support/browser.ts';
import {
  callsOf,
  expectAccessible,
  firstRun,
  invite,
  lock,
  once,
  openStage,
  phrases,
  redeem,
  signIn,
  type Calls,
  type Stage,
} from '../support/journey.ts';

type Post = { context: BrowserContext; page: Page };
let stage: Stage;
let url: string;
let desk: Post;
let assistant: Post;
let doctorId = '';
let reasonId: string | null = null;

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
const field = (page: Page, name: string) => page.getByRole('textbox', { name });
const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const says = (page: Page, name: string, words: string | RegExp) => row(page, name).getByText(words).first().waitFor();

async function withCalls<T>(post: Post, work: (calls: Calls) => Promise<T>): Promise<T> {
  const { calls, close } = await callsOf(post.context, url);
  try {
    return await work(calls);
  } finally {
    close();
  }
}

/** Somebody of 67 in preparation, on the assistant's screen. */
async function inPreparation(
  birthName: string,
  firstGivenName: string,
): Promise<{ visitId: string; patientId: string; address: string }> {
  return withCalls(assistant, async (calls) => {
    const { id: patientId } = await calls.patients.create({
      ...once(),
      fields: { birthName, firstGivenName, sex: 'F', birthDay: '12/04/1959', birthPlaceCode: '54099' },
      document: null,
      notSame: [],
      draftId: null,
    });
    const { id: visitId } = await calls.visits.walkIn({ ...once(), patientId, doctorId, reasonId });
    await calls.visits.move({ ...once(), visitId, from: 'waiting', to: 'preparation' });
    return { visitId, patientId, address: `/preparation/${visitId}?patient=${patientId}` };
  });
}
const open = async ({ page }: Post, address: string) => {
  await page.goto(new URL(address, url).href);
  await page.getByRole('heading', { name: 'Constantes' }).waitFor();
};
const lineOf = (post: Post, visit: { visitId: string; patientId: string }, code: string) =>
  withCalls(post, async (calls) =>
    (await calls.preparation.get({ visitId: visit.visitId, patientId: visit.patientId })).lines.find(
      (line) => line.code === code,
    ),
  );

beforeAll(async () => {
  stage = await openStage();
  url = stage.host.url;
  desk = await stage.post();
  await firstRun(desk.page);
  const { code } = await invite(desk, url, { givenName: 'Nadia', familyName: 'Ferrand', role: 'assistant' });
  assistant = await stage.post();
  await redeem(assistant.page, 'Nadia Ferrand', code, phrases.ferrand);
  await withCalls(desk, async (calls) => {
    const practice = await calls.practice.get({});
    doctorId = practice.doctors[0]?.id ?? '';
    reasonId = practice.reasons[0]?.id ?? null;
    await calls.practice.addRoom({ ...once(), label: 'Salle 2' });
  });
});
afterAll(() => stage.close());

test('huit constantes et « prêt » : Tab, les chiffres et une touche', async () => {
  const visit = await inPreparation('MARTIN', 'Jeanne');
  await open(assistant, visit.address);
  const { page } = assistant;
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

  const view = await withCalls(assistant, (calls) =>
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
  await open(assistant, visit.address);
  const { page } = assistant;
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
  await open(assistant, visit.address);
  const { page } = assistant;
  await field(page, 'Poids').fill('28');
  await page.keyboard.press('Tab');
  await says(page, 'Poids', /28\skg\s: à confirmer/u);
  expect((await lineOf(assistant, visit, 'POIDS'))?.readings).toEqual([]);
  await field(page, 'Poids').focus();
  await page.keyboard.press('Enter');
  await says(page, 'Poids', 'valeur confirmée');
  expect((await lineOf(assistant, visit, 'POIDS'))?.readings[0]).toMatchObject({ text: '28,0', confirmed: true });

  await field(page, 'Température').fill('373');
  await page.keyboard.press('Tab');
  await says(page, 'Température', /373\s°C\s: impossible/u);
  expect((await lineOf(assistant, visit, 'TEMP'))?.readings).toEqual([]);
  await expectAccessible(page);
  await row(page, 'Température')
    .getByRole('button', { name: /Corriger\s: 37,3/u })
    .click();
  await says(page, 'Température', 'dans les limites');
  expect(await field(page, 'Température').inputValue()).toBe('37,3');
});

test('« - » dit que la mesure n’est pas faite et demande pourquoi', async () => {
  const visit = await inPreparation('HADDAD', 'Leïla');
  await open(assistant, visit.address);
  const { page } = assistant;
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
  expect((await lineOf(assistant, visit, 'FC'))?.readings[0]?.notDone).toMatchObject({ reason: 'refus' });
  await page
    .getByRole('region', { name: 'Sera signalé au médecin' })
    .getByText('Pouls, non fait\u00a0: refus')
    .waitFor();
});

test('deux postes écrivent au médecin : les mots des deux sont gardés', async () => {
  const visit = await inPreparation('PEREIRA', 'Sofia');
  await open(assistant, visit.address);
  await open(desk, visit.address);
  const message = ({ page }: Post) => page.getByLabel(/Message au Dr/u);
  await message(assistant).fill('Toux depuis samedi. Pied gauche rouge.');
  await assistant.page.keyboard.press('Tab');
  await expect.poll(() => message(desk).inputValue()).toBe('Toux depuis samedi. Pied gauche rouge.');
  await message(desk).fill('Toux sèche depuis samedi. Pied gauche rouge.');
  await message(assistant).fill('Toux depuis samedi. Pied gauche rouge au talon.');
  await assistant.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Tab');
  const merged = 'Toux sèche depuis samedi. Pied gauche rouge au talon.';
  await desk.page.getByText('Vos mots et ceux d’un collègue ont été réunis.').waitFor();
  await expect.poll(() => message(desk).inputValue()).toBe(merged);
  await expect.poll(() => message(assistant).inputValue()).toBe(merged);
});

test('une saisie refusée ou commencée revient après un verrouillage et après un navigateur fermé', async () => {
  const visit = await inPreparation('KOWALSKI', 'Irène');
  await open(assistant, visit.address);
  const { page } = assistant;
  await field(page, 'Température').fill('373');
  await page.keyboard.press('Tab');
  await says(page, 'Température', /impossible/u);
  await field(page, 'Poids').focus();
  await page.keyboard.type('71,4');
  await page.getByLabel(/Message au Dr/u).fill('A oublié son traitement');
  await page.waitForTimeout(700);
  await lock(page);
  expect(await page.content()).not.toContain('oublié');
  await signIn(page, 'Nadia Ferrand', phrases.ferrand);
  await page.getByRole('heading', { name: 'Constantes' }).waitFor();
  await expect.poll(() => field(page, 'Température').inputValue()).toBe('373');
  await says(page, 'Température', /impossible/u);
  await expect.poll(() => field(page, 'Poids').inputValue()).toMatch(/^71,4$/u);
  await expect.poll(() => page.getByLabel(/Message au Dr/u).inputValue()).toBe('A oublié son traitement');

  await page.close();
  assistant.page = await assistant.context.newPage();
  await open(assistant, visit.address);
  await expect.poll(() => field(assistant.page, 'Température').inputValue()).toBe('373');
  await row(assistant.page, 'Température')
    .getByRole('button', { name: /Corriger\s: 37,3/u })
    .waitFor();
});

test('la secrétaire ne peut pas l’ouvrir : une phrase le dit', async () => {
  const visit = await inPreparation('LEGRAND', 'Anne');
  const { code } = await invite(desk, url, { givenName: 'Sylvie', familyName: 'Moreau', role: 'secretaire' });
  const reception = await stage.post();
  await redeem(reception.page, 'Sylvie Moreau', code, 'Quatre-vingts nuages 42 du soir');
  await reception.page.goto(new URL(visit.address, url).href);
  await reception.page.getByText('Réservé aux assistants et aux médecins.').waitFor();
  expect(await reception.page.getByText('LEGRAND').count()).toBe(0);
  await reception.context.close();
});

test('tuer le poste principal ne coûte pas une saisie : la valeur refusée et le texte commencé reviennent', async () => {
  const visit = await inPreparation('AUBRY', 'Camille');
  await open(assistant, visit.address);
  await field(assistant.page, 'SpO₂').fill('9');
  await assistant.page.keyboard.press('Tab');
  await says(assistant.page, 'SpO₂', /impossible/u);
  await field(assistant.page, 'Pouls').fill('82');
  await assistant.page.keyboard.press('Tab');
  await says(assistant.page, 'Pouls', 'dans les limites');
  await field(assistant.page, 'Poids').focus();
  await assistant.page.keyboard.type('64');
  await expect
    .poll(() =>
      withCalls(
        assistant,
        async (calls) =>
          (await calls.session.drafts({})).find(
            (draft) => draft.subjectId === visit.visitId && draft.field === 'POIDS.1',
          )?.raw,
      ),
    )
    .toBe('64');

  await stage.host.stop('SIGKILL');
  const again = await startHost({ dataDir: stage.host.dataDir });
  stage.host = again;
  url = again.url;
  await assistant.context.close();
  assistant = await openPost(stage.browser, url);
  await signIn(assistant.page, 'Nadia Ferrand', phrases.ferrand);
  await open(assistant, visit.address);
  await expect.poll(() => field(assistant.page, 'SpO₂').inputValue()).toBe('9');
  await says(assistant.page, 'SpO₂', /impossible/u);
  expect(await field(assistant.page, 'Pouls').inputValue()).toBe('82');
  expect(await field(assistant.page, 'Poids').inputValue()).toBe('64');
  await says(assistant.page, 'Poids', /repris de votre saisie/u);
});
