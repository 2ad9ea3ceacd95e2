import { randomUUID } from 'node:crypto';
import { createCore } from '#electron/core/create-core.ts';
import { createLog } from '#electron/platform/log.ts';
import { checkFile } from './imports.ts';
import { inventedCsv, inventedPatients } from './invented-patients.ts';
import { clientOf, key, testScrypt } from './practice.ts';

/*
 * A host to be killed: opens the practice of a folder, imports a list and, meanwhile, adds rooms. It writes one line
 * for each action the core has confirmed, then the phase of the import; whoever reads decides when to kill.
 */
const [dataDir = '', accountId = '', phrase = '', lines = '0'] = process.argv.slice(2);
const core = createCore({ dataDir, version: 'essai', log: createLog({ silent: true }), scrypt: testScrypt });
const client = clientOf(core, randomUUID());
await client.vault.signIn({ accountId, phrase });
const { id } = await checkFile(client, inventedCsv(inventedPatients(Number(lines))));
await client.imports.start({ id });
for (let number = 1; ; number += 1) {
  const label = `Salle ${number}`;
  await client.practice.addRoom({ ...key(), label });
  const status = await client.imports.status({});
  process.stdout.write(`${JSON.stringify({ label, phase: status?.phase, done: status?.done })}\n`);
  await new Promise((resolve) => setTimeout(resolve, 20));
}
