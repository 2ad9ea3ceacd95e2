import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '#electron/platform/durable-file.ts';

/**
 * The last journal entry, authenticated, beside the base. A lost write-ahead log leaves a base that
 * looks sound but misses confirmed actions: only this file can tell (settled point 2).
 */
export interface Head {
  seq: number;
  hash: string;
}

export const headPath = (dataDir: string) => join(dataDir, 'tete.json');

/** Two lines of this length, written in turn in place: a power cut spoils at most the one being written. */
const lineLength = 256;

const mac = (key: Buffer, head: Head) => createHmac('sha256', key).update(`${head.seq} ${head.hash}`).digest();

const lineOf = (key: Buffer, { seq, hash }: Head) =>
  `${JSON.stringify({ seq, hash, seal: mac(key, { seq, hash }).toString('base64') }).padEnd(lineLength - 1)}\n`;

function readLine(text: string, key: Buffer): Head | null {
  try {
    const { seq, hash, seal } = JSON.parse(text) as Head & { seal: string };
    const expected = mac(key, { seq, hash });
    const given = Buffer.from(seal, 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected) ? { seq, hash } : null;
  } catch {
    return null;
  }
}

/** The newest authentic head, null when there is no file, or 'forged' when no line of it verifies. */
export function readHead(dataDir: string, key: Buffer): Head | null | 'forged' {
  const path = headPath(dataDir);
  if (!existsSync(path)) return null;
  const heads = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text) => readLine(text, key) ?? []);
  return heads.toSorted((a, b) => b.seq - a.seq)[0] ?? 'forged';
}

/** Writes the head after commits, grouped: the newest one wins, one write at a time. */
export function createHeadWriter(dataDir: string, key: Buffer, start: Head) {
  const path = headPath(dataDir);
  let file: FileHandle | null = null;
  let next: Head | null = null;
  let running: Promise<void> | null = null;
  let settled = false;
  writeDurably(path, lineOf(key, start).repeat(2));

  const write = async (head: Head) => {
    file ??= await open(path, 'r+');
    await file.write(lineOf(key, head), (head.seq % 2) * lineLength);
  };
  const drain = async () => {
    try {
      while (next !== null) {
        const head = next;
        next = null;
        await write(head);
      }
    } catch {
      // The base is ahead of its head: harmless, and the next commit or the closing writes it.
    } finally {
      running = null;
    }
  };
  return {
    committed(head: Head): void {
      if (settled) return;
      next = head;
      running ??= drain();
    },
    /** At closing: the last head, synced. Nothing is written after it. */
    async settle(head: Head): Promise<void> {
      settled = true;
      await running;
      try {
        await write(head);
        await file?.sync();
      } finally {
        await file?.close();
        file = null;
      }
    },
  };
}
