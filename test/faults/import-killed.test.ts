import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { createCore, type Core } from '#electron/core/create-core.ts';
import { createLog } from '#electron/platform/log.ts';
import { clientOf, foundTestPractice, phrase, testScrypt, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
let reopened: Core | null = null;
afterEach(async () => {
  await reopened?.close();
  await practice.close();
});

test('SIGKILL pendant un import : base saine, rien de la liste, aucune action confirmée perdue', async () => {
  practice = await foundTestPractice();
  await practice.core.close();
  const host = spawn(
    process.execPath,
    [
      join(import.meta.dirname, '../support/import-host.ts'),
      practice.dataDir,
      practice.doctorAccountId,
      phrase,
      '3000',
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const gone = new Promise((resolve) => host.once('exit', (_code, signal) => resolve(signal)));
  const confirmed: string[] = [];
  let last = { phase: '', done: 0 };
  for await (const line of createInterface({ input: host.stdout })) {
    const said = JSON.parse(line) as { label: string; phase: string; done: number };
    confirmed.push(said.label);
    last = said;
    if (said.phase !== 'importing' || said.done > 300) {
      host.kill('SIGKILL');
      break;
    }
  }
  expect(await gone).toBe('SIGKILL');
  // The fault first: killed with a part of the list written.
  expect(last.phase).toBe('importing');
  expect(last.done).toBeGreaterThan(300);

  reopened = createCore({
    dataDir: practice.dataDir,
    version: 'essai',
    log: createLog({ silent: true }),
    scrypt: testScrypt,
  });
  const client = clientOf(reopened, randomUUID());
  await client.vault.signIn({ accountId: practice.doctorAccountId, phrase });
  const { file, key } = reopened.practice.workerAccess();
  const base = openSqlite({ file, key, readonly: true });
  const count = (table: string) =>
    Number((base.raw.prepare(`select count(*) as count from ${table}`).get() as { count: number }).count);
  try {
    expect(count('patient')).toBeGreaterThan(0);
    expect(count('visible_patient')).toBe(0);
    expect((await client.patients.search({ text: 'martin' })).total).toBe(0);
    const rooms = new Set((await client.practice.get({})).rooms.map(({ label }) => label));
    expect(confirmed.filter((label) => !rooms.has(label))).toEqual([]);
    expect(confirmed.length).toBeGreaterThan(0);
    await expect
      .poll(
        () =>
          count('patient') +
          count('patient_token') +
          count('patient_block') +
          count('patient_word') +
          count('import_line'),
        { timeout: 60_000 },
      )
      .toBe(0);
    expect(base.raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(base.raw.pragma('foreign_key_check')).toEqual([]);
    expect(await client.imports.runs({})).toMatchObject([{ state: 'dropped' }]);
  } finally {
    await base.close();
  }
});
