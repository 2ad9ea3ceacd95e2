import type { AreaHandlers } from '#electron/security/call.ts';
import { addOfficial, correctOfficial, removeOfficial } from './official.ts';
import { readOfficials } from './official.repository.ts';
import type { PastVisitDesk } from './past-desk.ts';
import { listPastRuns, reportOfPastRun, undoPastImport } from './past.repository.ts';
import { counterCurve, counterView } from './view.ts';

/** Counters of the aid, and the import of past visits. Whose memory and worker: see the desk. */
export function countersHandlers(desk: PastVisitDesk): AreaHandlers<'counters'> {
  return {
    view: counterView,
    curve: counterCurve,
    officials: async ({ db }, input) => ({ officials: await readOfficials(db, input) }),
    addOfficial,
    correctOfficial,
    async removeOfficial(call, { id }) {
      await removeOfficial(call, id);
      return {};
    },
    pastBegin: (call, input) => desk.begin(call, input),
    pastChunk: (call, input) => desk.chunk(call, input),
    pastAnalyse: (call, { id }) => desk.analyse(call, id),
    pastCheck: (call, input) => desk.check(call, input),
    async pastReport({ db }, { id, ...page }) {
      const checked = desk.lines(id);
      return checked === null ? reportOfPastRun(db, { id, ...page }) : checked.ask({ kind: 'report', ...page });
    },
    pastStart: (call, { id }) => desk.start(call, id),
    pastStop: (call, { id }) => desk.stop(call, id),
    pastStatus: async (call) => desk.status(call),
    pastRuns: async ({ db }) => ({ runs: await listPastRuns(db) }),
    async pastUndo(call, { id }) {
      const done = await undoPastImport(call, id);
      // The removal waits for its turn to write, which comes after this command.
      desk.sweepSoon();
      return done;
    },
  };
}
