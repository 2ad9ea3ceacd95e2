import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserOptions, removeFolder, startHost, type Host } from '../support/browser.ts';
import { callsOf, firstRun, once } from '../support/journey.ts';

const canary = 'ZWINGELSTEIN';
const profile = mkdtempSync(join(tmpdir(), 'prelude-profil-'));
let host: Host;

beforeAll(async () => {
  host = await startHost({ env: { PRELUDE_NOW: '2026-11-17T09:00:00Z' } });
});
afterAll(async () => {
  await host.stop();
  removeFolder(host.dataDir);
  rmSync(profile, { recursive: true, force: true });
});

/** Files under this folder that hold the text, as UTF-8 or as the UTF-16 browsers like. */
function filesWith(folder: string, text: string): string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(text.toLowerCase(), 'utf8')];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .filter((path) => {
      const content = readFileSync(path);
      return forms.some((form) => content.includes(form));
    });
}

test('après avoir cherché, créé et ouvert un dossier, le profil du navigateur ne garde aucun nom', async () => {
  const context = await chromium.launchPersistentContext(profile, {
    ...browserOptions(),
    viewport: { width: 1366, height: 768 },
    locale: 'fr-FR',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(host.url);
  await firstRun(page);
  const { calls, close } = await callsOf(context, host.url);
  const fields = {
    birthName: canary,
    firstGivenName: 'Odile',
    sex: 'F',
    birthDay: '02/02/1953',
    birthPlaceCode: '54099',
  };
  const { id } = await calls.patients.create({ ...once(), fields, document: null, notSame: [], draftId: null });
  close();
  await page.goto(new URL('/patients', host.url).href);
  await page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /Patient/u }).fill(canary.toLowerCase());
  await page
    .getByRole('option', { name: new RegExp(canary, 'u') })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(id, 'u'));
  await page.getByText(canary).first().waitFor();
  // The control: a name that does reach the profile is found, so that an empty answer means something.
  await page.evaluate(() => localStorage.setItem('temoin', 'QUARTZBERGER'));
  await context.close();
  expect(filesWith(profile, canary)).toEqual([]);
  expect(filesWith(profile, 'QUARTZBERGER')).not.toEqual([]);
});

test('le dossier des données et le journal technique ne montrent pas ce nom non plus', () => {
  expect(filesWith(host.dataDir, canary)).toEqual([]);
  expect(host.log()).not.toContain(canary);
});
