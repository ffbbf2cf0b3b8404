import { describe, expect, test } from 'vitest';
import { setupBench } from '../../app/setup-bench.ts';
import { demoInstance } from '../../demo/demo-instance.ts';
import type { Instance } from '../../engine/index.ts';
import { exportFlow, parseFlow, resolveReferences } from '../../engine/index.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { createText } from '../../text/create-text.ts';
import { applyPlan } from './apply-plan.ts';
import { checkDraft } from './check-draft.ts';
import type { Draft } from './draft.ts';
import { freshDraft, otherNumber, sameQueue } from './draft.ts';
import { draftOf, existingSetups } from './existing.ts';
import { isHandMade } from './hand-made.ts';
import { madeSnapshot } from './made-snapshot.ts';
import { planOf } from './plan.ts';

const { t } = createText();
const demo = demoInstance();
const john = '+12065550142';
const line = '+12025550111';
const draftFor = (instance: Instance, change: Partial<Draft> = {}): Draft => ({
  ...freshDraft(instance, t),
  queueName: 'Callbacks', callerName: 'Ringback', callerNumber: '+18005550199', profileId: instance.routingProfiles[0]?.id ?? '', flowName: 'Line with callback',
  number: otherNumber, numberTyped: '(202) 555-0111', numberFor: 'Support line', ...change,
});

function made(change: Partial<Draft> = {}, instance: Instance = demo): { readonly instance: Instance; readonly flowId: string } {
  const draft = draftFor(instance, change);
  expect(checkDraft(draft, { instance, bench: setupBench }).filter(({ severity }) => severity === 'error')).toEqual([]);
  const applied = applyPlan(planOf(draft, instance), instance, setupBench, t);
  if (!applied.ok) throw new Error(JSON.stringify(applied));
  return { instance: applied.instance, flowId: applied.made };
}
const only = (instance: Instance) => {
  const [setup] = existingSetups(instance);
  if (setup === undefined) throw new Error('nothing was set up');
  return setup;
};
/** The flows that were not there before. */
const newFlows = (instance: Instance) => instance.flows.filter(({ id }) => !demo.flows.some((flow) => flow.id === id));

describe('what the guide makes is ordinary configuration:', () => {
  const { instance, flowId } = made();

  test('a queue with its caller id and outbound whisper', () => {
    const queue = instance.queues.at(-1);
    expect(queue).toMatchObject({ name: 'Callbacks', outboundCallerId: '+18005550199', outboundCallerIdName: 'Ringback', status: 'ENABLED', hoursId: demo.hours[0]?.id });
    expect(instance.flows.find(({ id }) => id === queue?.outboundWhisperFlowId)?.type).toBe('OUTBOUND_WHISPER');
  });

  test('the queue in the profile, behind what was in it', () => {
    const entries = instance.routingProfiles[0]?.entries ?? [];
    expect(entries.slice(0, -1)).toEqual(demo.routingProfiles[0]?.entries);
    expect(entries.at(-1)).toEqual({ queueId: instance.queues.at(-1)?.id, priority: 1, delayMs: 0 });
    expect(instance.routingProfiles[1]).toEqual(demo.routingProfiles[1]);
  });

  test('a number that leads to the flow', () => {
    expect(instance.numbers.at(-1)).toEqual({ number: line, description: 'Support line', flowId });
  });

  test('nothing else', () => {
    const { queues, routingProfiles, flows, numbers, ...rest } = instance;
    const { queues: q, routingProfiles: r, flows: f, numbers: n, ...before } = demo;
    expect(rest).toEqual(before);
    expect([queues.slice(0, -1), flows.slice(0, f.length), numbers.slice(0, -1), routingProfiles.slice(1)]).toEqual([q, f, n, r.slice(1)]);
  });
});

describe.each<[string, Partial<Draft>]>([
  ['offered at once', {}],
  ['offered while waiting', { offered: 'whileWaiting' }],
  ['in international format', { format: 'E164' }],
  ['without a working queue', { setsQueue: false }],
  ['without whispers', { customerWhisperOn: false, agentWhisperOn: false }],
  ['without retries', { retries: '0' }],
  ['with callers in the same queue', { waitingQueueId: sameQueue }],
  ['in hours', { initialDelay: '2', initialDelayUnit: 'hours', gap: '1', gapUnit: 'hours', offered: 'whileWaiting', offerEvery: '45' }],
  ['with odd words', { greeting: '“Hi” & <welcome> \\ "you"', queueName: '$.Attributes.x', flowName: 'Ünï – “flow”' }],
])('a callback %s', (_how, change) => {
  const { instance } = made(change);

  test('has flows that are exported, read again without a fault, and name nothing unknown', () => {
    for (const flow of newFlows(instance)) {
      const read = parseFlow(exportFlow(flow.content));
      expect(read).toMatchObject({ ok: true, value: { name: flow.name, type: flow.type, faults: [] } });
      expect(resolveReferences(flow.content, flow.mapping, instance).unresolved).toEqual([]);
    }
  });

  test('is read back as it was typed', () => {
    const back = draftOf(only(instance), instance, freshDraft(instance, t));
    expect(planOf(back, instance)).toEqual({ ...planOf(draftFor(demo, change), demo), changes: only(instance).inbound.id });
    expect(isHandMade(only(instance), instance, setupBench, t)).toBe(false);
  });
});

test('where the block counts calls instead of retries, it is told the calls, and read back as retries', () => {
  const total: Instance = { ...demo, policy: { ...demo.policy, maximumConnectionAttemptsMeans: 'total' } };
  const { instance } = made({}, total);
  expect(exportFlow(only(instance).inbound.content)).toContain('"MaximumConnectionAttempts": "3"');
  expect(draftOf(only(instance), instance, freshDraft(instance, t)).retries).toBe('2');
});

test('a flow whose notes are another’s, or odd, is no setup of the guide', () => {
  const { instance } = made();
  const flows = instance.flows.map((flow) => ({ ...flow, content: { ...flow.content, source: { ...flow.content.source, Metadata: { ringback: { template: 'queued-callback/1', part: 'inbound', of: 7 } } } } }));
  expect(existingSetups({ ...instance, flows })).toEqual([]);
  // A file imported under another name keeps its notes, but not the id that they speak of.
  const copy = instance.flows.map((flow) => ({ ...flow, id: setupBench.flowId(`${flow.name} copy`) }));
  expect(existingSetups({ ...instance, flows: copy })).toEqual([]);
});

describe('the guide run twice', () => {
  test('makes a second queue, flow and whispers beside the first, under names of their own', () => {
    const first = made();
    const second = made({ queueName: 'Callbacks 2', flowName: 'Second line', number: '+18005550177' }, first.instance);
    expect(existingSetups(second.instance).map(({ inbound, queue }) => [inbound.name, queue?.name])).toEqual([['Line with callback', 'Callbacks'], ['Second line', 'Callbacks 2']]);
    expect(new Set(second.instance.flows.map(({ name }) => name)).size).toBe(second.instance.flows.length);
  });

  test('changes the first, which keeps its ids, when that is chosen', () => {
    const first = made();
    const draft = { ...draftOf(only(first.instance), first.instance, freshDraft(first.instance, t)), queueName: 'Call me back', retries: '1', agentWhisperOn: false, profileId: demo.routingProfiles[1]?.id ?? '' };
    const applied = applyPlan(planOf(draft, first.instance), first.instance, setupBench, t);
    if (!applied.ok) throw new Error(applied.why);
    const { instance } = applied;
    expect(applied.made).toBe(first.flowId);
    expect([instance.queues.length, instance.numbers.length, instance.flows.length]).toEqual([first.instance.queues.length, first.instance.numbers.length, first.instance.flows.length]);
    expect(only(instance).queue).toEqual({ ...only(first.instance).queue, name: 'Call me back' });
    expect(instance.routingProfiles[0]).toEqual(demo.routingProfiles[0]);
    expect(planOf(draftOf(only(instance), instance, freshDraft(instance, t)), instance)).toMatchObject({ retries: 1, agentWhisper: null });
  });

  test('takes an id of its own after the first was renamed and its name is free again', () => {
    const first = made();
    const renamed = { ...first.instance, queues: first.instance.queues.map((queue) => (queue.name === 'Callbacks' ? { ...queue, name: 'Old' } : queue)) };
    const second = made({ flowName: 'Second line', number: '+18005550177' }, renamed);
    expect(second.instance.queues.map(({ name }) => name)).toEqual([...renamed.queues.map(({ name }) => name), 'Callbacks']);
    expect(new Set(second.instance.queues.map(({ id }) => id)).size).toBe(second.instance.queues.length);
  });

  test('tells of a flow that was changed by hand meanwhile', () => {
    const { instance } = made();
    const setup = only(instance);
    const file = exportFlow(setup.inbound.content).replace('"LoopCount": "2"', '"LoopCount": "5"');
    const read = setupBench.readFlow(file, 'CONTACT_FLOW', instance);
    if (!read.ok) throw new Error(read.faults.join());
    const changed = { ...instance, flows: instance.flows.map((flow) => (flow.id === setup.inbound.id ? { ...flow, content: read.content } : flow)) };
    expect(isHandMade(only(changed), changed, setupBench, t)).toBe(true);
  });
});

describe('nothing is made', () => {
  test.each([
    ['profileGone', { profileId: 'gone' }],
    ['queueGone', { waitingQueueId: 'gone' }],
  ])('when something is gone that was chosen: %s', (why, change) => {
    expect(applyPlan(planOf(draftFor(demo, change), demo), demo, setupBench, t)).toEqual({ ok: false, why });
  });

  test('when a flow would not run', () => {
    const bench = { ...setupBench, readFlow: () => ({ ok: false, faults: ['It leads nowhere.'] }) as const };
    expect(applyPlan(planOf(draftFor(demo), demo), demo, bench, t)).toMatchObject({ ok: false, why: 'flowCannotRun', faults: ['It leads nowhere.'] });
  });
});

describe('a caller of the new number', () => {
  const asked = (change: Partial<Draft> = {}) => {
    const center = new CenterDriver(made(change).instance).customer(john).dials(line).wait(change.offered === 'whileWaiting' ? 40 : 10);
    return center.customer(john).presses('1').wait(6).customer(john).presses('2065550142#').wait(10);
  };
  const callback = (center: CenterDriver) => [...center.center.contacts.values()].find(({ callback }) => callback !== null)?.callback;

  test.each([['at once', {}], ['while waiting', { offered: 'whileWaiting' }], ['in the queue where callers wait', { setsQueue: false }]] as const)('is promised a callback with the numbers of the form: %s', (_how, change) => {
    const center = asked(change);
    const queue = 'setsQueue' in change ? 'InboundQueue' : 'Callbacks';
    expect(callback(center)).toMatchObject({ number: john, attemptsMax: 3, initialDelayMs: 99_000, retryDelayMs: 600_000, queueId: center.center.config.instance.queues.find(({ name }) => name === queue)?.id });
  });

  test('is offered to an agent after the delay, with both whispers, and joined', () => {
    const center = asked().wait(99).agent('ana').sets('Available');
    center.agent('ana').accepts();
    expect(center.agent('ana').state()).toBe('PENDING');
    center.wait(6).customer(john).answers().wait(8);
    expect(center.agent('ana').state()).toBe('CONNECTED');
  });

  test('who gives no number three times keeps their place in line', () => {
    const center = new CenterDriver(made().instance).customer(john).dials(line).wait(10).customer(john).presses('1').wait(120);
    expect(callback(center)).toBeUndefined();
    expect([...center.center.contacts.values()].map(({ queue }) => queue?.queueId)).toEqual([demo.queues[0]?.id]);
  });

  test('who keys a number of another country in local format is asked again', () => {
    const center = new CenterDriver(made().instance).customer(john).dials(line).wait(10).customer(john).presses('1').wait(6).customer(john).presses('442079460018#').wait(10);
    expect(callback(center)).toBeUndefined();
  });
});

test('the last page names the agents of the profile, the number, and what can be keyed', () => {
  const shown = (change: Partial<Draft>) => {
    const { instance } = made(change);
    return madeSnapshot(only(instance), instance, t);
  };
  expect(shown({})).toMatchObject({ number: line, agents: [{ username: 'ana' }, { username: 'ben' }], customers: [{ name: 'John', keys: '2065550142' }, { name: 'Mary' }], delay: '99 s' });
  expect(shown({ format: 'E164' }).customers.map(({ keys }) => keys)).toEqual(['12065550142', '12065550187', '442079460018']);
  expect(shown({}).things.map(({ words }) => words)).toEqual([
    'Queue “Callbacks”', 'In the routing profile “Support”, priority 1, delay 0 s', 'Flow “Line with callback”',
    'Outbound whisper: Line with callback – to the customer', 'Agent whisper: Line with callback – to the agent', '+1 202 555 0111 leads to it',
  ]);
});
