import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids, plainNumbers, type PlainAction } from '../../../testing/builders.ts';
import { at, CenterDriver } from '../../../testing/center-driver.ts';
import { JOHN } from '../../../testing/talking.ts';
import { draw } from '../../core/random.ts';
import { seconds } from '../../core/time.ts';
import { createEngine } from '../../engine.ts';
import type { CenterEvent } from '../../event.ts';
import type { PhoneNumberRules } from '../../ports.ts';
import type { FlowModule, Instance, LambdaMock, Prompt } from '../../tenant/model.ts';
import type { FlowType } from '../model.ts';

const rest = (Identifier: string): PlainAction => ({ Identifier, Type: 'Wait', Parameters: { TimeLimitSeconds: '604800' } });
const act = (Identifier: string, Type: string, Parameters: object, Transitions: object = {}): PlainAction =>
  ({ Identifier, Type, Parameters, Transitions: { NextAction: 'rest', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'error' }], ...Transitions } });
const equals = (...ways: readonly (readonly [string, string])[]): object => ({ Conditions: ways.map(([operand, NextAction]) => ({ NextAction, Condition: { Operator: 'Equals', Operands: [operand] } })) });

/** An instance whose callers come to these actions; those of a queue flow once they wait. */
function rigOf(actions: readonly PlainAction[], type: FlowType = 'CONTACT_FLOW', changes: Partial<Instance> = {}): Instance {
  const rig = baseRig(changes);
  const flow = aFlow('tested', type, [...actions, rest('rest'), rest('error')]);
  const inQueue = type === 'CUSTOMER_QUEUE';
  return {
    ...rig, flows: [...rig.flows, flow], queues: rig.queues.map((queue) => (inQueue ? { ...queue, customerQueueFlowId: flow.id } : queue)),
    numbers: rig.numbers.map((claimed) => (inQueue ? claimed : { ...claimed, flowId: flow.id })),
  };
}
const caller = (...given: Parameters<typeof rigOf>): CenterDriver => new CenterDriver(rigOf(...given)).customer(JOHN).dials();
const branches = (center: CenterDriver, actionId?: string): readonly string[] => center.events.flatMap((event) => (event.type === 'flow.entered' && (actionId === undefined || event.actionId === actionId) ? [event.branch] : []));
const faults = (center: CenterDriver): readonly string[] => center.events.flatMap((event) => (event.type === 'flow.faulted' ? [event.fault] : []));
const of = <Type extends CenterEvent['type']>(center: CenterDriver, type: Type) => center.events.filter((event): event is Extract<CenterEvent, { type: Type }> => event.type === type);
const where = (center: CenterDriver): string | undefined => [...center.center.flowRuns.values()][0]?.actionId;
const captions = (center: CenterDriver) => [...center.center.lines.values()].flatMap((line) => line.captions);

describe('a chain of contacts (spec §9)', () => {
  /** A callback whose creation flow queues it, and whose queue flow is this action. */
  const silently = (action: PlainAction): CenterDriver => {
    const creation = aFlow('creation', 'CONTACT_FLOW', [act('set', 'UpdateContactTargetQueue', { QueueId: 'CallbackQueue' }, { NextAction: 'go' }), act('go', 'TransferContactToQueue', {}), rest('rest'), rest('error')]);
    const silent = aFlow('silent', 'CUSTOMER_QUEUE', [action, rest('rest'), rest('error')]);
    const rig = rigOf([act('make', 'CreateCallbackContact', { QueueId: 'CallbackQueue', ContactFlowId: 'creation' })], 'CONTACT_FLOW', { queues: [aQueue('CallbackQueue', { customerQueueFlowId: silent.id })] });
    return new CenterDriver({ ...rig, flows: [...rig.flows, creation, silent] }).customer(JOHN).dials();
  };

  test('has no more than twelve, though a callback’s own queue flow asks for the next', () => {
    const center = silently(act('make', 'CreateCallbackContact', { QueueId: 'CallbackQueue', ContactFlowId: 'creation' }));
    expect([center.center.contacts.size, faults(center), branches(center, 'error')]).toEqual([12, ['the chain of contacts is 12 long, and no longer one is made'], ['NoMatchingError']]);
  });

  test('does not grow by a callback that moves, which is moved eleven times at the most', () => {
    const center = silently(act('move', 'DequeueContactAndTransferToQueue', { QueueId: 'CallbackQueue' }));
    expect([center.center.contacts.size, [...center.center.contacts.values()][1]?.queueMoves, faults(center), branches(center, 'error')])
      .toEqual([2, 11, ['the contact was moved between queues 11 times already'], ['NoMatchingError']]);
  });
});

test('looping prompts that were interrupted take up again where the flow ends, as long as they are there', () => {
  const music = act('music', 'MessageParticipantIteratively', { Messages: [{ Text: 'La la la.' }], InterruptFrequencySeconds: '30' }, equals(['MessagesInterrupted', 'say']));
  const actions = [music, act('say', 'MessageParticipant', { Text: 'Please wait.' }, { NextAction: 'end' }), { Identifier: 'end', Type: 'EndFlowExecution' }];
  const center = caller(actions, 'CUSTOMER_QUEUE').wait(31);
  expect([where(center), branches(center).slice(1)]).toEqual(['music', ['MessagesInterrupted', 'NextAction', 'Resume']]);
  const changed = caller(actions, 'CUSTOMER_QUEUE').wait(30).send({ type: 'flow.save', flow: aFlow('tested', 'CUSTOMER_QUEUE', actions.slice(1)) }).wait(1);
  expect([where(changed), of(changed, 'flow.ended').at(-1)?.how]).toEqual([undefined, 'ended']);
  const never = caller([{ Identifier: 'end', Type: 'EndFlowExecution' }], 'CUSTOMER_QUEUE');
  expect([where(never), branches(never, 'music')]).toEqual([undefined, []]);
});

describe('a number that is keyed or set', () => {
  type Asked = Parameters<PhoneNumberRules['parse']>;
  const askedBy = (action: PlainAction, keys = ''): readonly Asked[] => {
    const asked: Asked[] = [];
    const center = new CenterDriver();
    const phoneNumbers: PhoneNumberRules = { ...plainNumbers, parse: (...given) => { asked.push(given); return plainNumbers.parse(...given); } };
    center.engine = createEngine({ seed: 1, startsAtMs: at('11:30:00'), instance: rigOf([action], 'CONTACT_FLOW', { country: 'DE' }), phoneNumbers });
    center.customer(JOHN).dials();
    if (keys !== '') center.customer(JOHN).presses(keys);
    return asked;
  };
  const entry = (PhoneNumberValidation: object): PlainAction => act('entry', 'GetParticipantInput', { StoreInput: 'True', InputValidation: { PhoneNumberValidation } });

  test('is read in the format and the country of the entry, the instance’s where it names none', () => {
    expect(askedBy(entry({ NumberFormat: 'E164' }), '491234#')).toEqual([['491234', 'E164', 'DE']]);
    expect(askedBy(entry({ NumberFormat: 'Local', CountryCode: 'US' }), '206#')).toEqual([['206', 'Local', 'US']]);
    expect(askedBy(entry({ NumberFormat: 'Local' }), '206#')).toEqual([['206', 'Local', 'DE']]);
  });

  test('to call back is international from its plus on, and may have spaces around it', () => {
    const set = (CallbackNumber: string): PlainAction => act('set', 'UpdateContactCallbackNumber', { CallbackNumber });
    expect([askedBy(set(' +491234 ')), askedBy(set('0301234')), askedBy(set('030+'))]).toEqual([[['+491234', 'E164', 'DE']], [['0301234', 'Local', 'DE']], [['030+', 'Local', 'DE']]]);
  });
});

describe('a function', () => {
  const arn = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;
  const mock = (name: string, answer: LambdaMock['answer']): LambdaMock => ({ arn: arn(name), name, delayMs: seconds(0), answer });
  const asks = (name: string, lambdas: readonly LambdaMock[]): CenterDriver => caller([act('ask', 'InvokeLambdaFunction', { LambdaFunctionARN: arn(name) })], 'CONTACT_FLOW', { lambdas });

  test('is told by its name where nobody answers for it', () => {
    expect(faults(asks('look-up', []))).toEqual(['the Lambda function “look-up” has no answer here: nobody has said what it returns']);
    expect(faults(caller([act('ask', 'InvokeLambdaFunction', { LambdaFunctionARN: 'x arn:a:function:b' })]))).toEqual(['the Lambda function “x arn:a:function:b” has no answer here: nobody has said what it returns']);
  });

  test('answers with what is said of it, not of another', () => {
    const center = asks('second', [mock('first', { kind: 'returns', json: { a: '1' } }), mock('second', { kind: 'returns', json: { b: '2' } })]);
    expect(of(center, 'flow.lambdaAnswered')).toMatchObject([{ arn: arn('second'), how: 'returned', external: { b: '2' } }]);
  });

  test.each<[LambdaMock['answer'], string]>([
    [{ kind: 'fails', error: 'no such customer' }, 'the Lambda function failed: no such customer'],
    [{ kind: 'returns', json: { a: {} } }, 'the Lambda function returned a nested value in “a”; set the response type to JSON'],
  ])('that comes to nothing takes the error branch: %j', (answer, words) => {
    const center = asks('ask', [mock('ask', answer)]);
    expect([faults(center), branches(center)]).toEqual([[words], ['NoMatchingError']]);
  });

  test('may return 32 KB to the byte', () => {
    const answer = (length: number): readonly string[] => faults(asks('ask', [mock('ask', { kind: 'returns', json: { a: 'x'.repeat(length - 8) } })]));
    expect([answer(32_768), answer(32_769)]).toEqual([[], ['the Lambda function returned more than 32768 bytes']]);
  });
});

describe('counting', () => {
  test('of a Loop goes up to a hundred', () => {
    const way = (LoopCount: string): readonly string[] => branches(caller([act('loop', 'Loop', { LoopCount }, equals(['ContinueLooping', 'rest']))]));
    expect([way('100'), way('101')]).toEqual([['ContinueLooping'], ['NoMatchingError']]);
  });

  test('of draws makes each pass its own, from one to a hundred', () => {
    const center = caller([act('draw', 'DistributeByPercentage', {}, { Conditions: [{ NextAction: 'pause', Condition: { Operator: 'NumberGreaterThan', Operands: ['0'] } }] }), act('pause', 'Wait', { TimeLimitSeconds: '1' }, equals(['WaitCompleted', 'draw']))]).wait(20);
    const contactId = [...center.center.contacts.keys()][0] ?? '';
    const expected = Array.from({ length: 21 }, (_, pass) => String(Math.floor(draw(1, `distribute/${contactId}/draw`, pass) * 100) + 1));
    expect([branches(center, 'pause'), of(center, 'flow.looped').map(({ count }) => count)]).toEqual([expected, expected.map((_, pass) => pass + 1)]);
  });

  test('in a module is apart from that of an action of the same name in the flow', () => {
    const sub: FlowModule = aFlow('sub', 'CONTACT_FLOW', [act('loop', 'Loop', { LoopCount: '2' }, { Conditions: [] , Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'back' }] }), { Identifier: 'back', Type: 'EndFlowModuleExecution' }]);
    const center = caller([act('loop', 'Loop', { LoopCount: '2' }, equals(['ContinueLooping', 'in'])), act('in', 'InvokeFlowModule', { FlowModuleId: 'sub' })], 'CONTACT_FLOW', { modules: [sub] });
    expect(of(center, 'flow.looped').map(({ actionId, count }) => [actionId, count])).toEqual([['loop', 1], [`${sub.id}/loop`, 1]]);
  });
});

test('a module is entered at its start; one that has none has failed, and leaves by the error branch', () => {
  const sub: FlowModule = aFlow('sub', 'CONTACT_FLOW', [{ Identifier: 'back', Type: 'EndFlowModuleExecution' }]);
  const asked = (module: FlowModule): CenterDriver => caller([act('in', 'InvokeFlowModule', { FlowModuleId: 'sub' })], 'CONTACT_FLOW', { modules: [module] });
  expect(branches(asked(sub))).toEqual(['Module', 'NextAction']);
  const broken = asked({ ...sub, content: { ...sub.content, start: 'nowhere' } });
  expect([branches(broken), where(broken), faults(broken)]).toEqual([['NoMatchingError'], 'error', ['"Module" leads to "nowhere", which is not in the flow']]);
});

describe('what is played', () => {
  const clip: Prompt = { id: ids.prompt('clip'), name: 'clip', text: 'Good morning', durationMs: seconds(3), kind: 'music', recording: { clipId: 'c1' } as never };
  const plays = (parameters: object, prompts: readonly Prompt[] = [clip]): CenterDriver => caller([act('play', 'MessageParticipant', parameters)], 'CONTACT_FLOW', { prompts });
  const uttered = (center: CenterDriver): unknown => {
    const [waiting] = of(center, 'flow.waiting');
    return waiting?.wait.kind === 'prompt' ? waiting.wait.utterance : null;
  };

  test('is a prompt, by its name and clip, captioned as a recording', () => {
    const center = plays({ PromptId: 'clip' });
    expect(uttered(center)).toEqual({ kind: 'music', text: 'Good morning', durationMs: 3000, prompt: { id: clip.id, name: 'clip', clipId: 'c1' } });
    expect(captions(center)).toEqual([{ atMs: at('11:30:00'), kind: 'music', text: 'Good morning', recorded: 'clip' }]);
    const { recording: _none, ...spoken } = clip;
    expect(uttered(plays({ PromptId: 'clip' }, [spoken]))).toMatchObject({ prompt: { clipId: null } });
    expect(captions(plays({ PromptId: 'clip' }, [spoken]))).toEqual([{ atMs: at('11:30:00'), kind: 'music', text: 'Good morning' }]);
  });

  test('is five seconds of silence in the place of an unknown prompt', () => {
    const center = plays({ PromptId: 'unknown' });
    expect([uttered(center), captions(center)]).toEqual([{ kind: 'silence', text: '', durationMs: 5000 }, [{ atMs: at('11:30:00'), kind: 'silence', text: '' }]]);
  });

  test.each(['Text', 'SSML'])('takes no time where %s is a reference without a value', (key) => {
    const center = plays({ [key]: '$.Attributes.nothing' });
    expect(uttered(center)).toEqual({ kind: 'speech', text: '', durationMs: 0 });
    expect(where(center.wait(0.001))).toBe('rest');
  });

  test('is captioned once, however many keys are pressed meanwhile', () => {
    const center = caller([act('ask', 'GetParticipantInput', { Text: 'Your number', StoreInput: 'True', InputValidation: { CustomValidation: {} } })]).customer(JOHN).presses('12').customer(JOHN).presses('3');
    expect(captions(center).map(({ text }) => text)).toEqual(['Your number', '12', '3']);
  });

  test('is interrupted at intervals of a week at the most, and a wait is no longer', () => {
    const loop = (InterruptFrequencySeconds: string): CenterDriver => caller([act('loop', 'MessageParticipantIteratively', { Messages: [{ Text: 'x' }], InterruptFrequencySeconds }, equals(['MessagesInterrupted', 'rest']))], 'CUSTOMER_QUEUE');
    expect([where(loop('604800').wait(604_799)), where(loop('604800').wait(604_800)), where(loop('604801').wait(700_000))]).toEqual(['loop', 'rest', 'loop']);
    const waits = (TimeLimitSeconds: string): readonly string[] => branches(caller([act('wait', 'Wait', { TimeLimitSeconds }, equals(['WaitCompleted', 'rest']))]).wait(604_800));
    expect([waits('604800'), waits('604801')]).toEqual([['WaitCompleted'], ['NoMatchingError']]);
  });
});

describe('room in another queue', () => {
  const filled = (center: CenterDriver, count: number): CenterDriver => {
    for (let index = 0; index < count; index++) center.send({ type: 'callback.request', number: `+1206555${1000 + index}` as never, queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(1), retries: 0, retryDelayMs: seconds(1), attributes: {} });
    return center.wait(1);
  };

  test('is a fifth more than the limit for who is moved from a queue (spec §5.6)', () => {
    const queueAfter = (count: number): string | undefined => {
      const rig = rigOf([act('move', 'DequeueContactAndTransferToQueue', { QueueId: 'CallbackQueue' }, { Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'error' }] })], 'CUSTOMER_QUEUE');
      const queues = rig.queues.map((queue) => (queue.name === 'CallbackQueue' ? { ...queue, customerQueueFlowId: null, maxContacts: 5 } : queue));
      return [...filled(new CenterDriver({ ...rig, queues }), count).customer(JOHN).dials().center.contacts.values()].at(-1)?.queue?.queueId;
    };
    expect([queueAfter(5), queueAfter(6)]).toEqual([ids.queue('CallbackQueue'), ids.queue('InboundQueue')]);
  });

  test('is a fifth more than the limit for a callback that leaves its creation flow', () => {
    const creation = aFlow('creation', 'CONTACT_FLOW', [
      act('set', 'UpdateContactTargetQueue', { QueueId: 'CallbackQueue' }, { NextAction: 'go' }), act('go', 'TransferContactToQueue', {}, { Errors: [{ ErrorType: 'QueueAtCapacity', NextAction: 'error' }] }), rest('rest'), rest('error'),
    ]);
    const rig = rigOf([act('make', 'CreateCallbackContact', { QueueId: 'CallbackQueue', InitialCallDelaySeconds: '10', ContactFlowId: 'creation' })], 'CONTACT_FLOW', { queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { maxContacts: 5 })] });
    const center = new CenterDriver({ ...rig, flows: [...rig.flows, creation] }).customer(JOHN).dials();
    filled(center, 5).wait(9);
    expect([...center.center.contacts.values()].filter(({ queue }) => queue?.queueId === ids.queue('CallbackQueue'))).toHaveLength(6);
  });
});

test('a flow that a queue flow is transferred to stays one of the queue; before any queue it is what it says', () => {
  const typeAfter = (from: FlowType, to: FlowType): FlowType | undefined => {
    const rig = rigOf([act('on', 'TransferToFlow', { ContactFlowId: 'next' })], from);
    const center = new CenterDriver({ ...rig, flows: [...rig.flows, aFlow('next', to, [rest('rest')])] }).customer(JOHN).dials();
    return [...center.center.flowRuns.values()][0]?.flowType;
  };
  expect([typeAfter('CUSTOMER_QUEUE', 'CONTACT_FLOW'), typeAfter('CONTACT_FLOW', 'CUSTOMER_QUEUE'), typeAfter('CONTACT_FLOW', 'AGENT_TRANSFER')]).toEqual(['CUSTOMER_QUEUE', 'CONTACT_FLOW', 'AGENT_TRANSFER']);
});

test('a change of priority alone leaves the age as it was adjusted, and one of age the priority', () => {
  const center = caller([act('age', 'UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '30' }, { NextAction: 'priority' }), act('priority', 'UpdateContactRoutingBehavior', { QueuePriority: '2' }, { NextAction: 'again' }), act('again', 'UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '31' })]);
  expect(of(center, 'contact.routingChanged').map(({ priority, ageAdjustmentMs }) => [priority, ageAdjustmentMs])).toEqual([[5, 30_000], [2, 30_000], [2, 31_000]]);
});
