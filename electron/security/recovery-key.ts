import { createHash, randomInt } from 'node:crypto';

/** 32 signs without 0 O 1 I: 31 drawn at random (153 bits), the last one checks the others. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function checkSign(signs: string): string {
  const digest = createHash('sha256').update(`prelude recovery ${signs}`).digest();
  return alphabet[(digest[0] ?? 0) % 32] ?? '2';
}

/** A new key: 8 groups of 4 signs. */
export function newRecoveryKey(): string[] {
  let signs = '';
  while (signs.length < 31) signs += alphabet[randomInt(32)] ?? '';
  signs += checkSign(signs);
  return signs.match(/.{4}/g) ?? [];
}

/** The 32 signs of a typed key, or null when a sign is wrong. Spaces, dashes and lower case are accepted. */
export function readRecoveryKey(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  if (signs.length !== 32 || [...signs].some((sign) => !alphabet.includes(sign))) return null;
  return signs.slice(31) === checkSign(signs.slice(0, 31)) ? signs : null;
}
