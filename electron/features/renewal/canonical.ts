import { createHash } from 'node:crypto';

/**
 * JSON with its keys in order, at every depth, and nothing between: the same facts give the same text, whatever built
 * them. Absent fields are left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

/** SHA-256 of a text, hexadecimal. */
export const fingerprintOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
