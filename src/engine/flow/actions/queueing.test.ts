import { describe, expect, test } from 'vitest';
import { aFlow, anAgent, aQueue, baseRig, ids, type PlainAction } from '../../../testing/builders.ts';
import { CenterDriver } from '../../../testing/center-driver.ts';
import { JOHN } from '../../../testing/talking.ts';
import type { Contact } from '../../contact/model.ts';
import { must } from '../../core/assert.ts';
import { seconds } from '../../core/time.ts';
import type { Instance } from '../../tenant/model.ts';
import { defaultPolicy } from '../../tenant/policy.ts';

const rest = (name: string): PlainAction => ({ Identifier: name, Type: 'Wait', Parameters: { TimeLimitSeconds: '100000' } });
const landings = ['next', 'error', 'full', 'none', 'late', 'invalid', 'a'].map(rest);
const ways = [['NoMatchingError', 'error'], ['QueueAtCapacity', 'full'], ['NoMatchingCondition', 'none'], ['InputTimeLimitExceeded', 'late'], ['InvalidPhoneNumber', 'invalid']].map(([ErrorType, NextAction]) => ({ ErrorType, NextAction }));
const action = (Identifier: string, Type: string, Parameters: object, Transitions: object = {}): PlainAction => ({ Identifier, Type, Parameters, Transitions: { NextAction: 'next', Errors: ways, ...Transitions } });
const contactOf = (center: CenterDriver): Contact => must([...center.center.contacts.values()][0], 'the contact');
const lastOf = (center: CenterDriver): Contact => must([...center.center.contacts.values()].at(-1), 'the contact');
const where = (center: CenterDriver): string | null => center.center.flowRuns.get(contactOf(center).id)?.actionId ?? null;
const faults = (center: CenterDriver): readonly string[] => center.events.flatMap((event) => (event.type === 'flow.faulted' ? [event.fault] : []));

/** A caller who hears a queue flow in InboundQueue, which begins with these actions. */
function inQueue(actions: readonly PlainAction[], changes: Partial<Instance> = {}): CenterDriver {
  const flow = aFlow('queue flow', 'CUSTOMER_QUEUE', [...actions, ...landings]);
  const rig = baseRig(changes);
  return new CenterDriver({ ...rig, flows: [...rig.flows, flow], queues: rig.queues.map((queue) => (queue.name === 'InboundQueue' ? { ...queue, customerQueueFlowId: flow.id } : queue)) }).customer(JOHN).dials();
}

/** A caller in a flow that begins with these actions. */
function inFlow(actions: readonly PlainAction[], changes: Partial<Instance> = {}): CenterDriver {
  const flow = aFlow('tested', 'CONTACT_FLOW', [...actions, ...landings]);
  const rig = baseRig(changes);
  return new CenterDriver({ ...rig, flows: [...rig.flows, flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) }).customer(JOHN).dials();
}

describe('DequeueContactAndTransferToQueue', () => {
  const move = (Parameters: object): PlainAction => action('move', 'DequeueContactAndTransferToQueue', Parameters);

  test('gives a new place in line in the other queue (spec §5.2)', () => {
    const center = inQueue([{ ...rest('first'), Parameters: { TimeLimitSeconds: '30' }, Transitions: { NextAction: 'move' } }, move({ QueueId: 'CallbackQueue' })]).wait(30);
    expect(lastOf(center)).toMatchObject({ queue: { queueId: ids.queue('CallbackQueue'), enqueuedAtMs: center.center.nowMs }, orderingAtMs: center.center.nowMs });
  });

  test.each<[string, object, Partial<Instance>, string]>([
    ['a queue that is not there', { QueueId: 'Nowhere' }, {}, 'error'],
    ['no queue at all', {}, {}, 'error'],
    ['an agent who is not there', { AgentId: 'nobody' }, {}, 'error'],
    ['a full queue', { QueueId: 'CallbackQueue' }, { queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { maxContacts: 0 })] }, 'full'],
  ])('to %s takes another way', (_what, parameters, changes, way) => {
    const center = inQueue([move(parameters)], changes);
    expect([where(center), contactOf(center).queue?.queueId]).toEqual([way, ids.queue('InboundQueue')]);
  });

  test('to an agent waits in that agent’s own queue', () => {
    const center = inQueue([move({ AgentId: 'ana' })]);
    expect(lastOf(center).queue?.queueId).toBe(`agent/${ids.agent('ana')}`);
    expect(center.agent('ben').sets('Available').agent('ben').state()).toBeNull();
    expect(center.agent('ana').sets('Available').agent('ana').state()).toBe('CONNECTING');
  });

  test('takes its error branch while the contact rings at an agent (spec §1.14)', () => {
    const center = inQueue([{ ...rest('first'), Parameters: { TimeLimitSeconds: '30' }, Transitions: { NextAction: 'move' } }, move({ QueueId: 'CallbackQueue' })]);
    center.wait(20).agent('ana').sets('Available').wait(10);
    expect([where(center), faults(center).at(-1)]).toEqual(['error', 'the contact is being joined to an agent']);
  });

  test('is done eleven times and no more (spec §9)', () => {
    const center = inQueue([move({ QueueId: 'InboundQueue' })]);
    expect([center.center.contacts.size, center.center.flowRuns.get(lastOf(center).id)?.actionId, faults(center).at(-1)]).toEqual([12, 'error', 'the chain of contacts is 12 long, and no longer one is made']);
  });
});

describe('an error', () => {
  const leave = (Errors: readonly object[], NextAction?: string): CenterDriver => {
    const go = { Identifier: 'go', Type: 'TransferContactToQueue', Transitions: { Errors, ...(NextAction === undefined ? {} : { NextAction }) } };
    return inFlow([action('set', 'UpdateContactTargetQueue', { QueueId: 'InboundQueue' }, { NextAction: 'go' }), go], { queues: [aQueue('InboundQueue', { maxContacts: 0 })] });
  };

  test('takes its own branch, else the one for all errors, else the ordinary way on', () => {
    const all = { ErrorType: 'NoMatchingError', NextAction: 'error' };
    expect([where(leave([all, { ErrorType: 'QueueAtCapacity', NextAction: 'full' }])), where(leave([all])), where(leave([], 'next'))]).toEqual(['full', 'error', 'next']);
  });

  test('with no way at all ends the flow, and says so', () => {
    const center = leave([]);
    expect([faults(center).at(-1), contactOf(center).cause]).toEqual(['"TransferContactToQueue" has no way on for "QueueAtCapacity"', 'flowEnded']);
  });
});

describe('a condition', () => {
  test('without anything to compare with holds for nothing said', () => {
    const compare = (value: string) => where(inFlow([action('test', 'Compare', { ComparisonValue: value }, { Conditions: [{ NextAction: 'a', Condition: { Operator: 'Equals' } }] })]));
    expect([compare(''), compare('x')]).toEqual(['a', 'none']);
  });
});

describe('CheckMetricData', () => {
  const check = (MetricType: string, expected: string, changes: Partial<Instance> = {}) => {
    const asks = action('test', 'CheckMetricData', { MetricType, QueueId: 'InboundQueue' }, { Conditions: [{ NextAction: 'a', Condition: { Operator: 'Equals', Operands: [expected] } }] });
    const flow = aFlow('asks', 'CONTACT_FLOW', [asks, ...landings]);
    const rig = baseRig(changes);
    const center = new CenterDriver({ ...rig, flows: [...rig.flows, flow], numbers: [...rig.numbers, { number: '+18005550188' as never, description: '', flowId: flow.id }] });
    center.customer(JOHN).dials().wait(24.113).customer('+12065550143').dials().wait(1).customer('+12065550144').dials('+18005550188');
    return [...center.center.flowRuns.values()][0]?.actionId;
  };

  test('counts who waits', () => expect([check('NumberOfContactsInQueue', '2'), check('NumberOfContactsInQueue', '1')]).toEqual(['a', 'none']));

  test('tells the oldest in whole seconds where the instance decided so (decision #21)', () => {
    expect([check('OldestContactInQueueAgeSeconds', '25113'), check('OldestContactInQueueAgeSeconds', '25', { policy: { ...defaultPolicy, metricDataAge: 'seconds' } })]).toEqual(['a', 'a']);
  });
});

describe('loop prompts', () => {
  const loop = (Parameters: object): PlainAction => action('loop', 'MessageParticipantIteratively', Parameters, { Conditions: [{ NextAction: 'a', Condition: { Operator: 'Equals', Operands: ['MessagesInterrupted'] } }] });
  const heard = (center: CenterDriver): readonly string[] => [...center.center.lines.values()].flatMap(({ captions }) => captions.map(({ text }) => text));

  test('play what can be played, and are interrupted at their interval', () => {
    const center = inQueue([loop({ Messages: [{ Text: 'Please hold' }, {}, 'odd', { SSML: '<speak>Still holding</speak>' }], InterruptFrequencySeconds: '30' })]);
    expect(heard(center)).toEqual(['Please hold', 'Still holding']);
    expect([where(center.wait(29.999)), where(center.wait(0.001))]).toEqual(['loop', 'a']);
  });

  test.each([undefined, '0', '-5', 'often', '700000', '1e308'])('are never interrupted at an interval of %s', (InterruptFrequencySeconds) => {
    const center = inQueue([loop({ Messages: [{ Text: 'Please hold' }], ...(InterruptFrequencySeconds === undefined ? {} : { InterruptFrequencySeconds }) })]);
    expect(where(center.wait(86_400))).toBe('loop');
  });

  test('without anything to play take their error branch', () => {
    const center = inQueue([loop({ Messages: 'none' })]);
    expect([where(center), heard(center)]).toEqual(['error', []]);
  });
});

describe('GetParticipantInput', () => {
  const entry = (Parameters: object): PlainAction => action('entry', 'GetParticipantInput', { StoreInput: 'True', ...Parameters });
  const stored = (center: CenterDriver): string => contactOf(center).storedInput;

  test('without anything said waits from the start, five seconds by default', () => {
    const center = inFlow([entry({ InputValidation: { CustomValidation: {} } })]);
    expect([where(center.wait(4.999)), where(center.wait(0.001)), stored(center)]).toEqual(['entry', 'next', 'Timeout']);
  });

  test.each([['0', 1], ['1', 1], ['180', 180], ['999', 180]])('keeps a limit of %s seconds within its bounds: %d', (InputTimeLimitSeconds, limit) => {
    const center = inFlow([entry({ InputTimeLimitSeconds, InputValidation: { CustomValidation: {} } })]);
    expect([where(center.wait(limit - 0.001)), where(center.wait(0.001))]).toEqual(['entry', 'next']);
  });

  test('waits between keys as long as it says, from one to twenty seconds', () => {
    const after = (InterdigitTimeLimitSeconds: string, wait: number) => where(inFlow([entry({ InputTimeLimitSeconds: '60', DTMFConfiguration: { InterdigitTimeLimitSeconds }, InputValidation: { CustomValidation: {} } })]).customer(JOHN).presses('1').wait(wait));
    expect([after('0', 0.999), after('0', 1), after('3', 2.999), after('3', 3), after('60', 19.999), after('60', 20)]).toEqual(['entry', 'next', 'entry', 'next', 'entry', 'next']);
  });

  test('takes twenty keys where no length is given, and at least one', () => {
    const keyed = (MaximumLength?: string) => stored(inFlow([entry({ InputValidation: { CustomValidation: MaximumLength === undefined ? {} : { MaximumLength } } })]).customer(JOHN).presses('1'.repeat(30)));
    expect([keyed().length, keyed('0').length, keyed('3').length]).toEqual([20, 1, 3]);
  });

  test('waits its whole limit anew after the cancel key (spec §6.5)', () => {
    const center = inFlow([entry({ InputTimeLimitSeconds: '30', InputValidation: { CustomValidation: {} } })]).customer(JOHN).presses('12*');
    expect([where(center.wait(29.999)), where(center.wait(0.001)), stored(center)]).toEqual(['entry', 'next', 'Timeout']);
  });

  test('of a number reads it in the instance’s country where the block names none', () => {
    const center = inFlow([entry({ InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local' } } })]).customer(JOHN).presses('2065550142#');
    expect([where(center), stored(center)]).toEqual(['next', JOHN]);
  });

  test('that times out is invalid where the instance decided so, with phone validation only (decision #23)', () => {
    const timedOut = (InputValidation: object) => {
      const center = inFlow([entry({ InputValidation })], { policy: { ...defaultPolicy, entryTimeout: 'invalidNumber' } }).wait(5);
      return [where(center), stored(center)];
    };
    expect([timedOut({ PhoneNumberValidation: { NumberFormat: 'E164' } }), timedOut({ CustomValidation: {} })]).toEqual([['invalid', 'Timeout'], ['next', 'Timeout']]);
  });
});

describe('CreateCallbackContact', () => {
  const create = (Parameters: object): PlainAction => action('make', 'CreateCallbackContact', Parameters);
  const leg = (center: CenterDriver): Contact | undefined => [...center.center.contacts.values()].find(({ method }) => method === 'CALLBACK');

  test('may be for one agent alone, in the agent’s own queue', () => {
    const center = inFlow([create({ AgentId: 'ben' })]);
    expect(leg(center)?.queue?.queueId).toBe(`agent/${ids.agent('ben')}`);
    expect(where(inFlow([create({ AgentId: 'nobody' })]))).toBe('error');
  });

  test('in a queue flow is for the queue in which the caller waits', () => {
    expect(leg(inQueue([create({ InitialCallDelaySeconds: '10' })]))?.callback?.queueId).toBe(ids.queue('InboundQueue'));
  });

  test('says why no callback is made', () => {
    const said = (changes: Partial<Instance>, parameters: object = { QueueId: 'CallbackQueue' }): string | undefined => faults(inFlow([create(parameters)], changes)).at(-1);
    expect(said({ queues: [aQueue('CallbackQueue', { maxContacts: 0 })] })).toBe('the callback queue is full');
    expect(said({ queues: [aQueue('CallbackQueue', { status: 'DISABLED' })] })).toBe('the callback queue is disabled');
    expect(said({}, {})).toContain('none is named, and none was set before');
  });

  test.each([['-3', 1], ['0', 1], ['1.9', 2], ['many', 1]])('with %s retries dials %d times at the most', (MaximumConnectionAttempts, attemptsMax) => {
    expect(leg(inFlow([create({ QueueId: 'CallbackQueue', MaximumConnectionAttempts })]))?.callback?.attemptsMax).toBe(attemptsMax);
  });

  test('shows the caller id it names when that is a number', () => {
    const shown = (CallerId: string) => leg(inFlow([create({ QueueId: 'CallbackQueue', CallerId })]))?.systemNumber;
    expect([shown('+18005550102'), shown('anybody')]).toEqual(['+18005550102', '+18005550199']);
  });
});

test('an event hook that is no object takes the error branch', () => {
  expect(where(inFlow([action('hook', 'UpdateContactEventHooks', { EventHooks: 'none' })]))).toBe('error');
  expect(where(inFlow([action('hook', 'UpdateContactEventHooks', { EventHooks: { Breakfast: 'main' } })]))).toBe('error');
});

test('a caller may be left to one agent, who is offered them before anybody else (spec §5.6)', () => {
  const rig = { agents: ['ana', 'ben'].map((name) => anAgent(name)) };
  const center = inFlow([action('set', 'UpdateContactTargetQueue', { AgentId: 'ben' }, { NextAction: 'go' }), action('go', 'TransferContactToQueue', {})], rig);
  center.agent('ana').sets('Available').wait(seconds(1) / 1000).agent('ben').sets('Available');
  expect([center.agent('ana').state(), center.agent('ben').state()]).toEqual([null, 'CONNECTING']);
});
