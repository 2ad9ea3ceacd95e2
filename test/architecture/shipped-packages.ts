import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCode, ROOT, sourceFiles } from './source-files.ts';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface ShippedPackage {
  readonly name: string;
  readonly licence: string;
}

const locked = (
  JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, LockedPackage> }
).packages;

/** Where `name` resolves for a package installed at `from`, as Node would look. */
function resolved(name: string, from: string): string | undefined {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const path = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (path in locked) return path;
    if (place === '' || !place.includes('/node_modules/'))
      return `node_modules/${name}` in locked ? `node_modules/${name}` : undefined;
  }
}

/**
 * What the lock file names without holding it. npm leaves out the optional packages of other systems that its
 * registry lacks, and `npm ci` then refuses the whole file.
 */
export function missingFromLock(): string[] {
  return Object.entries(locked).flatMap(([path, { dependencies, devDependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies, ...(path === '' ? devDependencies : {}) })
      .filter((name) => resolved(name, path) === undefined)
      .map((name) => `${path || 'projet'} → ${name}`),
  );
}

/** Packages the interface imports: bundled into it, they are shipped although they are development ones for npm. */
function bundledNames(): Set<string> {
  const names = new Set<string>();
  for (const path of sourceFiles().filter((file) => file.startsWith('renderer/') && isCode(file))) {
    for (const [, specifier] of readFileSync(join(ROOT, path), 'utf8').matchAll(
      /(?:from|import|@import)\s*\(?['"]([^'".#][^'"]*)['"]/gu,
    )) {
      const name = /^(?:@[^/]+\/)?[^/]+/u.exec(specifier ?? '')?.[0];
      if (name !== undefined && !name.includes(':')) names.add(name);
    }
  }
  return names;
}

function licenceOf(path: string): string {
  const known = locked[path]?.license;
  if (known !== undefined) return known;
  try {
    const { license } = JSON.parse(readFileSync(join(ROOT, path, 'package.json'), 'utf8')) as { license?: unknown };
    return typeof license === 'string' ? license : 'inconnue';
  } catch {
    return 'inconnue';
  }
}

/** Everything a person who installs Prélude receives, Electron's own binary apart. */
export function shippedPackages(): ShippedPackage[] {
  const paths = new Set(Object.keys(locked).filter((path) => path !== '' && locked[path]?.dev !== true));
  const waiting = [...bundledNames()].map((name) => resolved(name, '')).filter((path) => path !== undefined);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (paths.has(path)) continue;
    paths.add(path);
    for (const name of Object.keys(locked[path]?.dependencies ?? {})) {
      const next = resolved(name, path);
      if (next !== undefined) waiting.push(next);
    }
  }
  return [...paths].map((path) => ({ name: path.replace(/^.*node_modules\//u, ''), licence: licenceOf(path) }));
}

/** True when no branch of the licence's alternatives is free of the GPL family. */
export function bindsToGpl(licence: string): boolean {
  const alternatives = licence.replaceAll(/[()]/gu, ' ').split(/\bOR\b/u);
  return alternatives.every((alternative) => /GPL|SSPL|BUSL|inconnue/iu.test(alternative));
}
