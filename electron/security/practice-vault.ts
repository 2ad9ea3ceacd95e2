import { join } from 'node:path';
import { DomainError } from '#shared/contract/errors.ts';
import type { OpenPractice } from './open-practice.ts';
import type { Clock } from '#electron/platform/clock.ts';
import type { Log } from '#electron/platform/log.ts';
import { keyFor, type Derivation, type ScryptParameters } from './derivation.ts';
import { createHeadWriter, readHead, type Head } from './head-file.ts';
import { createSessions } from './sessions.ts';
import { createVault, type Vault } from './vault.ts';
import { openSqlite, type SqliteBase } from '#electron/storage/engines/sqlite.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import { migrate } from '#electron/storage/migrations/migration.ts';
import { createRecoveryTickets } from './recovery-tickets.ts';

export const baseFile = (dataDir: string) => join(dataDir, 'cabinet.db');

/** Why the rescue screen shows: `missing` = confirmed actions the base no longer has, when that is known. */
export interface Rescue {
  missing: number | null;
}

interface OpenBase extends OpenPractice {
  master: Buffer;
  writing: SqliteBase;
  reading: SqliteBase;
  head: Head;
  settle(): Promise<void>;
}

/**
 * The vault and the base behind it: closed / open / rescue. The key is in memory only while open, and
 * leaves it after some minutes with no active session.
 */
export function createPractice(parts: { dataDir: string; clock: Clock; log: Log; derivation: Derivation; scrypt?: ScryptParameters; onSessionChange: (postId: string) => void }) {
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
  let keyMinutes = 30;

  function watchIdle(): void {
    if (idle !== null) clearTimeout(idle);
    idle = null;
    if (open === null || sessions.anyActive()) return;
    idle = setTimeout(() => void close(), keyMinutes * 60_000);
    idle.unref();
  }

  async function openBase(master: Buffer): Promise<void> {
    const file = baseFile(dataDir);
    const key = keyFor('base', master);
    const headKey = keyFor('head', master);
    const known = readHead(dataDir, headKey);
    let writing: SqliteBase | null = null;
    try {
      writing = openSqlite({ file, key });
      await migrate(writing.db, 'sqlite', clock);
      const row = await writing.db.selectFrom('journal_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow();
      const head: Head = { seq: Number(row.seq), hash: row.hash };
      const behind = await missingActions(writing, known, head);
      if (behind !== null) {
        await writing.close();
        rescue = behind;
        return;
      }
      const reading = openSqlite({ file, key, readonly: true });
      const writer = createHeadWriter(dataDir, headKey);
      const base: OpenBase = {
        master,
        writing,
        reading,
        head,
        reader: reading.db,
        writer: writing.db,
        committed(next) {
          base.head = { seq: next.seq, hash: next.hash };
          writer.committed(base.head);
        },
        settle: () => writer.settle(base.head),
      };
      await base.settle();
      open = base;
      rescue = null;
    } catch (error) {
      await writing?.close().catch(() => {});
      if (error instanceof StorageFailure && (error.kind === 'corrupted' || error.kind === 'wrong_key')) {
        rescue = { missing: null };
        return;
      }
      throw error;
    }
  }

  /** A base behind its head has lost confirmed actions, whatever integrity_check says. */
  async function missingActions(base: SqliteBase, known: Head | null | 'forged', head: Head): Promise<Rescue | null> {
    if (known === 'forged') return { missing: null };
    if (known === null) return head.seq === 0 ? null : { missing: null };
    if (known.seq > head.seq) return { missing: known.seq - head.seq };
    if (known.seq === 0) return null;
    const at = await base.db.selectFrom('journal').select('hash').where('seq', '=', known.seq).executeTakeFirst();
    return at?.hash === known.hash ? null : { missing: null };
  }

  async function unlock(master: Buffer): Promise<void> {
    if (open !== null) return;
    opening ??= openBase(master).finally(() => (opening = null));
    await opening;
    if (rescue !== null) throw new DomainError('DATA_DAMAGED', { missing: rescue.missing });
  }

  async function close(): Promise<void> {
    if (idle !== null) clearTimeout(idle);
    sessions.clear();
    const base = open;
    open = null;
    if (base === null) return;
    await base.settle();
    await base.reading.close();
    await base.writing.close();
    base.master.fill(0);
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
    requireOpen,
    unlock,
    close,
    setKeyMinutes: (minutes: number) => void (keyMinutes = minutes),
    drawRecoveryKey: () => tickets.draw(),
    issueOneTimeCode: (accountId: string) => vault.issueOneTimeCode(accountId, requireOpen().master),
    setPhrase: (accountId: string, phrase: string) => vault.setPhrase(accountId, phrase, requireOpen().master),
    replaceRecoveryKey: (ticket: string, typed: readonly string[]) => vault.replaceRecovery(tickets.redeem(ticket, typed), requireOpen().master),
    /** The storage reported damage while open: everything closes and the rescue screen shows. */
    async damaged(): Promise<void> {
      rescue = { missing: null };
      await close().catch(() => {});
    },
  };
}

export type Practice = ReturnType<typeof createPractice>;
