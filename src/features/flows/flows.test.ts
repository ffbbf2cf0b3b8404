import { expect, test } from 'vitest';
import type { FlowFindings, FlowReferenceFinding } from '../../protocol/http-flows.ts';
import { createText } from '../../text/create-text.ts';
import type { CheckedFile, Present } from './flow-import.ts';
import { allThatRun, importStates, placeOf, suggestedName, typeOf } from './flow-import.ts';
import { usesOf } from './flow-uses.ts';
import { waysOut } from './step-words.ts';

const t = createText().t;
const found: FlowFindings = { Readable: true, Name: 'Sample', Type: 'CONTACT_FLOW', IsModule: false, Start: 'a', AttemptsMean: 'retries', Steps: [], References: [], Faults: [] };
const checked = (findings: Partial<FlowFindings> = {}, id = '1'): CheckedFile => ({
  file: { id, fileName: 'flows/sample_queue-flow.json', text: `{"${id}":1}`, isOneOfMany: true }, findings: { ...found, ...findings }, tellsType: true, choices: { name: null, type: null },
});
const flow = (Name: string, ContactFlowType: 'CONTACT_FLOW' | 'CUSTOMER_QUEUE') => ({ Name, ContactFlowType }) as const;
const importState = (one: CheckedFile, flows: Present['flows'] = []) => importStates([one], { flows, modules: [] }).get(one.file.id);
const reference = (Reference: string, Kind: FlowReferenceFinding['Kind'], name: string | null): FlowReferenceFinding =>
  ({ Reference, Kind, DisplayName: null, UsedBy: [], ResolvedTo: name === null ? null : { Id: `id of ${name}`, Name: name }, NeedsChoice: name === null, Candidates: [] });
const stop = { Code: 'X', Stops: true, Place: 'a', Sentence: '', Remedy: '' };

test('a flow without a name of its own is called like its file', () => {
  expect(suggestedName('flows/sample_queue-flow.json', { ...found, Name: null })).toBe('sample queue flow');
});

test.each([['default_agent_hold.json', 'AGENT_HOLD'], ['Default customer queue.json', 'CUSTOMER_QUEUE'], ['default_outbound.json', 'OUTBOUND_WHISPER'], ['main.json', null]] as const)(
  'a file that does not tell its type is taken for what its name says: %s', (fileName, type) => {
    const one = checked({ Name: null, Type: null });
    const named = { ...one, file: { ...one.file, fileName } };
    expect(typeOf(named)).toBe(type);
    expect(typeOf({ ...named, choices: { name: null, type: 'CUSTOMER_HOLD' } })).toBe('CUSTOMER_HOLD');
  },
);

test('a flow of a new name is saved as new, one of a known name replaces it', () => {
  expect(importState(checked())).toMatchObject({ can: 'save', flows: [{ Name: 'Sample', Replace: false }] });
  expect(importState(checked(), [flow('Sample', 'CONTACT_FLOW')])).toMatchObject({ can: 'save', flows: [{ Replace: true }] });
});

test('a flow never replaces one of another type: what runs would stop', () => {
  expect(importState(checked(), [flow('Sample', 'CUSTOMER_QUEUE')])).toMatchObject({ can: 'nothing', why: 'otherType' });
});

test.each([
  ['a file that is no flow', { Readable: false }, 'notAFlow'],
  ['a fault that stops', { Faults: [stop] }, 'stops'],
  ['a type that nobody has told', { Type: null }, 'noType'],
  ['an open choice', { References: [reference('x', 'queue', null)] }, 'openChoices'],
])('%s keeps a file from being saved', (_what, findings, why) => {
  expect(importState(checked(findings))).toMatchObject({ can: 'nothing', why });
});

test('a fault that only warns does not', () => {
  expect(importState(checked({ Faults: [{ ...stop, Stops: false }] }))?.can).toBe('save');
});

test('what was found for a reference is written down with the flow, whoever chose it', () => {
  expect(importState(checked({ References: [reference('arn:x', 'queue', 'Billing')] }))).toMatchObject({ flows: [{ Mapping: { 'arn:x': 'id of Billing' } }] });
});

test('a module is saved without a type, and flows of its name are none of its business', () => {
  expect(importState(checked({ IsModule: true, Type: null }), [flow('Sample', 'CUSTOMER_QUEUE')])).toMatchObject({ can: 'save', flows: [{ Type: 'MODULE', Replace: false }] });
});

test('flows that refer to one another are saved together, in a circle too', () => {
  const [a, b] = [checked({ Name: 'A', References: [reference('b', 'flow', 'B')] }, 'a'), checked({ Name: 'B', References: [reference('a', 'flow', 'A')] }, 'b')];
  const states = importStates([a, b], { flows: [], modules: [] });
  expect(states.get('a')).toMatchObject({ can: 'save', fileIds: ['a', 'b'], flows: [{ Name: 'A' }, { Name: 'B' }] });
  expect(states.get('b')).toMatchObject({ fileIds: ['b', 'a'] });
  expect(allThatRun(states).flows.map(({ Name }) => Name)).toEqual(['A', 'B']);
});

test('a flow that is there already need not come along', () => {
  const [a, b] = [checked({ Name: 'A', References: [reference('b', 'flow', 'B')] }, 'a'), checked({ Name: 'B' }, 'b')];
  expect(importStates([a, b], { flows: [flow('B', 'CONTACT_FLOW')], modules: [] }).get('a')).toMatchObject({ fileIds: ['a'] });
});

test('a flow waits for the one that it refers to, and both stay out of what is saved at once', () => {
  const [a, b] = [checked({ Name: 'A', References: [reference('m', 'module', 'M')] }, 'a'), checked({ Name: 'M', IsModule: true, Type: null, References: [reference('x', 'queue', null)] }, 'b')];
  const states = importStates([a, b], { flows: [], modules: [] });
  expect(states.get('a')).toEqual({ can: 'nothing', why: 'needsOther', name: 'M' });
  expect(allThatRun(states).flows).toEqual([]);
});

test('of two files of one name the first keeps it', () => {
  const states = importStates([checked({}, 'a'), checked({}, 'b'), checked({ IsModule: true, Type: null }, 'c')], { flows: [], modules: [] });
  expect([...states.values()].map((state) => (state.can === 'save' ? 'save' : state.why))).toEqual(['save', 'sameName', 'save']);
});

test('nothing refers to a file that cannot run', () => {
  expect(placeOf(checked())).toEqual({ Name: 'Sample', Type: 'CONTACT_FLOW' });
  expect(placeOf(checked({ Faults: [stop] }))).toBeNull();
  expect(placeOf(checked({ Readable: false }))).toBeNull();
});

test('ways out that lead to one step are told once, in words', () => {
  const step = (Id: string, Title: string, Branches: { On: string; To: string }[] = []) => ({ Id, Type: Title, Title, CanRun: true, Because: null, Detail: null, SaysMs: null, Branches, Limits: [] });
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
