import { parentPort, workerData } from 'node:worker_threads';
import { openSqlite } from './sqlite.ts';

// The disk takes its time to sync: the log goes back into the file here, never on the thread that answers.
const { file, key } = workerData as { file: string; key: Uint8Array };
const own = Buffer.from(key);
const { raw } = openSqlite({ file, key: own, cacheKib: 512 });
own.fill(0);
key.fill(0);

parentPort?.on('message', (wanted: 'checkpoint' | 'close') => {
  if (wanted === 'close') {
    raw.close();
    return parentPort?.close();
  }
  // A failure (a full disk) leaves the log as it is, whole: the next one tries again.
  try {
    raw.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // Told by the commits themselves, which fail the same way.
  }
  parentPort?.postMessage('done');
});
