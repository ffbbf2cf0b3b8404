import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aFlow, anAgent, aQueue, aWhisper, baseRig, ids, type PlainAction } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { causesOf, contactsOf, JOHN, lineOf, secondOf, slotsOf, talking, toBen, toQueue } from '../../testing/talking.ts';
import { asE164, parseFlow, seconds, stampOf, type FlowResource, type FlowType, type Instance } from '../index.ts';

const day = (time: string): string => stampOf(at(time));
const errors = (next: string, ...types: readonly string[]): object => ({ Errors: types.map((ErrorType) => ({ ErrorType, NextAction: next })) });
const bye: PlainAction = { Identifier: 'bye', Type: 'DisconnectParticipant' };
const say = (Text: string, NextAction: string): PlainAction => ({ Identifier: 'say', Type: 'MessageParticipant', Parameters: { Text }, Transitions: { NextAction } });

/** As Amazon ships it: hours, staffing, a message (its 27 characters take 1.8 s), the queue. */
const toQueueFlow = aFlow('to queue', 'QUEUE_TRANSFER', [
  { Identifier: 'hours', Type: 'CheckHoursOfOperation', Transitions: { ...errors('bye', 'NoMatchingError'), Conditions: [['True', 'staffed'], ['False', 'bye']].map(([operand, NextAction]) => ({ NextAction, Condition: { Operator: 'Equals', Operands: [operand] } })) } },
  { Identifier: 'staffed', Type: 'CheckMetricData', Parameters: { MetricType: 'NumberOfAgentsStaffed' }, Transitions: { ...errors('bye', 'NoMatchingError', 'NoMatchingCondition'), Conditions: [{ NextAction: 'say', Condition: { Operator: 'NumberGreaterThan', Operands: ['0'] } }] } },
  say('Now transferring your call.', 'go'),
  { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: errors('bye', 'QueueAtCapacity', 'NoMatchingError') },
  bye,
]);
/** As Amazon ships it: a message of 1.3 s (19 characters), the agent. */
const toAgentFlow = aFlow('to agent', 'AGENT_TRANSFER', [say('Transferring now...', 'go'), { Identifier: 'go', Type: 'TransferContactToAgent' }]);

/** Ana talks with John at 11:42:00, in a center with these flows for quick connects. */
function center(flows: readonly FlowResource[] = [toQueueFlow, toAgentFlow], ben = 'Available', changes: Partial<Instance> = {}): CenterDriver {
  const defaultFlows = Object.fromEntries(flows.map(({ type, id }) => [type, id]));
  return talking({ flows: [...baseRig().flows, ...flows], defaultFlows, ...changes }, ben).to('11:42:00');
}
const flowsOf = (driver: CenterDriver): readonly FlowType[] => [...driver.center.flowRuns.values()].map(({ flowType }) => flowType);

describe('a transfer to a queue, with a flow for it', () => {
  test('is in the flow first, which the agent hears, and then in the queue, with the place in line of the customer', () => {
    const driver = center([toQueueFlow], 'Available').agent('ana').transfersTo(toQueue).restart();
    expect([flowsOf(driver), secondOf(driver).stage.name, slotsOf(driver), lineOf(driver).captions]).toEqual([['QUEUE_TRANSFER'], 'inFlow', ['CONNECTED_ONHOLD', null], []]);
    driver.wait(1.8);
    expect([secondOf(driver).stage.name, slotsOf(driver)]).toEqual(['queued', ['CONNECTED_ONHOLD', 'CONNECTING']]);
    expect(secondOf(driver).orderingAtMs).toBe(contactsOf(driver)[0]?.orderingAtMs);
    driver.to('11:42:10').agent('ben').accepts().agent('ana').leaves().to('11:45:00').customer(JOHN).hangsUp();
    expect(driver.records()[1]).toMatchObject({ InitiationMethod: 'TRANSFER', InitiationTimestamp: day('11:42:00'), Queue: { Name: 'CallbackQueue', EnqueueTimestamp: day('11:42:01'), DequeueTimestamp: day('11:42:10') } });
  });

  test('left while the flow speaks, the customer hears the rest of it, and then the queue', () => {
    const driver = center([aFlow('slow', 'QUEUE_TRANSFER', [say('One moment, please, now.', 'more'), { ...say('Now transferring.', 'go'), Identifier: 'more' }, { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: errors('bye', 'QueueAtCapacity') }, bye])], 'Offline');
    driver.agent('ana').transfersTo(toQueue).wait(1).agent('ana').leaves().restart();
    expect([lineOf(driver).contactId, secondOf(driver).stage.name]).toEqual([secondOf(driver).id, 'inFlow']);
    driver.wait(2);
    expect([lineOf(driver).captions.map(({ text }) => text), secondOf(driver).stage.name]).toEqual([['Now transferring.'], 'queued']);
  });

  test.each([
    ['nobody is staffed', { routingProfiles: baseRig().routingProfiles.map((profile) => ({ ...profile, entries: profile.entries.slice(0, 1) })) }, toQueueFlow, 'flowDisconnected'],
    ['the queue is full, its buffer included', { queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { maxContacts: 0 })] }, toQueueFlow, 'flowDisconnected'],
    ['the flow leads nowhere', {}, aFlow('nowhere', 'QUEUE_TRANSFER', [{ Identifier: 'end', Type: 'EndFlowExecution' }]), 'flowEnded'],
  ] as const)('gives the customer back to the agent when %s', (_when, changes, flow, cause) => {
    const driver = center([flow], 'Available', changes);
    driver.agent('ana').transfersTo(toQueue).wait(5).restart();
    expect([causesOf(driver), driver.agent('ana').contact().consult, driver.agent('ana').state()]).toEqual([[null, cause], null, 'CONNECTED_ONHOLD']);
    expect(driver.agent('ana').resumes().agent('ana').state()).toBe('CONNECTED');
  });

  test('fills the queue’s buffer, as a transfer without a flow does', () => {
    const driver = center([toQueueFlow], 'Available', { queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { maxContacts: 5 })] });
    driver.agent('ben').sets('Break');
    for (let count = 0; count < 5; count++) driver.send({ type: 'callback.request', number: asE164(`+1206555030${count}`), queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(60), attributes: {} });
    driver.agent('ana').transfersTo(toQueue).wait(5);
    expect(contactsOf(driver).at(-1)).toMatchObject({ method: 'TRANSFER', stage: { name: 'queued' } });
  });

  test('hangs up on a customer who was left to a flow that leads nowhere', () => {
    const driver = center([aFlow('nowhere', 'QUEUE_TRANSFER', [say('Sorry.', 'end'), { Identifier: 'end', Type: 'EndFlowExecution' }])]).agent('ana').transfersTo(toQueue).agent('ana').leaves().wait(1);
    expect([causesOf(driver), lineOf(driver).state]).toEqual([['transferred', 'flowEnded'], 'ended']);
  });

  test('may be given up while the flow speaks, and there is nobody yet to talk with', () => {
    const driver = center().agent('ana').transfersTo(toQueue);
    const contactId = driver.agent('ana').contact().id;
    expect((['contact.conference', 'contact.swap'] as const).map((type) => driver.ask({ type, contactId }))).toEqual([{ code: 'NOT_NOW', state: 'inFlow' }, { code: 'NOT_NOW', state: 'inFlow' }]);
    driver.agent('ana').drops();
    expect([causesOf(driver), flowsOf(driver)]).toEqual([[null, 'consultCanceled'], []]);
  });

  test('knows who asked', () => {
    const flow = aFlow('who', 'QUEUE_TRANSFER', [{ Identifier: 'note', Type: 'UpdateContactAttributes', Parameters: { Attributes: { who: '$.Agent.UserName', queue: '$.Queue.Name' } }, Transitions: { NextAction: 'bye' } }, bye]);
    expect(secondOf(center([flow]).agent('ana').transfersTo(toQueue)).attributes).toEqual({ who: 'ana', queue: 'CallbackQueue' });
  });

  test('goes straight into the queue when the flow is there no more', () => {
    const driver = center([toQueueFlow]);
    driver.send({ type: 'instance.configure', instance: baseRig({ defaultFlows: { QUEUE_TRANSFER: toQueueFlow.id } }) });
    expect(secondOf(driver.agent('ana').transfersTo(toQueue)).stage.name).toBe('queued');
  });
});

test.each<[FlowType, FlowType]>([['AGENT_TRANSFER', 'AGENT_TRANSFER'], ['QUEUE_TRANSFER', 'QUEUE_TRANSFER'], ['CONTACT_FLOW', 'CONTACT_FLOW'], ['CUSTOMER_WHISPER', 'CONTACT_FLOW']])('a caller sent on to a flow of type %s is in one of type %s, with no agent to name', (type, runs) => {
  const next = aFlow('next', type, [{ Identifier: 'note', Type: 'UpdateContactAttributes', Parameters: { Attributes: { who: '$.Agent.UserName' } }, Transitions: { NextAction: 'stay' } }, { Identifier: 'stay', Type: 'MessageParticipant', Parameters: { Text: 'Hello' }, Transitions: { NextAction: 'stay' } }]);
  const main = aFlow('main', 'CONTACT_FLOW', [{ Identifier: 'on', Type: 'TransferToFlow', Parameters: { ContactFlowId: 'next' } }]);
  const driver = new CenterDriver(baseRig({ flows: [main, next] })).customer(JOHN).dials();
  expect([flowsOf(driver), contactsOf(driver)[0]?.attributes]).toEqual([[runs], { who: '' }]);
});

describe('a transfer to an agent, with a flow for it', () => {
  test('rings at that agent after the flow', () => {
    const driver = center().agent('ana').transfersTo(toBen).wait(1);
    expect([flowsOf(driver), slotsOf(driver)]).toEqual([['AGENT_TRANSFER'], ['CONNECTED_ONHOLD', null]]);
    driver.wait(0.3);
    expect(slotsOf(driver)).toEqual(['CONNECTED_ONHOLD', 'CONNECTING']);
    driver.agent('ben').accepts().agent('ana').leaves().restart();
    expect(slotsOf(driver)).toEqual(['ENDED', 'CONNECTED']);
  });

  test('that the agent does not take ends, as without a flow', () => {
    expect(causesOf(center().agent('ana').transfersTo(toBen).wait(30))).toEqual([null, 'colleagueMissed']);
  });

  test('is over when that agent is with somebody else', () => {
    const driver = center();
    driver.customer('+12065550143').dials().agent('ben').accepts();
    driver.agent('ana').transfersTo(toBen).wait(2);
    expect([contactsOf(driver).at(-1)?.cause, driver.agent('ana').contact().consult, slotsOf(driver)]).toEqual(['flowDisconnected', null, ['CONNECTED_ONHOLD', 'CONNECTED']]);
    expect(driver.events.flatMap((event) => (event.type === 'flow.faulted' ? [event.fault] : []))).toEqual(['the agent is with somebody else']);
  });

  test('ends that agent’s after-contact work', () => {
    const driver = center();
    driver.customer('+12065550143').dials().agent('ben').accepts().agent('ben').ends();
    expect(slotsOf(driver)[1]).toBe('ENDED');
    driver.agent('ana').transfersTo(toBen).wait(2).restart();
    expect([slotsOf(driver)[1], driver.agent('ben').contact().id]).toEqual(['CONNECTING', contactsOf(driver).at(-1)?.id]);
    expect(driver.records().filter(({ Ringback }) => Ringback.Cause === 'agentHungUp')).toMatchObject([{ Ringback: { Complete: true } }]);
  });

  test('ends that agent’s after-contact work before it is accepted, where that happens by itself', () => {
    const music = aFlow('wait', 'CUSTOMER_QUEUE', [{ Identifier: 'loop', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'La la la' }] } }]);
    const driver = center([toAgentFlow, music, aWhisper('agent whisper', 'AGENT_WHISPER')], 'Available', { agents: [anAgent('ana'), anAgent('ben', { autoAccept: true })] });
    driver.customer('+12065550143').dials().wait(10).agent('ben').ends();
    driver.agent('ana').transfersTo(toBen).wait(2).restart();
    expect([flowsOf(driver), slotsOf(driver)]).toEqual([['AGENT_WHISPER'], ['CONNECTED_ONHOLD', 'CONNECTING']]);
    expect(driver.wait(10).agent('ben').state()).toBe('CONNECTED');
  });

  test('waits for an agent who is not there, ten at a time', () => {
    const driver = center(undefined, 'Offline');
    expect(secondOf(driver.agent('ana').transfersTo(toBen).wait(2)).stage.name).toBe('queued');
    driver.agent('ana').leaves().agent('ana').clears();
    for (let count = 1; count < 11; count++) {
      driver.customer(`+120655502${10 + count}`).dials().agent('ana').accepts().agent('ana').transfersTo(toBen).wait(2);
      if (count < 10) driver.agent('ana').leaves().agent('ana').clears();
    }
    expect(contactsOf(driver).filter(({ method }) => method === 'TRANSFER').map(({ stage }) => stage.name)).toEqual([...Array<string>(10).fill('queued'), 'ended']);
  });

  test('knows whom it is for', () => {
    const flow = aFlow('who', 'AGENT_TRANSFER', [{ Identifier: 'note', Type: 'UpdateContactAttributes', Parameters: { Attributes: { who: '$.Agent.UserName' } }, Transitions: { NextAction: 'bye' } }, bye]);
    expect(secondOf(center([flow]).agent('ana').transfersTo(toBen)).attributes).toEqual({ who: 'ben' });
  });

  test('may go into a queue instead: whoever does not take it there, another one may', () => {
    const flow = aFlow('queue', 'AGENT_TRANSFER', [
      { Identifier: 'set', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: 'CallbackQueue' }, Transitions: { NextAction: 'go' } },
      { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: errors('go', 'QueueAtCapacity') },
    ]);
    const driver = center([flow]).agent('ana').transfersTo(toBen).wait(25);
    expect([secondOf(driver).stage.name, driver.agent('ben').state()]).toEqual(['queued', 'MISSED']);
  });
});

const FOLDER = new URL('../../../../shared/flows/aws-defaults/', import.meta.url);
const there = existsSync(FOLDER);
if (!there) console.warn('SKIPPED: the folder of real exported flows is not here, so Amazon’s own transfer flows were not run.');

describe.skipIf(!there)('Amazon’s own flows for quick connects', () => {
  const shipped = (file: string, type: FlowType): FlowResource => {
    const parsed = parseFlow(readFileSync(new URL(file, FOLDER), 'utf8'));
    if (!parsed.ok) throw new Error('no flow');
    return { id: ids.flow(file), name: file, type, description: '', content: parsed.value.content, mapping: {} };
  };

  test('transfer to an agent and to a queue that is staffed', () => {
    const flows = [shipped('default_queue_transfer.json', 'QUEUE_TRANSFER'), shipped('default_agent_transfer.json', 'AGENT_TRANSFER')];
    expect(slotsOf(center(flows).agent('ana').transfersTo(toBen).wait(2))).toEqual(['CONNECTED_ONHOLD', 'CONNECTING']);
    expect(slotsOf(center(flows).agent('ana').transfersTo(toQueue).wait(2))).toEqual(['CONNECTED_ONHOLD', 'CONNECTING']);
  });
});
