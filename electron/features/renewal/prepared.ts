import type { RenewalSnapshot } from '#shared/domain/renewal-report.ts';
import { isComplete, type ChecklistLine } from '#shared/domain/renewal.ts';
import type { QueryCall } from '#electron/security/call.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { canonicalJson, fingerprintOf } from './canonical.ts';
import { checklistOf } from './checklist.ts';
import { gather, type Asked, type Subject } from './gather/gather.ts';
import type { Gathered } from './gather/gathered.ts';
import type { RenewalReadings } from './gather/readings.ts';
import { snapshotOf } from './snapshot.ts';

/** A file read again after this is prepared anew: what is frozen is what was just read. */
const keptFor = 30 * 60_000;
const keptAtMost = 24;

interface Shown {
  readonly subject: Subject;
  readonly text: string;
  readonly complete: boolean;
  readonly until: number;
}

export interface Prepared {
  readonly fingerprint: string;
  readonly snapshot: RenewalSnapshot;
  readonly checklist: ChecklistLine[];
  readonly gathered: Gathered;
}

/**
 * Files as the screens show them, until one is frozen: freezing keeps the very text that was read, and gathers nothing
 * inside a transaction.
 */
export function createPreparedDesk(practice: Practice, read: RenewalReadings) {
  const shown = new Map<string, Shown>();
  return {
    async prepare(call: QueryCall, subject: Asked): Promise<Prepared> {
      const gathered = await gather(call, practice, read, subject);
      const checklist = checklistOf(gathered);
      const snapshot = snapshotOf(gathered, checklist, call.clock.now());
      const text = canonicalJson(snapshot);
      const fingerprint = fingerprintOf(text);
      const now = call.clock.millis();
      for (const [other, { until }] of shown) if (until <= now || shown.size >= keptAtMost) shown.delete(other);
      shown.set(fingerprint, { subject, text, complete: isComplete(checklist), until: now + keptFor });
      return { fingerprint, snapshot, checklist, gathered };
    },
    /** The text shown under this fingerprint, or null when it is no longer kept. */
    taken(subject: Subject, fingerprint: string, now: number): Shown | null {
      const one = shown.get(fingerprint);
      if (one === undefined || one.until <= now) return null;
      const same = one.subject.contractId === subject.contractId && one.subject.contractYear === subject.contractYear;
      return same ? one : null;
    },
    clear: (): void => shown.clear(),
  };
}
