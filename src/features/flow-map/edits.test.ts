import { expect, test } from 'vitest';
import type { Change, Drafts } from './edits.ts';
import { editsOf, latest, noDrafts, queueChangesOf, undone, withChange } from './edits.ts';

const typed = (path: string, value: string): Change => ({ of: 'flow', edit: { actionId: 'a', path: [path], value, name: null } });
const message = (use: 'agentWhisper' | 'outboundWhisper', flowId: string | null): Change => ({ of: 'queue', change: { queueId: 'q', use, flowId } });
const drafted = (...changes: readonly Change[]): Drafts => changes.reduce(withChange, noDrafts);

test('typing on in one field is one change, and undo takes it back whole', () => {
  const drafts = drafted(typed('Text', 'H'), typed('Text', 'Hi'), typed('Delay', '1'));
  expect(editsOf(drafts).map(({ value }) => value)).toEqual(['Hi', '1']);
  expect(editsOf(undone(drafts)).map(({ value }) => value)).toEqual(['Hi']);
  expect(undone(undone(undone(drafts)))).toEqual(noDrafts);
});

test('a field returned to later is changed once, and undo gives the change before', () => {
  const drafts = drafted(typed('Text', 'one'), typed('Delay', '1'), typed('Text', 'two'));
  expect(latest(drafts)).toHaveLength(2);
  expect(editsOf(undone(drafts)).at(0)?.value).toBe('one');
});

test('messages of a queue are changes of their own', () => {
  const drafts = drafted(message('agentWhisper', 'f'), message('outboundWhisper', null), typed('Text', 'x'), message('agentWhisper', 'g'));
  expect(queueChangesOf(drafts)).toEqual([{ queueId: 'q', use: 'outboundWhisper', flowId: null }, { queueId: 'q', use: 'agentWhisper', flowId: 'g' }]);
  expect(editsOf(drafts)).toHaveLength(1);
});
