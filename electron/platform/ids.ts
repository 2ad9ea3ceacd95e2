import { randomFillSync, randomUUID } from 'node:crypto';

const bytes = new Uint8Array(16);

/** UUID version 7 (RFC 9562): sorts by creation, so that indexes grow at their end. */
export function newId(millis: number = Date.now()): string {
  randomFillSync(bytes);
  bytes[0] = (millis / 2 ** 40) & 0xff;
  bytes[1] = (millis / 2 ** 32) & 0xff;
  bytes[2] = (millis / 2 ** 24) & 0xff;
  bytes[3] = (millis / 2 ** 16) & 0xff;
  bytes[4] = (millis / 2 ** 8) & 0xff;
  bytes[5] = millis & 0xff;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A random identifier that tells nothing, not even its date: posts, tickets, cookies. */
export const randomId = (): string => randomUUID();
