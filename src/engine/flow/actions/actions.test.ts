import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids, type PlainAction } from '../../../testing/builders.ts';
import { CenterDriver } from '../../../testing/center-driver.ts';
import type { ContactId } from '../../core/ids.ts';
import { must } from '../../core/assert.ts';
import type { Contact } from '../../contact/model.ts';
import { draw } from '../../core/random.ts';
import type { Instance } from '../../tenant/model.ts';

const JOHN = '+12065550142';
const LANDINGS = ['next', 'error', 'none', 'full', 'invalid', 'undialable', 'late', 'a', 'b'] as const;

/** Where the way taken ends: in a wait of its own, so that the contact stands still there. */
const landing = (name: string): PlainAction => ({ Identifier: name, Type: 'Wait', Parameters: { TimeLimitSeconds: '100000' } });

const ways: Readonly<Record<string, string>> = {
  NoMatchingError: 'error', NoMatchingCondition: 'none', QueueAtCapacity: 'full', InvalidCallbackNumber: 'invalid',
  InvalidPhoneNumber: 'invalid', CallbackNumberNotDialable: 'undialable', InputTimeLimitExceeded: 'late',
};

/** The action under test with every way out leading to a landing of its own. */
function action(Type: string, Parameters: object, conditions: readonly (readonly [string, string, string])[] = []): PlainAction {
  return {
    Identifier: 'test', Type, Parameters,
    Transitions: {
      NextAction: 'next',
      Conditions: conditions.map(([operator, operand, to]) => ({ NextAction: to, Condition: { Operator: operator, Operands: [operand] } })),
      Errors: Object.entries(ways).map(([ErrorType, NextAction]) => ({ ErrorType, NextAction })),
    },
  };
}

/** A caller who has come to the action after those before it. */
function at(tested: PlainAction, { before = [], rig = baseRig(), prepare = () => undefined }: { readonly before?: readonly PlainAction[]; readonly rig?: Instance; readonly prepare?: (center: CenterDriver) => unknown } = {}): CenterDriver {
  const chain = before.map((each, index) => ({ ...each, Identifier: `before${index}`, Transitions: { NextAction: index === before.length - 1 ? 'test' : `before${index + 1}` } }));
  const flow = aFlow('tested', 'CONTACT_FLOW', [...chain, tested, ...LANDINGS.map(landing)]);
  const center = new CenterDriver({ ...rig, flows: [...rig.flows, flow], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: flow.id })) });
  prepare(center);
  return center.customer(JOHN).dials();
}

const where = (center: CenterDriver): string | null => [...center.center.flowRuns.values()][0]?.actionId ?? null;
const contactOf = (center: CenterDriver): Contact => must(center.center.contacts.get([...center.center.openContacts][0] as ContactId), 'the contact');
const fault = (center: CenterDriver): string | undefined => center.events.findLast((event) => event.type === 'flow.faulted')?.fault;
const setQueue = (name: string): PlainAction => ({ Identifier: '', Type: 'UpdateContactTargetQueue', Parameters: { QueueId: name } });
const setAttributes = (attributes: object): PlainAction => ({ Identifier: '', Type: 'UpdateContactAttributes', Parameters: { Attributes: attributes } });

describe('Compare', () => {
  const cases: readonly (readonly [string, string, string, boolean])[] = [
    ['Equals', 'yes', 'yes', true], ['Equals', 'yes', 'Yes', false],
    ['TextStartsWith', 'billing', 'bill', true], ['TextStartsWith', 'billing', 'ill', false],
    ['TextEndsWith', 'billing', 'ing', true], ['TextEndsWith', 'billing', 'in', false],
    ['TextContains', 'billing', 'lli', true], ['TextContains', 'billing', 'x', false],
    ['NumberGreaterThan', '5', '4', true], ['NumberGreaterThan', '5', '5', false], ['NumberGreaterThan', '10', '9', true],
    ['NumberGreaterOrEqualTo', '5', '5', true], ['NumberGreaterOrEqualTo', '4.9', '5', false],
    ['NumberLessThan', '4', '5', true], ['NumberLessThan', '5', '5', false],
    ['NumberLessOrEqualTo', '5', '5', true], ['NumberLessOrEqualTo', '6', '5', false],
    ['NumberLessThan', 'x', '5', false], ['NumberLessThan', '', '5', false], ['NumberLessThan', '4', '', false], ['NumberLessThan', '4', 'x', false],
    ['Resembles', 'yes', 'yes', false],
  ];
  test.each(cases)('%s holds between “%s” and “%s”: %s', (operator, value, operand, matches) => {
    const center = at(action('Compare', { ComparisonValue: '$.Attributes.value' }, [[operator, operand, 'a']]), { before: [setAttributes({ value })] });
    expect(where(center)).toBe(matches ? 'a' : 'none');
  });

  test('takes the first condition that holds', () => {
    const center = at(action('Compare', { ComparisonValue: '7' }, [['Equals', '8', 'a'], ['NumberGreaterThan', '1', 'b'], ['Equals', '7', 'a']]));
    expect(where(center)).toBe('b');
  });
});

describe('CheckHoursOfOperation', () => {
  const closed = { id: 'h1' as never, name: 'Never', zone: { zone: 'UTC', changes: [] }, open: [] };
  const check = (parameters: object, rig: Instance, before: readonly PlainAction[] = []) =>
    where(at(action('CheckHoursOfOperation', parameters, [['Equals', 'True', 'a'], ['Equals', 'False', 'b']]), { rig, before }));
  const rig = { ...baseRig(), hours: [...baseRig().hours, closed], queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { hoursId: closed.id }), aQueue('Bare', { hoursId: null })] };

  test('asks the hours it names, else those of the working queue', () => {
    expect([check({ HoursOfOperationId: 'Always' }, rig), check({ HoursOfOperationId: 'Never' }, rig)]).toEqual(['a', 'b']);
    expect([check({}, rig, [setQueue('InboundQueue')]), check({}, rig, [setQueue('CallbackQueue')])]).toEqual(['a', 'b']);
  });

  test('takes its error branch without hours to ask', () => {
    expect([check({}, rig), check({ HoursOfOperationId: 'Unknown' }, rig), check({}, rig, [setQueue('Bare')])]).toEqual(['error', 'error', 'error']);
  });
});

describe('CheckMetricData', () => {
  const check = (MetricType: string, expected: string, prepare: (center: CenterDriver) => unknown, parameters: object = {}): string | null =>
    where(at(action('CheckMetricData', { MetricType, ...parameters }, [['Equals', expected, 'a']]), { before: [setQueue('InboundQueue')], prepare, rig: { ...baseRig(), numbers: baseRig().numbers } }));

  test('tells agents of the working queue', () => {
    const staff = (center: CenterDriver): unknown => center.agent('ana').sets('Available').agent('ben').sets('Break');
    expect([check('NumberOfAgentsAvailable', '1', staff), check('NumberOfAgentsStaffed', '1', staff), check('NumberOfAgentsOnline', '2', staff)]).toEqual(['a', 'a', 'a']);
    expect(check('NumberOfAgentsOnline', '1', staff)).toBe('none');
  });

  test('tells how many wait, and the age of the oldest in milliseconds', () => {
    const main = { ...baseRig() };
    const second = '+18005550188' as never;
    const flow = aFlow('asks', 'CONTACT_FLOW', [
      { ...setQueue('InboundQueue'), Identifier: 'set', Transitions: { NextAction: 'test' } },
      action('CheckMetricData', { MetricType: 'OldestContactInQueueAgeSeconds' }, [['Equals', '24113', 'a'], ['Equals', '0', 'b']]), ...LANDINGS.map(landing),
    ]);
    const center = new CenterDriver({ ...main, flows: [...main.flows, flow], numbers: [...main.numbers, { number: second, description: '', flowId: flow.id }] });
    center.customer('+12065550003').dials('+18005550188');
    expect(where(center)).toBe('b');
    center.customer(JOHN).dials();
    center.wait(24.113).customer('+12065550004').dials('+18005550188');
    expect([...center.center.flowRuns.values()].map(({ actionId }) => actionId)).toEqual(['b', 'a']);
  });

  test('takes its error branch for what it does not know', () => {
    expect(check('Weather', '1', () => undefined)).toBe('error');
    expect(check('NumberOfAgentsOnline', '0', () => undefined, { QueueId: 'Unknown' })).toBe('error');
    expect(where(at(action('CheckMetricData', { MetricType: 'NumberOfAgentsOnline' })))).toBe('error');
  });
});

describe('GetMetricData', () => {
  test('goes on where there is a queue to ask, and fails where there is none', () => {
    expect(where(at(action('GetMetricData', {}), { before: [setQueue('InboundQueue')] }))).toBe('next');
    expect(where(at(action('GetMetricData', { QueueId: 'CallbackQueue' })))).toBe('next');
    expect(where(at(action('GetMetricData', {})))).toBe('error');
  });
});

describe('DistributeByPercentage', () => {
  test('draws from one to a hundred, the same for the same seed', () => {
    const bounds = Array.from({ length: 100 }, (_, index) => ['NumberLessThan', String(index + 2), 'a'] as const);
    expect(where(at(action('DistributeByPercentage', {}, bounds)))).toBe('a');
    const center = at(action('DistributeByPercentage', {}, [['NumberLessThan', '51', 'a']]));
    const percent = Math.floor(draw(1, `distribute/${contactOf(center).id}/test`, 0) * 100) + 1;
    expect(where(center)).toBe(percent < 51 ? 'a' : 'none');
    expect(where(at(action('DistributeByPercentage', {}, [['NumberLessThan', '1', 'a']])))).toBe('none');
  });
});

describe('Loop', () => {
  const loops = (LoopCount: string) => at({
    Identifier: 'test', Type: 'Loop', Parameters: { LoopCount },
    Transitions: { Conditions: [{ NextAction: 'pass', Condition: { Operator: 'Equals', Operands: ['ContinueLooping'] } }, { NextAction: 'a', Condition: { Operator: 'Equals', Operands: ['DoneLooping'] } }], Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'error' }] },
  });

  test('is done after as many passes as it says, and may start anew', () => {
    const flow = (count: string) => {
      const rig = baseRig();
      const made = aFlow('loop', 'CONTACT_FLOW', [
        { Identifier: 'loop', Type: 'Loop', Parameters: { LoopCount: count }, Transitions: { Conditions: [{ NextAction: 'pass', Condition: { Operator: 'Equals', Operands: ['ContinueLooping'] } }, { NextAction: 'done', Condition: { Operator: 'Equals', Operands: ['DoneLooping'] } }], Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'done' }] } },
        { Identifier: 'pass', Type: 'Wait', Parameters: { TimeLimitSeconds: '1' }, Transitions: { NextAction: 'loop' } },
        { Identifier: 'done', Type: 'Wait', Parameters: { TimeLimitSeconds: '100' }, Transitions: { NextAction: 'loop' } },
      ]);
      return new CenterDriver({ ...rig, flows: [...rig.flows, made], numbers: rig.numbers.map((claimed) => ({ ...claimed, flowId: made.id })) }).customer(JOHN).dials();
    };
    const center = flow('3');
    const passes = (): number => center.events.filter((event) => event.type === 'flow.entered' && event.actionId === 'pass').length;
    center.wait(3);
    expect([passes(), where(center)]).toEqual([3, 'done']);
    center.wait(100);
    expect([passes(), where(center)]).toEqual([4, 'pass']);
    expect(where(flow('0'))).toBe('done');
  });

  test.each(['-1', '101', 'x', ''])('of “%s” passes takes its error branch', (count) => expect(where(loops(count))).toBe('error'));
});

describe('Wait', () => {
  test('waits its time out', () => {
    const center = at(action('Wait', { TimeLimitSeconds: '30' }, [['Equals', 'WaitCompleted', 'a']]));
    center.wait(29.999);
    expect(where(center)).toBe('test');
    expect(where(center.wait(0.001))).toBe('a');
  });

  test('of nothing is over at once, and of nonsense an error', () => {
    expect(where(at(action('Wait', { TimeoutSeconds: '0' }, [['Equals', 'WaitCompleted', 'a']])))).toBe('a');
    for (const limit of ['x', '-1', '604801']) expect(where(at(action('Wait', { TimeLimitSeconds: limit })))).toBe('error');
  });
});

describe('MessageParticipant', () => {
  test('speaks for as long as the words take, then goes on', () => {
    const center = at(action('MessageParticipant', { Text: 'x'.repeat(45) }));
    center.wait(2.999);
    expect(where(center)).toBe('test');
    expect(where(center.wait(0.001))).toBe('next');
  });

  test('plays a prompt of the instance, and a pause for one it does not have', () => {
    const center = at(action('MessageParticipant', { PromptId: 'agent whisper' }));
    expect([where(center.wait(9.999)), where(center.wait(0.001))]).toEqual(['test', 'next']);
    const unknown = at(action('MessageParticipant', { PromptId: 'arn:unknown' }));
    expect([where(unknown.wait(4.999)), where(unknown.wait(0.001))]).toEqual(['test', 'next']);
  });

  test('with nothing to say at all takes its error branch', () => expect(where(at(action('MessageParticipant', {})))).toBe('error'));
});

describe('GetParticipantInput', () => {
  const menu = action('GetParticipantInput', { Text: 'x'.repeat(30), StoreInput: 'False', InputTimeLimitSeconds: '5' }, [['Equals', '1', 'a'], ['Equals', '2', 'b']]);
  const store = (validation: object, more: object = {}) => action('GetParticipantInput', { Text: 'x'.repeat(15), StoreInput: 'True', InputTimeLimitSeconds: '6', InputValidation: validation, ...more });
  const phone = (NumberFormat: string) => ({ PhoneNumberValidation: { NumberFormat, CountryCode: 'US' } });

  test('takes a key while it speaks, and tells wrong keys from none', () => {
    expect(where(at(menu).customer(JOHN).presses('1'))).toBe('a');
    expect(where(at(menu).customer(JOHN).presses('9'))).toBe('none');
    const silent = at(menu);
    expect([where(silent.wait(6.999)), where(silent.wait(0.001))]).toEqual(['test', 'late']);
  });

  test('keeps a number in international form, ended by # or by a pause', () => {
    const keyed = at(store(phone('Local'))).customer(JOHN).presses('2065550142#');
    expect([where(keyed), contactOf(keyed).storedInput]).toEqual(['next', '+12065550142']);
    const paused = at(store(phone('Local'))).customer(JOHN).presses('2065550142');
    expect([where(paused.wait(4.999)), where(paused.wait(0.001)), contactOf(paused).storedInput]).toEqual(['test', 'next', '+12065550142']);
    const world = at(store(phone('E164'))).customer(JOHN).presses('447700900123#');
    expect([where(world), contactOf(world).storedInput]).toEqual(['next', '+447700900123']);
  });

  test('refuses what is no number', () => {
    const center = at(store(phone('Local'))).customer(JOHN).presses('555#');
    expect([where(center), contactOf(center).storedInput]).toEqual(['invalid', '555']);
  });

  test('stores “Timeout” when nothing is keyed, and goes on', () => {
    const center = at(store(phone('Local'))).wait(7);
    expect([where(center), contactOf(center).storedInput]).toEqual(['next', 'Timeout']);
  });

  test('takes any keys up to a length where it asks for no phone number', () => {
    const center = at(store({ CustomValidation: { MaximumLength: '4' } })).customer(JOHN).presses('12345');
    expect([where(center), contactOf(center).storedInput]).toEqual(['next', '1234']);
  });

  test('begins anew after the cancel key, unless it is switched off', () => {
    const center = at(store(phone('Local'))).customer(JOHN).presses('99*2065550142#');
    expect(contactOf(center).storedInput).toBe('+12065550142');
    const off = at(store({ CustomValidation: { MaximumLength: '20' } }, { DTMFConfiguration: { DisableCancelKey: 'True', InputTerminationSequence: '##' } })).customer(JOHN).presses('1*2#3##');
    expect(contactOf(off).storedInput).toBe('1*2#3');
  });
});

describe('UpdateContactCallbackNumber', () => {
  test.each([['2065550142', 'next', '+12065550142'], ['+12065550143', 'next', '+12065550143'], ['555', 'invalid', null], ['', 'invalid', null], ['Timeout', 'invalid', null], ['+447700900123', 'undialable', null]])(
    'of “%s” goes to %s', (number, to, kept) => {
      const center = at(action('UpdateContactCallbackNumber', { CallbackNumber: number }));
      expect([where(center), contactOf(center).callbackNumber]).toEqual([to, kept]);
    });
});

describe('what is set on a contact', () => {
  test('attributes with references in them, at most 32 KB', () => {
    const center = at(action('UpdateContactAttributes', { Attributes: { who: '$.CustomerEndpoint.Address', n: 7 } }));
    expect([where(center), contactOf(center).attributes]).toEqual(['next', { who: JOHN, n: '7' }]);
    expect(where(at(action('UpdateContactAttributes', { Attributes: { big: 'x'.repeat(33_000) } })))).toBe('error');
  });

  test('one hook at a time, of a flow that is there', () => {
    const set = (EventHooks: object): CenterDriver => at(action('UpdateContactEventHooks', { EventHooks }));
    expect(contactOf(set({ CustomerQueue: 'main' })).hooks).toEqual({ CustomerQueue: ids.flow('main') });
    for (const hooks of [{}, { CustomerQueue: 'main', AgentWhisper: 'main' }, { OutboundWhisper: 'main' }, { CustomerQueue: 'unknown' }]) expect(where(set(hooks))).toBe('error');
  });

  test('priority or age', () => {
    const set = (parameters: object): CenterDriver => at(action('UpdateContactRoutingBehavior', parameters));
    expect(contactOf(set({ QueuePriority: '2' }))).toMatchObject({ priority: 2, ageAdjustmentMs: 0 });
    expect(contactOf(set({ QueueTimeAdjustmentSeconds: '-30' }))).toMatchObject({ priority: 5, ageAdjustmentMs: -30_000 });
    expect(where(set({}))).toBe('error');
  });

  test('a working queue that is there', () => {
    expect(contactOf(at(action('UpdateContactTargetQueue', { QueueId: 'CallbackQueue' }))).targetQueueId).toBe(ids.queue('CallbackQueue'));
    expect([where(at(action('UpdateContactTargetQueue', { QueueId: 'Unknown' }))), where(at(action('UpdateContactTargetQueue', {})))]).toEqual(['error', 'error']);
  });

  test.each(['UpdateContactTextToSpeechVoice', 'UpdateFlowLoggingBehavior', 'UpdateContactRecordingBehavior'])('nothing that matters here by %s', (type) => expect(where(at(action(type, {})))).toBe('next'));
});

describe('CreateCallbackContact', () => {
  const create = (parameters: object, options: Parameters<typeof at>[1] = {}): CenterDriver => at(action('CreateCallbackContact', { QueueId: 'CallbackQueue', ...parameters }), options);
  const leg = (center: CenterDriver): Contact | undefined => [...center.center.contacts.values()].find(({ method }) => method === 'CALLBACK');

  test('makes a second contact beside the caller’s, which goes on', () => {
    const center = create({ InitialCallDelaySeconds: '5', MaximumConnectionAttempts: '2', RetryDelaySeconds: '600', CallerId: '+18005550102' });
    expect([where(center), center.center.openContacts.size]).toEqual(['next', 2]);
    expect(leg(center)).toMatchObject({ stage: { name: 'scheduled' }, callback: { attemptsMax: 3, delayMs: 5000, retryDelayMs: 600_000, callerId: '+18005550102', number: JOHN } });
  });

  test('queues at once without a delay, in the working queue when it names none', () => {
    const center = at(action('CreateCallbackContact', {}), { before: [setQueue('InboundQueue')] });
    expect(leg(center)).toMatchObject({ stage: { name: 'queued' }, queue: { queueId: ids.queue('InboundQueue') }, callback: { attemptsMax: 1 } });
  });

  test('carries attributes, hooks, priority and the number that was set', () => {
    const center = create({}, { before: [
      setAttributes({ case: '42' }),
      { Identifier: '', Type: 'UpdateContactEventHooks', Parameters: { EventHooks: { AgentWhisper: 'agent whisper' } } },
      { Identifier: '', Type: 'UpdateContactRoutingBehavior', Parameters: { QueuePriority: '1' } },
      { Identifier: '', Type: 'UpdateContactCallbackNumber', Parameters: { CallbackNumber: '2065550199' } },
    ] });
    expect(leg(center)).toMatchObject({ attributes: { case: '42' }, hooks: { AgentWhisper: ids.flow('agent whisper') }, priority: 1, customerNumber: '+12065550199' });
  });

  test.each([[{ InitialCallDelaySeconds: '259201' }], [{ RetryDelaySeconds: '-1' }], [{ InitialCallDelaySeconds: 'soon' }], [{ QueueId: 'Unknown' }]])('with %j takes its error branch, and no contact is made', (parameters) => {
    const center = create(parameters);
    expect([where(center), leg(center), fault(center)]).toEqual(['error', undefined, expect.any(String)]);
  });

  test('without any queue, or into a full one, takes its error branch', () => {
    expect(where(at(action('CreateCallbackContact', {})))).toBe('error');
    expect(where(create({}, { rig: baseRig({ queues: [aQueue('CallbackQueue', { maxContacts: 0 })] }) }))).toBe('error');
  });
});

describe('leaving the flow', () => {
  test('for a queue needs one with room', () => {
    const go = action('TransferContactToQueue', {});
    expect(contactOf(at(go, { before: [setQueue('InboundQueue')] })).stage).toEqual({ name: 'queued', offerId: null });
    expect(where(at(go))).toBe('error');
    expect(where(at(go, { before: [setQueue('InboundQueue')], rig: baseRig({ queues: [aQueue('InboundQueue', { maxContacts: 0 })] }) }))).toBe('full');
  });

  test('for another flow needs one that is there', () => {
    expect(contactOf(at(action('TransferToFlow', { ContactFlowId: 'main' }))).stage.name).toBe('queued');
    expect(where(at(action('TransferToFlow', { ContactFlowId: 'Unknown' })))).toBe('error');
  });

  test('by its end leaves a caller nowhere, by a disconnect hangs up', () => {
    const cause = (type: string): unknown => at(action(type, {})).records()[0]?.Ringback.Cause;
    expect([cause('EndFlowExecution'), cause('DisconnectParticipant')]).toEqual(['flowEnded', 'flowDisconnected']);
  });
});

describe('an action that cannot be run', () => {
  test.each(['ConnectParticipantWithLexBot', 'Unheard', 'MessageParticipantIteratively', 'DequeueContactAndTransferToQueue'])('(%s in an inbound flow) takes its error branch and says so', (type) => {
    const center = at(action(type, {}));
    expect([where(center), fault(center)]).toEqual(['error', expect.stringContaining(type)]);
  });

  test('and has no way on ends the flow, saying where', () => {
    const center = at({ Identifier: 'test', Type: 'Unheard', Transitions: {} });
    expect([fault(center), center.records()[0]?.Ringback.Cause]).toEqual([expect.stringContaining('no way on'), 'flowEnded']);
  });

  test('is a way that leads nowhere', () => {
    const center = at({ Identifier: 'test', Type: 'UpdateFlowLoggingBehavior', Transitions: { NextAction: 'nowhere' } });
    expect(fault(center)).toContain('nowhere');
  });
});
