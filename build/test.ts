// `npm test`: builds the interface, runs every test, and closes with one line, `N passed, N failed`.
// Arguments are handed to vitest, so `npm test -- test/rules` runs a part.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { closingLine, countResults, sumCounts, type TestCounts } from './test-counts.ts';

const root = join(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'prelude-essais-'));

function run(args: readonly string[]): number {
  const chromium = findChromium();
  const environment = chromium === undefined ? process.env : { ...process.env, PRELUDE_CHROMIUM: chromium };
  const result = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: environment });
  return result.status ?? 1;
}

/** Fast then slow: the slow ones measure time and start hosts, and must not share the machine. */
function runProject(project: 'fast' | 'slow'): TestCounts {
  const report = join(reports, `${project}.json`);
  const status = run([
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    ...['run', '--project', project, '--passWithNoTests'],
    ...['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    ...process.argv.slice(2),
  ]);
  return countResults(readReport(report), status);
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function main(): TestCounts {
  if (run([join(root, 'build', 'setup.mjs'), 'renderer']) !== 0) return { passed: 0, failed: 1, skipped: 0 };
  return sumCounts([runProject('fast'), runProject('slow')]);
}

const counts = main();
rmSync(reports, { recursive: true, force: true });
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
process.stdout.write(`${closingLine(counts)}\n`);
