import { z } from 'zod';

/** How many checks or tests of one suite passed, failed or did not run. */
export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** One finished suite of `npm test`. */
export type SuiteResult = { readonly name: string; readonly tally: Tally };

const vitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Reads Vitest's JSON report. A run that failed without a failing test (a file that cannot be loaded) counts as one failure. */
export function tallyVitest(report: unknown): Tally {
  const read = vitestReport.parse(report);
  const failed = Math.max(read.numFailedTests, read.success ? 0 : 1);
  return { passed: read.numPassedTests, failed, skipped: read.numPendingTests };
}

/** Reads Playwright's JSON report. A flaky test counts as failed: retries are off, and it did fail. */
export function tallyPlaywright(report: unknown): Tally {
  const { stats } = playwrightReport.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/** Reads the last line of the scenario runner, or of the explorer: "12 passed, 1 failed". Without one nothing was run, which is a failure. */
export function tallyScenarios(output: string): Tally {
  const [, passed, failed] = /(\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  return passed === undefined ? tallyCheck(false) : { passed: Number(passed), failed: Number(failed), skipped: 0 };
}

/** The tally of a check that has no tests inside: it passed or it failed. */
export function tallyCheck(passed: boolean): Tally {
  return passed ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** A suite that ended badly must show as failed, whatever its report says. */
export function tallyWithExit(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** The lines that close `npm test`: one per suite, then the sum alone on the last line. */
export function summarize(results: readonly SuiteResult[]): readonly string[] {
  const width = Math.max(0, ...results.map(({ name }) => name.length));
  const rows = results.map(({ name, tally }) => {
    const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
    return `${tally.failed > 0 ? '✗' : '✓'} ${name.padEnd(width)}  ${tally.passed} passed, ${tally.failed} failed${skipped}`;
  });
  return [...rows, '', `${sum(results, 'passed')} passed, ${sum(results, 'failed')} failed`];
}

function sum(results: readonly SuiteResult[], field: keyof Tally): number {
  return results.reduce((total, { tally }) => total + tally[field], 0);
}
