import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, lockedOut } from '../support/journey.ts';
import { closeWindowStage, desk, office, openWindowStage } from './windows-stage.ts';
import { windowsOfTheAid } from './windows-of-the-aid.ts';
import { windowsOfTheDay } from './windows-of-the-day.ts';
import { windowsOfTheEmployer } from './windows-of-the-employer.ts';
import { windowsOfTheFiles } from './windows-of-the-files.ts';

// Everything that opens over a page or beside it, one after the other, on the demonstration: axe, light and dark.
const windows = { ...windowsOfTheAid, ...windowsOfTheDay, ...windowsOfTheEmployer, ...windowsOfTheFiles };

beforeAll(openWindowStage);
afterAll(closeWindowStage);

const opens = /<(?:ModalFrame|ConfirmDialog|ActionMenu|CommandPalette)\b|role="(?:menu|dialog)"|\bpanel=\{/u;

test('tout ce qui s’ouvre par-dessus une page, ou à côté, est éprouvé ici', () => {
  const root = join(import.meta.dirname, '..', '..', 'renderer');
  const found = globSync('{app,features}/**/*.tsx', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== 'app/frame/page-layout.tsx' && opens.test(readFileSync(join(root, path), 'utf8')));
  expect(found.sort()).toEqual(Object.keys(windows).sort());
});

describe.each(Object.entries(windows))('%s', (_file, ways) => {
  test.each(Object.entries(ways))('%s', async (_name, open) => {
    const over = (page: Page) => page.getByRole('dialog').or(page.getByRole('menu')).or(page.getByRole('listbox'));
    try {
      await expectAccessible(await open());
    } finally {
      for (const { page } of [desk, office]) {
        for (let press = 0; press < 3 && (await over(page).count()) > 0; press += 1) {
          await page.keyboard.press('Escape');
          await page.waitForTimeout(100);
        }
      }
    }
    expect(await over(desk.page).count(), 'Échap referme').toBe(0);
    expect(await over(office.page).count(), 'Échap referme').toBe(0);
  });
});

test('verrouillé, le déverrouillage', async () => {
  await desk.page.keyboard.press('Control+Shift+L');
  await lockedOut(desk.page);
  await desk.page.getByRole('radio', { name: /Julien/u }).click();
  await expectAccessible(desk.page);
});
