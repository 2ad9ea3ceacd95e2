import type { InformedAssistant, PersonTime, PracticeTime } from '#shared/contract/time.ts';
import type { QueryCall } from '#electron/security/call.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { personTime, practiceTimeByWhom } from './count-time.ts';
import { personOf, readInformed, whyNotShown } from './information.ts';
import type { Range } from './messages.ts';

/** For the patients of these doctors. */
interface Period extends Range {
  readonly doctorIds: readonly string[];
}

/** Figures of one person, or why they are not shown. */
type PersonShown =
  | { readonly informed: InformedAssistant; readonly time: PersonTime; readonly why: null }
  | { readonly informed: InformedAssistant; readonly time: null; readonly why: string };

/** Time given back over days of one's own choosing, for the aid file. Rights are those of who asks. */
export function timeReadings(practice: Practice) {
  return {
    /** With the only person these figures come from; null: several, or nobody. */
    async practice(
      { db, clock }: QueryCall,
      period: Period,
    ): Promise<{ time: PracticeTime; alone: InformedAssistant | null }> {
      const { time, authors } = await practiceTimeByWhom(practice, db, { ...period, today: clock.today() });
      const [only] = authors;
      return { time, alone: only === undefined || authors.length > 1 ? null : await personOf(db, only) };
    },
    /** Null: no such assistant. */
    async person(
      { db, clock }: QueryCall,
      { assistantId, ...period }: Period & { assistantId: string },
    ): Promise<PersonShown | null> {
      const informed = (await readInformed(db)).find((known) => known.assistantId === assistantId);
      if (informed === undefined) return null;
      const today = clock.today();
      const why = whyNotShown(informed, today);
      if (why !== null) return { informed, time: null, why };
      const accountId = informed.accountId ?? '';
      return { informed, time: await personTime(practice, db, { ...period, today, accountId }), why };
    },
  };
}
