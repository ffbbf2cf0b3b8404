/*
 * Runs the engine's tests for Stryker within one process that imports them once: what Vitest needs a second for is done in
 * some milliseconds. A mutant is tried by the tests that touch it, those beside it and the quickest of them first.
 */
import { globSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declared, type DeclaredTest } from './brief-vitest.ts';

/** What Stryker's own code in the mutated files reads and writes. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  /** How often each test has come to each mutant. */
  readonly mutantCoverage?: unknown;
}
const board = ((globalThis as { __stryker__?: Switchboard }).__stryker__ ??= {});

/** As much of what Stryker asks for, and is told, as matters here. */
interface Trial {
  readonly activeMutant: { readonly id: string };
  /** A mutant that is come to more often runs for ever. */
  readonly hitLimit?: number;
  readonly sandboxFileName: string;
  /** The tests that come to the mutant. */
  readonly testFilter?: readonly string[];
}
type Verdict =
  | { readonly status: 'survived'; readonly nrOfTests: number }
  | { readonly status: 'timeout' }
  | { readonly status: 'killed'; readonly killedBy: readonly string[]; readonly failureMessage: string; readonly nrOfTests: number };
interface Rehearsal {
  readonly status: 'complete';
  /** 0: it passed, 1: it failed. */
  readonly tests: readonly { readonly id: string; readonly name: string; readonly fileName: string; readonly timeSpentMs: number; readonly status: 0 | 1; readonly failureMessage?: string }[];
  readonly mutantCoverage: unknown;
}

/** The process in which tests run; Stryker starts it, and another one when a mutant never ends. */
export class InProcessRunner {
  /** Nothing of Stryker's is needed. */
  static readonly inject = [] as const;
  readonly #tookMs = new Map<string, number>();
  #imported = false;
  /** A mutant has left something behind that fails a test without it. */
  #spoiled = false;

  /** Mutants of what runs at import are not tried, so that nothing needs to be imported anew. */
  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  /** All tests once, with no mutant: how long each takes and which mutants it comes to. */
  async dryRun(): Promise<Rehearsal> {
    await this.#import();
    const tests: Rehearsal['tests'][number][] = [];
    for (const test of declared.tests) {
      board.currentTestId = test.id;
      const fromMs = performance.now();
      const failure = await failureOf(test);
      board.currentTestId = undefined;
      const timeSpentMs = Math.round(performance.now() - fromMs);
      this.#tookMs.set(test.id, timeSpentMs);
      const told = { id: test.id, name: test.name, fileName: resolve(test.file), timeSpentMs };
      tests.push(failure === null ? { ...told, status: 0 } : { ...told, status: 1, failureMessage: failure });
    }
    return { status: 'complete', tests, mutantCoverage: board.mutantCoverage };
  }

  /** The tests that come to a mutant, until one fails. */
  async mutantRun({ activeMutant, hitLimit, sandboxFileName, testFilter }: Trial): Promise<Verdict> {
    // Stryker tries the mutant again in the process that it starts for this one.
    if (this.#spoiled) process.exit(1);
    await this.#import();
    const tests = this.#inOrder(new Set(testFilter), dirname(relative(process.cwd(), sandboxFileName)));
    board.hitCount = 0;
    board.hitLimit = hitLimit;
    board.activeMutant = activeMutant.id;
    try {
      for (const [index, test] of tests.entries()) {
        const failure = await failureOf(test);
        if (hitLimit !== undefined && board.hitCount > hitLimit) return { status: 'timeout' };
        if (failure !== null) return await this.#killed(test, failure, index + 1);
      }
      return { status: 'survived', nrOfTests: tests.length };
    } finally {
      board.activeMutant = undefined;
    }
  }

  async #killed(test: DeclaredTest, failureMessage: string, nrOfTests: number): Promise<Verdict> {
    board.activeMutant = undefined;
    this.#spoiled = (await failureOf(test)) !== null;
    return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests };
  }

  #inOrder(wanted: ReadonlySet<string>, folder: string): readonly DeclaredTest[] {
    const afar = ({ file }: DeclaredTest): number => (file.startsWith(folder) ? 0 : 1);
    const tookMs = ({ id }: DeclaredTest): number => this.#tookMs.get(id) ?? 0;
    return declared.tests.filter(({ id }) => wanted.has(id)).sort((a, b) => afar(a) - afar(b) || tookMs(a) - tookMs(b));
  }

  /** Imports every test of the engine that is there, with the brief Vitest in the place of the real one. */
  async #import(): Promise<void> {
    if (this.#imported) return;
    this.#imported = true;
    const url = new URL('./brief-vitest.ts', import.meta.url).href;
    registerHooks({ resolve: (specifier, context, next) => (specifier === 'vitest' ? { url, shortCircuit: true } : next(specifier, context)) });
    for (const file of globSync('src/engine/**/*.test.ts').sort()) {
      declared.file = file;
      await import(pathToFileURL(resolve(file)).href);
    }
    // A counterexample is enough; the smallest one is for people.
    const fastCheck = (await import(pathToFileURL(createRequire(resolve('package.json')).resolve('fast-check')).href)) as { readonly configureGlobal: (how: object) => void };
    fastCheck.configureGlobal({ endOnFailure: true });
  }
}

async function failureOf(test: DeclaredTest): Promise<string | null> {
  try {
    await test.run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The plugin that Stryker finds here. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }] as const;
