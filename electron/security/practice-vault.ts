import { existsSync, rmSync } from 'node:fs';
import { defaultSettings, SettingsValue } from '#shared/contract/practice.ts';
import { DomainError } from '#shared/contract/errors.ts';
import type { OpenPractice } from './open-practice.ts';
import type { Clock } from '#electron/platform/clock.ts';
import type { Log } from '#electron/platform/log.ts';
import { keyFor, type Derivation, type ScryptParameters } from './derivation.ts';
import { createHeadWriter, headPath, readHead, type Head } from './head-file.ts';
import { behindHead, type Rescue } from './rescue.ts';
import { createSessions } from './sessions.ts';
import { createVault, type Vault } from './vault.ts';
import { baseFile } from './vault-file.ts';
import { openSqlite, type SqliteBase } from '#electron/storage/engines/sqlite.ts';
import { readingFace } from '#electron/storage/engines/sqlite-reading.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import { migrate } from '#electron/storage/migrations/migration.ts';
import { createRecoveryTickets } from './recovery-tickets.ts';

interface OpenBase extends OpenPractice {
  master: Buffer;
  writing: SqliteBase;
  reading: SqliteBase;
  head: Head;
  settle(): void;
}

const answersKept = 48 * 3600_000;
/**
 * The vault and the base behind it: closed / open / rescue. The key is in memory only while open, and
 * leaves it after some minutes with no active session.
 */
export function createPractice(parts: {
  dataDir: string;
  clock: Clock;
  log: Log;
  derivation: Derivation;
  scrypt?: ScryptParameters;
  onSessionChange: (postId: string) => void;
}) {
  const { dataDir, clock, derivation } = parts;
  const vault: Vault = createVault(dataDir, clock, derivation, parts.scrypt);
  const tickets = createRecoveryTickets();
  const sessions = createSessions(clock, (postId) => {
    parts.onSessionChange(postId);
    watchIdle();
  });
  let open: OpenBase | null = null;
  let opening: Promise<void> | null = null;
  let rescue: Rescue | null = null;
  let idle: NodeJS.Timeout | null = null;
  let turn = 0;

  /** Arms the closing when no session is active, with the delay the practice has chosen. */
  function watchIdle(): void {
    if (idle !== null) clearTimeout(idle);
    idle = null;
    const mine = ++turn;
    const base = open;
    if (base === null || sessions.anyActive()) return;
    void keyMinutesOf(base).then((minutes) => {
      if (mine !== turn || open !== base) return;
      idle = setTimeout(() => void close().catch(() => parts.log.error({}, 'closing')), minutes * 60_000);
      idle.unref();
    });
  }

  async function openBase(master: Buffer): Promise<void> {
    const file = baseFile(dataDir);
    const key = keyFor('base', master);
    const headKey = keyFor('head', master);
    let writing: SqliteBase | null = null;
    try {
      if (vault.founded) rescue = await behindHead(file, key, readHead(dataDir, headKey));
      else removeUnfinished(dataDir);
      if (rescue !== null) return;
      writing = openSqlite({ file, key, checkpoints: 'elsewhere' });
      await migrate(writing.db, 'sqlite', clock);
      // Answers kept for a repeated sending serve within the minute: none outlives two days.
      await writing.db.deleteFrom('idempotency').where('at', '<', clock.later(-answersKept)).execute();
      const { seq, hash } = await writing.db
        .selectFrom('journal_head')
        .select(['seq', 'hash'])
        .where('id', '=', 1)
        .executeTakeFirstOrThrow();
      const reading = openSqlite({ file, key, readonly: true, cacheKib: 16_384 });
      open = openedBase({ master, writing, reading, head: { seq: Number(seq), hash } }, headKey);
      watchIdle();
    } catch (error) {
      await writing?.close().catch(() => {});
      if (error instanceof StorageFailure && (error.kind === 'corrupted' || error.kind === 'wrong_key')) {
        rescue = { missing: null };
        return;
      }
      throw error;
    } finally {
      key.fill(0);
    }
  }

  function openedBase(parts: Pick<OpenBase, 'master' | 'writing' | 'reading' | 'head'>, headKey: Buffer): OpenBase {
    const writer = createHeadWriter(dataDir, headKey, parts.head);
    const base: OpenBase = {
      ...parts,
      reader: readingFace(parts.writing, parts.reading),
      writer: parts.writing.db,
      waiting: parts.writing.waiting,
      committed(next) {
        if (!vault.founded) vault.markFounded();
        base.head = { seq: next.seq, hash: next.hash };
        writer.committed(base.head);
      },
      settle() {
        writer.settle(base.head);
        headKey.fill(0);
      },
    };
    return base;
  }

  /** Takes the key over, or wipes it when the base is open already. @throws DATA_DAMAGED */
  async function unlock(master: Buffer): Promise<void> {
    if (open === null) {
      rescue = null;
      opening ??= openBase(master).finally(() => (opening = null));
      await opening;
    }
    if (open?.master !== master) master.fill(0);
    if (rescue !== null) throw new DomainError('DATA_DAMAGED', { missing: rescue.missing });
  }

  /** Waits for the running command, then closes; the key leaves the memory whatever the disk answers. */
  async function close(): Promise<void> {
    await opening?.catch(() => {});
    const base = open;
    open = null;
    watchIdle();
    tickets.clear();
    sessions.clear();
    if (base === null) return;
    try {
      await base.writer.connection().execute(async () => {});
      base.settle();
    } finally {
      base.master.fill(0);
      await base.reading.close().catch(() => {});
      await base.writing.close();
    }
  }

  const requireOpen = (): OpenBase => {
    if (rescue !== null) throw new DomainError('DATA_DAMAGED', { missing: rescue.missing });
    if (open === null) throw new DomainError('VAULT_CLOSED', {});
    return open;
  };

  return {
    dataDir,
    vault,
    sessions,
    tickets,
    get rescue() {
      return rescue;
    },
    get isOpen() {
      return open !== null;
    },
    /** The key and file for a worker's own connection. Only while open. */
    workerAccess: () => ({ file: baseFile(dataDir), key: keyFor('base', requireOpen().master) }),
    /** The key of the kept proofs, a fresh copy to wipe after use. Only while open. */
    documentKey: () => keyFor('documents', requireOpen().master),
    /** The key of the digests that stand for a person without a file, to wipe after use. Only while open. */
    personKey: () => keyFor('persons', requireOpen().master),
    requireOpen,
    unlock,
    close,
    /** The practice has just chosen another delay. */
    drawRecoveryKey: () => tickets.draw(),
    sealOneTimeCode: (accountId: string, code: string) => vault.sealOneTimeCode(accountId, code, requireOpen().master),
    setPhrase: (accountId: string, phrase: string) => vault.setPhrase(accountId, phrase, requireOpen().master),
    replaceRecoveryKey: (signs: string) => vault.replaceRecovery(signs, requireOpen().master),
    /** The storage reported damage while open: everything closes and the rescue screen shows. */
    async damaged(): Promise<void> {
      rescue = { missing: null };
      await close().catch(() => {});
    },
  };
}

/** The chosen delay, or the default when nothing readable is stored. */
async function keyMinutesOf(base: OpenBase): Promise<number> {
  try {
    const row = await base.reader.selectFrom('setting').select('value').where('id', '=', 'practice').executeTakeFirst();
    const stored = SettingsValue.partial().safeParse(JSON.parse(row?.value ?? '{}'));
    return stored.data?.keyMinutes ?? defaultSettings.keyMinutes;
  } catch {
    return defaultSettings.keyMinutes;
  }
}

/** What a creation cut short has left: no action was ever confirmed in it. */
function removeUnfinished(dataDir: string): void {
  for (const path of [baseFile(dataDir), `${baseFile(dataDir)}-wal`, `${baseFile(dataDir)}-shm`, headPath(dataDir)]) {
    if (existsSync(path)) rmSync(path);
  }
}

export type Practice = ReturnType<typeof createPractice>;
