import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from './vault-file.ts';

/**
 * The last journal entry, authenticated, beside the base. A lost write-ahead log leaves a base that
 * looks sound but misses confirmed actions: only this file can tell (settled point 2).
 */
export interface Head {
  seq: number;
  hash: string;
}

export const headPath = (dataDir: string) => join(dataDir, 'tete.json');

const mac = (key: Buffer, head: Head) => createHmac('sha256', key).update(`${head.seq} ${head.hash}`).digest();

/** The head, null when there is none, or 'forged' when its seal does not verify. */
export function readHead(dataDir: string, key: Buffer): Head | null | 'forged' {
  const path = headPath(dataDir);
  if (!existsSync(path)) return null;
  try {
    const { seq, hash, seal } = JSON.parse(readFileSync(path, 'utf8')) as Head & { seal: string };
    const expected = mac(key, { seq, hash });
    const given = Buffer.from(seal, 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected) ? { seq, hash } : 'forged';
  } catch {
    return 'forged';
  }
}

/** Writes the head after commits, grouped: the newest one wins, one write at a time. */
export function createHeadWriter(dataDir: string, key: Buffer) {
  let next: Head | null = null;
  let running: Promise<void> | null = null;
  const text = (head: Head) => JSON.stringify({ ...head, seal: mac(key, head).toString('base64') });
  const drain = async () => {
    while (next !== null) {
      const head = next;
      next = null;
      await writeFile(`${headPath(dataDir)}.nouveau`, text(head), { mode: 0o600 });
      await rename(`${headPath(dataDir)}.nouveau`, headPath(dataDir));
    }
    running = null;
  };
  return {
    committed(head: Head): void {
      next = head;
      running ??= drain().catch(() => void (running = null));
    },
    /** At closing: the last head, synced. */
    async settle(head: Head): Promise<void> {
      await running;
      writeDurably(headPath(dataDir), text(head));
    },
  };
}
