import type { BrowserContext, Page } from 'playwright-core';
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
  type Calls,
  type Stage,
} from '../support/journey.ts';

type Post = { context: BrowserContext; page: Page };
let stage: Stage;
let doctor: Post;
let assistant: Post;
let assistantCalls: { calls: Calls; close(): void };
let visitId = '';
let patientId = '';

const group = ({ page }: Post, name: string) => page.getByRole('region', { name, exact: true });
const inGroup = (name: string, who: string) =>
  group(doctor, name).locator('[data-visit]').filter({ hasText: who }).waitFor();
const view = () => assistantCalls.calls.preparation.get({ visitId, patientId });

beforeAll(async () => {
  stage = await openStage();
  doctor = await stage.post();
  await firstRun(doctor.page);
  const { code } = await invite(doctor, stage.host.url, {
    givenName: 'Nadia',
    familyName: 'Ferrand',
    role: 'assistant',
  });
  assistant = await stage.post();
  await redeem(assistant.page, 'Nadia Ferrand', code, phrases.ferrand);
  assistantCalls = await callsOf(assistant.context, stage.host.url);
  const { calls } = assistantCalls;
  const practice = await calls.practice.get({});
  const [lemoine, benali] = practice.doctors;
  const arrives = async (birthName: string, firstGivenName: string, doctorId: string) => {
    const { id } = await calls.patients.create({
      ...once(),
      fields: { birthName, firstGivenName, sex: 'F', birthDay: '02/02/1953', birthPlaceCode: '54099' },
      document: null,
      notSame: [],
      draftId: null,
    });
    const visit = await calls.visits.walkIn({
      ...once(),
      patientId: id,
      doctorId,
      reasonId: practice.reasons[0]?.id ?? null,
    });
    return { patientId: id, visitId: visit.id };
  };
  ({ visitId, patientId } = await arrives('GIRARD', 'Odile', lemoine?.id ?? ''));
  await arrives('ROSSI', 'Paola', benali?.id ?? '');
  const record = (codeOf: 'PA' | 'FC' | 'SPO2', reading: number, raw: string) =>
    calls.preparation.record({
      ...once(),
      visitId,
      code: codeOf,
      reading,
      base: null,
      raw,
      context: codeOf === 'PA' ? { arm: 'left' } : {},
    });
  for (const [index, raw] of ['172/96', '168/94', '168/94'].entries()) await record('PA', index + 1, raw);
  await record('FC', 1, '78');
  await calls.preparation.saveMessage({ ...once(), visitId, base: null, value: 'Céphalées depuis samedi.' });
  await calls.preparation.ready({ ...once(), visitId });
  await doctor.page.goto(new URL('/mes-patients', stage.host.url).href);
  await inGroup('Prêts', 'GIRARD');
});
afterAll(async () => {
  assistantCalls.close();
  await stage.close();
});

test('sa liste d’abord, celle du cabinet d’une touche', async () => {
  const { page } = doctor;
  expect(await page.locator('[data-visit]').filter({ hasText: 'ROSSI' }).count()).toBe(0);
  await page.keyboard.press('V');
  await inGroup('Salle d’attente', 'ROSSI');
  await page.keyboard.press('V');
  await expect.poll(() => page.locator('[data-visit]').filter({ hasText: 'ROSSI' }).count()).toBe(0);
});

test('le médecin ouvre la préparation : ce qui dépasse un seuil d’abord, les mots de l’assistante cités', async () => {
  const { page } = doctor;
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('GIRARD');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Préparation' });
  await panel.getByText(/TA 168\/94.*au-dessus du seuil/u).waitFor();
  await panel.getByText('«\u00a0Céphalées depuis samedi.\u00a0»').waitFor();
  await panel.getByText(/^Nadia Ferrand · \d\d:\d\d$/u).waitFor();
  expect(await panel.getByText(/hypertension|\bhaut\b|\bnormal/iu).count()).toBe(0);
  await expectAccessible(page);
});

test('il valide d’une touche, et ce qui est écrit ensuite redemande à être lu', async () => {
  const { page } = doctor;
  await page.keyboard.press('L');
  await page.getByText(/Lu par Claire Lemoine à/u).waitFor();
  expect((await view()).read).toMatchObject({ by: 'Claire Lemoine', stale: false });
  await assistantCalls.calls.preparation.saveMessage({
    ...once(),
    visitId,
    base: 'Céphalées depuis samedi.',
    value: 'Céphalées depuis samedi. Chevilles gonflées.',
  });
  await page.getByText('Chevilles gonflées', { exact: false }).waitFor();
  await page.getByText(/modifié depuis/u).waitFor();
});

test('le résumé se copie, en texte, pour son propre logiciel', async () => {
  const { page, context } = doctor;
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(stage.host.url).origin });
  await page.keyboard.press('Control+Shift+C');
  await page.getByText('Résumé copié.').waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('GIRARD');
  expect(copied).toMatch(/Tension\s: .*168\/94/u);
  expect(copied).toContain('Chevilles gonflées');
});

test('commencer marque comme lu ; terminer laisse ce qui reste à finaliser, puis le départ', async () => {
  const { page } = doctor;
  await page.keyboard.press('Control+Enter');
  await inGroup('En consultation', 'GIRARD');
  await expect.poll(async () => (await view()).read?.stale).toBe(false);
  await page.getByLabel('Ajouter à finaliser').fill('Courrier au cardiologue');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Courrier au cardiologue' }).waitFor();
  await page.keyboard.press('Control+Enter');
  await inGroup('À finaliser', 'GIRARD');
  const item = page.getByRole('checkbox', { name: 'Courrier au cardiologue' });
  await item.click();
  await item.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await view()).visit.stage).toBe('left');
  await expect.poll(() => page.locator('[data-visit]').filter({ hasText: 'GIRARD' }).count()).toBe(0);
});
