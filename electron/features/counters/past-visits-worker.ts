import { serveImport } from '#electron/exchange/import/worker-host.ts';
import type { BulkWriter } from '#electron/storage/bulk.ts';
import { checkPastLines, pastResultOf } from './past-check.ts';
import { analysePastFile } from './past-file.ts';
import type { PastImport, PastLine } from './past-import.ts';
import { linkPersons } from './past-link.ts';
import { dropPastImport, loadPastLines } from './past-load.ts';

/** Did files or imports change after this journal entry? The lines are then judged again. */
const changedSince = (base: Pick<BulkWriter, 'all'>, seq: number) =>
  base.all(
    `select 1 from journal_value where seq > ? and table_name in ('patient', 'import_run', 'past_visit_import') limit 1`,
    seq,
  ).length > 0;

serveImport<PastImport, PastLine>({
  analyse: analysePastFile,
  check: checkPastLines,
  resultOf: pastResultOf,
  reportOf: ({ line, outcome, day, reasons }) => ({ line, outcome, day, reasons }),
  changedSince,
  load: loadPastLines,
  drop: dropPastImport,
  tidy: linkPersons,
});
