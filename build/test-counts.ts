// Counts of a test run, read from vitest's JSON report.

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Assertion {
  readonly status: string;
}

interface FileResult {
  readonly status: string;
  readonly assertionResults: readonly Assertion[];
}

function fileResults(report: unknown): readonly FileResult[] {
  if (typeof report !== 'object' || report === null || !('testResults' in report)) return [];
  return Array.isArray(report.testResults) ? (report.testResults as readonly FileResult[]) : [];
}

/**
 * Counts of one run. A file that could not be loaded holds no test: it counts as one failure, as does a run
 * that ended in error (`status` ≠ 0) without naming a failed test.
 */
export function countResults(report: unknown, status: number): TestCounts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of fileResults(report)) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed').length;
    const passed = file.assertionResults.filter((test) => test.status === 'passed').length;
    counts.passed += passed;
    counts.failed += failed === 0 && file.status === 'failed' ? 1 : failed;
    counts.skipped += file.assertionResults.length - failed - passed;
  }
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

export function sumCounts(all: readonly TestCounts[]): TestCounts {
  return {
    passed: all.reduce((sum, one) => sum + one.passed, 0),
    failed: all.reduce((sum, one) => sum + one.failed, 0),
    skipped: all.reduce((sum, one) => sum + one.skipped, 0),
  };
}

/** `N passed, N failed`, and `, N skipped` when some were. */
export function closingLine({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
