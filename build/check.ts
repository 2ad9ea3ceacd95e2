// `npm run check`: types, lint, layout, import walls, unused exports and fast tests (among them the file-size
// ceiling). Two at a time, as the machines that run it have two cores; everything runs, then what failed is shown.
// Names, or beginnings of names, run a part: `npm run check -- types eslint`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

interface Step {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

interface Outcome {
  readonly step: Step;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

const root = join(import.meta.dirname, '..');
const CACHE = 'node_modules/.cache';

const types = (folder: string): Step => ({
  name: `types ${folder}`,
  script: 'typescript/bin/tsc',
  args: ['-p', folder, '--incremental', '--tsBuildInfoFile', `${CACHE}/tsc/${folder.replaceAll('/', '-')}.json`],
});

// Longest first, so that the two lanes end together.
const STEPS: readonly Step[] = [
  { name: 'essais rapides', script: 'vitest/vitest.mjs', args: ['run', '--project', 'fast', '--reporter=dot'] },
  {
    name: 'eslint',
    script: 'eslint/bin/eslint.js',
    args: ['.', '--max-warnings=0', '--cache', '--cache-strategy=content', '--cache-location', `${CACHE}/eslint/`],
  },
  types('renderer'),
  types('electron'),
  types('test'),
  types('shared'),
  {
    name: 'murs d’import',
    script: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    args: ['--config', '.dependency-cruiser.cjs', 'shared', 'electron', 'renderer', 'build', 'test'],
  },
  { name: 'exports inutiles', script: 'knip/bin/knip.js', args: ['--no-progress', '--no-config-hints'] },
  {
    name: 'mise en forme',
    script: 'prettier/bin/prettier.cjs',
    args: ['--check', '.', '--log-level=warn', '--cache', '--cache-location', `${CACHE}/prettier.json`],
  },
];

function runStep(step: Step): Promise<Outcome> {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', step.script), ...step.args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (text: Buffer) => (output += text.toString('utf8'));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('close', (code) => {
      resolve({ step, passed: code === 0, seconds: (performance.now() - start) / 1000, output });
    });
  });
}

async function lane(queue: Step[], outcomes: Outcome[]): Promise<void> {
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    const outcome = await runStep(step);
    outcomes.push(outcome);
    console.log(`${outcome.passed ? 'ok    ' : 'ÉCHEC '} ${step.name} (${outcome.seconds.toFixed(1)} s)`);
  }
}

const start = performance.now();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name.startsWith(name)));
if (unknown.length > 0) {
  console.error(`Contrôle inconnu : ${unknown.join(', ')}. Contrôles : ${STEPS.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}
const queue = STEPS.filter((step) => asked.length === 0 || asked.some((name) => step.name.startsWith(name)));
const outcomes: Outcome[] = [];
await Promise.all([lane(queue, outcomes), lane(queue, outcomes)]);

const failed = outcomes.filter((outcome) => !outcome.passed);
for (const { step, output } of failed) console.log(`\n=== ${step.name}\n${output.trim()}`);
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  failed.length === 0
    ? `\nTout est bon (${seconds} s).`
    : `\n${failed.length} contrôle(s) en échec en ${seconds} s : ${failed.map(({ step }) => step.name).join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
