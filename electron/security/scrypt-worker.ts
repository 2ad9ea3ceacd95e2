import { scryptSync } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { ScryptParameters } from './derivation.ts';

// scrypt takes about half a second: it never runs on the thread that answers.
parentPort?.on('message', (job: { id: number; secret: string; salt: Uint8Array; parameters: ScryptParameters }) => {
  const { N, r, p } = job.parameters;
  const key = scryptSync(job.secret, job.salt, 32, { N, r, p, maxmem: 256 * 2 ** 20 });
  parentPort?.postMessage({ id: job.id, key: new Uint8Array(key) });
});
