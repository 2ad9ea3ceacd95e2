import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../build/chromium.mjs';
import { commands, readme } from './readme.ts';
import { ROOT } from './source-files.ts';
import { signedInBy, stateAt } from './readme-accounts.ts';

// Each command of the README is typed as it stands, with the npm of this machine, in a copy of this folder that has
// its dependencies and nothing built. The long ones are typed with one more argument, that runs a part: `npm test`
// cannot run whole inside itself.
describe.skipIf(process.platform === 'win32')('les commandes du README, tapées', () => {
  let copy = '';
  let home = '';
  const path = (...parts: string[]) => join(copy, ...parts);
  const running = new Set<ChildProcess>();

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'prelude-readme-'));
    home = mkdtempSync(join(tmpdir(), 'prelude-maison-'));
    const made = new Set(['node_modules', 'dist', '.git', 'test-results']);
    for (const entry of readdirSync(ROOT).filter((name) => !made.has(name)))
      cpSync(join(ROOT, entry), path(entry), { recursive: true });
    // Links rather than one link: an installation started by mistake would take the links away, not the packages.
    mkdirSync(path('node_modules'));
    for (const entry of readdirSync(join(ROOT, 'node_modules')).filter((name) => name !== '.cache'))
      symlinkSync(join(ROOT, 'node_modules', entry), path('node_modules', entry));
  });
  afterAll(() => {
    // A failed test leaves its application running: the whole group is told, so that the host closes too.
    for (const { pid } of running) if (pid !== undefined) process.kill(-pid, 'SIGTERM');
    for (const folder of [copy, home]) rmSync(folder, { recursive: true, force: true });
  });

  /** The environment of a person who has just opened a terminal, without a screen: no window, no browser. */
  function environment(): NodeJS.ProcessEnv {
    const own = Object.entries(process.env).filter(
      ([name]) =>
        !/^(?:npm_|VITEST|NODE_|XDG_|INIT_CWD$|DISPLAY$|WAYLAND_DISPLAY$|TEST$|PROD$|DEV$|MODE$)/iu.test(name),
    );
    const bin = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
    const chromium = findChromium();
    return {
      ...Object.fromEntries(own),
      PATH: bin.join(delimiter),
      HOME: home,
      npm_config_update_notifier: 'false',
      ...(chromium === undefined ? {} : { PRELUDE_CHROMIUM: chromium }),
    };
  }

  /** Types a line to its end. */
  function typed(line: string): { status: number | null; said: string } {
    const result = spawnSync('sh', ['-c', line], { cwd: copy, env: environment(), encoding: 'utf8' });
    return { status: result.status, said: `${result.stdout}${result.stderr}` };
  }

  /** Types a line that goes on running, in a group of its own as a terminal does, until its address is said. */
  async function started(line: string): Promise<{ child: ChildProcess; address: string; said: () => string }> {
    const child = spawn('sh', ['-c', `exec ${line}`], { cwd: copy, env: environment(), detached: true });
    running.add(child);
    child.once('exit', () => running.delete(child));
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    const address = () => /^Prélude : (http:\/\/127\.0\.0\.1:\d+\/)$/mu.exec(said)?.[1];
    await expect.poll(() => address() ?? (child.exitCode === null ? '' : said), { timeout: 90_000 }).toMatch(/^http/u);
    return { child, address: address() ?? '', said: () => said };
  }

  async function servesThePage(address: string): Promise<void> {
    const answer = await fetch(address);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('<title>Prélude</title>');
    const script = /src="\/(assets\/[^"]+\.js)"/u.exec(page)?.[1] ?? '';
    expect((await fetch(`${address}${script}`)).status).toBe(200);
  }

  const closed = (address: string) =>
    expect
      .poll(
        () =>
          fetch(address).then(
            () => 'répond',
            () => 'fermé',
          ),
        { timeout: 15_000 },
      )
      .toBe('fermé');

  async function startsAnEmptyPractice(line: string): Promise<void> {
    const { child, address, said } = await started(line);
    await servesThePage(address);
    expect(await stateAt(address)).toMatchObject({ vault: 'absent', demo: false, tiles: [] });
    expect(said()).toContain('Prélude s’ouvre dans le navigateur');
    // Ctrl+C: the terminal tells the whole group.
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await closed(address);
  }

  async function opensTheDemonstration(line: string): Promise<void> {
    const { child, address } = await started(line);
    await servesThePage(address);
    const { demo, tiles } = await stateAt(address);
    expect(demo).toBe(true);
    const listed = /Comptes\s*:\s([\s\S]+?)\. Phrase de passe de tous\s*: `([^`]+)`/u.exec(readme);
    const names = (listed?.[1] ?? '').replaceAll('Dr ', '').match(/\p{Lu}\p{L}+ \p{Lu}\p{L}+/gu) ?? [];
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const tile = tiles.find(({ displayName }) => displayName.endsWith(name));
      expect(tile, name).toBeDefined();
      const me = await signedInBy(address, tile?.accountId ?? '', listed?.[2] ?? '');
      expect(me, name).toMatchObject({ accountId: tile?.accountId });
      expect(me?.responsable, name).toBe(new RegExp(`${name} \\(responsable\\)`, 'u').test(listed?.[1] ?? ''));
    }
    // A closed window, or a stopped service: npm alone is told.
    child.kill('SIGTERM');
    await closed(address);
  }

  function passes(line: string, wanted: RegExp): void {
    const { status, said } = typed(line);
    expect(said).toMatch(wanted);
    expect(status, said).toBe(0);
  }

  function measures(line: string): void {
    const { status, said } = typed(line);
    expect(said).toMatch(/Recherche, par touche/u);
    // Of a small practice on a busy machine, a ratio may be missed: then --check says so by its code, and only it.
    const missed = line.includes('--check') && /Rapports manqués/u.test(said);
    expect(status, said).toBe(missed ? 1 : 0);
  }

  function formats(line: string): void {
    const ugly = path('shared', 'kernel', 'ugly.ts');
    writeFileSync(ugly, 'export const  ugly={a:1 , b : "2"}\n');
    passes(line, /prettier/u);
    expect(readFileSync(ugly, 'utf8')).toBe("export const ugly = { a: 1, b: '2' };\n");
    rmSync(ugly);
  }

  function photographs(line: string, name: string): void {
    passes(line, /\d images dans dist\/screens/u);
    expect(
      readdirSync(path('dist', 'screens')).filter((file) => new RegExp(`^${name}-\\d+-`, 'u').test(file)),
    ).toHaveLength(4);
  }

  function renewsThePictures(line: string): void {
    const cited = [...readme.matchAll(/\]\(docs\/pictures\/([^)]+)\)/gu)].map((match) => match[1] ?? '');
    const first = path('docs', 'pictures', cited[0] ?? '');
    rmSync(first);
    photographs(line, basename(first, '.jpg'));
    expect(existsSync(first)).toBe(true);
  }

  /** What each command must do. One that is not here makes this file fail. */
  const proofs: Readonly<Record<string, (line: string) => void | Promise<void>>> = {
    'npm start': startsAnEmptyPractice,
    'npm start -- --demo': opensTheDemonstration,
    'npm test': (line) =>
      passes(`${line} -- test/screens/keys.test.ts`, /^\d+ passed, 0 failed(?:, \d+ skipped)?\n*$/mu),
    'npm test -- test/screens': (line) => passes(line, /^\d{2,} passed, 0 failed(?:, \d+ skipped)?\n*$/mu),
    'npm run check': (line) => passes(`${line} -- "types shared"`, /Tout est bon/u),
    'npm run check -- "types shared"': (line) => passes(line, /ok +types shared[\s\S]+Tout est bon/u),
    'npm run rules -- test/rules/identity/nir.yaml': (line) => passes(line, /^[1-9]\d* cas, 0 différence\.$/mu),
    'npm run rules:freshness -- 6': (line) =>
      passes(line, /^\d+ valeurs? sans vérification depuis le \d\d\/\d\d\/\d{4}\.$/mu),
    'npm run bench': (line) => measures(`${line} -- --small --only recherche`),
    'npm run bench -- --check': (line) => measures(`${line} --small --only recherche`),
    'npm run bench -- --small': (line) => measures(`${line} --only recherche`),
    'npm run screens': (line) => photographs(`${line} -- --only deverrouillage`, 'deverrouillage'),
    'npm run screens -- --readme': (line) => renewsThePictures(`${line} --only aujourdhui`),
    'npm run build': (line) => {
      passes(line, /Construction de la fenêtre terminée/u);
      expect(existsSync(path('dist', 'electron', 'electron', 'main.js'))).toBe(true);
    },
    'npm run format': formats,
  };

  test('sont toutes connues ici, et aucune n’est de trop', () => {
    expect(commands.toSorted()).toEqual(Object.keys(proofs).toSorted());
  });

  test.each(commands)('%s', async (line) => {
    await proofs[line]?.(line);
  });
});
