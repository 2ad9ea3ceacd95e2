import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempDir } from './practice.ts';

const root = join(import.meta.dirname, '..', '..');

/** The product's own sources beside a built page, readable by everyone: what an installation looks like. */
export function installedCopy(): string {
  const folder = tempDir();
  chmodSync(folder, 0o755);
  for (const part of ['electron', 'shared', 'package.json'])
    cpSync(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'dist', 'renderer'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'renderer', 'index.html'), '<!doctype html><title>Prélude</title>');
  return folder;
}

export interface Started {
  child: ChildProcess;
  /** The ready line's address, or null when it never came. */
  address: string | null;
  /** Exit code once ended; null while it runs. */
  ended: Promise<number | null>;
  said(): string;
}

/** Starts the headless host; answers when it is ready or has ended. `user` runs it as an ordinary user. */
export function startHeadless(
  folder: string,
  args: readonly string[],
  user?: number,
  environment: Record<string, string> = {},
): Promise<Started> {
  const child = spawn(join(root, 'node_modules', '.bin', 'node'), [join(folder, 'electron', 'headless.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  let text = '';
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  return new Promise((resolve) => {
    const answer = (address: string | null) => resolve({ child, address, ended, said: () => text });
    child.stderr.on('data', (part: Buffer) => (text += part.toString()));
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      const address = /^Prélude : (http:\/\/127\.0\.0\.1:\d+\/)$/m.exec(text)?.[1];
      if (address !== undefined) answer(address);
    });
    child.on('close', () => answer(null));
  });
}
