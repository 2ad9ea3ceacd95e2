import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import {
  callsOf,
  expectAccessible,
  firstRun,
  invite,
  once,
  openStage,
  type Calls,
  type Stage,
} from '../support/journey.ts';
import { ferrandTraining, hired } from './formation-stage.ts';

let stage: Stage;
let doctor: Awaited<ReturnType<Stage['post']>>;
let calls: Calls;
let closeCalls: () => void;

// A nurse's aide and a secretary, hired on both sides of 22 June 2024.
beforeAll(async () => {
  stage = await openStage({ env: { PRELUDE_NOW: '2026-11-17T09:00:00Z' } });
  doctor = await stage.post();
  await firstRun(doctor.page);
  const person = { givenName: 'Nadia', familyName: 'Ferrand', role: 'assistant' } as const;
  const { accountId } = await invite(doctor, stage.host.url, person);
  ({ calls, close: closeCalls } = await callsOf(doctor.context, stage.host.url));
  const nadia = await hired(calls, { name: ['Nadia', 'Ferrand'], profile: 'AS', startDay: '2024-03-04', accountId });
  await ferrandTraining(calls, nadia);
  await hired(calls, { name: ['Julien', 'Thiry'], profile: 'SECRETAIRE', startDay: '2025-09-02' });
});
afterAll(async () => {
  closeCalls();
  await stage.close();
});

const pane = (page: Page, name: string) => page.getByRole('region', { name });
const panel = (page: Page) => page.getByRole('complementary', { name: 'Saisie de la formation' });
const lineOf = async (page: Page, name: string) =>
  (await pane(page, name).getByRole('img').getAttribute('aria-label'))?.replaceAll('\u00a0', ' ') ?? '';
const type = async (page: Page, label: string | RegExp, text: string) => {
  const field = panel(page).getByLabel(label);
  await field.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
};
const save = (page: Page) => page.keyboard.press('Control+Enter');
const closed = (page: Page) => panel(page).waitFor({ state: 'detached' });

describe('formation', () => {
  test('G puis F ouvre la page ; la ligne de temps se lit en phrases, échéances comprises', async () => {
    const { page } = doctor;
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await pane(page, 'Nadia Ferrand').waitFor();
    const nadia = await lineOf(page, 'Nadia Ferrand');
    expect(nadia).toContain('Embauche : 04/03/2024.');
    expect(nadia).toContain('Formation engagée : 12/09/2025.');
    expect(nadia).toContain('Échéance, Engager : 04/03/2026 · respecté.');
    expect(nadia).toContain('Aujourd’hui : 17/11/2026.');
    expect(nadia).toContain('Échéance, Obtenir : 04/03/2027');
    const julien = await lineOf(page, 'Julien Thiry');
    expect(julien).toContain('Échéance, Obtenir : 02/09/2027 · date retenue.');
    expect(julien).toContain('Échéance, Obtenir : 02/09/2028 · autre lecture.');
    await expectAccessible(page);
  });

  test('deux textes divergent : les deux dates, la plus proche suivie, « Pourquoi ces délais ? » ouvert', async () => {
    const { page } = doctor;
    const julien = pane(page, 'Julien Thiry');
    await julien.getByText('Textes divergents', { exact: true }).waitFor();
    await julien.getByText('Inscription à faire').waitFor();
    const why = await julien.locator('details[open]').first().innerText();
    expect(why).toContain('Au plus tard le 02/09/2027');
    expect(why).toContain('02/09/2028');
    await julien.getByText('À faire par l’employeur').waitFor();
    await page
      .getByText(/S’inscrire au plus tard le 02\/11\/2026.*date dépassée/u)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Voir les démarches, Julien Thiry' }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^demarches-./u);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Choisir un organisme');
  });

  test('de la formation au contrat de travail de la même personne, et retour', async () => {
    const { page } = doctor;
    await pane(page, 'Julien Thiry').getByRole('button', { name: 'Voir le contrat de travail' }).press('Enter');
    await page.getByRole('heading', { name: 'Julien Thiry', exact: true }).waitFor();
    await page.getByRole('heading', { name: 'CDI depuis le 02/09/2025' }).waitFor();
    const address = new URL(page.url());
    await page.goBack();
    await pane(page, 'Julien Thiry').waitFor();
    await page.goto(`${stage.host.url}formation?assistant=${address.searchParams.get('assistant')}`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Julien Thiry');
  });

  test('au clavier, l’inscription de Julien : une fin avant le début est refusée, puis les dates se posent sur la ligne', async () => {
    const { page } = doctor;
    await pane(page, 'Julien Thiry').getByRole('button', { name: 'Choisir le parcours' }).press('Enter');
    await panel(page).getByRole('heading', { name: 'Formation de Julien Thiry' }).waitFor();
    expect(await panel(page).getByRole('combobox', { name: 'Parcours' }).inputValue()).toContain('CQP');
    await type(page, /^Organisme/u, 'École du Lac');
    await type(page, /^Inscription/u, '02112026');
    await type(page, /^Début/u, '11012027');
    await type(page, /^Fin prévue/u, '08012027');
    await expectAccessible(page);
    await save(page);
    await panel(page).getByText('Fin prévue avant le début du 11/01/2027').waitFor();
    await type(page, /^Fin prévue/u, '25062027');
    await save(page);
    await closed(page);
    await pane(page, 'Julien Thiry').getByText('Début le 11/01/2027').waitFor();
    expect(await lineOf(page, 'Julien Thiry')).toContain('Fin prévue : 25/06/2027.');
    await pane(page, 'Julien Thiry')
      .getByRole('row', { name: /1\. Suivi du parcours de santé/u })
      .waitFor();
  });

  test('l’organisme saisi sur deux postes : chacun voit l’autre, et choisit', async () => {
    const { page } = doctor;
    await pane(page, 'Julien Thiry').getByRole('button', { name: 'Parcours et dates' }).press('Enter');
    await type(page, /^Organisme/u, 'École du Bois');
    const { assistants } = await calls.training.list({});
    const julien = assistants.find(({ assistant }) => assistant.familyName === 'Thiry');
    if (julien?.training == null) throw new Error('no training');
    const { id, facts } = julien.training;
    const value = { ...facts, body: 'Institut du Lac', sessionMonths: 8 };
    await calls.training.save({ ...once(), assistantId: julien.assistant.id, trainingId: id, base: facts, value });
    await save(page);
    const conflict = panel(page).getByRole('alert').filter({ hasText: 'Saisi sur deux postes' });
    await conflict.waitFor();
    expect(await conflict.innerText()).toMatch(/École du Bois\s+Claire Lemoine, .*Institut du Lac/su);
    await expectAccessible(page);
    await conflict.getByRole('button', { name: 'Garder École du Bois' }).press('Enter');
    await save(page);
    await closed(page);
    await pane(page, 'Julien Thiry').getByText('École du Bois').waitFor();
    const after = await calls.training.list({});
    expect(after.assistants.find(({ assistant }) => assistant.familyName === 'Thiry')?.training?.facts).toMatchObject({
      body: 'École du Bois',
      sessionMonths: 8,
    });
  });

  test('« tous les jeudis du … au … » : aperçu sans les fériés, un geste, une annulation', async () => {
    const { page } = doctor;
    await pane(page, 'Nadia Ferrand').getByRole('button', { name: 'Bloquer des journées' }).press('Enter');
    await panel(page).getByRole('checkbox', { name: 'jeudi' }).press('Space');
    await type(page, 'Du', '01/05/2027');
    await type(page, 'Au', '31/05/2027');
    await page.keyboard.press('Tab');
    const preview = panel(page).getByRole('status');
    await preview.getByText(/3\sjournées à bloquer/u).waitFor();
    expect(await preview.innerText()).toMatch(/06\/05\/2027, férié \(Ascension\)/u);
    // Past the date to hold, and beside the hours left: said before anything is blocked.
    expect(await preview.innerText()).toMatch(/3\sjournées après l’échéance du 04\/03\/2027\./u);
    await type(page, /^Heures par journée/u, '7');
    await preview.getByText(/21\sh en tout, pour 14\sh qui restent à suivre\./u).waitFor();
    await expectAccessible(page);
    await save(page);
    await closed(page);
    await pane(page, 'Nadia Ferrand')
      .getByText(/3\sjournées à venir/u)
      .waitFor();
    await page.keyboard.press('Control+z');
    await pane(page, 'Nadia Ferrand')
      .getByText(/3\sjournées à venir/u)
      .waitFor({ state: 'detached' });
  });

  test('une journée d’aujourd’hui : la journée du cabinet montre l’assistante en formation', async () => {
    const { page } = doctor;
    await pane(page, 'Nadia Ferrand').getByRole('button', { name: 'Bloquer des journées' }).press('Enter');
    await panel(page).getByRole('radio', { name: 'Des dates' }).press('Space');
    await type(page, /^Dates/u, '17/11/2026, 32/11/2026');
    await save(page);
    await panel(page)
      .getByText(/32\/11\/2026.*date à écrire/u)
      .waitFor();
    await type(page, /^Dates/u, '17/11/2026');
    await save(page);
    await closed(page);
    await page.goto(`${stage.host.url}aujourdhui`);
    await page.getByText('Nadia Ferrand en formation aujourd’hui').waitFor();
    await expectAccessible(page);
  });

  test('un module validé sans jour est refusé ; son attestation se joint, un fichier qui n’en est pas un est refusé', async () => {
    const { page } = doctor;
    await page.goto(`${stage.host.url}formation`);
    const nadia = pane(page, 'Nadia Ferrand');
    await nadia.getByRole('row', { name: /Parcours de santé/u }).press('Enter');
    await type(page, /^Heures suivies/u, '36');
    await panel(page).getByRole('combobox', { name: 'État' }).press('Enter');
    await page.getByRole('option', { name: 'Validé' }).click();
    await save(page);
    await panel(page)
      .getByText(/Jour de la validation à saisir/u)
      .waitFor();
    await type(page, /^Validé le/u, '16/11/2026');
    await save(page);
    await closed(page);
    await nadia.getByText(/1\sh au-delà du plan\./u).waitFor();

    const row = nadia.getByRole('row', { name: /Parcours de santé/u });
    await row.getByRole('button', { name: 'Joindre' }).press('Enter');
    const file = (name: string, text: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) });
    await panel(page).locator('input[type=file]').setInputFiles(file('note.pdf', 'Bonjour'));
    await save(page);
    await panel(page)
      .getByText(/ni un PDF ni une image/u)
      .waitFor();
    await panel(page).locator('input[type=file]').setInputFiles(file('attestation-module-3.pdf', '%PDF-1.7 essai'));
    await expectAccessible(page);
    await save(page);
    await closed(page);
    await row.getByRole('button', { name: 'attestation-module-3.pdf' }).waitFor();
  });

  test('une date notifiée l’emporte ; celle de la règle reste à côté', async () => {
    const { page } = doctor;
    const nadia = pane(page, 'Nadia Ferrand');
    await nadia.getByRole('button', { name: /Autres gestes/u }).press('Enter');
    await page.getByRole('menuitem', { name: 'Saisir la date d’un courrier' }).press('Enter');
    const complete = panel(page).getByRole('region', { name: 'Obtenir au plus tard' });
    await complete.getByLabel(/^Échéance/u).fill('30/09/2027');
    await complete.getByLabel(/^Daté du/u).fill('02/10/2026');
    await complete.getByRole('radio', { name: 'Courrier de la CPAM' }).press('Space');
    await expectAccessible(page);
    await save(page);
    await closed(page);
    await expect
      .poll(() => lineOf(page, 'Nadia Ferrand'))
      .toContain('Échéance, Obtenir : 30/09/2027 · date du courrier.');
    expect(await lineOf(page, 'Nadia Ferrand')).toContain('Échéance, Obtenir : 04/03/2027 · autre lecture.');
  });

  test('dossier de VAE : les heures décident, la raison est dite', async () => {
    const { page } = doctor;
    await pane(page, 'Julien Thiry').getByRole('button', { name: 'VAE', exact: true }).press('Enter');
    await type(page, /^Heures en rapport/u, '1606');
    await save(page);
    await closed(page);
    const julien = pane(page, 'Julien Thiry');
    await julien.getByText('Demande non ouverte').waitFor();
    await julien.getByRole('button', { name: 'VAE', exact: true }).press('Enter');
    await type(page, /^Heures en rapport/u, '1607');
    await expectAccessible(page);
    await save(page);
    await closed(page);
    await julien.getByText('Demande ouverte').waitFor();
  });

  test('une infirmière et une secrétaire, la veille et le jour du 22 juin 2024 : FAE et CQP, chaque date de son texte', async () => {
    const { page } = doctor;
    const people = [
      [['Inès', 'Caron'], 'IDE', '2024-06-21', '21/06/2027 · date retenue'],
      [['Hugo', 'Perrin'], 'IDE', '2024-06-22', '22/06/2026 · dépassé · date retenue'],
      [['Lise', 'Aubert'], 'SECRETAIRE', '2024-06-21', '21/06/2027 · date retenue'],
      [['Marc', 'Vidal'], 'SECRETAIRE', '2024-06-22', '22/06/2026 · dépassé · date retenue'],
    ] as const;
    for (const [name, profile, startDay] of people) await hired(calls, { name: [...name], profile, startDay });
    for (const [name, profile, , followed] of people) {
      const own = pane(page, name.join(' '));
      await own.getByText(profile === 'IDE' ? 'FAE' : 'CQP', { exact: true }).waitFor();
      await own.getByText('Textes divergents', { exact: true }).waitFor();
      expect(await lineOf(page, name.join(' '))).toContain(`Échéance, Obtenir : ${followed}`);
    }
    await page.getByText(/Hugo Perrin\./u).waitFor();
    await page
      .getByText(/échéance dépassée de 148\sjours/u)
      .first()
      .waitFor();
  });
});
