import type { AreaHandlers } from '#electron/security/call.ts';
import { deadlineCalendar } from './deadline-calendar.ts';
import { listDeadlines } from './list-deadlines.ts';

/** What falls due for the employer, and its calendar file. */
export function deadlinesHandlers(): AreaHandlers<'deadlines'> {
  return {
    list: async (call) => ({ day: call.clock.today(), deadlines: await listDeadlines(call) }),
    async calendar(call) {
      const [now, today] = [call.clock.now(), call.clock.today()];
      const text = deadlineCalendar(await listDeadlines(call), { now, today });
      return { fileName: `echeances-${today}.ics`, text };
    },
  };
}
