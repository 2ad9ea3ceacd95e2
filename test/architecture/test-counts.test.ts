import { describe, expect, test } from 'vitest';
import { closingLine, countResults, sumCounts } from '../../build/test-counts.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

describe('le compte des essais', () => {
  test('compte ce que dit le rapport', () => {
    const report = {
      testResults: [file('passed', 'passed', 'passed', 'skipped'), file('failed', 'passed', 'failed', 'todo')],
    };
    expect(countResults(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test('un fichier qui ne se charge pas est un échec', () => {
    expect(countResults({ testResults: [file('failed')] }, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('une fin en erreur sans essai nommé, ou sans rapport, est un échec', () => {
    expect(countResults({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
    expect(countResults(undefined, 1).failed).toBe(1);
  });

  test('la ligne de fin', () => {
    const counts = sumCounts([
      { passed: 10, failed: 0, skipped: 0 },
      { passed: 2, failed: 1, skipped: 0 },
    ]);
    expect(closingLine(counts)).toBe('12 passed, 1 failed');
    expect(closingLine({ ...counts, skipped: 1 })).toBe('12 passed, 1 failed, 1 skipped');
  });
});
