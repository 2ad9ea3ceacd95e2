// `npm run screens`: every screen × 1366 and 1920 × light and dark, in dist/screens. Fails on a page wider than its
// window, cut text or a primary action outside the window. `-- --readme` also writes the README's pictures;
// `-- --only NOM,NOM` takes only those whose name begins so.
import { chromium, type Browser, type Page } from 'playwright-core';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium } from './chromium.mjs';
import { listOfPeople } from './bench/import.ts';
import { faultsOf } from './screens/checks.ts';
import { employerIdsOf, employerShots } from './screens/employer-shots.ts';
import { assistantShots, doctorShots, idsOf, type Shot } from './screens/shots.ts';
import { damagedHost, demoHost, emptyHost, inside, openPage, signIn, type PhotoHost } from './screens/stage.ts';

const root = join(import.meta.dirname, '..');
const target = join(root, 'dist', 'screens');
const pictures = join(root, 'docs', 'pictures');
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const themes = [
  ['clair', 'light'],
  ['sombre', 'dark'],
] as const;
/** Pictures of the README, at 1366. */
const shownInReadme = new Set([
  'aujourdhui',
  'preparation',
  'mes-patients-preparation',
  'nouveau-doublons',
  'formation',
  'aide',
]);

const { values: flags } = parseArgs({
  options: { readme: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const prefixes = flags.only?.split(',');
const wanted = (name: string): boolean => prefixes?.some((prefix) => name.startsWith(prefix)) ?? true;
const faults: string[] = [];
let taken = 0;

async function photograph(page: Page, name: string, size: (typeof sizes)[number]): Promise<void> {
  if (!wanted(name)) return;
  for (const [word, colorScheme] of themes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Colours fade for 100 ms, and data may still be arriving.
    await page.waitForTimeout(250);
    await page.screenshot({ path: join(target, `${name}-${size.width}-${word}.png`), animations: 'disabled' });
    taken += 1;
    if (flags.readme && size.width === 1366 && colorScheme === 'light' && shownInReadme.has(name)) {
      await page.screenshot({ path: join(pictures, `${name}.jpg`), type: 'jpeg', quality: 72, animations: 'disabled' });
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  for (const fault of await faultsOf(page)) faults.push(`${name} (${size.width}) : ${fault}`);
}

/** A screen that cannot be reached is a fault too, and the others are still photographed. */
async function walk(page: Page, shots: readonly Shot[], size: (typeof sizes)[number]): Promise<void> {
  page.setDefaultTimeout(10_000);
  // Each shot starts from the one before: with --only, the walk ends at the last one asked.
  const last = shots.findLastIndex(({ name }) => wanted(name));
  for (const { name, open } of shots.slice(0, last + 1)) {
    try {
      await open(page);
      await photograph(page, name, size);
    } catch (error) {
      await page.screenshot({ path: join(target, `${name}-${size.width}-echec.png`) });
      faults.push(
        `${name} (${size.width}) : ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'écran non atteint'}`,
      );
    }
  }
}

async function firstRun(browser: Browser, size: (typeof sizes)[number]): Promise<void> {
  const host = await emptyHost();
  const { context, page } = await openPage(browser, size);
  const type = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  await walk(
    page,
    [
      {
        name: 'premiers-pas-1-cabinet',
        open: async () => {
          await page.goto(host.url);
          await page.getByRole('heading', { name: 'Créer le cabinet' }).waitFor();
        },
      },
      {
        name: 'premiers-pas-2-medecins',
        open: async () => {
          await type('Nom du cabinet', 'Cabinet des Tilleuls');
          await page.keyboard.press('Enter');
          await type('Prénom du médecin 1', 'Claire');
          await type('Nom du médecin 1', 'Lemoine');
        },
      },
      {
        name: 'premiers-pas-3-acces',
        open: async () => {
          await page.keyboard.press('Enter');
          await page.getByRole('radio', { name: 'Médecin', exact: true }).press('Space');
          await page.getByLabel('Phrase de passe', { exact: true }).fill('Tilleul-42 sous la pluie');
          await type('La même phrase', 'Tilleul-42 sous la pluie');
        },
      },
      {
        name: 'premiers-pas-4-cle',
        open: async () => {
          await page.keyboard.press('Enter');
          await page.getByRole('list', { name: /Clé de secours/u }).waitFor();
        },
      },
    ],
    size,
  );
  await context.close();
  await host.close();
}

async function rescue(browser: Browser, demo: PhotoHost, size: (typeof sizes)[number]): Promise<void> {
  const host = await damagedHost(demo);
  const { context, page } = await openPage(browser, size);
  await walk(
    page,
    [
      {
        name: 'secours',
        open: async () => {
          await page.goto(host.url);
          await signIn(page, 'Nadia Ferrand');
          await page.getByText(/abîmé/u).first().waitFor();
        },
      },
    ],
    size,
  );
  await context.close();
  await host.close();
}

const built = spawnSync(process.execPath, [join(root, 'build', 'setup.mjs'), 'renderer'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
if (flags.only === undefined) rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
if (flags.readme) mkdirSync(pictures, { recursive: true });
const csv = join(tmpdir(), `prelude-liste-${process.pid}.csv`);
writeFileSync(csv, listOfPeople(300));
const browser = await chromium.launch({
  executablePath: findChromium() ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
});
try {
  for (const size of sizes) {
    // A host of its own per size: an import or a draft of the first walk would show in the second.
    const demo = await demoHost();
    const desk = await openPage(browser, size);
    await desk.page.goto(demo.url);
    await walk(
      desk.page,
      [
        {
          name: 'deverrouillage',
          open: (page) => page.getByRole('radiogroup', { name: 'Qui êtes-vous' }).waitFor(),
        },
      ],
      size,
    );
    await signIn(desk.page, 'Nadia Ferrand');
    await inside(desk.page);
    const ids = await idsOf(demo);
    await walk(desk.page, assistantShots(demo.url, ids, csv), size);
    const office = await openPage(browser, size);
    await office.page.goto(demo.url);
    await signIn(office.page, 'Claire Lemoine');
    await inside(office.page);
    await walk(office.page, doctorShots(demo.url, ids), size);
    await walk(office.page, employerShots(demo.url, await employerIdsOf(demo)), size);
    await desk.context.close();
    await office.context.close();
    if (wanted('secours')) await rescue(browser, demo, size);
    await demo.close();
    if (prefixes?.some((one) => one.startsWith('premiers-pas')) ?? true) await firstRun(browser, size);
  }
} finally {
  await browser.close();
  rmSync(csv, { force: true });
}
console.log(`${taken} images dans dist/screens${flags.readme ? ', celles du README dans docs/pictures' : ''}.`);
if (faults.length > 0) console.log(`\n${faults.length} défaut(s) :\n${[...new Set(faults)].join('\n')}`);
process.exit(faults.length > 0 ? 1 : 0);
