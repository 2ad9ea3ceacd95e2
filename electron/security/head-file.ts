import { createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
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

/**
 * Writes the head after each commit, before its answer leaves: a confirmed action is always counted. A few
 * microseconds, because nothing is synced until the closing: a kill does not lose what the system already has.
 */
export function createHeadWriter(dataDir: string, key: Buffer, start: Head) {
  const path = headPath(dataDir);
  writeDurably(path, lineOf(key, start).repeat(2));
  let file: number | null = openSync(path, 'r+');
  const write = (head: Head) => {
    if (file !== null) writeSync(file, lineOf(key, head), (head.seq % 2) * lineLength);
  };
  return {
    committed(head: Head): void {
      try {
        write(head);
      } catch {
        // The base is ahead of its head: harmless, and the next commit or the closing writes it.
      }
    },
    /** At closing: the last head, synced. Nothing is written after it. */
    settle(head: Head): void {
      if (file === null) return;
      try {
        write(head);
        fsyncSync(file);
      } finally {
        closeSync(file);
        file = null;
      }
    },
  };
}
