import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { serveHttp, type HttpHost } from '#electron/transport/http.ts';
import { foundTestPractice, tempDir, type TestPractice } from '../support/practice.ts';

// Settled point 17: another page of the same browser, or a name rebound to 127.0.0.1, gets nothing.
let practice: TestPractice;
let host: HttpHost;
let folder: string;

beforeAll(async () => {
  practice = await foundTestPractice();
  folder = tempDir();
  mkdirSync(join(folder, 'ecrans', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'ecrans', 'index.html'), '<!doctype html><title>Prélude</title>');
  writeFileSync(join(folder, 'ecrans', 'assets', 'a.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'hors du dossier');
  host = await serveHttp(practice.core, { port: 0, rendererDir: join(folder, 'ecrans'), postLabel: 'Accueil' });
});
afterAll(async () => {
  await host.close();
  await practice.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: host.port, path, method, headers: { host: `127.0.0.1:${host.port}`, ...headers } },
      (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
const cookieOf = async () => (await ask('/')).headers['set-cookie']?.[0]?.split(';')[0] ?? '';
const own = () => `http://127.0.0.1:${host.port}`;

/** 'ouvert', or the HTTP status that refused the socket. */
function dial(headers: Record<string, string>, path = '/appels'): Promise<'ouvert' | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve('ouvert');
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
}

describe('les pages', () => {
  test('l’adresse de Prélude répond, avec ses protections et un poste inconnu des scripts', async () => {
    const { status, headers, body } = await ask('/');
    expect([status, body]).toEqual([200, expect.stringContaining('Prélude')]);
    expect(headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\//);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    const policy = String(headers['content-security-policy']);
    for (const line of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ])
      expect(policy.split('; ')).toContain(line);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|\*/);
    expect((await ask('/', { host: `localhost:${host.port}` })).status).toBe(200);
  });

  test.each<[string, number, () => Record<string, string>]>([
    ['un nom rebouclé sur 127.0.0.1 (DNS rebinding)', 421, () => ({ host: `malveillant.exemple:${host.port}` })],
    ['le bon nom sur un autre port', 421, () => ({ host: '127.0.0.1:1' })],
    ['le nom sans port', 421, () => ({ host: '127.0.0.1' })],
    ['un nom qui commence comme le bon', 421, () => ({ host: `127.0.0.1:${host.port}.exemple` })],
    ['une origine étrangère', 403, () => ({ origin: 'https://malveillant.exemple' })],
    ['une origine nulle', 403, () => ({ origin: 'null' })],
    ['l’autre écriture de la même adresse', 403, () => ({ origin: `http://localhost:${host.port}` })],
    ['une demande venue d’un autre site', 403, () => ({ 'sec-fetch-site': 'cross-site' })],
    ['un voisin du même site', 403, () => ({ 'sec-fetch-site': 'same-site' })],
    ['un type de contenu', 415, () => ({ 'content-type': 'application/json' })],
    ['un corps annoncé', 415, () => ({ 'content-length': '2' })],
  ])('%s : refus %i', async (_what, status, headers) => {
    const answer = await ask('/', headers(), 'GET', headers()['content-length'] === undefined ? undefined : '{}');
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('Prélude</title>');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('la méthode %s est refusée', async (method) => {
    expect((await ask('/', {}, method)).status).toBe(405);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/%00',
    '/%',
  ])('le chemin %s ne sort pas du dossier des écrans', async (path) => {
    const { status, body } = await ask(path);
    expect(body).not.toContain('hors du dossier');
    expect([200, 404]).toContain(status);
  });

  test('une adresse d’écran rend la page, un fichier absent rend 404, une requête sans hôte est refusée', async () => {
    expect((await ask('/patients/0190aaaa')).body).toContain('Prélude');
    expect((await ask('/assets/absent.js')).status).toBe(404);
    expect((await ask('/assets/a.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    const raw = await new Promise<string>((resolve) => {
      const socket = connect(host.port, '127.0.0.1', () => socket.end('GET / HTTP/1.0\r\n\r\n'));
      socket.on('data', (part) => resolve(part.toString()));
    });
    expect(raw).toMatch(/^HTTP\/1\.1 (?:400|421)/);
  });
});

describe('les appels', () => {
  test('la page de Prélude, avec son poste, ouvre un appel', async () => {
    expect(await dial({ origin: own(), cookie: await cookieOf() })).toBe('ouvert');
  });

  test.each<[string, (cookie: string) => Record<string, string>]>([
    ['sans origine', (cookie) => ({ cookie })],
    ['d’une origine étrangère', (cookie) => ({ cookie, origin: 'https://malveillant.exemple' })],
    ['d’une page servie sur un autre port', (cookie) => ({ cookie, origin: 'http://127.0.0.1:1' })],
    ['sans poste', () => ({ origin: own() })],
    ['avec un poste mal formé', () => ({ origin: own(), cookie: 'prelude_poste=admin' })],
    ['d’un autre site', (cookie) => ({ cookie, origin: own(), 'sec-fetch-site': 'cross-site' })],
  ])('un appel %s est refusé', async (_what, headers) => {
    expect(await dial(headers(await cookieOf()))).toBe(403);
  });

  test('un nom rebouclé et une autre adresse sont refusés', async () => {
    const cookie = await cookieOf();
    const host_ = `malveillant.exemple:${host.port}`;
    expect(await dial({ origin: `http://${host_}`, cookie, host: host_ })).toBe(421);
    expect(await dial({ origin: own(), cookie }, '/autre')).toBe(403);
    expect(await dial({ origin: own(), cookie }, '/appels?x=1')).toBe(403);
  });

  test('un message démesuré coupe l’appel, et le cabinet continue', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/appels`, {
      headers: { origin: own(), cookie: await cookieOf() },
    });
    await new Promise((resolve) => socket.on('open', resolve));
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    socket.on('error', () => {});
    socket.send('x'.repeat(3 * 2 ** 20));
    expect([1006, 1009]).toContain(await closed);
    expect((await ask('/')).status).toBe(200);
  });

  test('un message qui n’en est pas un ne fait rien tomber', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/appels`, {
      headers: { origin: own(), cookie: await cookieOf() },
    });
    await new Promise((resolve) => socket.on('open', resolve));
    for (const text of ['', '{', '[]', 'null', '{"i":1}', 'é'.repeat(1000)]) socket.send(text);
    socket.send(Buffer.from([0, 1, 2, 255]));
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.terminate();
    complaints.mockRestore();
    expect((await ask('/')).status).toBe(200);
  });
});
