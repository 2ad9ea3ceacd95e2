// The application as it is started: from the command to the unlock screen, from the phrase to the board, and its memory.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../chromium.mjs';
import { benchPhrase } from '../seed/large-practice.ts';
import { spreadOf, type Line } from './figures.ts';
import { ownCopy } from './seat.ts';

const root = join(import.meta.dirname, '..', '..');
const idleSeconds = 8;
const runs = 3;

/** `npm start` as a person types it, without its window; resolves on the ready line. */
async function startApplication(dataDir: string): Promise<{ url: string; child: ChildProcess; ended: Promise<void> }> {
  const child = spawn('npm', ['start', '--silent', '--', '--browser', '--no-open', '--data', dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (text: Buffer) => {
      out += text.toString();
      const ready = /Prélude : (http:\S+)/.exec(out)?.[1];
      if (ready !== undefined) resolve(ready);
    });
    void ended.then(() => reject(new Error('npm start ended before being ready')));
  });
  return { url, child, ended };
}

/** The process that serves: the last descendant of npm. */
function hostOf(pid: number): number {
  for (let current = pid; ;) {
    const children = readFileSync(`/proc/${current}/task/${current}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean);
    const [next] = children;
    if (next === undefined) return current;
    current = Number(next);
  }
}

const residentMegabytes = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024;

async function unlock(page: Page): Promise<number> {
  await page.getByRole('radio', { name: /Nadia Ferrand/u }).click();
  const field = page.getByLabel(/Phrase de passe/u);
  await field.fill(benchPhrase);
  const start = performance.now();
  await field.press('Enter');
  // A card of the board is a patient's name on screen.
  await page.locator('main').getByRole('listitem').first().waitFor();
  return performance.now() - start;
}

export async function measureHost(practice: string): Promise<Line[]> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
  const [starts, boards]: [number[], number[]] = [[], []];
  let memory = NaN;
  try {
    for (let run = 0; run < runs; run += 1) {
      const folder = ownCopy(practice);
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: 'fr-FR',
        timezoneId: 'Europe/Paris',
      });
      const page = await context.newPage();
      const start = performance.now();
      const { url, child, ended } = await startApplication(folder);
      await page.goto(url);
      await page.getByRole('radiogroup', { name: 'Qui êtes-vous' }).waitFor();
      starts.push(performance.now() - start);
      boards.push(await unlock(page));
      if (run === runs - 1) {
        await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000));
        memory = process.platform === 'linux' ? residentMegabytes(hostOf(child.pid ?? 0)) : NaN;
      }
      await context.close();
      // npm's own group: npm, the launcher and the host.
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    }
  } finally {
    await browser.close();
  }
  return [
    { name: 'npm start jusqu’à l’écran de déverrouillage', core: spreadOf(starts), target: '3 000 ms' },
    {
      name: 'De la phrase de passe au tableau',
      core: spreadOf(boards),
      target: '1 500 ms, dont environ 550 de dérivation',
    },
    {
      name: 'Mémoire du cœur au repos',
      value: { figure: memory, unit: 'Mo' },
      target: '250 Mo',
      note: 'mémoire résidente du processus qui sert, coffre ouvert',
    },
  ];
}
