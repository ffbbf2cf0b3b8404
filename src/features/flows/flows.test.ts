import { expect, test } from 'vitest';
import type { FlowFindings } from '../../protocol/http-flows.ts';
import { createText } from '../../text/create-text.ts';
import { importState, suggestedName } from './flow-import.ts';
import { usesOf } from './flow-uses.ts';
import { waysOut } from './step-words.ts';

const t = createText().t;
const file = { id: 1, fileName: 'sample_queue-flow.json', text: '{}' };
const choices = { name: null, type: null, mapping: {} };
const found: FlowFindings = { Readable: true, Name: 'Sample', Type: 'CONTACT_FLOW', Start: 'a', Steps: [], References: [], Faults: [] };
const flow = (Name: string, ContactFlowType: 'CONTACT_FLOW' | 'CUSTOMER_QUEUE') =>
  ({ Id: Name, Arn: '', Name, ContactFlowType, ContactFlowState: 'ACTIVE', ContactFlowStatus: 'PUBLISHED' }) as const;

test('a flow without a name of its own is called like its file', () => {
  expect(suggestedName('sample_queue-flow.json', { ...found, Name: null })).toBe('sample queue flow');
});

test('a flow of a new name is saved as new, one of a known name replaces it', () => {
  expect(importState(file, found, choices, [])).toMatchObject({ can: 'save', request: { Name: 'Sample', Replace: false } });
  expect(importState(file, found, choices, [flow('Sample', 'CONTACT_FLOW')])).toMatchObject({ can: 'save', request: { Replace: true } });
});

test('a flow never replaces one of another type: what runs would stop', () => {
  expect(importState(file, found, choices, [flow('Sample', 'CUSTOMER_QUEUE')])).toMatchObject({ can: 'nothing', why: 'otherType' });
});

test.each([
  ['a file that is no flow', { ...found, Readable: false }, 'notAFlow'],
  ['a fault that stops', { ...found, Faults: [{ Code: 'X', Stops: true, Place: 'a', Sentence: '', Remedy: '' }] }, 'stops'],
  ['a type that nobody has told', { ...found, Type: null }, 'noType'],
  ['an open choice', { ...found, References: [{ Reference: 'x', Kind: 'queue' as const, DisplayName: null, UsedBy: [], ResolvedTo: null, NeedsChoice: true, Candidates: [] }] }, 'openChoices'],
])('%s keeps a file from being saved', (_what, findings, why) => {
  expect(importState(file, findings, choices, [])).toMatchObject({ can: 'nothing', why });
});

test('a fault that only warns does not', () => {
  const warned = { ...found, Faults: [{ Code: 'X', Stops: false, Place: 'a', Sentence: '', Remedy: '' }] };
  expect(importState(file, warned, choices, []).can).toBe('save');
});

test('ways out that lead to one step are told once, in words', () => {
  const step = (Id: string, Title: string, Branches: { On: string; To: string }[] = []) => ({ Id, Type: Title, Title, CanRun: true, Because: null, Detail: null, Branches, Limits: [] });
  const ask = step('ask', 'Get customer input', [{ On: 'Equals 1', To: 'bye' }, { On: 'NoMatchingError', To: 'ask' }, { On: 'InputTimeLimitExceeded', To: 'ask' }]);
  expect(waysOut(ask, [ask, step('bye', 'Disconnect')], t)).toEqual([
    { on: '“1”', to: '2. Disconnect', toId: 'bye' },
    { on: 'on any error, when no key is pressed in time', to: '1. Get customer input', toId: 'ask' },
  ]);
});

test('every use of a flow is named', () => {
  const uses = usesOf('f', {
    PhoneNumbers: [{ PhoneNumber: '+18005550199', Description: '', ContactFlowId: 'f' }],
    Queues: [{ Id: 'q', Name: 'Billing', CustomerQueueFlowId: null, AgentWhisperFlowId: 'f', OutboundWhisperFlowId: null }],
    Defaults: [{ Type: 'CONTACT_FLOW', ContactFlowId: 'f' }],
  }, t);
  expect(uses).toEqual(['Behind +1 800 555 0199', 'Message to the agent, Billing', 'Default for Inbound']);
});
