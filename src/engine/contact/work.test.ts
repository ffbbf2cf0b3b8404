import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { causesOf, contactsOf, JOHN, lineOf, secondOf, slotsOf, talking, toBen, toExpert } from '../../testing/talking.ts';
import type { Command } from '../command.ts';
import { must } from '../core/assert.ts';
import { durationMs, seconds } from '../core/time.ts';
import { noExtras } from '../tenant/extras.ts';
import type { Instance } from '../tenant/model.ts';
import { defaultPolicy, type Policy } from '../tenant/policy.ts';
import type { Contact } from './model.ts';

const callbackQueue = ids.queue('CallbackQueue');
const policy = (changes: Partial<Policy>): Partial<Instance> => ({ policy: { ...defaultPolicy, ...changes } });
const first = (center: CenterDriver): Contact => must(contactsOf(center)[0], 'a contact');
const last = (center: CenterDriver): Contact => must(contactsOf(center).at(-1), 'a contact');

/** John asked for a callback at 11:37, ana took it at 11:39, and his telephone rings from 11:39:10. */
function accepted(changes: Partial<Instance> = {}): CenterDriver {
  const center = new CenterDriver(baseRig(changes)).to('11:35:00').customer(JOHN).dials().to('11:37:00').customer(JOHN).requestsCallback();
  return center.to('11:39:00').agent('ana').sets('Available').agent('ana').accepts();
}

describe('what needs a conversation', () => {
  const verbs: readonly ((contactId: Contact['id']) => Command)[] = [
    (contactId) => ({ type: 'contact.hold', contactId }), (contactId) => ({ type: 'contact.resume', contactId }), (contactId) => ({ type: 'contact.mute', contactId, muted: true }),
    (contactId) => ({ type: 'contact.sendDigits', contactId, digits: '1' }), (contactId) => ({ type: 'contact.declareMachine', contactId }),
  ];

  test.each<[string, () => CenterDriver, string]>([
    ['in queue', () => new CenterDriver().customer(JOHN).dials(), 'queued'],
    ['in the agent’s whisper', () => accepted(), 'agentWhisper'],
    ['while it rings', () => accepted().wait(10), 'dialing'],
    ['after its end', () => talking().customer(JOHN).hangsUp(), 'ended'],
  ])('is refused %s', (_when, given, state) => {
    expect(verbs.map((verb) => {
      const center = given();
      return center.ask(verb(last(center).id));
    })).toEqual(verbs.map(() => ({ code: 'NOT_NOW', state })));
  });

  test('is mute, once; keys, as they are; hold and resume in turn', () => {
    const center = talking();
    const contactId = first(center).id;
    center.send({ type: 'contact.mute', contactId, muted: true });
    const { seq } = center.center;
    center.send({ type: 'contact.mute', contactId, muted: true });
    expect([first(center).muted, center.center.seq]).toEqual([true, seq]);
    center.send({ type: 'contact.sendDigits', contactId, digits: '12#' }).send({ type: 'contact.sendDigits', contactId, digits: '*' });
    expect(first(center).digitsSent).toBe('12#*');
    expect(['', '1a', '1'.repeat(65)].map((digits) => center.ask({ type: 'contact.sendDigits', contactId, digits }))).toEqual([{ code: 'NOT_A_KEY' }, { code: 'NOT_A_KEY' }, { code: 'NOT_A_KEY' }]);
    expect(center.ask({ type: 'contact.resume', contactId })).toEqual({ code: 'NOT_NOW', state: 'connected' });
    center.send({ type: 'contact.hold', contactId });
    expect(center.ask({ type: 'contact.hold', contactId })).toEqual({ code: 'NOT_NOW', state: 'connected' });
  });
});

describe('ending a contact', () => {
  test.each<[string, () => CenterDriver, string]>([
    ['the agent’s whisper', () => accepted(), 'agentLeftWhisper'],
    ['ringing', () => accepted().wait(10), 'agentCanceled'],
    ['the customer’s whisper', () => accepted().wait(10).customer(JOHN).answers(), 'agentLeftWhisper'],
    ['conversation', () => accepted().wait(10).customer(JOHN).answers().wait(15), 'agentHungUp'],
  ])('has its own cause in %s (spec §1.6, §1.8)', (_stage, given, cause) => {
    const center = given();
    center.agent('ana').ends();
    expect(last(center).cause).toBe(cause);
  });

  test('is for its agent, while it lasts', () => {
    const waiting = new CenterDriver().customer(JOHN).dials();
    expect(waiting.ask({ type: 'contact.end', contactId: first(waiting).id })).toEqual({ code: 'NOT_NOW', state: 'queued' });
    const over = talking().customer(JOHN).hangsUp();
    expect(over.ask({ type: 'contact.end', contactId: first(over).id })).toEqual({ code: 'NOT_NOW', state: 'ended' });
    expect(over.ask({ type: 'contact.stop', contactId: first(over).id })).toEqual({ code: 'NOT_NOW', state: 'ended' });
  });
});

describe('a whisper (spec §1.6)', () => {
  const long = (name: string, type: 'AGENT_WHISPER' | 'OUTBOUND_WHISPER') => aFlow(name, type, [
    { Identifier: 'say', Type: 'MessageParticipant', Parameters: { Text: 'x'.repeat(15 * 130) }, Transitions: { NextAction: 'end' } },
    { Identifier: 'end', Type: 'EndFlowExecution' },
  ]);
  const rig = (name: string, type: 'AGENT_WHISPER' | 'OUTBOUND_WHISPER'): Partial<Instance> => ({ flows: baseRig().flows.map((flow) => (flow.name === name ? long(name, type) : flow)) });

  test('to the agent ends the contact after two minutes, and nobody is dialed', () => {
    const center = accepted(rig('agent whisper', 'AGENT_WHISPER'));
    center.to('11:40:59.999');
    expect(last(center).cause).toBeNull();
    center.to('11:41:00');
    expect([last(center).cause, last(center).dialedAtMs, center.agent('ana').state()]).toEqual(['whisperTooLong', null, 'ERROR']);
  });

  test('to the customer ends the contact two minutes after the answer', () => {
    const center = accepted(rig('outbound whisper', 'OUTBOUND_WHISPER')).wait(10).customer(JOHN).answers();
    center.to('11:41:09.999');
    expect(last(center).cause).toBeNull();
    center.to('11:41:10');
    expect([last(center).cause, center.records()[1]?.DisconnectReason, center.records()[1]?.NextContactId, center.agent('ana').state()]).toEqual(['whisperTooLong', 'CONTACT_FLOW_DISCONNECT', null, 'ERROR']);
  });

  test('changed while it waits for the answer ends with it, and the two are joined', () => {
    const center = accepted().wait(10);
    const [other] = baseRig().flows.filter(({ name }) => name === 'agent whisper');
    center.send({ type: 'flow.save', flow: { ...must(other, 'a flow'), id: ids.flow('outbound whisper'), name: 'outbound whisper', type: 'OUTBOUND_WHISPER', content: long('x', 'OUTBOUND_WHISPER').content } });
    center.send({ type: 'flow.save', flow: { ...must(other, 'a flow'), id: ids.flow('outbound whisper'), content: aFlow('x', 'OUTBOUND_WHISPER', [{ Identifier: 'new', Type: 'EndFlowExecution' }]).content } });
    center.customer(JOHN).answers();
    expect(center.events.findLast((event) => event.type === 'flow.faulted')).toMatchObject({ actionId: 'say', fault: expect.stringContaining('changed while it ran') });
    expect(center.agent('ana').state()).toBe('CONNECTED');
  });
});

describe('priority and age (spec §5.4)', () => {
  const setRouting = (center: CenterDriver, priority: number | null, ageAdjustmentSeconds: number | null) =>
    center.ask({ type: 'contact.setRouting', contactId: last(center).id, priority, ageAdjustmentSeconds });
  const queued = (changes: Partial<Instance> = {}) => new CenterDriver(baseRig(changes)).customer('+12065550143').dials().wait(1).customer(JOHN).dials();

  test('take effect at once by default, and move the place in line', () => {
    const center = queued();
    expect(setRouting(center, 1, null)).toBeNull();
    expect([last(center).priority, center.center.waiting.get(ids.queue('InboundQueue'))?.positionOf(last(center).id)]).toEqual([1, 1]);
    expect(setRouting(center, 5, 600)).toBeNull();
    expect([last(center).ageAdjustmentMs, center.center.waiting.get(ids.queue('InboundQueue'))?.positionOf(last(center).id)]).toEqual([600_000, 1]);
    expect(setRouting(center, null, null)).toBeNull();
    expect(last(center)).toMatchObject({ priority: 5, ageAdjustmentMs: 600_000 });
  });

  test('take effect after the instance’s lag on who is in queue, and at once before', () => {
    const center = queued(policy({ routingChangeLagMs: seconds(60) }));
    expect(setRouting(center, 1, null)).toBeNull();
    center.wait(59.999);
    expect(last(center).priority).toBe(5);
    center.restart().wait(0.001);
    expect([last(center).priority, center.center.waiting.get(ids.queue('InboundQueue'))?.positionOf(last(center).id)]).toEqual([1, 1]);
    const early = new CenterDriver(baseRig(policy({ routingChangeLagMs: seconds(60) }))).customer(JOHN).dials().customer(JOHN).requestsCallback();
    setRouting(early, 2, null);
    expect(last(early).priority).toBe(2);
  });

  test('that are asked for while another change is to come both come, the later one setting when', () => {
    const center = queued(policy({ routingChangeLagMs: seconds(60) }));
    setRouting(center, 1, null);
    center.wait(30);
    setRouting(center, null, 600);
    expect([last(center.wait(59.999)).priority, last(center.wait(0.001))]).toMatchObject([5, { priority: 1, ageAdjustmentMs: 600_000 }]);
  });

  test('that come at once, since the contact has left its queue, are not taken back by what was asked before', () => {
    const center = queued(policy({ routingChangeLagMs: seconds(60) }));
    setRouting(center, 1, null);
    const { id } = last(center);
    center.wait(1).agent('ana').sets('Available').agent('ana').accepts();
    center.wait(1).agent('ben').sets('Available').agent('ben').accepts();
    expect(center.ask({ type: 'contact.setRouting', contactId: id, priority: 3, ageAdjustmentSeconds: null })).toBeNull();
    expect(center.wait(120).center.contacts.get(id)?.priority).toBe(3);
  });

  test('have the bounds that Amazon gives them, and a year', () => {
    const center = queued();
    expect([setRouting(center, 2 ** 63, null), setRouting(center, null, 31_536_000), setRouting(center, null, -31_536_000)]).toEqual([null, null, null]);
    expect(center.restart().center.contacts.get(last(center).id)).toMatchObject({ priority: 2 ** 63, ageAdjustmentMs: -31_536_000_000 });
  });

  test.each<[number | null, number | null, string]>([
    [0, null, 'QueuePriority'], [1.5, null, 'QueuePriority'], [2 ** 64, null, 'QueuePriority'], [null, Number.POSITIVE_INFINITY, 'QueueTimeAdjustmentSeconds'], [null, 1e306, 'QueueTimeAdjustmentSeconds'],
  ])('of %s and %s are refused', (priority, age, field) => {
    expect(setRouting(queued(), priority, age)).toEqual({ code: 'INVALID_VALUE', field });
  });

  test('of a contact that is over stay as they were', () => {
    expect(setRouting(talking().customer(JOHN).hangsUp(), 1, null)).toEqual({ code: 'NOT_NOW', state: 'ended' });
  });
});

test('an attribute has letters, digits, dash and underscore in its name (spec §2.2)', () => {
  const center = talking();
  const set = (key: string) => center.ask({ type: 'contact.setAttributes', contactId: first(center).id, attributes: { [key]: 'x' } });
  expect([set('a-b_C9'), set('a b'), set(''), set('x'.repeat(128))]).toEqual([null, { code: 'INVALID_VALUE', field: 'a b' }, { code: 'INVALID_VALUE', field: '' }, { code: 'INVALID_VALUE', field: 'x'.repeat(128) }]);
});

test('attributes take 32 KB per contact, whoever sets them (spec §9)', () => {
  const center = talking();
  const set = (attributes: Readonly<Record<string, string>>) => center.ask({ type: 'contact.setAttributes', contactId: first(center).id, attributes });
  // Fifteen bytes of two attributes are names and punctuation, eight of one.
  const [a, b] = ['x'.repeat(16_376), 'x'.repeat(16_377)];
  const tooMany = { code: 'INVALID_VALUE', field: 'Attributes' };
  expect([set({ a }), set({ b }), set({ b: `${b}x` }), set({ c: '' }), set({ b: 'é' })]).toEqual([null, null, tooMany, tooMany, null]);
  const request = (attributes: Readonly<Record<string, string>>) =>
    center.ask({ type: 'callback.request', number: '+12065550143' as never, queueId: callbackQueue, initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(0), attributes });
  expect([request({ a: 'x'.repeat(32_760) }), request({ a: 'x'.repeat(32_761) }), request({ 'a b': '1' })]).toEqual([null, tooMany, { code: 'INVALID_VALUE', field: 'a b' }]);
});

describe('a machine declared by the agent (ours)', () => {
  const connected = (machine: 'asAmazon' | 'retry' | 'close') => {
    const center = accepted({ extras: { [callbackQueue]: { ...noExtras, machine } } }).wait(10).customer(JOHN).answers().wait(15);
    return center.send({ type: 'contact.declareMachine', contactId: last(center).id });
  };

  test('is noted, once, and the contact goes on, as at Amazon', () => {
    const center = connected('asAmazon');
    expect([last(center).outcome, last(center).stage.name]).toEqual(['machine', 'connected']);
    expect(center.ask({ type: 'contact.declareMachine', contactId: last(center).id })).toEqual({ code: 'NOT_NOW', state: 'connected' });
  });

  test.each<['retry' | 'close', number, unknown]>([['retry', 2, null], ['close', 1, 'machine']])('is hung up on, by the rule %s', (machine, legs, closed) => {
    const center = connected(machine);
    expect(contactsOf(center).filter(({ callback }) => callback !== null).map(({ cause }) => cause)).toEqual(['reachedMachine', null].slice(0, legs));
    expect([...center.center.callbacks.values()][0]?.closed?.cause ?? null).toBe(closed);
  });

  test('is said of callbacks only', () => {
    const center = talking();
    expect(center.ask({ type: 'contact.declareMachine', contactId: first(center).id })).toEqual({ code: 'NOT_NOW', state: 'connected' });
  });
});

describe('dialing at the accept (decision #3)', () => {
  test('rings while the agent’s whisper plays, and once even where there is none', () => {
    const center = accepted({ ...policy({ dialMoment: 'atAccept' }) });
    expect(last(center)).toMatchObject({ stage: { name: 'dialing' } });
    const base = baseRig();
    const bare = accepted({ ...policy({ dialMoment: 'atAccept' }), callback: base.callback && { ...base.callback, agentWhisperFlowId: null } });
    expect(bare.events.filter(({ type }) => type === 'contact.dialing')).toHaveLength(1);
    bare.customer(JOHN).answers().wait(15);
    expect(bare.agent('ana').state()).toBe('CONNECTED');
  });

  test('ends the agent’s whisper where the customer is quicker', () => {
    const center = accepted(policy({ dialMoment: 'atAccept' })).wait(2).customer(JOHN).answers();
    expect([...center.center.flowRuns.values()].map(({ flowType }) => flowType)).toEqual(['OUTBOUND_WHISPER']);
  });

  test('still ends the agent’s whisper when the instance has come to dial after it while the phone rang', () => {
    const center = accepted(policy({ dialMoment: 'atAccept' })).wait(2).send({ type: 'instance.configure', instance: baseRig() }).customer(JOHN).answers();
    expect([...center.center.flowRuns.values()].map(({ flowType }) => flowType)).toEqual(['OUTBOUND_WHISPER']);
    expect(center.wait(15).agent('ana').state()).toBe('CONNECTED');
  });
});

describe('without any caller id (decision #24)', () => {
  const queues = [aQueue('InboundQueue'), aQueue('CallbackQueue', { outboundCallerId: null })];

  test('nobody is dialed, and the agent is in error', () => {
    const center = accepted({ queues }).wait(10);
    expect([last(center).cause, center.records()[1]?.DisconnectReason, center.agent('ana').state()]).toEqual(['noCallerId', 'TELECOM_PROBLEM', 'ERROR']);
  });

  test('an agent who accepts by settings and is free after failures has the slot back in the same instant', () => {
    const center = new CenterDriver(baseRig({ queues, ...policy({ afterFailedAttempt: 'free' }), agents: baseRig().agents.map((agent) => ({ ...agent, callbackAutoAccept: true })), callback: { ...must(baseRig().callback, 'a callback'), initialDelayMs: seconds(0), agentWhisperFlowId: null } }));
    center.customer(JOHN).dials().customer(JOHN).requestsCallback().agent('ana').sets('Available').wait(10);
    expect([last(center).cause, center.agent('ana').state(), center.agent('ana').activity()]).toEqual(['noCallerId', null, 'Available']);
  });

  test('or anonymously, when the instance decided so', () => {
    const center = accepted({ queues, ...policy({ withoutCallerId: 'anonymous' }) }).wait(10);
    expect([...center.center.lines.values()].at(-1)).toMatchObject({ state: 'ringing', ourNumber: null });
  });
});

describe('a customer whose telephone is in use', () => {
  test('is busy for the callback (spec §1.12)', () => {
    const center = accepted();
    center.customer(JOHN).dials().wait(10);
    expect(must(contactsOf(center)[1], 'the callback').cause).toBe('busy');
  });
});

describe('a third party on the telephone', () => {
  test('has no slot of an agent to show hold in', () => {
    const center = talking();
    center.agent('ana').transfersTo(toExpert).wait(5).agent('ana').swaps();
    expect([slotsOf(center)[0], secondOf(center).stage.name, secondOf(center).agent]).toEqual(['CONNECTED', 'connected', null]);
    expect(must(secondOf(center).stage.name === 'connected' ? secondOf(center).stage : null, 'connected')).toMatchObject({ heldSinceMs: center.center.nowMs });
    center.wait(10).agent('ana').swaps();
    expect(secondOf(center).stage).toEqual({ name: 'connected', heldSinceMs: null });
  });

  test('stays when the customer is transferred to them, and the line is closed by whoever hangs up', () => {
    const center = talking();
    center.agent('ana').transfersTo(toExpert).wait(5).agent('ana').leaves();
    expect(lineOf(center).state).toBe('up');
    center.customer(JOHN).hangsUp();
    expect(causesOf(center)).toEqual(['transferred', 'customerHungUp']);
  });
});

test('an agent whose status changes next is offered nothing after the contact (spec §4.2)', () => {
  const center = talking({}, 'Offline');
  center.agent('ana').sets('Lunch').customer('+12065550143').dials().agent('ana').ends();
  center.agent('ana').clears();
  expect([center.agent('ana').status(), center.agent('ana').state()]).toEqual(['Lunch', null]);
});

test('after-contact work ends at its limit, callbacks by their own (spec §4.5, §4.6)', () => {
  const limits = (afterContactWorkMs: number, callbackAfterContactWorkMs: number | null): Partial<Instance> => ({
    agents: baseRig().agents.map((agent) => ({ ...agent, afterContactWorkMs: durationMs(afterContactWorkMs), callbackAfterContactWorkMs: callbackAfterContactWorkMs === null ? null : durationMs(callbackAfterContactWorkMs) })),
  });
  const stateAfter = (center: CenterDriver, wait: number): unknown => center.customer(JOHN).hangsUp().wait(wait).agent('ana').state();
  expect([stateAfter(talking(limits(30_000, 10_000)), 29.999), stateAfter(talking(limits(30_000, 10_000)), 30)]).toEqual(['ENDED', null]);
  const callback = (changes: Partial<Instance>) => accepted(changes).wait(10).customer(JOHN).answers().wait(15);
  expect([stateAfter(callback(limits(30_000, 10_000)), 9.999), stateAfter(callback(limits(30_000, 10_000)), 10), stateAfter(callback(limits(30_000, null)), 30), stateAfter(callback(limits(30_000, 0)), 3600)]).toEqual(['ENDED', null, null, 'ENDED']);
});

test('a colleague asked while they ring for nobody can be let go again', () => {
  const center = talking();
  center.agent('ana').transfersTo(toBen).agent('ana').drops();
  expect([slotsOf(center), causesOf(center)]).toEqual([['CONNECTED_ONHOLD', null], [null, 'consultCanceled']]);
});
