import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A SIGTERM sent to npm stops at the shell it runs scripts in: its disappearance is then the only sign. */
function onParentGone(react: () => void): NodeJS.Timeout {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    react();
  }, 200);
  return watch.unref();
}

/**
 * Starts the application and hands it each signal once: in its own group, it does not also receive the Ctrl+C of
 * the terminal. Resolves with its exit code.
 */
export function runChild(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly environment?: NodeJS.ProcessEnv; onOutput?(text: string): void },
): Promise<number> {
  const child: ChildProcess = spawn(command, args, {
    cwd: options.cwd,
    env: options.environment ?? process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: process.platform !== 'win32',
  });
  child.stdout?.setEncoding('utf8');
  child.stdout?.on('data', (text: string) => {
    process.stdout.write(text);
    options.onOutput?.(text);
  });
  const watch = onParentGone(() => child.kill('SIGTERM'));
  for (const signal of FORWARDED) process.on(signal, () => child.kill(signal));
  process.once('exit', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearInterval(watch);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
