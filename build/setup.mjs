// Set-up of the two commands. Runs on whatever Node (20 or later) the machine has, with nothing installed:
// no dependency, no TypeScript. Each step looks first and does nothing when there is nothing to do.
//
//   node build/setup.mjs start      dependencies, pinned Node, renderer
//   node build/setup.mjs test       dependencies, pinned Node, Chromium
//   node build/setup.mjs check      dependencies, pinned Node
//   node build/setup.mjs renderer   renderer only (dist/renderer)
//   node build/setup.mjs electron   Electron's side only (dist/electron)
//   node build/setup.mjs build      everything but Chromium
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { findChromium } from './chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

class SetupError extends Error {}

const say = (sentence) => console.log(sentence);
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
}

/** The end of what a tool said, without its stack. */
function lastLines(result) {
  const text = `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? result.error.message : ''}`;
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /u.test(line));
  return lines.slice(-20).join('\n');
}

/** npm as it was called; the machine's Node, not the pinned one, which `npm ci` is about to replace. */
function npm(args) {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/u.test(script)) {
    return run(process.env.npm_node_execpath ?? process.execPath, [script, ...args]);
  }
  return run('npm', args, { shell: process.platform === 'win32' });
}

/** npm writes `node_modules/.package-lock.json` last: an interrupted installation has none, or an old one. */
function dependenciesMatch() {
  const written = join(modules, '.package-lock.json');
  if (!existsSync(written)) return false;
  const installed = readJson(written).packages;
  return Object.entries(readJson(join(root, 'package-lock.json')).packages).every(([path, wanted]) => {
    if (path === '' || wanted.link) return true;
    const found = installed[path];
    if (!found) return wanted.optional === true || wanted.peer === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function ensureDependencies() {
  if (dependenciesMatch()) return;
  say('Installation des dépendances (une à deux minutes la première fois)…');
  const result = npm(['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error']);
  if (result.status !== 0) {
    throw new SetupError(
      `Les dépendances n’ont pas pu être installées : vérifiez l’accès à npm.\n${lastLines(result)}`,
    );
  }
  say('Dépendances installées.');
}

const pinnedNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function pinnedNodeAnswers(version) {
  if (!existsSync(pinnedNode)) return false;
  if (process.version === `v${version}`) return true;
  return run(pinnedNode, ['--version']).stdout?.trim() === `v${version}`;
}

/** The `node` package fetches its binary in an install script, which some npm settings forbid: then run it here. */
function ensurePinnedNode() {
  const version = readJson(join(root, 'package.json')).devDependencies.node;
  if (pinnedNodeAnswers(version)) return;
  say(`Mise en place de Node ${version}…`);
  const result = run(process.env.npm_node_execpath ?? process.execPath, ['installArchSpecificPackage.js'], {
    cwd: join(modules, 'node'),
  });
  if (!pinnedNodeAnswers(version)) {
    throw new SetupError(`Node ${version} n’a pas pu être mis en place pour cette machine.\n${lastLines(result)}`);
  }
}

/** One digest of everything a bundle is built from: names and contents. */
function sourcesDigest(folders, files) {
  const digest = createHash('sha256');
  const add = (path) => {
    digest
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  };
  for (const folder of folders) {
    if (!existsSync(join(root, folder))) continue;
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
      .sort()
      .forEach(add);
  }
  ['package-lock.json', ...files].forEach(add);
  return digest.digest('hex');
}

/** Built aside then swapped in, so that a host already serving the former files never sees half of them. */
function ensureBundle({ name, label, folders, config, modes, proof }) {
  const target = join(root, 'dist', name);
  const stamp = join(root, 'dist', `.${name}-sources`);
  const sources = sourcesDigest(folders, [config]);
  if (existsSync(join(target, proof)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  say(`Construction ${label}…`);
  const fresh = join(root, 'dist', `.${name}-${process.pid}`);
  const vite = join(modules, 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  for (const mode of modes) {
    const args = ['build', '--config', config, '--configLoader', 'native', '--logLevel', 'warn', '--mode', mode];
    const result = run(pinnedNode, [vite, ...args, '--outDir', fresh], {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    if (result.status === 0) continue;
    rmSync(fresh, { recursive: true, force: true });
    throw new SetupError(`La construction ${label} a échoué.\n${lastLines(result)}`);
  }
  rmSync(stamp, { force: true });
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
  writeFileSync(stamp, sources);
  say(`Construction ${label} terminée.`);
}

const ensureRenderer = () =>
  ensureBundle({
    name: 'renderer',
    label: 'de l’interface',
    folders: ['renderer', 'shared'],
    config: 'build/vite.renderer.ts',
    modes: ['production'],
    proof: 'index.html',
  });

const ensureElectron = () =>
  ensureBundle({
    name: 'electron',
    label: 'de la fenêtre',
    folders: ['electron', 'shared'],
    config: 'build/vite.electron.ts',
    modes: ['main', 'preload'],
    proof: join('electron', 'main.js'),
  });

function aptInstallsChromium() {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env: environment });
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env: environment });
}

function ensureChromium() {
  if (findChromium()) return;
  if (process.env.PRELUDE_CHROMIUM) {
    throw new SetupError(
      `PRELUDE_CHROMIUM désigne ${process.env.PRELUDE_CHROMIUM}, qui n’est pas un programme exécutable.`,
    );
  }
  const advice =
    'Les essais demandent un navigateur Chromium : installez-le (Debian : apt-get install chromium) ou indiquez le sien par PRELUDE_CHROMIUM.';
  if (process.getuid?.() !== 0 || run('apt-get', ['--version']).status !== 0) throw new SetupError(advice);
  say('Installation de Chromium par apt…');
  const result = aptInstallsChromium();
  if (!findChromium()) throw new SetupError(`${advice}\n${lastLines(result)}`);
  say('Chromium installé.');
}

const STEPS = {
  start: [ensureDependencies, ensurePinnedNode, ensureRenderer],
  test: [ensureDependencies, ensurePinnedNode, ensureChromium],
  check: [ensureDependencies, ensurePinnedNode],
  renderer: [ensureRenderer],
  electron: [ensureElectron],
  build: [ensureDependencies, ensurePinnedNode, ensureRenderer, ensureElectron],
};

function main(goal) {
  const steps = STEPS[goal];
  if (!steps) throw new SetupError(`Usage : node build/setup.mjs ${Object.keys(STEPS).join('|')}`);
  for (const step of steps) step();
}

try {
  main(process.argv[2]);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
