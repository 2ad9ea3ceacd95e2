// The hosts the pictures are taken from: the demonstration at a fixed hour, an empty folder, a damaged base.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { copyFileSync, mkdirSync, mkdtempSync, openSync, closeSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore, type Core } from '../../electron/core/create-core.ts';
import { demoPhrase, prepareDemo } from '../../electron/features/demo/index.ts';
import { fixedClock } from '../../electron/platform/clock.ts';
import { createLog } from '../../electron/platform/log.ts';
import { serveHttp, type HttpHost } from '../../electron/transport/http.ts';

const root = join(import.meta.dirname, '..', '..');
/** Tuesday 17 November 2026, 10:24 in Paris, as in the drawings. */
const instant = '2026-11-17T09:24:00Z';

export interface PhotoHost {
  core: Core;
  url: string;
  close(): Promise<void>;
}

async function openHost(dataDir: string, demo: boolean): Promise<PhotoHost> {
  const core = createCore({
    dataDir,
    version: '0.1.0',
    demo,
    clock: fixedClock(instant),
    log: createLog({ silent: true }),
  });
  const host: HttpHost = await serveHttp(core, {
    port: 0,
    rendererDir: join(root, 'dist', 'renderer'),
    postLabel: 'Poste de ce cabinet',
  });
  return {
    core,
    url: `http://127.0.0.1:${host.port}`,
    close: async () => {
      await host.close();
      await core.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const fresh = () => mkdtempSync(join(tmpdir(), 'prelude-images-'));

export async function demoHost(): Promise<PhotoHost> {
  const dataDir = fresh();
  await prepareDemo({ dataDir, clock: fixedClock(instant) });
  return openHost(dataDir, true);
}

export const emptyHost = (): Promise<PhotoHost> => openHost(fresh(), false);

/** The demonstration with a page of its base overwritten: the rescue screen shows once the phrase opens the vault. */
export async function damagedHost(demo: PhotoHost): Promise<PhotoHost> {
  const dataDir = fresh();
  mkdirSync(dataDir, { recursive: true });
  for (const name of ['cabinet.db', 'coffre.json', 'tete.json'])
    copyFileSync(join(demo.core.practice.dataDir, name), join(dataDir, name));
  const file = openSync(join(dataDir, 'cabinet.db'), 'r+');
  writeSync(file, Buffer.alloc(4096, 7), 0, 4096, 0);
  closeSync(file);
  return openHost(dataDir, true);
}

export async function openPage(
  browser: Browser,
  size: { width: number; height: number },
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  });
  return { context, page: await context.newPage() };
}

/** Chooses a tile and types the phrase printed in the README. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Qui êtes-vous' }).waitFor();
  await page.getByRole('radio', { name: new RegExp(name, 'u') }).click();
  const field = page.getByLabel(/^Phrase de passe/u);
  await field.fill(demoPhrase);
  await field.press('Enter');
}

/** Waits for the frame of a session. */
export const inside = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: 'Navigation principale' }).waitFor();
