import { describe, expect, test } from 'vitest';
import { baseRig } from '../../testing/builders.ts';
import { exportFlow } from './content.ts';
import { findEndlessLoops } from './endless-loops.ts';
import { FAULTS_OF_A_KIND_MAX } from './fault.ts';
import type { FlowAction } from './model.ts';
import { parseFlow } from './parse.ts';
import { resolveReferences } from './references.ts';
import { findTraps } from './traps.ts';
import { validateFlow } from './validate.ts';

const MEGABYTES = 10 * 1024 * 1024;
const fill = (piece: string): string => Array.from({ length: Math.ceil(MEGABYTES / piece.length) }, () => piece).join(',');
const flow = (actions: string, rest = ''): string => `{"Version":"2019-10-30","StartAction":"a"${rest},"Actions":[${actions}]}`;
const action = (parameters: string, type = 'MessageParticipant', transitions = '{"NextAction":"a"}'): string => `{"Identifier":"a","Type":"${type}","Parameters":${parameters},"Transitions":${transitions}}`;
const nested = (depth: number, inner = '1'): string => '{"a":'.repeat(depth) + inner + '}'.repeat(depth);

const hostile: readonly (readonly [string, string])[] = [
  ['ten megabytes of empty actions', flow(fill('{}'))],
  ['ten megabytes of numbers for actions', flow(fill('7'))],
  ['ten megabytes of actions of one identifier', flow(fill(action('{}')))],
  ['ten megabytes of unknown actions', flow(fill(action('{"x":[1]}', 'Unheard')))],
  ['one text of ten megabytes', flow(action(`{"Text":"${'x'.repeat(MEGABYTES)}"}`))],
  ['one identifier of ten megabytes', flow(`{"Identifier":"${'x'.repeat(MEGABYTES)}","Type":"Loop"}`)],
  ['one type of ten megabytes', flow(action('{}', 'x'.repeat(MEGABYTES)))],
  ['ten megabytes of conditions', flow(action('{"ComparisonValue":"$.x"}', 'Compare', `{"Conditions":[${fill('{"NextAction":"a","Condition":{"Operator":"Odd","Operands":["1"]}}')}]}`))],
  ['ten megabytes of operands', flow(action('{"ComparisonValue":"$.x"}', 'Compare', `{"Conditions":[{"NextAction":"a","Condition":{"Operator":"Equals","Operands":[${fill('"1"')}]}}]}`))],
  ['ten megabytes of errors', flow(action('{"Text":"x"}', 'MessageParticipant', `{"Errors":[${fill('{"NextAction":"b","ErrorType":"e"}')}]}`))],
  ['ten megabytes of prompts with as many names', flow(action(`{"Messages":[${Array.from({ length: 60_000 }, (_, index) => `{"PromptId":"p${index}"}`).join(',')}]}`, 'MessageParticipantIteratively'), `,"Metadata":{"ActionMetadata":{"a":{"audio":[${Array.from({ length: 60_000 }, (_, index) => `{"id":"q${index}","text":"x"}`).join(',')}]}}}`)],
  ['ten megabytes of hooks', flow(action(`{"EventHooks":{${Array.from({ length: 200_000 }, (_, index) => `"h${index}":"f${index}"`).join(',')}}}`, 'UpdateContactEventHooks'))],
  ['ten megabytes of metadata', flow(action('{"Text":"x"}'), `,"Metadata":{"name":"${'n'.repeat(MEGABYTES)}"}`)],
  ['names that every object has, as keys everywhere', flow(action('{"__proto__":{"Text":"x"},"constructor":{"prototype":{"polluted":1}},"toString":1}'), ',"__proto__":{"polluted":1},"Metadata":{"__proto__":{"name":"x"},"ActionMetadata":{"__proto__":{"a":1},"a":{"__proto__":{"queue":{"text":"y"}}}}}')],
  ['an action that leads to names that every object has', flow(action('{"Text":"x"}', 'MessageParticipant', '{"NextAction":"__proto__","Errors":[{"NextAction":"constructor","ErrorType":"hasOwnProperty"}]}'))],
  ['parameters as deep as may be', flow(action(nested(90)))],
  ['brackets deeper than may be', flow(action(nested(100_000)))],
  ['ten megabytes of open brackets', '['.repeat(MEGABYTES)],
  ['ten megabytes of one quote', `"${'\\"'.repeat(MEGABYTES / 2)}`],
  ['a number of ten megabytes', `{"Actions":${'9'.repeat(MEGABYTES)}}`],
  ['ten megabytes of spaces', ' '.repeat(MEGABYTES)],
  ['every member of a wrong type', '{"Version":[],"StartAction":{},"Metadata":7,"Actions":[{"Identifier":[],"Type":{}},{"Identifier":"a","Type":"Loop","Parameters":[],"Transitions":[]},{"Identifier":"b","Type":"Loop","Parameters":{"LoopCount":{"a":[]}},"Transitions":{"NextAction":{},"Conditions":"x","Errors":7}}]}'],
  ['twice the same key, the last of which counts', '{"Actions":7,"Actions":[{"Identifier":"a","Type":"DisconnectParticipant"}],"StartAction":"b","StartAction":"a"}'],
  ['half a character', flow(action('{"Text":"\uD800"}'))],
];

// The time is for machines that are busy with something else as well.
describe('a hostile file', { timeout: 120_000 }, () => {
  test.each(hostile)('of %s is read or refused with faults that can be shown, and changes nothing elsewhere', (_name, text) => {
    const parsed = parseFlow(text);
    const faults = parsed.ok ? [...parsed.value.faults, ...validateFlow(parsed.value.content, 'CONTACT_FLOW', new Set())] : parsed.refusal;
    const perCode = new Map<string, number>();
    for (const { code } of faults) perCode.set(code, (perCode.get(code) ?? 0) + 1);
    // Once in the file's own type and once in the one asked for; each kind is cut short, each sentence is.
    expect(Math.max(0, ...perCode.values())).toBeLessThanOrEqual(2 * (FAULTS_OF_A_KIND_MAX + 1));
    expect(Math.max(0, ...faults.map(({ sentence, remedy }) => sentence.length + remedy.length))).toBeLessThan(1200);
    expect(parsed.ok || faults.length > 0).toBe(true);
    expect(({} as { readonly polluted?: number }).polluted).toBeUndefined();
    if (!parsed.ok) return;
    const { resolved, unresolved } = resolveReferences(parsed.value.content, {}, baseRig());
    expect(resolved.length + unresolved.length).toBeLessThan(300_000);
    // oxlint-disable-next-line vitest/no-conditional-expect -- Only what was read can be exported.
    expect(JSON.stringify(JSON.parse(exportFlow(parsed.value.content))) === JSON.stringify(JSON.parse(text))).toBe(true);
  });
});

test('a flow of ten megabytes in one circle is read whole, without recursion', () => {
  const size = 40_000;
  const filler = 'x'.repeat(120);
  const actions = Array.from({ length: size }, (_, index) => ({
    Identifier: `action-${index}`, Type: 'UpdateContactAttributes', Parameters: { Attributes: { filler } },
    Transitions: { NextAction: `action-${(index + 1) % size}`, Errors: [{ NextAction: 'action-0', ErrorType: 'NoMatchingError' }] },
  }));
  const parsed = parseFlow(JSON.stringify({ Version: '2019-10-30', StartAction: 'action-0', Actions: actions }));
  expect(parsed.ok && validateFlow(parsed.value.content, null).map(({ code }) => code)).toEqual(['TOO_MANY_ACTIONS', 'ENDLESS_LOOP']);
});

/** Counts how often it is asked: work is measured, not time. */
class CountingMap extends Map<string, number> {
  asked = 0;

  override get(key: string): number | undefined {
    this.asked += 1;
    return super.get(key);
  }
}

describe('circles are found with work in proportion to the ways', () => {
  const size = 3000;
  const set = (id: string, ways: readonly string[]): FlowAction => ({ id, type: 'UpdateContactAttributes', parameters: {}, next: ways[0] ?? null, conditions: [], errors: ways.slice(1).map((next) => ({ errorType: 'e', next })) });
  const say = (id: string, ways: readonly string[]): FlowAction => ({ ...set(id, ways), type: 'MessageParticipant' });
  const name = (index: number): string => `a${index % size}`;

  test.each([
    ['a ring', (index: number) => [name(index + 1)]],
    ['a ring with ways back to the start', (index: number) => [name(index + 1), name(0)]],
    ['a ladder of ways back', (index: number) => [name(index + 1), name(index + size - 1), name(index)]],
    ['forks that meet again', (index: number) => [name(index + 1), name(index + 2), name(index + 3)]],
  ] as const)('%s', (_name, ways) => {
    for (const [find, make] of [[findEndlessLoops, set], [findTraps, say]] as const) {
      const actions = Array.from({ length: size }, (_, index) => make(name(index), ways(index)));
      const indexOf = new CountingMap(actions.map(({ id }, index) => [id, index]));
      expect(find(actions, indexOf, new Uint8Array(size).fill(1)).length).toBeGreaterThan(0);
      expect(indexOf.asked).toBeLessThanOrEqual(size * ways(0).length * 3);
    }
  });
});
