/*
 * The command line for flow files: `npm run -s flow -- check FILE …` and `npm run -s flow -- run FILE …`. Node runs this file
 * as it is; what it does with what it has read is in flow/.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { phoneNumberRules } from '../world/rules.ts';
import { checkFlow, checkLines, exitCodeOf, unreadable } from './flow/check.ts';
import type { FlowCheck } from './flow/check.ts';
import { toldLines } from './flow/tell.ts';
import { exitCodeOfTrial, tryFlow } from './flow/trial.ts';
import type { FoundFile } from './flow/trial.ts';
import { readWishes, usage } from './flow/words.ts';
import type { Wishes } from './flow/words.ts';

process.exitCode = main(process.argv.slice(2));

/** `check`: 0 runs, 1 has faults that stop it, 2 is no flow. `run`: 0 played to an end, 1 could not be, 2 is no flow. */
function main(words: readonly string[]): number {
  const wishes = readWishes(words);
  if (typeof wishes === 'string') {
    console.error(`${wishes}\nUsage: ${usage}`);
    return 2;
  }
  const files = wishes.files.flatMap(filesAt).map(readOne);
  if (files.length === 0) {
    console.error('There is no .json file in that folder.');
    return 2;
  }
  return wishes.verb === 'check' ? check(files, wishes.json) : run(files, wishes);
}

function check(files: readonly FoundFile[], json: boolean): number {
  const checks = files.map((found): FlowCheck => (found.text === null ? unreadable(found.file, found.why) : checkFlow(found.file, found.text)));
  console.log(json ? JSON.stringify(checks.length === 1 ? checks[0] : checks, null, 2) : checkLines(checks).join('\n'));
  return exitCodeOf(checks);
}

function run(files: readonly FoundFile[], { json, caller }: Extract<Wishes, { verb: 'run' }>): number {
  const trial = tryFlow({ files, caller, readText, phoneNumbers: phoneNumberRules });
  if (trial.kind === 'played') console.log(json ? JSON.stringify({ ...trial.told, notes: trial.notes }, null, 2) : [...trial.notes, ...toldLines(trial.told)].join('\n'));
  else {
    const sentence = trial.kind === 'refused' ? trial.sentence : 'These faults stop it:';
    console.error([sentence, ...checkLines(trial.checks)].join('\n'));
    if (json) console.log(JSON.stringify({ faults: trial.checks.flatMap(({ faults }) => faults), sentence }, null, 2));
  }
  return exitCodeOfTrial(trial);
}

/** A folder stands for the .json files in it and below it, in order of their names. */
function filesAt(path: string): readonly string[] {
  if (!existsSync(path) || !statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).toSorted().map((name) => join(path, name));
}

function readOne(file: string): FoundFile {
  try {
    return { file, text: readFileSync(file, 'utf8') };
  } catch (error) {
    return { file, text: null, why: error instanceof Error ? error.message : String(error) };
  }
}

function readText(file: string): string | null {
  const found = readOne(file);
  return found.text;
}
