import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { firstRun } from '../support/journey.ts';

const root = join(import.meta.dirname, '..', '..');
const binary = electronBinary();
const main = join(root, 'dist', 'electron', 'electron', 'main.js');
const missing =
  binary === null
    ? 'le binaire d’Electron est absent de cette machine'
    : existsSync(main)
      ? null
      : 'l’hôte de bureau n’est pas construit (npm run build)';

/** Where Electron's own package says its binary is, when it has been fetched. */
function electronBinary(): string | null {
  const folder = join(root, 'node_modules', 'electron');
  const pointer = join(folder, 'path.txt');
  if (!existsSync(pointer)) return null;
  const path = join(folder, 'dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(path) ? path : null;
}

test.skipIf(missing !== null)(
  `la fenêtre de bureau crée le cabinet et le rouvre${missing === null ? '' : ` (non passé : ${missing})`}`,
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'prelude-fenetre-'));
    const app = await _electron.launch({
      executablePath: binary ?? '',
      args: [main, '--data', dataDir, '--no-sandbox'],
    });
    try {
      const page = await app.firstWindow();
      await firstRun(page);
      expect(await page.evaluate(() => 'require' in globalThis || 'process' in globalThis)).toBe(false);
      await page.keyboard.press('Control+Shift+L');
      await page.getByRole('radiogroup', { name: 'Qui êtes-vous' }).waitFor();
    } finally {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
);
