import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { createCore, type Core } from '#electron/core/create-core.ts';
import { createLog } from '#electron/platform/log.ts';
import { serveHttp, type HttpHost } from '#electron/transport/http.ts';
import { launchBrowser, openPost } from '../support/browser.ts';
import { expectAccessible, readRecoveryKey, signedIn, typeGroupsBack } from '../support/journey.ts';
import { readPdf } from '../support/pdf.ts';
import { tempDir, testScrypt } from '../support/practice.ts';
import { inventedStick } from '../support/removable.ts';

// The host is in this process, so that a stick can be plugged in and pulled out.
const stick = inventedStick();
const dataDir = tempDir();
let core: Core;
let host: HttpHost;
let browser: Browser;
beforeAll(async () => {
  stick.plugged = false;
  const log = createLog({ silent: true });
  core = createCore({ dataDir, version: 'essai', log, scrypt: testScrypt, disks: stick.disks });
  const rendererDir = join(import.meta.dirname, '..', '..', 'dist', 'renderer');
  host = await serveHttp(core, { port: 0, rendererDir, postLabel: 'Poste d’essai' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await host.close();
  await core.close();
  rmSync(dataDir, { recursive: true, force: true });
  stick.remove();
});

const textOf = async (fileName: string) =>
  (await readPdf(readFileSync(join(stick.folder, fileName)))).text.replaceAll(/\s+/gu, ' ');

test('la clé de secours s’enregistre sur une clé USB, à la première installation puis depuis les réglages', async () => {
  const { page, context } = await openPost(browser, `http://127.0.0.1:${host.port}/`);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByLabel('Nom du cabinet').fill('Cabinet des Tilleuls');
  await page.keyboard.press('Enter');
  await page.getByLabel('Prénom du médecin 1').fill('Claire');
  await page.getByLabel('Nom du médecin 1', { exact: true }).fill('Lemoine');
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Médecin' }).press('Space');
  await page.getByLabel('Phrase de passe', { exact: true }).fill('Tilleul-42 sous la pluie');
  await page.getByLabel('La même phrase').fill('Tilleul-42 sous la pluie');
  await page.keyboard.press('Enter');
  const groups = await readRecoveryKey(page);

  // Nothing plugged in: a sentence, and no other folder to choose.
  await page.getByRole('button', { name: 'Enregistrer sur une clé USB' }).press('Enter');
  await page.getByText('Aucun disque amovible sur l’ordinateur qui garde les données.').waitFor();
  expect(await page.getByRole('list', { name: 'Disques amovibles' }).count()).toBe(0);
  await expectAccessible(page);

  stick.plugged = true;
  await page.getByRole('button', { name: 'Chercher de nouveau' }).press('Enter');
  const save = page.getByRole('button', { name: 'Enregistrer sur CLE BLEUE' });
  await save.waitFor();
  await expectAccessible(page);

  // Pulled out at the last moment: said, nothing written.
  stick.plugged = false;
  await save.press('Enter');
  await page.getByRole('alert').getByText('Ce disque n’est plus branché.').waitFor();
  expect(readdirSync(stick.folder)).toEqual([]);

  stick.plugged = true;
  await save.press('Enter');
  await page.getByText('Enregistrée sur CLE BLEUE').waitFor();
  await expectAccessible(page);
  const [first = ''] = readdirSync(stick.folder);
  expect(await page.getByText(first).count()).toBe(1);
  const text = await textOf(first);
  for (const group of groups) expect(text).toContain(group);
  expect(text + first).not.toMatch(/Tilleuls|Lemoine/u);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('');
  expect(readdirSync(dataDir).filter((name) => name.endsWith('.pdf'))).toEqual([]);

  await typeGroupsBack(page, groups);
  await page.getByRole('checkbox', { name: /La clé est rangée/u }).press('Space');
  await page.keyboard.press('Enter');
  await signedIn(page);

  await page.goto(`http://127.0.0.1:${host.port}/reglages/utilisateurs`);
  await page.getByRole('button', { name: 'Remplacer la clé…' }).press('Enter');
  const renewed = await readRecoveryKey(page);
  await page.getByRole('button', { name: 'Enregistrer sur une clé USB' }).press('Enter');
  await save.waitFor();
  await expectAccessible(page);
  await save.press('Enter');
  await page.getByText('Enregistrée sur CLE BLEUE').waitFor();
  const second = readdirSync(stick.folder).find((name) => name !== first) ?? '';
  const renewedText = await textOf(second);
  for (const group of renewed) expect(renewedText).toContain(group);
  expect(renewedText).toContain(core.practice.vault.file?.vaultId ?? 'aucun coffre');
  await context.close();
});
