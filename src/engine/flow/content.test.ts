import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTrue, utf8Length } from './content.ts';
import { findEndlessLoops } from './endless-loops.ts';
import type { FlowAction } from './model.ts';
import { parseFlow } from './parse.ts';

describe('the length of a text in UTF-8', () => {
  test('is that of its bytes', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }));
  });

  test.each<[string, number]>([['\u007F', 1], ['\u0080', 2], ['\u07FF', 2], ['\u0800', 3], ['\uFFFF', 3], ['\u{10000}', 4], ['\u{10FFFF}', 4]])('grows from %j on', (text, bytes) => {
    expect(utf8Length(text)).toBe(bytes);
  });
});

test('true is true, and so is the word, however it is written', () => {
  expect([true, 'true', 'True', 'TRUE', false, 'false', 'yes', 1, null, undefined].map((value) => isTrue(value))).toEqual([true, true, true, true, false, false, false, false, false, false]);
});

describe('a circle that never waits', () => {
  const error = (NextAction: string): readonly object[] => [{ ErrorType: 'NoMatchingError', NextAction }];
  const bye = { Identifier: 'bye', Type: 'DisconnectParticipant' };
  /** Whether one action, which these ways lead out of, is taken for one. */
  const goesRound = (Type: string, Parameters: object, Transitions: object): boolean => {
    const parsed = parseFlow(JSON.stringify({ Version: '2019-10-30', StartAction: 'it', Actions: [{ Identifier: 'it', Type, Parameters, Transitions }, bye] }));
    return parsed.ok && parsed.value.faults.some(({ code }) => code === 'ENDLESS_LOOP');
  };

  test.each(['CreateTask', 'MakeCoffee'])('is made by the error branch of an action that is not run, else by its ordinary way on (%s)', (type) => {
    expect([goesRound(type, {}, { NextAction: 'bye', Errors: error('it') }), goesRound(type, {}, { NextAction: 'it', Errors: error('bye') }), goesRound(type, {}, { NextAction: 'it' }), goesRound(type, {}, { NextAction: 'bye' })])
      .toEqual([true, false, true, false]);
  });

  test('is made by the ordinary way on of a comparison only where it compares with nothing', () => {
    const conditions = [{ NextAction: 'bye', Condition: { Operator: 'Equals', Operands: ['1'] } }];
    const compare = (Conditions: readonly object[]): boolean => goesRound('Compare', { ComparisonValue: '1' }, { NextAction: 'it', Conditions, Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'bye' }] });
    expect([compare([]), compare(conditions)]).toEqual([true, false]);
  });

  test.each<[unknown, boolean]>([['3', false], [3, false], ['$.Attributes.rounds', false], ['many', true], [undefined, true]])('is made by a Loop that counts %j: %s', (LoopCount, endless) => {
    const conditions = [['ContinueLooping', 'it'], ['DoneLooping', 'bye']].map(([operand, NextAction]) => ({ NextAction, Condition: { Operator: 'Equals', Operands: [operand] } }));
    expect(goesRound('Loop', { LoopCount }, { Conditions: conditions, Errors: error('bye') })).toBe(endless);
  });

  test('is named fifty times at the most', () => {
    const actions = Array.from({ length: 60 }, (_, index): FlowAction => ({ id: `a${index}`, type: 'UpdateContactAttributes', parameters: {}, next: `a${index}`, conditions: [], errors: [] }));
    const found = (count: number): number => findEndlessLoops(actions.slice(0, count), new Map(actions.slice(0, count).map(({ id }, index) => [id, index])), new Uint8Array(count).fill(1)).length;
    expect([found(49), found(50), found(51), found(60)]).toEqual([49, 50, 50, 50]);
  });
});
