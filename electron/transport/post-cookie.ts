import { createHash } from 'node:crypto';
import { randomId } from '#electron/platform/ids.ts';

const cookieName = 'prelude_poste';

/**
 * The post of a request, from its cookie; null when the cookie is absent or not one of ours.
 * The identifier is drawn from the cookie but does not give it away: it stands in the journal and in
 * every live notice, where another post could read it.
 */
export function postOf(cookieHeader: string | undefined): string | null {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='));
  const secret = pairs.find(([name]) => name === cookieName)?.[1] ?? '';
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(secret)) return null;
  const hex = createHash('sha256').update(`prelude poste ${secret}`).digest('hex');
  // The shape of a UUID of version 8 (RFC 9562): made by a rule of one's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Enrols a browser: unreadable by scripts, never sent from another site, kept as long as browsers allow. */
export const newPostCookie = (): string =>
  `${cookieName}=${randomId()}; HttpOnly; SameSite=Strict; Path=/; Max-Age=34560000`;
