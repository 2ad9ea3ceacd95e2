import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ROOT } from './source-files.ts';

// A host that says when it is ready, counts the signals it gets and takes a moment to close.
const HOST = `
let signals = 0;
for (const name of ['SIGINT', 'SIGTERM']) {
  process.on(name, () => {
    signals += 1;
    setTimeout(() => { console.log('fermé après ' + signals); process.exit(0); }, 150);
  });
}
setInterval(() => {}, 1000);
console.log('prêt');`;

const launcher = (host: string) => `
import { runChild } from ${JSON.stringify(join(ROOT, 'build', 'launch', 'child.ts'))};
process.exitCode = await runChild(process.execPath, [${JSON.stringify(host)}], { cwd: '/' });`;

describe.skipIf(process.platform === 'win32')('le lanceur et l’hôte', () => {
  let folder = '';
  let running: ChildProcess | undefined;
  let heard = '';

  /** Starts the launcher through a shell that stays between, as npm does, or directly. */
  async function start(through: 'shell' | 'direct'): Promise<ChildProcess> {
    const file = join(folder, 'launcher.ts');
    const [command, args] =
      through === 'shell' ? ['sh', ['-c', `"${process.execPath}" "${file}"; true`]] : [process.execPath, [file]];
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    running = child;
    child.stdout.on('data', (text: Buffer) => (heard += text.toString()));
    await expect.poll(() => heard, { timeout: 10_000 }).toContain('prêt');
    return child;
  }

  const exitCode = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prelude-lanceur-'));
    heard = '';
    writeFileSync(join(folder, 'host.mjs'), HOST);
    writeFileSync(join(folder, 'launcher.ts'), launcher(join(folder, 'host.mjs')));
  });
  afterEach(() => {
    running?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    '%s ferme l’hôte proprement, et le lanceur rend son code',
    async (signal) => {
      const child = await start('direct');
      const code = exitCode(child);
      child.kill(signal);
      expect(await code).toBe(0);
      expect(heard).toContain('fermé après 1');
    },
  );

  test('le Ctrl+C d’un terminal, reçu par tout le groupe, n’arrive qu’une fois à l’hôte', async () => {
    const child = await start('direct');
    const code = exitCode(child);
    process.kill(-(child.pid ?? 0), 'SIGINT');
    expect(await code).toBe(0);
    expect(heard).toContain('fermé après 1');
  });

  test('un SIGTERM qui n’atteint que l’interpréteur de npm ferme l’hôte aussi', async () => {
    const shell = await start('shell');
    shell.kill('SIGTERM');
    await expect.poll(() => heard, { timeout: 5000 }).toContain('fermé après 1');
  });
});
