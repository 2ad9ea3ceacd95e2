// A core in this process, on a copy of the large practice, with people signed in through the real router.
import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract } from '../../shared/contract/contract.ts';
import { createCore, type Core } from '../../electron/core/create-core.ts';
import { fixedClock } from '../../electron/platform/clock.ts';
import { createLog } from '../../electron/platform/log.ts';
import { benchNow, benchPhrase, copyPractice } from '../seed/large-practice.ts';

export type Client = ContractRouterClient<Contract>;
export const once = (): { idempotencyKey: string } => ({ idempotencyKey: randomUUID() });

export interface Seat {
  core: Core;
  folder: string;
  client: Client;
  accountId: string;
  doctorIds: string[];
  reasonIds: string[];
  close(): Promise<void>;
}

/** What leaves a core: the answer, as text. */
export async function serialised<T>(answer: Promise<T>): Promise<T> {
  const output = await answer;
  JSON.stringify(output);
  return output;
}

/** A copy of its own, wholly on the disk: hundreds of megabytes still to be written would delay every durable write. */
export function ownCopy(practice: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'prelude-mesure-'));
  copyPractice(practice, folder);
  for (const name of readdirSync(folder)) {
    const file = openSync(join(folder, name), 'r+');
    fsyncSync(file);
    closeSync(file);
  }
  return folder;
}

/** Somebody of this role, signed in on a post of their own. */
export async function signedIn(core: Core, role: string): Promise<{ client: Client; accountId: string }> {
  const client = createRouterClient(core.router, {
    context: { post: { id: randomUUID(), label: 'Poste de mesure' } },
  }) as unknown as Client;
  const accountId = (await client.vault.state({})).tiles.find((tile) => tile.role === role)?.accountId ?? '';
  await client.vault.signIn({ accountId, phrase: benchPhrase });
  return { client, accountId };
}

export async function openSeat(practice: string): Promise<Seat> {
  const folder = ownCopy(practice);
  const core = createCore({
    dataDir: folder,
    version: 'mesure',
    clock: fixedClock(benchNow),
    log: createLog({ silent: true }),
  });
  const { client, accountId } = await signedIn(core, 'assistant');
  const { doctors, reasons } = await client.practice.get({});
  return {
    core,
    folder,
    client,
    accountId,
    doctorIds: doctors.map((doctor) => doctor.id),
    reasonIds: reasons.map((reason) => reason.id),
    close: async () => {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
