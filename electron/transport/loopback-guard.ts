import type { IncomingMessage } from 'node:http';

/** Why a request is refused, as a status and one French sentence; null = accepted. */
export interface Refusal {
  status: number;
  sentence: string;
}

const refuse = (status: number, sentence: string): Refusal => ({ status, sentence });

/**
 * Loopback is hostile too (settled point 17): another page of the same browser, or a name rebound to
 * 127.0.0.1, must get nothing. Only the two spellings of this very address are accepted.
 */
export function guardRequest(
  request: Pick<IncomingMessage, 'headers' | 'method' | 'url'>,
  port: number,
  kind: 'page' | 'socket',
): Refusal | null {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host))
    return refuse(421, 'Adresse refusée : ouvrir Prélude par 127.0.0.1.');
  if (kind === 'socket' && origin === undefined) return refuse(403, 'Origine absente : connexion refusée.');
  if (origin !== undefined && origin !== `http://${host}`) return refuse(403, 'Origine étrangère : connexion refusée.');
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return refuse(403, 'Demande d’un autre site : refusée.');
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Méthode refusée.');
  const type = request.headers['content-type'];
  const body = request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (type !== undefined || body) return refuse(415, 'Contenu refusé.');
  return null;
}

/** Sent with every answer. No inline script, no frame, nothing from outside, nothing kept in a cache. */
export function securityHeaders(port: number): Record<string, string> {
  return {
    'Content-Security-Policy': [
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'self'`,
      `img-src 'self' data: blob:`,
      `font-src 'self'`,
      `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `frame-ancestors 'none'`,
    ].join('; '),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
  };
}
