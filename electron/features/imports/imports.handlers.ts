import type { AreaHandlers } from '#electron/security/call.ts';
import type { ImportDesk } from './import-desk.ts';
import { listRuns, reportOfRun } from './import.repository.ts';
import { previewUndo, undoImport } from './undo-import.ts';

/** The import of a list of patients. Whose memory and worker: see the desk. */
export function importsHandlers(desk: ImportDesk): AreaHandlers<'imports'> {
  return {
    begin: (call, input) => desk.begin(call, input),
    chunk: (call, input) => desk.chunk(call, input),
    analyse: (call, { id }) => desk.analyse(call, id),
    check: (call, input) => desk.check(call, input),
    start: (call, { id }) => desk.start(call, id),
    stop: (call, { id }) => desk.stop(call, id),
    status: async (call) => desk.status(call),
    async report({ db }, { id, ...page }) {
      const checked = desk.lines(id);
      return checked === null ? reportOfRun(db, { id, ...page }) : checked.ask({ kind: 'report', ...page });
    },
    runs: ({ db }) => listRuns(db),
    undoPreview: (call, { id }) => previewUndo(call, id),
    async undo(call, { id }) {
      const done = await undoImport(call, id);
      // The removal waits for its turn to write, which comes after this command.
      desk.sweepSoon();
      return done;
    },
  };
}
