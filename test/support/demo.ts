import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { createCore, type Core } from '#electron/core/create-core.ts';
import { prepareDemo } from '#electron/features/demo/index.ts';
import { fixedClock } from '#electron/platform/clock.ts';
import { createLog } from '#electron/platform/log.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { clientOf, tempDir, testScrypt } from './practice.ts';

export const phrase = 'Cerisier-7 en fleurs';
export const small = { patients: 150, historyDays: 40 };
/** Folders removed after each test. */
export const folders: string[] = [];
const cores: Core[] = [];

export async function closeDemos(): Promise<void> {
  for (const core of cores.splice(0)) await core.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

interface DemoOptions {
  seed?: string;
  size?: { patients: number; historyDays: number };
  dataDir?: string;
}

/** A demonstration made at this instant, opened as Odile Perrin, secretary, or as Dr Claire Lemoine. */
export async function openDemo(at: string, options: DemoOptions = {}, role: 'secretaire' | 'medecin' = 'secretaire') {
  const dataDir = options.dataDir ?? tempDir();
  folders.push(dataDir);
  const clock = fixedClock(at);
  await prepareDemo({ size: small, scrypt: testScrypt, ...options, dataDir, clock });
  const core = createCore({ dataDir, version: 'essai', demo: true, clock, log: createLog({ silent: true }) });
  cores.push(core);
  const client = clientOf(core);
  const { tiles } = await client.vault.state({});
  await client.vault.signIn({ accountId: tiles.find((tile) => tile.role === role)?.accountId ?? '', phrase });
  const rows = async (table: keyof Schema) =>
    (
      await sql<Record<string, unknown>>`select * from ${sql.table(table)} order by 1, 2`.execute(
        core.practice.requireOpen().reader,
      )
    ).rows;
  return { core, client, tiles, clock, dataDir, rows };
}
