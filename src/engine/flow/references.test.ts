import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { anAgent } from '../../testing/builders.ts';
import { idFromName } from '../core/ids.ts';
import type { FlowId, HoursId, InstanceId, PromptId, QueueId } from '../core/ids.ts';
import { durationMs } from '../core/time.ts';
import { indexInstance } from '../tenant/index-instance.ts';
import type { Instance } from '../tenant/model.ts';
import { defaultPolicy } from '../tenant/policy.ts';
import { parseFlow } from './parse.ts';
import { findReferences, mappingOf, resolveRef, resolveReferences } from './references.ts';

const queueId = idFromName('queue', 'BasicQueue') as QueueId;
const promptId = idFromName('prompt', 'Hold music') as PromptId;
const flowId = idFromName('flow', 'Sample A/B test') as FlowId;

const bye = parseFlow('{"StartAction":"bye","Actions":[{"Identifier":"bye","Type":"DisconnectParticipant"}]}');
const content = bye.ok ? bye.value.content : null;
const instance: Instance = {
  id: 'i' as InstanceId, name: 'Test', country: 'US', timeZone: 'UTC', dialableCountries: ['US'], hours: [{ id: 'h' as HoursId, name: 'Always', zone: { zone: 'UTC', changes: [] }, open: '24x7' }],
  queues: [{ id: queueId, name: 'BasicQueue', hoursId: null, status: 'ENABLED', maxContacts: null, outboundCallerId: null, outboundCallerIdName: null, outboundWhisperFlowId: null, customerQueueFlowId: null, agentWhisperFlowId: null }],
  routingProfiles: [], statuses: [], agents: [], prompts: [{ id: promptId, name: 'Hold music', text: '', durationMs: durationMs(1), kind: 'music' }],
  flows: content === null ? [] : [{ id: flowId, name: 'Sample A/B test', type: 'CONTACT_FLOW', description: '', content, mapping: {} }],
  numbers: [], customers: [], modules: [], lambdas: [], defaultFlows: {}, callback: null, extras: {}, policy: defaultPolicy,
};
const index = indexInstance(instance);

const arn = (kind: string, id: string): string => `arn:aws:connect:us-east-1:111122223333:instance/658aa90c-6c92-4798-a30d-dc8941d65d27/${kind}/${id}`;
const strange = '4c826a3b-85d0-4e02-8926-8dea0b1729e8';

function flowOf(actions: readonly object[], metadata: object = {}) {
  const parsed = parseFlow(JSON.stringify({ Version: '2019-10-30', StartAction: 'a', Metadata: { ActionMetadata: metadata }, Actions: actions }));
  if (!parsed.ok) throw new Error(parsed.refusal[0]?.sentence);
  return parsed.value.content;
}

test('a reference is found once, with every action that names it and the name the designer shows', () => {
  const pick = (Identifier: string) => ({ Identifier, Type: 'UpdateContactTargetQueue', Parameters: { QueueId: arn('queue', strange) } });
  const found = findReferences(flowOf([pick('a'), pick('b')], { b: { queue: { text: 'BasicQueue' } } }));
  expect(found).toEqual([{ ref: arn('queue', strange), kind: 'queue', name: 'BasicQueue', places: ['a', 'b'] }]);
});

test('prompts in a loop, event hooks and Lambda functions are references; what is looked up at run time is none', () => {
  const found = findReferences(flowOf([
    { Identifier: 'a', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'Hello' }, { PromptId: arn('prompt', strange) }] } },
    { Identifier: 'b', Type: 'UpdateContactEventHooks', Parameters: { EventHooks: { CustomerQueue: '$.Attributes.flow' } } },
    { Identifier: 'c', Type: 'UpdateContactEventHooks', Parameters: { EventHooks: { AgentWhisper: 'w' } } },
    { Identifier: 'd', Type: 'InvokeLambdaFunction', Parameters: { LambdaFunctionARN: 'arn:aws:lambda:us-east-1:1:function:ask' } },
  ]));
  expect(found.map(({ kind, name }) => [kind, name])).toEqual([['prompt', null], ['flow', 'w'], ['lambda', 'ask']]);
});

test.each([
  ['its id', queueId], ['the tail of its ARN', arn('queue', queueId)], ['its name', 'BasicQueue'], ['a variable of its name', '${var.queues_map["basicqueue"]}'],
])('a queue is found by %s', (_by, ref) => {
  expect(resolveRef('queue', ref, {}, index)).toBe(queueId);
});

test('the mapping comes first, by id or by name', () => {
  const ref = arn('queue', strange);
  expect(resolveRef('queue', ref, {}, index)).toBeNull();
  expect(resolveRef('queue', ref, { [ref]: 'BasicQueue' }, index)).toBe(queueId);
  expect(resolveRef('prompt', 'BasicQueue', { BasicQueue: promptId }, index)).toBe(promptId);
});

test('a reference stands for a thing of its own kind only, and never for an inherited name', () => {
  expect(resolveRef('prompt', queueId, {}, index)).toBeNull();
  expect(resolveRef('lambda', 'BasicQueue', {}, index)).toBeNull();
  for (const ref of ['constructor', '__proto__', 'toString']) expect(resolveRef('queue', ref, {}, index)).toBeNull();
});

test('names are compared without case and punctuation', () => {
  expect(resolveRef('flow', '${aws_connect_contact_flow.sample_a_b_test.contact_flow_id}', {}, index)).toBe(flowId);
});

test('however many references a flow makes of what callers key in, each is looked up for what it is', () => {
  for (let n = 0; n < 2500; n++) expect(resolveRef('queue', `keyed ${n}`, {}, index)).toBeNull();
  expect(resolveRef('queue', 'BasicQueue', {}, index)).toBe(queueId);
});

test('a reference known by the name beside it is resolved, and the mapping keeps it', () => {
  const flow = flowOf([{ Identifier: 'a', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: arn('queue', strange) } }], { a: { parameters: { QueueId: { displayName: 'BasicQueue' } } } });
  const { resolved, unresolved } = resolveReferences(flow, {}, instance);
  expect(unresolved).toEqual([]);
  expect(resolved).toMatchObject([{ id: queueId, by: 'name' }]);
  expect(mappingOf(resolved, { other: 'x' })).toEqual({ other: 'x', [arn('queue', strange)]: queueId });
});

test('names are looked for in the mapping first, then in the reference, then in the name that the designer shows', () => {
  const pick = (QueueId: string) => flowOf([{ Identifier: 'a', Type: 'UpdateContactTargetQueue', Parameters: { QueueId } }], { a: { queue: { text: 'BasicQueue' } } });
  const by = (ref: string, mapping: Readonly<Record<string, string>> = {}) => resolveReferences(pick(ref), mapping, instance).resolved.map(({ by: how }) => how);
  expect([by('BasicQueue', { BasicQueue: queueId }), by('BasicQueue'), by(arn('queue', strange))]).toEqual([['mapping'], ['reference'], ['name']]);
  // A mapping to something that is gone stands back.
  expect(by('BasicQueue', { BasicQueue: strange })).toEqual(['reference']);
});

test('what nobody names and nobody knows needs a choice', () => {
  const { resolved, unresolved } = resolveReferences(flowOf([{ Identifier: 'a', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: arn('queue', strange) } }]), {}, instance);
  expect([resolved, unresolved.map(({ name }) => name)]).toEqual([[], [null]]);
});

test('an agent is found by user name', () => {
  const ana = anAgent('ana');
  expect(resolveRef('agent', 'ana', {}, indexInstance({ ...instance, agents: [ana] }))).toBe(ana.id);
});

test('a variable without a key names what it says', () => {
  const found = findReferences(flowOf([{ Identifier: 'a', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: '${basic}' } }]));
  expect(found).toMatchObject([{ name: 'basic' }]);
});

test('an ARN with nothing at its end, and one of something else than text, name nothing', () => {
  const pick = (QueueId: unknown) => findReferences(flowOf([{ Identifier: 'a', Type: 'UpdateContactTargetQueue', Parameters: { QueueId } }]));
  expect(pick(arn('queue', ''))).toMatchObject([{ name: null }]);
  expect([pick(7), pick(''), pick('$.Attributes.queue'), pick(undefined)]).toEqual([[], [], [], []]);
});

test('where a list or an object is expected, nothing else is gone through; an unknown action names nothing', () => {
  const none = findReferences(flowOf([
    { Identifier: 'a', Type: 'MessageParticipantIteratively', Parameters: { Messages: 'none' } },
    { Identifier: 'b', Type: 'MessageParticipantIteratively', Parameters: { Messages: ['none'] } },
    { Identifier: 'c', Type: 'MakeCoffee', Parameters: { QueueId: 'BasicQueue' } },
  ]));
  expect(none).toEqual([]);
});

test.each<[string, string, object, object]>([
  ['the clip of a prompt', 'MessageParticipant', { PromptId: arn('prompt', strange) }, { audio: [{ id: 'other', text: 'no' }, { id: arn('prompt', strange), text: 'Hold music' }] }],
  ['a clip within a clip', 'MessageParticipant', { PromptId: arn('prompt', strange) }, { audio: [{ prompt: { id: arn('prompt', strange), text: 'Hold music' } }] }],
  ['the prompt’s own name', 'MessageParticipant', { PromptId: arn('prompt', strange) }, { promptName: 'Hold music' }],
  ['hours', 'CheckHoursOfOperation', { HoursOfOperationId: arn('operating-hours', strange) }, { Hours: { text: 'Hold music' } }],
  ['hours, as they were written once', 'CheckHoursOfOperation', { HoursOfOperationId: arn('operating-hours', strange) }, { hours: { text: 'Hold music' } }],
  ['a flow', 'TransferToFlow', { ContactFlowId: arn('contact-flow', strange) }, { contactFlow: { text: 'Hold music' } }],
  ['a flow, as it was written once', 'TransferToFlow', { ContactFlowId: arn('contact-flow', strange) }, { ContactFlow: { text: 'Hold music' } }],
  ['a parameter’s display name', 'TransferToFlow', { ContactFlowId: arn('contact-flow', strange) }, { parameters: { ContactFlowId: { displayName: 'Hold music' } } }],
  ['a parameter’s display name, one level down', 'TransferToFlow', { ContactFlowId: arn('contact-flow', strange) }, { parameters: { ContactFlowId: { value: { displayName: 'Hold music' } } } }],
])('the designer’s name is found beside %s', (_what, Type, Parameters, notes) => {
  expect(findReferences(flowOf([{ Identifier: 'a', Type, Parameters }], { a: notes }))).toMatchObject([{ name: 'Hold music' }]);
});

test('a name of nothing but spaces is none', () => {
  expect(findReferences(flowOf([{ Identifier: 'a', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: arn('queue', strange) } }], { a: { queue: { text: '  ' } } }))).toMatchObject([{ name: null }]);
});

const sample = join(import.meta.dirname, '../../../../shared/flows/aws-defaults/sample_interruptible_queue_flow_with_callback.json');
if (!existsSync(sample)) console.warn('SKIPPED: ../shared/flows is absent, so no real reference was looked for.');

test.skipIf(!existsSync(sample))("Amazon's interruptible queue flow needs a choice for its music and nothing else", () => {
  const parsed = parseFlow(readFileSync(sample, 'utf8'));
  const unresolved = parsed.ok ? resolveReferences(parsed.value.content, {}, instance).unresolved : [];
  expect(unresolved).toMatchObject([{ kind: 'prompt', name: 'CustomerQueue.wav', places: ['1b40bdee-1cc2-40ea-ad74-01e00b12e108'] }]);
});
