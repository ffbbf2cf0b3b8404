/**
 * `npm test`: every check and every suite, in order, all of them even when one fails.
 * The last line is the sum, `N passed, N failed`; the exit code is 1 if anything failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { type SuiteResult, type Tally, summarize, tallyCheck, tallyPlaywright, tallyScenarios, tallyVitest, tallyWithExit } from './tally.ts';

const reports = 'node_modules/.cache/reports';
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const results: SuiteResult[] = [];

check('types', 'tsc', ['-b']);
check('lint', 'oxlint', ['--type-aware', '--deny-warnings']);
check('dead code', 'knip', []);
unitTests();
scenarios();
exploration();
const built = check('production build', 'vite', ['build']);
endToEnd(built);

const lines = summarize(results);
headline('summary');
for (const line of lines) console.log(line);
process.exitCode = results.some(({ tally }) => tally.failed > 0) ? 1 : 0;

function unitTests(): void {
  headline('layers and unit tests');
  const report = join(reports, 'vitest.json');
  const exitCode = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  record('layers and unit tests', fromReport(report, tallyVitest, exitCode));
}

function scenarios(): void {
  const folder = 'scenarios';
  if (!existsSync('src/scenario/cli.ts') || !existsSync(folder)) return;
  headline('scenarios');
  const { stdout, status } = spawnSync('node', ['src/scenario/cli.ts', folder], { stdio: ['inherit', 'pipe', 'inherit'], encoding: 'utf8' });
  console.log(stdout);
  record('scenarios', tallyWithExit(tallyScenarios(stdout), status ?? 1));
}

/** Random centers: ten thousand in continuous integration, some elsewhere; `RINGBACK_EXPLORE_SEEDS` says otherwise, 0 for none. */
function exploration(): void {
  const seeds = process.env['RINGBACK_EXPLORE_SEEDS'] ?? (process.env['CI'] ? '10000' : '1000');
  if (seeds === '0') return;
  headline('random centers');
  const { stdout, status } = spawnSync('node', ['src/tools/explore.ts', '--seeds', seeds], { stdio: ['inherit', 'pipe', 'inherit'], encoding: 'utf8' });
  console.log(stdout);
  record('random centers', tallyWithExit(tallyScenarios(stdout), status ?? 1));
}

function endToEnd(canServe: boolean): void {
  headline('end to end');
  const report = join(reports, 'playwright.json');
  if (!canServe) {
    console.log('Not run: there is no build to open.');
    record('end to end', tallyCheck(false));
    return;
  }
  try {
    const chromium = ensureChromium(process.env, console.log);
    console.log(`Chromium from ${chromium.how}: ${chromium.path}`);
    const exitCode = run('playwright', ['test', '--config', 'e2e/playwright.config.ts'], {
      CHROMIUM_PATH: chromium.path,
      RINGBACK_E2E_REPORT: join(process.cwd(), report),
    });
    record('end to end', fromReport(report, tallyPlaywright, exitCode));
  } catch (error) {
    console.error(error);
    record('end to end', tallyCheck(false));
  }
}

/** Runs one command as one check. Returns whether it passed. */
function check(name: string, command: string, args: readonly string[]): boolean {
  headline(name);
  const passed = run(command, args) === 0;
  record(name, tallyCheck(passed));
  return passed;
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): number {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) console.error(`${command} could not be started: ${error.message}. Run it through npm, which puts the project's programs first.`);
  return status ?? 1;
}

function fromReport(path: string, read: (report: unknown) => Tally, exitCode: number): Tally {
  if (!existsSync(path)) return tallyCheck(false);
  return tallyWithExit(read(JSON.parse(readFileSync(path, 'utf8'))), exitCode);
}

function record(name: string, tally: Tally): void {
  results.push({ name, tally });
}

function headline(text: string): void {
  console.log(`\n── ${text} ${'─'.repeat(Math.max(3, 72 - text.length))}`);
}
