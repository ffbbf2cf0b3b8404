import { expect, test } from 'vitest';
import { summarize, tallyCheck, tallyPlaywright, tallyScenarios, tallyVitest, tallyWithExit } from './tally.ts';

const cleanRun = { success: true, numPassedTests: 5, numFailedTests: 0, numPendingTests: 1 };

test('a unit run counts its tests', () => {
  expect(tallyVitest(cleanRun)).toEqual({ passed: 5, failed: 0, skipped: 1 });
});

test('a unit run that failed without a failing test counts one failure', () => {
  expect(tallyVitest({ ...cleanRun, success: false }).failed).toBe(1);
});

test('a flaky browser test counts as failed', () => {
  expect(tallyPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 2, skipped: 0 } })).toEqual({ passed: 3, failed: 3, skipped: 0 });
});

test('a suite that exits badly with a clean report still fails', () => {
  expect(tallyWithExit({ passed: 4, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  expect(tallyWithExit({ passed: 4, failed: 2, skipped: 0 }, 1).failed).toBe(2);
});

test('the last line of the summary is the sum over all suites and nothing else', () => {
  const lines = summarize([
    { name: 'types', tally: tallyCheck(true) },
    { name: 'lint', tally: tallyCheck(false) },
    { name: 'unit tests', tally: tallyVitest(cleanRun) },
  ]);
  expect(lines.at(-1)).toBe('6 passed, 1 failed');
  expect(lines[1]).toBe('✗ lint        0 passed, 1 failed');
  expect(lines[2]).toContain('1 skipped');
});

test('the scenario runner is read by its last line; without one it has failed', () => {
  expect(tallyScenarios('✓ a.json\n\n12 passed, 1 failed\n')).toEqual({ passed: 12, failed: 1, skipped: 0 });
  expect(tallyScenarios('ReferenceError')).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
