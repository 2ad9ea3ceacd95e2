import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
let doctor: Awaited<ReturnType<Stage['post']>>;

beforeAll(async () => {
  stage = await openStage({ env: { PRELUDE_NOW: '2026-11-17T09:00:00Z' } });
  doctor = await stage.post();
  await firstRun(doctor.page);
});
afterAll(() => stage.close());

/** Nadia Ferrand, auxiliary nurse, hired on 3 March 2025: two years to be certified. */
async function hire(): Promise<void> {
  const { calls, close } = await callsOf(doctor.context, stage.host.url);
  const { id } = await calls.employer.addAssistant({
    ...once(),
    givenName: 'Nadia',
    familyName: 'Ferrand',
    profile: 'AS',
    accountId: null,
    formerSecretary: null,
    secretaryReplacedOn: null,
  });
  await calls.employer.startEmployment({
    ...once(),
    assistantId: id,
    employerKind: 'DOCTOR',
    employerName: null,
    contractKind: 'CDI',
    cddGround: null,
    renewals: null,
    startDay: '2025-03-03',
    endDay: null,
    endReason: null,
    nextHire: null,
    remoteShare: null,
    remoteTasks: null,
    homeOnly: null,
    mileage: null,
    replacesOther: null,
    newPost: null,
    weeklyMinutes: 35 * 60,
  });
  close();
}

describe('échéances', () => {
  test('sans rien d’enregistré, l’écran dit d’où viennent les échéances', async () => {
    const { page } = doctor;
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.getByText('Aucune échéance').waitFor();
  });

  test('une embauche les fait paraître, sur l’écran ouvert et à la cloche', async () => {
    const { page } = doctor;
    await hire();
    const row = page.getByRole('row', { name: /Certificat ou attestation à obtenir/u });
    await row.waitFor();
    expect(await row.innerText()).toMatch(/03\/03\/2027[\s\S]*Nadia Ferrand[\s\S]*dans 106\sjours/u);
    await page.getByRole('row', { name: /Diplôme, pièce à joindre/u }).waitFor();
    await expectAccessible(page);
  });

  test('au clavier : la ligne s’ouvre, dit pourquoi, mène à l’écran qui la règle, et se referme', async () => {
    const { page } = doctor;
    const row = page.getByRole('row', { name: /Certificat ou attestation à obtenir/u });
    await row.focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Échéance' });
    await panel
      .getByText(/Vérifié le 22\/11\/2026/u)
      .first()
      .waitFor();
    expect(page.url()).not.toMatch(/Ferrand|Nadia/u);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await row.focus();
    await page.keyboard.press('Enter');
    await panel.waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Formation', level: 1 }).waitFor();
    await page.goBack();
  });

  test('le fichier d’agenda se télécharge : une échéance, des initiales, aucun nom', async () => {
    const { page } = doctor;
    await page.getByRole('heading', { name: 'Échéances', level: 1 }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Agenda (.ics)' }).press('Enter'),
    ]);
    expect(download.suggestedFilename()).toBe('echeances-2026-11-17.ics');
    const text = readFileSync(await download.path(), 'utf8').replaceAll('\r\n ', '');
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/u);
    expect(text).toContain('DTSTART;VALUE=DATE:20270303');
    expect(text).toContain('(N. F.)');
    expect(text).not.toMatch(/Ferrand/u);
  });

  test('le gestionnaire, qui n’a pas de patients, arrive sur ses échéances', async () => {
    const { code } = await invite(doctor, stage.host.url, {
      givenName: 'Thierry',
      familyName: 'Collignon',
      role: 'gestionnaire',
    });
    const { page, context } = await stage.post();
    await redeem(page, 'Thierry Collignon', code, phrases.ferrand);
    await page.getByRole('heading', { name: 'Échéances', level: 1 }).waitFor();
    await page.getByRole('row', { name: /Certificat ou attestation à obtenir/u }).waitFor();
    expect(await page.getByRole('link', { name: /Échéances/u }).count()).toBe(1);
    await context.close();
  });
});

describe('temps rendu', () => {
  test('sans visite, rien n’est inventé ; la méthode est à un clic et une hypothèse se change', async () => {
    const { page } = doctor;
    await page.goto(`${stage.host.url}temps-rendu`);
    await page.getByText('Rien à compter sur cette période').waitFor();
    await page.getByText('Comparaison indéterminée').waitFor();
    await page.getByRole('button', { name: 'Reprendre des passages' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Reprendre des passages' }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Méthode et hypothèses' }).press('Enter');
    const line = page.getByRole('listitem').filter({ hasText: 'Une arrivée notée' });
    await line.getByRole('button', { name: 'Changer pour le cabinet' }).press('Enter');
    await line.getByRole('textbox', { name: 'Valeur du cabinet' }).fill('4');
    await page.keyboard.press('Enter');
    await line.getByText('choix du cabinet', { exact: true }).waitFor();
    await expectAccessible(page);
  });

  test('les chiffres d’une personne : rien avant une information écrite et datée', async () => {
    const { page } = doctor;
    const pane = page.getByRole('region', { name: 'Une personne, pour le dossier de l’aide' });
    await pane.getByRole('combobox', { name: 'Assistant' }).press('Enter');
    // Read again after the choice above, the list may forget where the arrows were.
    await page.getByRole('option', { name: 'Nadia Ferrand' }).click();
    const day = pane.getByLabel('Information écrite remise le');
    await day.fill('18/11/2026');
    await day.press('Enter');
    await pane.getByRole('alert').waitFor();
    await day.fill('16/11/2026');
    await day.press('Enter');
    await pane.getByText('Information écrite remise le 16/11/2026').waitFor();
    await pane.getByText(/Aucun compte relié/u).waitFor();
    await expectAccessible(page);
  });

  test('l’assistante lit les siens, et n’ouvre pas ceux du cabinet', async () => {
    const { code } = await invite(doctor, stage.host.url, {
      givenName: 'Nadia',
      familyName: 'Ferrand',
      role: 'assistant',
    });
    const { page, context } = await stage.post();
    await redeem(page, 'Nadia Ferrand', code, phrases.ferrand);
    const rail = page.getByRole('navigation', { name: 'Navigation principale' });
    expect(await rail.getByRole('link').allInnerTexts()).toEqual([
      'Aujourd’hui',
      'Patients',
      'Formation',
      'Mon temps',
      'Réglages',
    ]);
    // Each name on one line of the rail.
    const heights = await rail.locator('a > span:last-child').evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(Math.max(...heights)).toBeLessThan(20);
    await rail.getByRole('link', { name: 'Mon temps' }).press('Enter');
    await page.getByText('Mes chiffres, réservés à ma lecture').waitFor();
    expect(await page.getByText('Avant et depuis l’embauche').count()).toBe(0);
    expect(await page.getByText('Une personne, pour le dossier de l’aide').count()).toBe(0);
    await page.goto(`${stage.host.url}echeances`);
    await page.getByText(/Réservé aux médecins/u).waitFor();
    await context.close();
  });
});
