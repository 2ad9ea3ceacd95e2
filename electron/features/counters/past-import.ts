import type {
  PastVisitAnalysis,
  PastVisitCounts,
  PastVisitReportLine,
  PastVisitStatus,
} from '#shared/contract/counters.ts';
import type { PastVisitMapping, PastVisitOutcome } from '#shared/domain/past-visits.ts';
import type { CsvShape } from '#electron/exchange/csv/rows.ts';

/** What a list of past visits is, once read. A calendar has no shape: its columns are ours. */
export interface PastFile {
  kind: 'csv' | 'ics';
  shape: CsvShape | null;
  header: string[];
  analysis: Omit<PastVisitAnalysis, 'id' | 'fileName'>;
}

export interface PastCheckOrder {
  mapping: PastVisitMapping;
  /** Doctor of the whole file, when no column says it. */
  doctorId: string | null;
  /** Answers for names not understood; null = leave their lines out. */
  doctors: readonly { text: string; doctorId: string | null }[];
  unknownPatients: 'keep' | 'leave';
  today: string;
  /** Stages that count as seen: a passage of Prélude already counted is a duplicate. */
  stages: readonly string[];
  /** Key of the digests that stand for persons without a file. */
  personKey: Uint8Array;
}

export interface PastResult {
  counts: PastVisitCounts;
  doctors: PastVisitStatus['doctors'];
}

/** A line judged. Names stay in the file: only a file's id or a digest is kept. */
export interface PastLine {
  line: number;
  outcome: PastVisitOutcome;
  day: string | null;
  reasons: string[];
  doctorId: string | null;
  /** The name of the doctor as written, to be answered. */
  doctorText: string;
  patientId: string | null;
  patientKey: string;
}

/** The import of past visits, as its desk and its worker exchange it. */
export interface PastImport {
  file: PastFile;
  order: PastCheckOrder;
  result: PastResult;
  line: PastVisitReportLine;
}
