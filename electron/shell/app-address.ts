import { extname, join, relative, sep, isAbsolute } from 'node:path';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://prelude';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface AppFile {
  readonly path: string;
  readonly type: string;
}

/** True for a page of the application itself; `URL.origin` is "null" for such schemes, hence the parts. */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${APP_SCHEME}:` && host === 'prelude' && username === '' && password === '';
}

function decodedPath(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address).pathname);
  } catch {
    return undefined;
  }
}

/**
 * The file an `app://` address designates under `root`, or undefined when it designates none. A path without
 * extension is a view of the interface and gives its page. Nothing outside `root`, no hidden file, no unknown type.
 */
export function appFile(root: string, address: string): AppFile | undefined {
  if (!isAppAddress(address)) return undefined;
  const wanted = decodedPath(address);
  if (wanted === undefined || /[\\\0]/u.test(wanted)) return undefined;
  const parts = wanted.split('/').filter((part) => part !== '');
  if (parts.some((part) => part.startsWith('.') || part.includes(':'))) return undefined;
  const path = extname(wanted) === '' ? join(root, 'index.html') : join(root, ...parts);
  const inside = relative(root, path);
  if (inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside)) return undefined;
  const type = TYPES[extname(path)];
  return type === undefined ? undefined : { path, type };
}
