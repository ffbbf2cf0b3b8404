import { expect, test } from 'vitest';
import { ACTIONS } from './actions/index.ts';
import { actionTypes, rowOf } from './catalogue.ts';

test('an action that is not run says why, and one that is run does not', () => {
  for (const type of actionTypes) expect({ type, because: rowOf(type)?.because === null }).toEqual({ type, because: rowOf(type)?.supported === 'runs' });
});

test('names that every object has are no action types', () => {
  for (const type of ['constructor', 'toString', '__proto__', '']) expect(rowOf(type)).toBeUndefined();
});

test('what waits is heard by a person, so it is never an action that is not run', () => {
  const waiting = actionTypes.filter((type) => rowOf(type)?.waits);
  expect(waiting).toEqual(['MessageParticipant', 'MessageParticipantIteratively', 'GetParticipantInput', 'Wait']);
});

test('the catalogue says of exactly those actions that they run which the interpreter runs', () => {
  expect(actionTypes.filter((type) => rowOf(type)?.supported === 'runs').sort()).toEqual([...ACTIONS.keys()].sort());
});
