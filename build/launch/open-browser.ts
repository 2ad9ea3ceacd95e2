import { spawn } from 'node:child_process';

function openers(address: string): readonly (readonly [string, ...string[]])[] {
  if (process.platform === 'win32') return [['cmd', '/c', 'start', '', address]];
  if (process.platform === 'darwin') return [['open', address]];
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return [];
  return [
    ['xdg-open', address],
    ['sensible-browser', address],
    ['gio', 'open', address],
  ];
}

function started([command, ...args]: readonly [string, ...string[]]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

/** Opens the person's browser. False when this machine offers no way to. */
export async function openBrowser(address: string): Promise<boolean> {
  for (const command of openers(address)) {
    if (await started(command)) return true;
  }
  return false;
}
