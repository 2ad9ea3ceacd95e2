// `npm start`: the Electron window when this machine can open one, else the same application in the browser.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../electron/shell/cache-folder.ts';
import { runChild } from './launch/child.ts';
import { findElectron, windowObstacle, type ElectronAnswer } from './launch/electron-binary.ts';
import { readFlags, USAGE, type LaunchFlags } from './launch/flags.ts';
import { openBrowser } from './launch/open-browser.ts';

const root = join(import.meta.dirname, '..');

async function electronHere(): Promise<ElectronAnswer> {
  const obstacle = windowObstacle(process.platform, process.env, process.getuid?.());
  if (obstacle !== undefined) return { missing: obstacle };
  return findElectron({ root, cache: cacheFolder(), now: Date.now() });
}

/** Without --data each host takes its own default folder. */
function hostArguments(flags: LaunchFlags): string[] {
  const args = flags.data === undefined ? [] : ['--data', flags.data];
  if (flags.demo) args.push('--demo');
  return args;
}

/** The window needs its files compiled: Electron does not read TypeScript. */
async function openWindow(binary: string, flags: LaunchFlags): Promise<number> {
  const build = [join(root, 'build', 'setup.mjs'), 'electron'];
  const built = await runChild(process.execPath, build, { cwd: root });
  if (built !== 0) return built;
  return runChild(binary, [root, ...hostArguments(flags)], { cwd: root });
}

function serveBrowser(flags: LaunchFlags): Promise<number> {
  const environment = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'prelude-node') };
  const args = [join(root, 'electron', 'headless.ts'), ...hostArguments(flags)];
  if (flags.port !== undefined) args.push('--port', String(flags.port));
  let waiting = flags.open;
  let seen = '';
  const onOutput = (text: string) => {
    if (!waiting) return;
    seen += text;
    const address = /http:\/\/\S+\/(?=\s)/u.exec(seen)?.[0];
    if (address === undefined) return;
    waiting = false;
    void openBrowser(address).then((opened) => {
      if (!opened) console.log('Ouvrez cette adresse dans un navigateur de cette machine.');
    });
  };
  return runChild(process.execPath, args, { cwd: root, environment, onOutput });
}

async function main(): Promise<number> {
  const read = readFlags(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd());
  if ('help' in read) {
    console.log(USAGE);
    return 0;
  }
  if ('refusal' in read) {
    console.error(`${read.refusal}\n${USAGE}`);
    return 2;
  }
  if (!existsSync(join(root, 'dist', 'renderer', 'index.html'))) {
    console.error('L’interface n’est pas construite : lancez Prélude par « npm start ».');
    return 1;
  }
  if (read.flags.browser) return serveBrowser(read.flags);
  const electron = await electronHere();
  if ('binary' in electron) return openWindow(electron.binary, read.flags);
  console.log(`Electron ne peut pas ouvrir sa fenêtre (${electron.missing}) : Prélude s’ouvre dans le navigateur.`);
  return serveBrowser(read.flags);
}

process.exitCode = await main();
