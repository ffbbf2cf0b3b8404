import * as fc from 'fast-check';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actionOf, exportFlow } from './content.ts';
import { ACTIONS_READ_MAX, FLOW_LENGTH_MAX, canRun, parseFlow } from './parse.ts';

const flowsFolder = join(import.meta.dirname, '../../../../shared/flows');
const realFlows = existsSync(flowsFolder) ? globSync(join(flowsFolder, '*/*.json')).sort() : [];
if (realFlows.length === 0) console.warn('SKIPPED: ../shared/flows is absent, so no real flow was read.');

const hangUp = { Identifier: 'bye', Type: 'DisconnectParticipant', Transitions: {} };
const flowText = (envelope: object = {}): string => JSON.stringify({ Version: '2019-10-30', StartAction: 'bye', Actions: [hangUp], ...envelope });

function faultsOf(text: string) {
  const parsed = parseFlow(text);
  return parsed.ok ? parsed.value.faults : parsed.refusal;
}

test('a minimal flow is read without faults, and Parameters may be absent', () => {
  const parsed = parseFlow(flowText({ Metadata: { name: 'Goodbye', type: 'contactFlow' } }));
  expect(parsed).toMatchObject({ ok: true, value: { type: 'CONTACT_FLOW', name: 'Goodbye', faults: [], content: { start: 'bye' } } });
  expect(parsed.ok && actionOf(parsed.value.content, 'bye')).toEqual({ id: 'bye', type: 'DisconnectParticipant', parameters: {}, next: null, conditions: [], errors: [] });
});

test.each([
  ['', 'The file is empty.'],
  ['  \uFEFF', 'The file is empty.'],
  ['{\n  "Version": "2019-10-30",\n  "Actions": [ { "a" 1 } ]\n}', 'line 3, column 22 a colon is expected, but there is “1”'],
  ['{"a": 1,}', 'line 1, column 9 a name in double quotes is expected'],
  ['{"a": [1, 2', 'the file ends where a comma or the closing bracket is expected'],
  ['{“a”: 1}', 'JSON wants straight double quotes'],
  ['{"a": "x\ny"}', 'its closing quote is missing'],
  ['{"a": "\\q"}', 'a backslash is followed by something'],
  ['{"a": 01}', 'line 1, column 7'],
  ['{} {}', 'the file should end'],
  ['['.repeat(100_000), 'nested more than 100 deep'],
])('broken JSON is refused with its line and column: %#', (text, sentence) => {
  expect(parseFlow(text).ok).toBe(false);
  expect(faultsOf(text)[0]?.sentence).toContain(sentence);
});

test.each([
  ['[]', 'FLOW_NOT_AN_OBJECT', 'a list'],
  ['{"hello": "world"}', 'FLOW_WITHOUT_ACTIONS', 'no list of Actions'],
  ['{"Actions": []}', 'FLOW_WITHOUT_ACTIONS', 'empty'],
  ['{"Actions": "none"}', 'WRONG_TYPE', 'Actions is text'],
  ['{"modules": [], "version": "1"}', 'FLOW_LEGACY', 'before 2021'],
])('a file that is no flow is refused with the reason: %s', (text, code, words) => {
  expect(parseFlow(text).ok).toBe(false);
  expect(faultsOf(text)[0]).toMatchObject({ code, stops: true });
  expect(faultsOf(text)[0]?.sentence).toContain(words);
});

test('a file beyond the length limit is refused before it is parsed', () => {
  expect(faultsOf(`"${'x'.repeat(FLOW_LENGTH_MAX)}"`)[0]?.code).toBe('FLOW_TOO_LARGE');
});

test('a list of more actions than anybody can see is refused before it is read', () => {
  const many = (count: number): string => flowText({ Actions: Array.from({ length: count }, () => 7) });
  expect(parseFlow(many(ACTIONS_READ_MAX)).ok).toBe(true);
  expect(faultsOf(many(ACTIONS_READ_MAX + 1))).toMatchObject([{ code: 'FLOW_TOO_LARGE', place: '$.Actions', stops: true }]);
});

test('wrong types are named by their JSON path and stop the flow', () => {
  const faults = faultsOf(flowText({ Actions: [hangUp, 7, { Identifier: 1, Type: 'Loop' }, { ...hangUp, Identifier: 'x', Parameters: [], Transitions: { Conditions: {}, Errors: [null], NextAction: 4 } }] }));
  const wrong = faults.filter(({ code }) => code === 'WRONG_TYPE');
  expect(wrong.map(({ place }) => place)).toEqual([
    '$.Actions[1]', '$.Actions[2].Identifier', '$.Actions[3].Parameters', '$.Actions[3].Transitions.Conditions', '$.Actions[3].Transitions.Errors[0]', '$.Actions[3].Transitions.NextAction',
  ]);
  expect(canRun(faults)).toBe(false);
});

test.each(['__proto__', 'constructor', 'toString'])('an action named %s is refused and never mistaken for an inherited name', (id) => {
  const text = flowText({ StartAction: id }).replace('"Identifier":"bye"', `"Identifier":"${id}"`);
  const parsed = parseFlow(text);
  expect(faultsOf(text).map(({ code }) => code)).toEqual(['IDENTIFIER_FORBIDDEN']);
  expect(parsed.ok && actionOf(parsed.value.content, id)?.type).toBe('DisconnectParticipant');
});

test.each(['menu (1)', 'a/b', 'x'.repeat(51)])('an identifier that Amazon would refuse is a warning: %s', (id) => {
  expect(faultsOf(flowText({ StartAction: id, Actions: [{ ...hangUp, Identifier: id }] }))).toMatchObject([{ code: 'IDENTIFIER_UNUSUAL', stops: false, place: '$.Actions[0].Identifier' }]);
});

test('an action that is not there is not found, whatever objects inherit', () => {
  const parsed = parseFlow(flowText());
  for (const id of ['__proto__', 'constructor', 'hasOwnProperty']) expect(parsed.ok && actionOf(parsed.value.content, id)).toBeUndefined();
});

test('two actions of one identifier stop the flow, and the first is kept', () => {
  const faults = faultsOf(flowText({ Actions: [hangUp, hangUp] }));
  expect(faults).toMatchObject([{ code: 'IDENTIFIER_TWICE', stops: true, place: '$.Actions[1].Identifier' }]);
});

test('another version is read with a warning', () => {
  expect(faultsOf(flowText({ Version: '2031-01-01' }))).toMatchObject([{ code: 'VERSION_UNKNOWN', stops: false, place: '$.Version' }]);
});

test.each([['{"a": \u0001}', 'the character 1'], ['{"a": \uD800}', 'the character 55296'], ['{"a": \u00E9}', '\u201C\u00E9\u201D']])('what cannot be shown is told by its number: %j', (text, words) => {
  expect(faultsOf(text)[0]?.sentence).toContain(words);
});

test('a flow is exported as it came, with what nobody here knows', () => {
  const text = flowText({ Metadata: { name: 'Bye', Strange: [1, null] }, Unknown: { a: true } });
  const parsed = parseFlow(text);
  expect(parsed.ok && JSON.parse(exportFlow(parsed.value.content))).toEqual(JSON.parse(text));
});

test('characters may be written by number, with four digits and no fewer', () => {
  const parsed = parseFlow(flowText({ Metadata: { name: 'Bye' } }).replace('Bye', 'B\\u0079e'));
  expect(parsed).toMatchObject({ ok: true, value: { name: 'Bye', faults: [] } });
  expect(faultsOf('{"a": "\\u00"}')[0]?.sentence).toContain('a backslash is followed by something');
});

test('a mark of byte order before the file is passed over', () => {
  expect(parseFlow(`\uFEFF${flowText()}`)).toMatchObject({ ok: true, value: { faults: [] } });
});

test.each([[undefined, 'no version'], [7, 'a number'], ['2031-01-01', '“2031-01-01”']])('a version of %j is named as it was found', (Version, words) => {
  expect(faultsOf(flowText({ Version }))[0]?.sentence).toContain(`names ${words} of`);
});

test('an operand is a text, a number, true or false, and nothing else', () => {
  const condition = (operand: unknown) => flowText({ StartAction: 'a', Actions: [hangUp, { Identifier: 'a', Type: 'Compare', Parameters: { ComparisonValue: '1' }, Transitions: { Conditions: [{ NextAction: 'bye', Condition: { Operator: 'Equals', Operands: [operand] } }], Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'bye' }] } }] });
  for (const [operand, kept] of [['yes', 'yes'], [7, '7'], [true, 'true']] as const) {
    const parsed = parseFlow(condition(operand));
    expect(parsed.ok && [parsed.value.faults, actionOf(parsed.value.content, 'a')?.conditions]).toEqual([[], [{ next: 'bye', operator: 'Equals', operands: [kept] }]]);
  }
  expect(faultsOf(condition({}))).toMatchObject([{ code: 'WRONG_TYPE', place: '$.Actions[1].Transitions.Conditions[0].Condition.Operands[0]' }]);
});

test('a condition without its parts is left out, and each part is named', () => {
  const withConditions = (Conditions: unknown) => parseFlow(flowText({ StartAction: 'a', Actions: [hangUp, { Identifier: 'a', Type: 'Compare', Parameters: { ComparisonValue: '1' }, Transitions: { Conditions, Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'bye' }] } }] }));
  const parsed = withConditions([7, {}, { NextAction: 'bye' }, { NextAction: 'bye', Condition: {} }, { Condition: { Operator: 'Equals' } }]);
  const at = '$.Actions[1].Transitions.Conditions';
  expect(parsed.ok && parsed.value.faults.filter(({ stops }) => stops).map(({ code, place }) => `${code} ${place}`)).toEqual([
    `WRONG_TYPE ${at}[0]`, `MISSING ${at}[1].NextAction`, `WRONG_TYPE ${at}[1].Condition`, `WRONG_TYPE ${at}[2].Condition`, `MISSING ${at}[3].Condition.Operator`, `MISSING ${at}[4].NextAction`,
  ]);
  expect(parsed.ok && actionOf(parsed.value.content, 'a')?.conditions).toEqual([]);
});

test('an error way without its parts is left out', () => {
  const parsed = parseFlow(flowText({ Actions: [{ ...hangUp, Transitions: { Errors: [{ NextAction: 'bye' }, { ErrorType: 'NoMatchingError' }] } }] }));
  expect(parsed.ok && [parsed.value.faults.filter(({ stops }) => stops).map(({ code }) => code), actionOf(parsed.value.content, 'bye')?.errors]).toEqual([['MISSING', 'MISSING'], []]);
});

test('faults of one kind are counted beyond fifty instead of listed', () => {
  const actions = Array.from({ length: 70 }, (_, index) => ({ Identifier: `a${index}`, Type: 'Nonsense' }));
  const faults = faultsOf(flowText({ Actions: [hangUp, ...actions] })).filter(({ code }) => code === 'ACTION_UNKNOWN');
  expect(faults).toHaveLength(51);
  expect(faults.at(-1)?.sentence).toBe('There are 20 more faults of this kind (ACTION_UNKNOWN).');
});

test.skipIf(realFlows.length === 0)('every real flow is read, may run, and is exported as it came', () => {
  expect(realFlows.length).toBeGreaterThanOrEqual(18);
  for (const file of realFlows) {
    const text = readFileSync(file, 'utf8');
    const parsed = parseFlow(text);
    if (!parsed.ok) throw new Error(`${file}: ${parsed.refusal[0]?.sentence}`);
    expect({ file, stopping: parsed.value.faults.filter(({ stops }) => stops) }).toEqual({ file, stopping: [] });
    expect(JSON.parse(exportFlow(parsed.value.content))).toEqual(JSON.parse(text));
  }
});

test.skipIf(realFlows.length === 0)('a real flow with a piece cut out or replaced brings content or faults, never an exception', () => {
  const texts = realFlows.map((file) => readFileSync(file, 'utf8')).filter((text) => text.length < 12_000);
  const piece = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('{', '}', '[', ']', '"', ',', 'null', '1e999', '__proto__', '\\u0000'));
  fc.assert(fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 200 }), piece, (text, at, length, insert) => {
    const start = at % text.length;
    check(text.slice(0, start) + insert + text.slice(start + length));
  }), { numRuns: 300 });
});

test('any text brings content or faults, never an exception', () => {
  const key = fc.constantFrom('Version', 'StartAction', 'Metadata', 'Actions', 'Identifier', 'Type', 'Parameters', 'Transitions', 'NextAction', 'Errors', 'Conditions', '__proto__');
  const { any } = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof({ maxDepth: 5 }, fc.jsonValue({ maxDepth: 1 }), fc.constantFrom('a', 'b', 'Loop', 'GetParticipantInput', '$.Attributes.a'), fc.array(tie('any'), { maxLength: 4 }), fc.dictionary(key, tie('any'), { maxKeys: 6 })),
  }));
  const action = fc.record({ Identifier: fc.constantFrom('a', 'b', 'c', 'constructor'), Type: fc.constantFrom('Compare', 'Loop', 'MessageParticipantIteratively', 'CreateCallbackContact', 'UpdateContactEventHooks', 'x'), Parameters: any, Transitions: any }, { requiredKeys: [] });
  const flow = fc.record({ Version: fc.constant('2019-10-30'), StartAction: fc.oneof(fc.constant('a'), any), Actions: fc.oneof(fc.array(action), any), Metadata: any }, { requiredKeys: ['Actions'] });
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), flow.map((value) => JSON.stringify(value))), check), { numRuns: 1000 });
});

/** Either content or at least one fault; and JSON is refused exactly where JSON.parse refuses it. */
function check(text: string): void {
  const parsed = parseFlow(text);
  const refusal = parsed.ok ? [{ stops: true, sentence: '-', remedy: '-' }] : parsed.refusal;
  expect(refusal.length > 0 && refusal.every(({ stops, sentence, remedy }) => stops && sentence !== '' && remedy !== '')).toBe(true);
  const refusedAsJson = !parsed.ok && ['FLOW_EMPTY', 'FLOW_NOT_JSON', 'FLOW_TOO_DEEP'].includes(parsed.refusal[0]?.code ?? '');
  expect(refusedAsJson).toBe(!isJson(text.replace(/^\uFEFF/, '')));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
