import type { InformedAssistant, PersonTime, PracticeTime } from '#shared/contract/time.ts';
import type { QueryCall } from '#electron/security/call.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { personTime, practiceTime } from './count-time.ts';
import { readInformed, whyNotShown } from './information.ts';
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
    practice: ({ db, clock }: QueryCall, period: Period): Promise<PracticeTime> =>
      practiceTime(practice, db, { ...period, today: clock.today() }),
    async informed({ db }: QueryCall): Promise<InformedAssistant[]> {
      return readInformed(db);
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
