import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
export const SOURCE_FOLDERS = ['shared', 'electron', 'renderer', 'build', 'test'] as const;

/** Every file under the source folders, as paths from the root with `/`. */
export function sourceFiles(root: string = ROOT): string[] {
  return SOURCE_FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
  ).filter((path) => !path.split('/').includes('node_modules'));
}

export function isCode(path: string): boolean {
  return /\.(?:ts|tsx|mts|mjs|cjs|js|css)$/u.test(path);
}
