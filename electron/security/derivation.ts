import { hkdfSync } from 'node:crypto';
import { Worker } from 'node:worker_threads';

export interface ScryptParameters {
  N: number;
  r: number;
  p: number;
}

/** 2^17·8·1 needs 128 MiB and about 0,55 s on an office machine (settled point 8). */
export const strongParameters: ScryptParameters = { N: 2 ** 17, r: 8, p: 1 };

export interface Derivation {
  /** 32 bytes from a secret, in a worker. */
  derive(secret: string, salt: Uint8Array, parameters: ScryptParameters): Promise<Buffer>;
  close(): Promise<void>;
}

/** The worker starts at the first derivation and stops by itself once idle for a minute. */
export function createDerivation(): Derivation {
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let last = 0;
  const waiting = new Map<number, { resolve: (key: Buffer) => void; reject: (error: Error) => void }>();

  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    worker = null;
  };
  const stop = async () => {
    const old = worker;
    fail(new Error('derivation stopped'));
    await old?.terminate();
  };
  const start = () => {
    const fresh = new Worker(new URL('./scrypt-worker.ts', import.meta.url));
    fresh.unref();
    fresh.on('message', ({ id, key }: { id: number; key: Uint8Array }) => {
      waiting.get(id)?.resolve(Buffer.from(key));
      waiting.delete(id);
    });
    fresh.on('error', fail);
    return fresh;
  };
  return {
    derive(secret, salt, parameters) {
      worker ??= start();
      worker.ref();
      if (idle !== null) clearTimeout(idle);
      idle = setTimeout(() => waiting.size === 0 && void stop(), 60_000);
      idle.unref();
      const id = ++last;
      return new Promise<Buffer>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker?.postMessage({ id, secret: secret.normalize('NFC'), salt, parameters });
      }).finally(() => waiting.size === 0 && worker?.unref());
    },
    close: async () => {
      if (idle !== null) clearTimeout(idle);
      await stop();
    },
  };
}

/** A key for one use, derived from the vault's key (HKDF-SHA-256). */
export function keyFor(use: 'base' | 'head' | 'documents' | 'persons', master: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `prelude:${use}:1`, 32));
}
