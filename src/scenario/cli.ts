/*
 * The command line: `npm run -s scenario -- FILE [FILE or FOLDER …] [--json] [--seed N]`, and `--schema` for the JSON Schema of
 * the format. Node runs this file as it is, so it and all it imports hold nothing but types to strip.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readDemoFlow } from '../demo/demo-flows.ts';
import { demoInstance } from '../demo/demo-instance.ts';
import type { Instance } from '../engine/index.ts';
import { phoneNumberRules } from '../world/rules.ts';
import type { ScenarioFault } from './faults.ts';
import { prepareScenario } from './prepare.ts';
import type { PreparedScenario } from './prepare.ts';
import { failureText, timeline } from './report.ts';
import type { ScenarioResult } from './result.ts';
import { runScenario } from './run.ts';
import { scenarioJsonSchema } from './schema.ts';

interface Wishes {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly schema: boolean;
  readonly seed: number | null;
}

type Outcome =
  | { readonly file: string; readonly kind: 'unreadable'; readonly faults: readonly ScenarioFault[] }
  | { readonly file: string; readonly kind: 'ran'; readonly prepared: PreparedScenario; readonly result: ScenarioResult };

const usage = 'npm run -s scenario -- FILE [FILE or FOLDER …] [--json] [--seed N]\n       npm run -s scenario -- --schema';

process.exitCode = main(process.argv.slice(2));

/** 0: every expectation holds. 1: one fails. 2: a file, or the command, cannot be read. */
function main(words: readonly string[]): number {
  const wishes = readWishes(words);
  if (typeof wishes === 'string') {
    console.error(`${wishes}\nUsage: ${usage}`);
    return 2;
  }
  if (wishes.schema) {
    console.log(JSON.stringify(scenarioJsonSchema(), null, 2));
    return 0;
  }
  const base = demoInstance();
  const outcomes = wishes.files.flatMap(storiesAt).map((file) => play(file, base, wishes.seed));
  if (wishes.json) printJson(outcomes);
  else printText(outcomes);
  if (outcomes.some(({ kind }) => kind === 'unreadable')) return 2;
  return outcomes.every(isPassed) ? 0 : 1;
}

function readWishes(words: readonly string[]): Wishes | string {
  const files: string[] = [];
  let json = false;
  let schema = false;
  let seed: number | null = null;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--json') json = true;
    else if (word === '--schema') schema = true;
    else if (word === '--seed' || word.startsWith('--seed=')) {
      const value = word === '--seed' ? words[++index] ?? '' : word.slice('--seed='.length);
      if (!/^\d{1,10}$/.test(value) || Number(value) > 4_294_967_295) return `"${value}" is no seed: a whole number from 0 to 4294967295 is needed.`;
      seed = Number(value);
    } else if (word.startsWith('-')) return `There is no option ${word}.`;
    else files.push(word);
  }
  return files.length === 0 && !schema ? 'Which scenario?' : { files, json, schema, seed };
}

/** A folder stands for the stories in it and below it, in order of their names. */
function storiesAt(path: string): readonly string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).toSorted().map((name) => join(path, name));
}

function play(file: string, base: Instance, seed: number | null): Outcome {
  const unreadable = (faults: readonly ScenarioFault[]): Outcome => ({ file, kind: 'unreadable', faults });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return unreadable([{ path: '(the file)', sentence: error instanceof SyntaxError ? `This is not JSON: ${why}.` : `It cannot be read: ${why}.` }]);
  }
  const prepared = prepareScenario(json, { base, readFlow: (flow) => readFlow(flow, dirname(file)) });
  if (!prepared.ok) return unreadable(prepared.refusal);
  const { scenario, instance, configured } = prepared.value;
  const result = runScenario(scenario, instance, { phoneNumbers: phoneNumberRules, configured, ...(seed === null ? {} : { seed }) });
  return { file, kind: 'ran', prepared: prepared.value, result };
}

/** A flow file beside the scenario, else one of the demo's own. */
function readFlow(file: string, folder: string): string | null {
  const path = resolve(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : readDemoFlow(file);
}

function isPassed(outcome: Outcome): boolean {
  return outcome.kind === 'ran' && outcome.result.passed;
}

/** One document: the result of the one file, or a list in the order of the files. */
function printJson(outcomes: readonly Outcome[]): void {
  const documents = outcomes.map((outcome) => (outcome.kind === 'ran' ? outcome.result : { file: outcome.file, passed: false, faults: outcome.faults }));
  console.log(JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2));
  // The faults are said to people too: standard output belongs to the document.
  for (const outcome of outcomes) if (outcome.kind === 'unreadable') console.error(faultLines(outcome).join('\n'));
}

function printText(outcomes: readonly Outcome[]): void {
  const [only] = outcomes;
  if (outcomes.length === 1 && only !== undefined) {
    if (only.kind === 'unreadable') console.error(faultLines(only).join('\n'));
    else console.log(timeline(only.result, only.prepared.instance, only.prepared.scenario.clock).join('\n'));
    return;
  }
  for (const outcome of outcomes) {
    console.log(`${isPassed(outcome) ? '✓' : '✗'} ${outcome.file}  ${outcome.kind === 'ran' ? outcome.result.scenario : 'cannot be read'}`);
    if (outcome.kind === 'unreadable') console.error(faultLines(outcome).map((line) => `    ${line}`).join('\n'));
    else for (const failure of outcome.result.failures) console.log(`    ${failureText(failure, outcome.prepared.scenario.clock)}`);
  }
  const passed = outcomes.filter(isPassed).length;
  console.log(`\n${passed} passed, ${outcomes.length - passed} failed`);
}

function faultLines({ file, faults }: Extract<Outcome, { readonly kind: 'unreadable' }>): readonly string[] {
  return [`${file} cannot be read:`, ...faults.map(({ path, sentence }) => `  ${path}: ${sentence}`)];
}
