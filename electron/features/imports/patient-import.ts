import type { ImportCounts, ImportReportLine } from '#shared/contract/imports.ts';
import type { FileFacts } from './analyse.ts';
import type { CheckOrder } from './check.ts';

/** The import of a list of patients, as its desk and its worker exchange it. */
export interface PatientImport {
  file: FileFacts;
  order: CheckOrder;
  result: ImportCounts;
  line: ImportReportLine;
}
