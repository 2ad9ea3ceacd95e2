import { createRouterClient } from '@orpc/server';
import type { ContractRouterClient } from '@orpc/contract';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract } from '#shared/contract/contract.ts';
import type { ErrorCode } from '#shared/contract/errors.ts';
import { createCore, type Core } from '#electron/core/create-core.ts';
import { fixedClock } from '#electron/platform/clock.ts';
import { createLog } from '#electron/platform/log.ts';
import { inventedStick } from './removable.ts';

/** Weak on purpose: the real parameters are tried once, in the vault's own test. */
export const testScrypt = { N: 2 ** 10, r: 8, p: 1 };
export const phrase = 'Tilleul-42 sous la pluie';
export type Client = ContractRouterClient<Contract>;

export const tempDir = (): string => mkdtempSync(join(tmpdir(), 'prelude-essai-'));
export const key = (): { idempotencyKey: string } => ({ idempotencyKey: randomUUID() });

/** A client on a post of this core, through the real router: permission, validation both ways, errors. */
export function clientOf(core: Core, postId: string = randomUUID()): Client {
  return createRouterClient(core.router, {
    context: { post: { id: postId, label: 'Poste d’essai' } },
  }) as unknown as Client;
}

export interface TestPractice {
  core: Core;
  dataDir: string;
  clock: ReturnType<typeof fixedClock>;
  /** Dr Claire Lemoine, responsable, signed in on her post. */
  doctor: Client;
  doctorAccountId: string;
  doctorIds: string[];
  recoveryKey: string;
  /** A removable disk of the machine. */
  stick: ReturnType<typeof inventedStick>;
  /** Invites a person of this role, who chooses a phrase and signs in on their own post. */
  join(
    role: 'assistant' | 'secretaire' | 'gestionnaire' | 'medecin' | 'remplacant',
    name?: [string, string],
  ): Promise<{ client: Client; accountId: string; postId: string }>;
  close(): Promise<void>;
}

/** A practice on a real encrypted file, on Tuesday 17 November 2026 at 08:00 in Paris. */
export async function foundTestPractice(options: { at?: string; dataDir?: string } = {}): Promise<TestPractice> {
  const dataDir = options.dataDir ?? tempDir();
  const clock = fixedClock(options.at ?? '2026-11-17T07:00:00Z');
  const stick = inventedStick();
  const core = createCore({
    dataDir,
    version: 'essai',
    clock,
    log: createLog({ silent: true }),
    scrypt: testScrypt,
    disks: stick.disks,
  });
  const doctor = clientOf(core);
  const drawn = await doctor.vault.drawRecoveryKey({});
  const { accountId } = await doctor.vault.create({
    ticket: drawn.ticket,
    typedGroups: drawn.ask.map((number) => drawn.groups[number - 1] ?? ''),
    practice: { name: 'Cabinet des Tilleuls', city: 'Briey' },
    doctors: [
      { civility: 'Dr', givenName: 'Claire', familyName: 'Lemoine', rpps: null },
      { civility: 'Dr', givenName: 'Karim', familyName: 'Benali', rpps: null },
    ],
    person: { givenName: 'Claire', familyName: 'Lemoine', role: 'medecin', doctorIndex: 0 },
    phrase,
  });
  const { doctors } = await doctor.practice.get({});
  return {
    core,
    dataDir,
    clock,
    doctor,
    doctorAccountId: accountId,
    doctorIds: doctors.map((one) => one.id),
    recoveryKey: drawn.groups.join(' '),
    stick,
    async join(role, name = ['Nadia', 'Ferrand']) {
      const [givenName, familyName] = name;
      const dates =
        role === 'remplacant' ? { validFrom: '2026-11-01', validTo: '2026-11-30' } : { validFrom: null, validTo: null };
      const created = await doctor.accounts.create({
        ...key(),
        givenName,
        familyName,
        civility: null,
        role,
        responsable: false,
        doctorId: null,
        ...dates,
      });
      const postId = randomUUID();
      const client = clientOf(core, postId);
      await client.vault.redeemCode({ accountId: created.id, code: created.oneTimeCode, phrase });
      return { client, accountId: created.id, postId };
    },
    async close() {
      await core.close();
      stick.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The code of a refusal, or the success that should not have been. */
export async function refusalOf(call: Promise<unknown>): Promise<ErrorCode | 'accepté'> {
  try {
    await call;
    return 'accepté';
  } catch (error) {
    return (error as { code: ErrorCode }).code;
  }
}
