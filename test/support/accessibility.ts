import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeFinding {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** WCAG 2.2 AA and good practice, on the page as it stands. One line a finding, none when all is well. */
async function findings(page: Page): Promise<string[]> {
  // The content policy forbids a script tag: the source is evaluated instead.
  await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: AxeFinding[] }> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run({ runOnly: { type: 'tag', values: tags } })).violations;
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}) : ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/**
 * Refuses a page with any axe finding, light and dark.
 * @throws Error listing each finding with its theme and its place.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours fade for 100 ms: measured before, contrasts are those of neither theme.
    await page.waitForTimeout(250);
    found.push(...(await findings(page)).map((line) => `[${colorScheme}] ${line}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (found.length > 0)
    throw new Error(`${found.length} accessibility findings on ${new URL(page.url()).pathname}:\n${found.join('\n')}`);
}
