import { Worker } from 'node:worker_threads';
import type { Practice } from '#electron/security/practice-vault.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import type { FromMissions, Missions, MissionsOrder } from './missions-messages.ts';

/**
 * What the assistants did for the patients of these doctors over a period, counted in a worker on a connection of its
 * own: a whole contract is five years of visits. Gestures are those of accounts of assistants, all together.
 */
export async function countMissions(practice: Practice, asked: Omit<MissionsOrder, 'file' | 'key'>): Promise<Missions> {
  const { file, key } = practice.workerAccess();
  const order: MissionsOrder = { ...asked, file, key: new Uint8Array(key) };
  const worker = new Worker(new URL('./missions-worker.ts', import.meta.url), { workerData: order });
  order.key.fill(0);
  key.fill(0);
  try {
    return await new Promise<Missions>((resolve, reject) => {
      worker.on('message', (message: FromMissions) =>
        message.kind === 'counted' ? resolve(message.missions) : reject(new StorageFailure(message.failure, null)),
      );
      worker.on('error', reject);
      worker.on('exit', () => reject(new StorageFailure('other', null)));
    });
  } finally {
    await worker.terminate();
  }
}
