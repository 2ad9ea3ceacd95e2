import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { appFile } from '#electron/shell/app-address.ts';
import { CONTENT_POLICY, FILE_HEADERS } from '#electron/shell/content-policy.ts';
import { menuTemplate } from '#electron/shell/menu-template.ts';
import { guardNavigation, guardRequests, isAllowedRequest } from '#electron/shell/navigation-guard.ts';
import { denyPermissions } from '#electron/shell/permissions.ts';
import { postIdentity } from '#electron/shell/post-identity.ts';
import { randomId } from '#electron/platform/ids.ts';

const ROOT = '/opt/prelude/dist/renderer';

describe('les fichiers app://', () => {
  test.each([
    ['app://prelude/', 'index.html', 'text/html; charset=utf-8'],
    ['app://prelude/aujourdhui', 'index.html', 'text/html; charset=utf-8'],
    ['app://prelude/patients/0198c0de?onglet=identite', 'index.html', 'text/html; charset=utf-8'],
    ['app://prelude/assets/react-a1b2.js', 'assets/react-a1b2.js', 'text/javascript; charset=utf-8'],
    ['app://prelude/assets/inter.woff2', 'assets/inter.woff2', 'font/woff2'],
  ])('%s donne %s', (address, file, type) => {
    expect(appFile(ROOT, address)).toEqual({ path: join(ROOT, file), type });
  });

  test.each([
    'app://prelude/..%2f..%2fpackage.json',
    'app://prelude/assets/..%5c..%5cpackage.json',
    'app://prelude/%2fetc%2fpasswd.json%00.js',
    'app://prelude/.env.json',
    'app://prelude/assets/.cache/a.js',
    'app://prelude/C:%2fWindows%2fwin.json',
    'app://prelude/donnees.db',
    'app://prelude/%E0%A4%A.js',
    'app://ailleurs/index.html',
    'app://prelude:80/index.html',
    'app://moi@prelude/index.html',
    'file:///etc/passwd.json',
    'https://prelude/index.html',
    'pas une adresse',
  ])('%s ne donne rien', (address) => {
    expect(appFile(ROOT, address)).toBeUndefined();
  });

  test.each(['app://prelude/a/../../../package.json', 'app://prelude/%2e%2e/%2e%2e/package.json'])(
    '%s reste dans le dossier',
    (address) => {
      expect(appFile(ROOT, address)?.path).toBe(join(ROOT, 'package.json'));
    },
  );
});

describe('la politique de contenu', () => {
  test('n’admet rien d’incorporé, d’évalué, ni d’ailleurs', () => {
    expect(CONTENT_POLICY).toMatch(/^default-src 'none';/u);
    expect(CONTENT_POLICY).not.toMatch(/unsafe|\*|https?:|wss?:/u);
    for (const directive of [
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(CONTENT_POLICY.split('; ')).toContain(directive);
    }
  });

  test('rien n’est conservé', () => {
    expect(FILE_HEADERS['Cache-Control']).toBe('no-store');
  });
});

type Handler = (...args: never[]) => unknown;

/** Records what a guard registers, so that the test can play Electron's part. */
function recorder() {
  const handlers = new Map<string, Handler>();
  return {
    handlers,
    on: (name: string, handler: Handler) => void handlers.set(name, handler),
    play: (name: string, ...args: unknown[]) => handlers.get(name)?.(...(args as never[])),
  };
}

describe('la garde de navigation', () => {
  test.each([
    ['app://prelude/aujourdhui', true],
    ['blob:app://prelude/0198c0de', true],
    ['blob:https://example.org/0198c0de', false],
    ['data:image/png;base64,AA==', true],
    ['https://example.org/', false],
    ['http://127.0.0.1:4321/', false],
    ['file:///etc/passwd', false],
    ['ws://127.0.0.1/', false],
    ['devtools://devtools/bundled/index.html', false],
  ])('requête %s : %s', (address, allowed) => {
    expect(isAllowedRequest(address, false)).toBe(allowed);
  });

  test('les outils de développement ne s’ouvrent qu’en développement', () => {
    expect(isAllowedRequest('devtools://devtools/bundled/index.html', true)).toBe(true);
  });

  test('aucune fenêtre ne s’ouvre, aucune page ne change, rien ne s’incorpore', () => {
    const contents = recorder();
    const setWindowOpenHandler = vi.fn<(handler: () => unknown) => void>();
    guardNavigation({ ...contents, setWindowOpenHandler } as unknown as Parameters<typeof guardNavigation>[0]);
    expect(setWindowOpenHandler.mock.calls[0]?.[0]()).toEqual({ action: 'deny' });

    const refused = (name: string, event: Record<string, unknown>) => {
      const preventDefault = vi.fn();
      contents.play(name, { ...event, preventDefault });
      return preventDefault.mock.calls.length === 1;
    };
    expect(refused('will-navigate', { url: 'https://example.org/' })).toBe(true);
    expect(refused('will-navigate', { url: 'app://prelude/aujourdhui' })).toBe(false);
    expect(refused('will-frame-navigate', { url: 'app://prelude/', isMainFrame: false })).toBe(true);
    expect(refused('will-redirect', { url: 'app://prelude/' })).toBe(true);
    expect(refused('will-attach-webview', {})).toBe(true);
  });

  test('aucune requête ne part vers le réseau, aucun fichier n’en vient', () => {
    const session = recorder();
    let decide: ((details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void) | undefined;
    const webRequest = { onBeforeRequest: (handler: typeof decide) => (decide = handler) };
    guardRequests({ ...session, webRequest } as unknown as Parameters<typeof guardRequests>[0], false);
    const verdict = (url: string) => {
      const answer = vi.fn();
      decide?.({ url }, answer);
      return answer.mock.calls[0]?.[0] as { cancel: boolean };
    };
    expect(verdict('https://example.org/')).toEqual({ cancel: true });
    expect(verdict('app://prelude/assets/a.js')).toEqual({ cancel: false });

    const download = (url: string) => {
      const preventDefault = vi.fn();
      session.play('will-download', { preventDefault }, { getURL: () => url });
      return preventDefault.mock.calls.length;
    };
    expect(download('https://example.org/a.exe')).toBe(1);
    expect(download('blob:app://prelude/0198c0de')).toBe(0);
  });
});

test('toute permission du navigateur est refusée', () => {
  const handlers = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    setDisplayMediaRequestHandler: vi.fn(),
  };
  denyPermissions(handlers as unknown as Parameters<typeof denyPermissions>[0]);
  const handler = (name: keyof typeof handlers) => handlers[name].mock.calls[0]?.[0] as Handler;
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'hid']) {
    const answer = vi.fn();
    handler('setPermissionRequestHandler')(...([null, permission, answer] as never[]));
    expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    expect(handler('setPermissionCheckHandler')(...([null, permission] as never[]))).toBe(false);
  }
  expect(handler('setDevicePermissionHandler')()).toBe(false);
});

test('le menu est en français et n’ouvre les outils qu’en développement', () => {
  const actions = { openWindow: vi.fn(), lock: vi.fn() };
  const entries = (development: boolean) =>
    menuTemplate(actions, development).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
  const roles = (development: boolean) => entries(development).map(({ role }) => role);
  expect(entries(true).filter(({ type, label }) => type !== 'separator' && !label)).toEqual([]);
  expect(roles(false)).not.toContain('toggleDevTools');
  expect(roles(true)).toContain('toggleDevTools');
  const lock = entries(false).find(({ label }) => label === 'Verrouiller le poste');
  (lock?.click as unknown as () => void)();
  expect(actions.lock).toHaveBeenCalledOnce();
});

test('un poste garde son identifiant d’un lancement à l’autre, et en reprend un s’il a été altéré', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prelude-poste-'));
  const first = postIdentity(join(folder, 'fenetre'), randomId);
  expect(postIdentity(join(folder, 'fenetre'), randomId)).toBe(first);
  writeFileSync(join(folder, 'fenetre', 'poste'), '../ailleurs');
  const second = postIdentity(join(folder, 'fenetre'), randomId);
  expect(second).not.toBe(first);
  expect(postIdentity(join(folder, 'fenetre'), randomId)).toBe(second);
  rmSync(folder, { recursive: true, force: true });
});
