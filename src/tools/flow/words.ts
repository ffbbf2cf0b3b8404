import type { FlowType } from '../../engine/index.ts';

/** What the command line asks for. */
export type Wishes =
  | { readonly verb: 'check'; readonly files: readonly string[]; readonly json: boolean }
  | { readonly verb: 'run'; readonly files: readonly string[]; readonly json: boolean; readonly caller: CallerWishes };

/** Who calls, and what the center is like that day. */
export interface CallerWishes {
  /** For each entry the flow asks for, in order: the keys; empty: none is pressed. */
  readonly keys: readonly string[];
  readonly from: string;
  readonly hours: 'open' | 'closed';
  /** ARN or name → the file with its answer, or `fails` or `timesOut`. */
  readonly lambdas: readonly (readonly [arn: string, answer: string])[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly type: FlowType | null;
  /** After so many seconds the caller hangs up. */
  readonly seconds: number;
}

export const usage = [
  'npm run -s flow -- check FILE [FILE or FOLDER …] [--json]',
  "npm run -s flow -- run FILE [FILE or FOLDER …] [--keys '1,2065550142#'] [--from NUMBER] [--hours open|closed]",
  '                      [--lambda ARN=FILE.json|fails|timesOut] [--attributes KEY=VALUE] [--type TYPE] [--seconds N] [--json]',
].join('\n       ');

export const flowTypes = [
  'CONTACT_FLOW', 'CUSTOMER_QUEUE', 'CUSTOMER_WHISPER', 'OUTBOUND_WHISPER', 'AGENT_WHISPER', 'CUSTOMER_HOLD', 'AGENT_HOLD', 'QUEUE_TRANSFER', 'AGENT_TRANSFER', 'CAMPAIGN',
] as const satisfies readonly FlowType[];

const nobody: CallerWishes = { keys: [], from: '+12065550142', hours: 'open', lambdas: [], attributes: {}, type: null, seconds: 600 };
/** A day: nobody waits longer. */
const secondsMax = 86_400;

/** Reads the words of a command; a sentence says what is wrong with them. */
export function readWishes(words: readonly string[]): Wishes | string {
  const [verb, ...rest] = words;
  if (verb !== 'check' && verb !== 'run') return verb === undefined ? 'Shall a flow be checked or run?' : `"${verb}" is neither check nor run.`;
  const files: string[] = [];
  let json = false;
  let caller = nobody;
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? '';
    if (word === '--json') json = true;
    else if (!word.startsWith('--')) files.push(word);
    else {
      const [option, joined] = split(word);
      if (verb === 'check' || !Object.hasOwn(readers, option)) return `There is no option ${option} of ${verb}.`;
      const value = joined ?? rest[(index += 1)];
      if (value === undefined) return `${option} needs a value.`;
      const read = readers[option]?.(value, caller) ?? '';
      if (typeof read === 'string') return read;
      caller = { ...caller, ...read };
    }
  }
  if (files.length === 0) return 'Which flow?';
  return verb === 'check' ? { verb, files, json } : { verb, files, json, caller };
}

/** `--keys=1` is `--keys 1`. */
function split(word: string): readonly [option: string, value: string | undefined] {
  const equals = word.indexOf('=');
  return equals === -1 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

type Reader = (value: string, before: CallerWishes) => Partial<CallerWishes> | string;

const readers: Readonly<Record<string, Reader>> = {
  '--keys': (value) => {
    const keys = value.split(',').map((each) => each.trim());
    const wrong = keys.find((each) => !/^[0-9*#]*$/.test(each));
    return wrong === undefined ? { keys } : `"${wrong}" cannot be keyed: keys are 0 to 9, * and #, with a comma between entries.`;
  },
  '--from': (from) => (/^\+[1-9]\d{6,14}$/.test(from) ? { from } : `"${from}" is no telephone number: write it in international form, such as +12065550142.`),
  '--hours': (hours) => (hours === 'open' || hours === 'closed' ? { hours } : `"${hours}" is neither open nor closed.`),
  '--lambda': (value, { lambdas }) => {
    // An ARN has no equals sign; a file's name may.
    const [arn, answer] = split(value);
    return arn === '' || answer === undefined || answer === '' ? `"${value}" does not say what a function answers: write ARN=FILE.json, ARN=fails or ARN=timesOut.` : { lambdas: [...lambdas, [arn, answer]] };
  },
  '--attributes': (value, { attributes }) => {
    const [key, text] = split(value);
    return key === '' || text === undefined ? `"${value}" is no attribute: write KEY=VALUE.` : { attributes: Object.fromEntries([...Object.entries(attributes), [key, text]]) };
  },
  '--type': (value) => {
    const type = flowTypes.find((each) => each === value.toUpperCase());
    return type === undefined ? `"${value}" is no type of flow; there are ${flowTypes.join(', ')}.` : { type };
  },
  '--seconds': (value) => (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= secondsMax ? { seconds: Number(value) } : `"${value}" is no time to stay on the line: whole seconds from 1 to ${secondsMax} are.`),
};
