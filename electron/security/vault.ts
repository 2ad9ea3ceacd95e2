import { randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError } from '#shared/contract/errors.ts';
import type { Slot, VaultFile, VaultPerson } from '#shared/contract/vault-file.ts';
import type { Role } from '#shared/permissions/roles.ts';
import type { Clock } from '#electron/platform/clock.ts';
import { strongParameters, type Derivation, type ScryptParameters } from './derivation.ts';
import { openSlot, readVaultFile, sealSlot, writeVaultFile } from './vault-file.ts';

const recoveryOwner = 'recovery';
const day = 24 * 3600_000;
const freeTries = 5;
const longestPause = 3_600_000;

/** The name and role written on a tile. */
export interface PersonFace {
  accountId: string;
  displayName: string;
  initials: string;
  role: Role;
}

/**
 * The practice's own key: 32 random bytes, sealed once per person and once under the recovery key.
 * Wrong tries are throttled per person and kept across restarts.
 */
export interface Vault {
  /** Null until the practice is founded, or being founded. */
  readonly file: VaultFile | null;
  readonly founded: boolean;
  /** The practice's first rows are committed: from now on a missing base is damage. */
  markFounded(): void;
  create(input: {
    vaultId: string;
    practiceName: string;
    demo: boolean;
    person: PersonFace;
    phrase: string;
    recoveryKey: string;
  }): Promise<Buffer>;
  /** @throws WRONG_PHRASE, THROTTLED, ACCOUNT_CLOSED */
  openWithPhrase(accountId: string, phrase: string): Promise<Buffer>;
  openWithRecovery(signs: string): Promise<Buffer>;
  openWithOneTimeCode(accountId: string, code: string): Promise<Buffer>;
  /** @throws ACCOUNT_CLOSED for a leaver or an unknown person */
  setPhrase(accountId: string, phrase: string, master: Buffer): Promise<void>;
  putPerson(face: PersonFace, closed?: boolean): void;
  closePerson(accountId: string): void;
  renamePractice(name: string): void;
  /** Puts in force a drawn code, told to the person by the responsable: valid 24 h, usable once. */
  sealOneTimeCode(accountId: string, code: string, master: Buffer): Promise<void>;
  replaceRecovery(signs: string, master: Buffer): Promise<void>;
}

/** @throws FolderRefusal when the vault's file is damaged or missing beside its base */
export function createVault(
  dataDir: string,
  clock: Clock,
  derivation: Derivation,
  parameters: ScryptParameters = strongParameters,
): Vault {
  const stored = readVaultFile(dataDir);
  // A creation cut short before its first commit holds nothing: the wizard starts again.
  let file = stored?.founded === false ? null : stored;

  const save = (next: VaultFile) => {
    writeVaultFile(dataDir, next);
    file = next;
  };
  const current = (): VaultFile => {
    if (file === null) throw new DomainError('VAULT_CLOSED', {});
    return file;
  };
  const without = (tries: VaultFile['tries'], who: string) =>
    Object.fromEntries(Object.entries(tries).filter(([name]) => name !== who));
  const seal = async (secret: string, master: Buffer, owner: string): Promise<Slot> => {
    const salt = randomBytes(16);
    return sealSlot(await derivation.derive(secret, salt, parameters), salt, parameters, master, owner);
  };
  const unseal = async (slot: Slot, secret: string, owner: string) =>
    openSlot(slot, await derivation.derive(secret, Buffer.from(slot.salt, 'base64'), slot), owner);
  const changePerson = (accountId: string, change: (person: VaultPerson) => VaultPerson) => {
    const vault = current();
    save({
      ...vault,
      people: vault.people.map((person) => (person.accountId === accountId ? change(person) : person)),
    });
  };
  const personOf = (accountId: string) => current().people.find((person) => person.accountId === accountId);

  /** Counts the try before it is made: a kill during the derivation does not give it back. */
  const guarded = async (
    who: string,
    attempt: () => Promise<Buffer | null>,
    refuse: (triesLeft: number) => DomainError,
  ): Promise<Buffer> => {
    const before = current().tries[who] ?? { count: 0, until: 0 };
    const wait = before.until - clock.millis();
    // A longer wait than any pause means that the machine's clock went back: it would last for years.
    if (wait > 0 && wait <= longestPause) throw new DomainError('THROTTLED', { seconds: Math.ceil(wait / 1000) });
    const count = before.count + 1;
    const pause = count < freeTries ? 0 : Math.min(60_000 * 2 ** (count - freeTries), longestPause);
    save({
      ...current(),
      tries: { ...current().tries, [who]: { count, until: pause === 0 ? 0 : clock.millis() + pause } },
    });
    const master = await attempt();
    if (master === null) throw refuse(Math.max(0, freeTries - count));
    save({ ...current(), tries: without(current().tries, who) });
    return master;
  };
  /** An identifier of no one is counted under one name: it must not make the file grow. */
  const countedAs = (accountId: string) => (personOf(accountId) === undefined ? 'inconnu' : accountId);
  const wrongPhrase = (triesLeft: number) => new DomainError('WRONG_PHRASE', { triesLeft });

  return {
    get file() {
      return file;
    },
    get founded() {
      return file?.founded === true;
    },
    markFounded: () => save({ ...current(), founded: true }),
    async create({ vaultId, practiceName, demo, person, phrase, recoveryKey }) {
      if (file !== null) throw new DomainError('VAULT_EXISTS', {});
      const master = randomBytes(32);
      const slot = await seal(phrase, master, person.accountId);
      const recovery = await seal(recoveryKey, master, recoveryOwner);
      const createdOn = clock.today();
      save({
        format: 1,
        vaultId,
        founded: false,
        practiceName,
        demo,
        createdOn,
        people: [{ ...person, closed: false, slot, oneTime: null }],
        recovery: { ...recovery, createdOn },
        tries: {},
      });
      return master;
    },
    openWithPhrase: (accountId, phrase) =>
      guarded(
        countedAs(accountId),
        async () => {
          const person = personOf(accountId);
          if (person?.closed === true) throw new DomainError('ACCOUNT_CLOSED', {});
          return person?.slot == null ? null : unseal(person.slot, phrase, accountId);
        },
        wrongPhrase,
      ),
    openWithRecovery: (signs) =>
      guarded(
        recoveryOwner,
        () => unseal(current().recovery, signs, recoveryOwner),
        () => new DomainError('WRONG_RECOVERY_KEY', {}),
      ),
    openWithOneTimeCode: (accountId, code) =>
      guarded(
        `${countedAs(accountId)}:code`,
        async () => {
          const person = personOf(accountId);
          if (person?.closed === true) throw new DomainError('ACCOUNT_CLOSED', {});
          const slot = person?.oneTime ?? null;
          if (slot === null || slot.until < clock.now()) return null;
          const master = await unseal(slot, readOneTimeCode(code), `${accountId}:code`);
          // Used at once, before the phrase is sealed: two tries at the same time cannot both pass.
          if (master === null || personOf(accountId)?.oneTime?.sealed !== slot.sealed) return null;
          changePerson(accountId, (known) => ({ ...known, oneTime: null }));
          return master;
        },
        () => new DomainError('WRONG_ONE_TIME_CODE', {}),
      ),
    async setPhrase(accountId, phrase, master) {
      if (personOf(accountId)?.closed !== false) throw new DomainError('ACCOUNT_CLOSED', {});
      const slot = await seal(phrase, master, accountId);
      changePerson(accountId, (person) => (person.closed ? person : { ...person, slot, oneTime: null }));
    },
    putPerson(face, closed = false) {
      const vault = current();
      const known = personOf(face.accountId);
      if (known !== undefined) return changePerson(face.accountId, (person) => ({ ...person, ...face, closed }));
      save({ ...vault, people: [...vault.people, { ...face, closed, slot: null, oneTime: null }] });
    },
    closePerson: (accountId) =>
      changePerson(accountId, (person) => ({ ...person, closed: true, slot: null, oneTime: null })),
    renamePractice: (practiceName) => save({ ...current(), practiceName }),
    async sealOneTimeCode(accountId, code, master) {
      const signs = readOneTimeCode(code);
      const slot = await seal(signs, master, `${accountId}:code`);
      const until = clock.later(day);
      changePerson(accountId, (person) => ({ ...person, oneTime: { ...slot, until } }));
      // The tries counted against the former code say nothing of this one.
      save({ ...current(), tries: without(current().tries, `${accountId}:code`) });
    },
    async replaceRecovery(signs, master) {
      const recovery = await seal(signs, master, recoveryOwner);
      save({ ...current(), recovery: { ...recovery, createdOn: clock.today() } });
    },
  };
}

/** A code of 12 signs as it is told: « ABCD-EFGH-JKLM ». */
export function drawOneTimeCode(): string {
  const signs = Array.from(randomBytes(12), (byte) => '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'[byte % 32]).join('');
  return signs.replace(/(.{4})(?=.)/g, '$1-');
}

const readOneTimeCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Constant-time comparison of short codes. */
export function sameCode(left: string, right: string): boolean {
  const a = Buffer.from(left.padEnd(32).slice(0, 32));
  const b = Buffer.from(right.padEnd(32).slice(0, 32));
  return timingSafeEqual(a, b);
}
