import { must } from '../core/assert.ts';

/*
 * Checks JSON by hand before JSON.parse sees it, for two reasons: engines word and place their errors differently
 * (Safari gives no position), and some overflow their stack on deep nesting. One pass, no recursion.
 */

/** The first thing wrong: where (0-based offset) and in words. */
export interface JsonFault {
  readonly kind: 'syntax' | 'tooDeep';
  readonly offset: number;
  readonly sentence: string;
}

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

const expectations: Readonly<Record<Expected, string>> = {
  value: 'a value is expected',
  valueOrEnd: 'a value or the end of the list is expected',
  key: 'a name in double quotes is expected',
  keyOrEnd: 'a name in double quotes or the end of the object is expected',
  colon: 'a colon is expected',
  commaOrEnd: 'a comma or the closing bracket is expected',
  nothing: 'the file should end',
};

/** JSON numbers have no limit of their own; longer ones are no configuration. */
const numberLengthMax = 400;
const numberShape = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Finds the first fault of a JSON text, or null when JSON.parse will take it. Depth counts brackets open at once. */
export function findJsonFault(text: string, depthMax: number): JsonFault | null {
  const open: ('object' | 'array')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const broken = (offset: number, sentence: string): JsonFault => ({ kind: 'syntax', offset, sentence });
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'commaOrEnd');

  for (;;) {
    while (isSpace(text.charCodeAt(at))) at += 1;
    const char = text.charAt(at);
    if (char === '') return expected === 'nothing' ? null : broken(at, `the file ends where ${expectations[expected]}`);
    const wantsName: boolean = expected === 'key' || expected === 'keyOrEnd';
    const unexpected = (): JsonFault => broken(at, `${expectations[expected]}, but there is ${nameOf(char)}`);

    if (expected === 'colon') {
      if (char !== ':') return unexpected();
      expected = 'value';
      at += 1;
    } else if (expected === 'commaOrEnd' && char === ',') {
      expected = open.at(-1) === 'object' ? 'key' : 'value';
      at += 1;
    } else if (closes(char, open.at(-1), expected)) {
      open.pop();
      expected = afterValue();
      at += 1;
    } else if (expected === 'commaOrEnd' || expected === 'nothing') {
      return unexpected();
    } else if (char === '"') {
      const end = stringEnd(text, at);
      if (typeof end !== 'number') return end;
      at = end;
      expected = wantsName ? 'colon' : afterValue();
    } else if (wantsName) {
      return unexpected();
    } else if (char === '{' || char === '[') {
      if (open.length >= depthMax) return { kind: 'tooDeep', offset: at, sentence: `brackets are nested more than ${depthMax} deep` };
      open.push(char === '{' ? 'object' : 'array');
      expected = char === '{' ? 'keyOrEnd' : 'valueOrEnd';
      at += 1;
    } else {
      const length = literalLength(text, at);
      if (length === 0) return unexpected();
      at += length;
      expected = afterValue();
    }
  }
}

/** The 1-based line and column of an offset. */
export function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: offset - lineStart + 1 };
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

function closes(char: string, inside: 'object' | 'array' | undefined, expected: Expected): boolean {
  if (char === '}') return inside === 'object' && (expected === 'keyOrEnd' || expected === 'commaOrEnd');
  return char === ']' && inside === 'array' && (expected === 'valueOrEnd' || expected === 'commaOrEnd');
}

/** The offset after the closing quote, or what is wrong in the string. */
function stringEnd(text: string, start: number): number | JsonFault {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return { kind: 'syntax', offset: at, sentence: 'a text is broken off: its closing quote is missing on this line' };
    if (code !== 92) continue;
    const length = escapeLength(text, at);
    if (length === 0) return { kind: 'syntax', offset: at, sentence: 'a backslash is followed by something that JSON does not know' };
    at += length - 1;
  }
  return { kind: 'syntax', offset: start, sentence: 'a text begins here and never ends: its closing quote is missing' };
}

function escapeLength(text: string, at: number): number {
  const next = text.charAt(at + 1);
  if (next !== '' && '"\\/bfnrt'.includes(next)) return 2;
  return next === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) ? 6 : 0;
}

/** The length of `true`, `false`, `null` or a number at this place; 0 when there is none. */
function literalLength(text: string, at: number): number {
  for (const word of ['true', 'false', 'null']) if (text.startsWith(word, at)) return word.length;
  let end = at;
  while (end - at <= numberLengthMax && isOfNumber(text.charCodeAt(end))) end += 1;
  return numberShape.test(text.slice(at, end)) && end - at <= numberLengthMax ? end - at : 0;
}

/** Digits, plus, minus, point and the letter e. */
const isOfNumber = (code: number): boolean =>
  (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46 || code === 69 || code === 101;

function nameOf(char: string): string {
  const code = must(char.codePointAt(0), 'a character');
  if (char === '“' || char === '”' || char === "'") return `${char} (JSON wants straight double quotes)`;
  return code < 33 || (code >= 0xd800 && code <= 0xdfff) ? `the character ${code}` : `“${char}”`;
}
