import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALLOWED, OFFENCES, TARGETS } from './offences.ts';
import { ROOT, SOURCE_FOLDERS } from './source-files.ts';

const rules = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration;

async function violations(
  baseDir: string,
  folders: readonly string[],
): Promise<{ rule: string; from: string; to: string }[]> {
  const { enhancedResolveOptions, ...options } = rules.options ?? {};
  const settings: ICruiseOptions = {
    ...options,
    ruleSet: { forbidden: rules.forbidden ?? [] },
    validate: true,
    baseDir,
  };
  const { output } = await cruise([...folders], settings, enhancedResolveOptions);
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

describe('les murs d’import', () => {
  let folder = '';
  let found: Awaited<ReturnType<typeof violations>> = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'prelude-murs-'));
    const write = (path: string, text: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    for (const path of TARGETS) write(path, 'export const here = true;\n');
    for (const { file, imports } of [...OFFENCES, ...ALLOWED])
      write(file, `import '${imports}';\nexport const here = true;\n`);
    write('electron/core/i.ts', "import './h.ts';\n");
    found = await violations(folder, ['shared', 'electron', 'renderer']);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(OFFENCES)('$rule arrête $file', ({ rule, file }) => {
    expect(found.filter(({ from }) => from === file).map((violation) => violation.rule)).toContain(rule);
  });

  test.each(ALLOWED)('$file peut importer $imports', ({ file }) => {
    expect(found.filter(({ from }) => from === file)).toEqual([]);
  });

  test('chaque mur a son infraction d’essai', () => {
    const tried = new Set(OFFENCES.map(({ rule }) => rule));
    const named = (rules.forbidden ?? []).map(({ name }) => name ?? '');
    expect(named.filter((name) => !tried.has(name))).toEqual([]);
  });

  test('le projet n’en franchit aucun', async () => {
    expect(await violations(ROOT, SOURCE_FOLDERS)).toEqual([]);
  });
});
