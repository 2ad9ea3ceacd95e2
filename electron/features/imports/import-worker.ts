import { serveImport } from '#electron/exchange/import/worker-host.ts';
import type { BulkWriter } from '#electron/storage/bulk.ts';
import { analyseFile } from './analyse.ts';
import { checkLines, countsOf, type CheckedLine } from './check.ts';
import { dropImport } from './drop.ts';
import { loadLines } from './load.ts';
import type { PatientImport } from './patient-import.ts';

/** Did a file appear or change after this journal entry? The duplicates are then looked for again. */
const filesChangedSince = (bulk: Pick<BulkWriter, 'all'>, seq: number) =>
  bulk.all(`select 1 from journal_value where seq > ? and table_name in ('patient', 'import_run') limit 1`, seq)
    .length > 0;

serveImport<PatientImport, CheckedLine>({
  analyse: analyseFile,
  check: checkLines,
  resultOf: countsOf,
  reportOf: ({ line, outcome, reasons, looksLike }) => ({ line, outcome, reasons, looksLike, patientId: null }),
  changedSince: filesChangedSince,
  load: loadLines,
  drop: dropImport,
});
