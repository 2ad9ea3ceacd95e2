import type { Kysely } from 'kysely';
import { writeEntry } from '#electron/audit/journal.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { QueryCall } from '#electron/security/call.ts';

const window = 10 * 60_000;

/**
 * Journals the opening of a patient's file before the data leave (settled point 6).
 * Same person, patient and post within 10 minutes is one entry.
 */
export function createOpenings() {
  const recent = new Map<string, number>();
  return {
    /** @returns the entry's sequence and hash, or null when the opening was already written */
    async record(db: Kysely<Schema>, call: Omit<QueryCall, 'db'>, procedure: string, patientId: string) {
      const key = `${call.person.accountId} ${call.post.id} ${patientId}`;
      const now = call.clock.millis();
      const before = recent.get(key);
      if (before !== undefined && now - before < window) return null;
      if (recent.size > 5000) recent.clear();
      const facts = {
        accountId: call.person.accountId,
        postId: call.post.id,
        procedure,
        recordId: patientId,
        patientId,
        reason: null,
      };
      const entry = await db.transaction().execute((tx) => writeEntry(tx, call.clock, facts, []));
      recent.set(key, now);
      return entry;
    },
    forget: () => recent.clear(),
  };
}
