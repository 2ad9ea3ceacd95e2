import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../build/chromium.mjs';

/** Without these, a browser on a closed network spends its time looking for its maker's servers. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];
const root = join(import.meta.dirname, '..', '..');

export interface Host {
  url: string;
  dataDir: string;
  process: ChildProcess;
  /** What the host wrote on stderr. */
  log(): string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the real headless host on a free port, or the one given, on its own data folder. */
export async function startHost(
  options: { dataDir?: string; port?: string; demo?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Host> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'prelude-parcours-'));
  const args = [join(root, 'electron', 'headless.ts'), '--data', dataDir, ...(options.demo === true ? ['--demo'] : [])];
  if (options.port !== undefined) args.push('--port', options.port);
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => void (log += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const ready = /Prélude : (http:\S+)/.exec(out);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
    void ended.then((code) => reject(new Error(`host ended with ${code}: ${log}`)));
  });
  return {
    url,
    dataDir,
    process: child,
    log: () => log,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** A browser profile of its own: one post of the practice. */
export async function openPost(
  browser: Browser,
  url: string,
  size = { width: 1366, height: 768 },
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: size, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
  const page = await context.newPage();
  await page.goto(url);
  return { context, page };
}

/** Where the browser is, and how it keeps quiet. */
export const browserOptions = () => ({ executablePath: findChromium() ?? '/usr/bin/chromium', args: quiet });

export const launchBrowser = (): Promise<Browser> => chromium.launch(browserOptions());

export const removeFolder = (path: string): void => rmSync(path, { recursive: true, force: true });
