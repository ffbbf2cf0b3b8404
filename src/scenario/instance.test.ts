import { expect, test } from 'vitest';
import { defaultPolicy, idFromName, seconds } from '../engine/index.ts';
import type { Instance } from '../engine/index.ts';
import { faultsOf } from './faults.ts';
import { buildInstance } from './instance.ts';
import { instanceSchema } from './instance-schema.ts';
import type { InstanceSpec } from './instance-schema.ts';

const always = { name: 'Always', timeZone: 'UTC', open: '24x7' } as const;
const flowText = JSON.stringify({ Version: '2019-10-30', StartAction: 'bye', Metadata: { type: 'contactFlow' }, Actions: [{ Identifier: 'bye', Type: 'DisconnectParticipant', Transitions: {} }] });
const files: Readonly<Record<string, string>> = { 'main.json': flowText, 'broken.json': '{"Version": }', 'typeless.json': flowText.replace('contactFlow', '') };
const readFlow = (file: string): string | null => files[file] ?? null;

const story: InstanceSpec = {
  country: 'US', timeZone: 'UTC', hours: [always],
  queues: [
    { name: 'InboundQueue', hours: 'Always', outboundCallerId: '+18005550199' },
    { name: 'CallbackQueue', hours: 'Always', outboundWhisper: { say: 'Hello, this is your scheduled callback', seconds: 15 }, maxContacts: null },
  ],
  routingProfiles: [{ name: 'R', queues: [{ queue: 'InboundQueue', priority: 1, delaySeconds: 0 }, { queue: 'CallbackQueue', priority: 2, delaySeconds: 20 }] }],
  agents: [{ username: 'ana', routingProfile: 'R', afterContactWorkSeconds: 30 }],
  flows: [{ name: 'Main', file: 'main.json' }],
  numbers: [{ number: '+18005550199', flow: 'Main' }],
  callback: { initialDelaySeconds: 99, retries: 2, retryDelaySeconds: 600, queue: 'CallbackQueue', agentWhisper: { say: 'Customer John, about a refund', seconds: 10 } },
  policy: { queueDuration: 'enqueueToDequeue', offerSeconds: 15 },
};

function built(spec: InstanceSpec, base: Instance | null = null): Instance {
  const result = buildInstance(spec, base, readFlow);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function faultsIn(spec: InstanceSpec, base: Instance | null = null) {
  const result = buildInstance(spec, base, readFlow);
  return result.ok ? [] : result.refusal;
}

test('names become ids that are the same every time', () => {
  const instance = built(story);
  expect(instance.queues.map(({ id }) => id)).toEqual([idFromName('queue', 'InboundQueue'), idFromName('queue', 'CallbackQueue')]);
  expect(instance.routingProfiles[0]?.entries).toEqual([
    { queueId: instance.queues[0]?.id, priority: 1, delayMs: 0 }, { queueId: instance.queues[1]?.id, priority: 2, delayMs: 20_000 },
  ]);
  expect(instance.numbers[0]?.flowId).toBe(instance.flows.find(({ name }) => name === 'Main')?.id);
  expect(built(story)).toEqual(instance);
});

test('seconds become milliseconds, and what is not said has a sensible value', () => {
  const instance = built(story);
  expect(instance.agents[0]).toMatchObject({ firstName: 'Ana', afterContactWorkMs: 30_000, callbackAfterContactWorkMs: null, autoAccept: false, callbackAutoAccept: false });
  expect(instance.policy).toEqual({ ...defaultPolicy, queueDuration: 'enqueueToDequeue', offerMs: seconds(15) });
  expect(instance.callback).toMatchObject({ initialDelayMs: 99_000, retries: 2, retryDelayMs: 600_000, callerId: null });
  expect(instance.statuses.map(({ name }) => name)).toEqual(['Available', 'Offline']);
});

test('a whisper that is only said becomes a prompt of exactly its length in a flow of its own', () => {
  const { queues, flows, prompts, callback } = built(story);
  const outbound = flows.find(({ id }) => id === queues[1]?.outboundWhisperFlowId);
  expect(outbound).toMatchObject({ type: 'OUTBOUND_WHISPER', content: { start: 'say' } });
  const promptId = outbound?.content.actions['say']?.parameters['PromptId'];
  expect(prompts.find(({ id }) => id === promptId)).toMatchObject({ text: 'Hello, this is your scheduled callback', durationMs: 15_000, kind: 'speech' });
  expect(flows.find(({ id }) => id === callback?.agentWhisperFlowId)?.type).toBe('AGENT_WHISPER');
});

test('a section laid over an instance keeps what it does not say, joined by name', () => {
  const base = built(story);
  const instance = built({ queues: [{ name: 'CallbackQueue', maxContacts: 2 }], agents: [{ username: 'ben', routingProfile: 'R' }], callback: { retries: 0 } }, base);
  expect(instance.queues).toEqual([base.queues[0], { ...base.queues[1], maxContacts: 2 }]);
  expect(instance.agents.map(({ username }) => username)).toEqual(['ana', 'ben']);
  expect(instance.callback).toEqual({ ...base.callback, retries: 0 });
  expect(instance.flows).toEqual(base.flows);
  expect(built({}, base)).toEqual(base);
});

test('null takes away, and an empty base starts from nothing', () => {
  const base = built(story);
  expect(built({ queues: [{ name: 'CallbackQueue', outboundWhisper: null, hours: null }], callback: null }, base)).toMatchObject({ callback: null, queues: [{}, { outboundWhisperFlowId: null, hoursId: null }] });
  expect(built({ base: 'empty' }, base)).toMatchObject({ queues: [], agents: [], flows: [], numbers: [], callback: null });
});

test('a status is enabled unless the section, or what it is laid over, says otherwise', () => {
  const first = built({ statuses: [{ name: 'Lunch', state: 'DISABLED' }, { name: 'Break' }] });
  const named = ({ statuses }: Instance) => statuses.filter(({ type }) => type === 'CUSTOM').map(({ name, state }) => [name, state]);
  expect([named(first), named(built({ statuses: [{ name: 'Lunch' }] }, first)), named(built({ statuses: [{ name: 'Lunch', state: 'ENABLED' }] }, first))]).toEqual([
    [['Lunch', 'DISABLED'], ['Break', undefined]], [['Lunch', 'DISABLED'], ['Break', undefined]], [['Lunch', 'ENABLED'], ['Break', undefined]],
  ]);
});

test('hours follow the zone, and midnight at the end of a day is 0', () => {
  const [office] = built({ hours: [{ name: 'Office', timeZone: 'America/New_York', open: [{ days: ['Monday', 'Friday'], from: '09:00', to: '24:00' }] }] }).hours;
  expect(office?.open).toEqual([{ day: 'MONDAY', startMinute: 540, endMinute: 0 }, { day: 'FRIDAY', startMinute: 540, endMinute: 0 }]);
  const marchChange = Date.UTC(2024, 2, 10, 7);
  expect(office?.zone.changes.find(({ fromMs }) => fromMs === marchChange)?.offsetMs).toBe(-4 * 3_600_000);
});

test('hours have other hours on some days, their own and those of others (spec §5.7)', () => {
  const holidays: NonNullable<InstanceSpec['hours']>[number] = { name: 'Holidays', overrides: [{ name: 'Christmas', type: 'CLOSED', from: '2024-01-01', till: '2030-12-31', every: 'year', month: 12, monthDay: 25 }] };
  const first = built({ hours: [{ name: 'Office', inherits: ['Holidays'], overrides: [{ name: 'Sale', from: '2024-01-13', times: [{ days: ['Saturday'], from: '10:00', to: '24:00' }] }] }, holidays] });
  expect(first.hours).toMatchObject([
    { name: 'Office', inherits: [first.hours[1]?.id], overrides: [{ name: 'Sale', type: 'STANDARD', fromDay: 19_735, tillDay: 19_735, slices: [{ day: 'SATURDAY', startMinute: 600, endMinute: 0 }], recurs: null }] },
    { name: 'Holidays', overrides: [{ type: 'CLOSED', fromDay: 19_723, tillDay: 22_279, slices: [], recurs: { every: 'YEAR', interval: 1, month: 12, monthDay: 25, weekdayOccurrence: null } }] },
  ]);
  const [office] = first.hours;
  // What is laid over keeps what it does not name.
  expect(built({ hours: [{ name: 'Office', open: '24x7' }] }, first).hours[0]).toEqual(office);
  expect(built({ hours: [{ name: 'Office', inherits: [], overrides: [] }] }, first).hours[0]).toMatchObject({ inherits: [], overrides: [] });
});

test.each<[string, InstanceSpec, string, string]>([
  ['other hours that end before they begin', { hours: [{ name: 'H', overrides: [{ name: 'O', from: '2024-02-02', till: '2024-02-01' }] }] }, 'hours[0].overrides[0].till', 'before it begins'],
  ['other hours on a day of each of what', { hours: [{ name: 'H', overrides: [{ name: 'O', type: 'CLOSED', from: '2024-02-02', monthDay: 1 }] }] }, 'hours[0].overrides[0]', '"every"'],
  ['what holds once and recurs', { hours: [{ name: 'H', overrides: [{ name: 'O', from: '2024-02-02', every: 'week' }] }] }, 'hours[0].overrides[0].every', 'OPEN or CLOSED'],
  ['hours that inherit from nobody', { hours: [{ name: 'H', inherits: ['Holidays'] }] }, 'hours[0].inherits[0]', 'no set of hours "Holidays"'],
  ['an unknown queue', { routingProfiles: [{ name: 'P', queues: [{ queue: 'InboundQuue' }] }] }, 'routingProfiles[0].queues[0].queue', 'Did you mean "InboundQueue"?'],
  ['unknown hours', { queues: [{ name: 'Q', hours: 'Never' }] }, 'queues[0].hours', 'no set of hours "Never"'],
  ['an unknown zone', { hours: [{ name: 'H', timeZone: 'Mars/Base' }] }, 'hours[0].timeZone', 'America/New_York'],
  ['an unknown routing profile', { agents: [{ username: 'ben', routingProfile: 'Q' }] }, 'agents[0].routingProfile', 'no routing profile "Q"'],
  ['a missing flow file', { flows: [{ name: 'X', file: 'none.json' }] }, 'flows[0].file', 'no flow file "none.json"'],
  ['a broken flow file', { flows: [{ name: 'X', file: 'broken.json' }] }, 'flows[0].file', 'line 1, column 13'],
  ['a flow without a type', { flows: [{ name: 'X', file: 'typeless.json' }] }, 'flows[0].type', 'needed here'],
  ['a flow of a type that may not hang up', { flows: [{ name: 'X', type: 'AGENT_WHISPER', file: 'main.json' }] }, 'flows[0].file', 'not allowed'],
  ['a thing named twice', { queues: [{ name: 'Q' }, { name: 'Q' }] }, 'queues[1]', 'there twice'],
  ['an unknown flow of a number', { numbers: [{ number: '+18005550123', flow: 'Mains' }] }, 'numbers[0].flow', 'Did you mean "Main"?'],
  ['hours that close before they open', { hours: [{ name: 'Night', open: [{ days: ['Monday'], from: '22:00', to: '06:00' }] }] }, 'hours[0].open[0]', 'two slices'],
  ['a default flow of another type', { defaultFlows: { AGENT_WHISPER: 'Main' } }, 'defaultFlows.AGENT_WHISPER', 'of the type CONTACT_FLOW'],
])('%s is a fault with its path', (_what, spec, path, words) => {
  const faults = faultsIn(spec, built(story));
  expect(faults.map((fault) => fault.path)).toContain(path);
  expect(faults.find((fault) => fault.path === path)?.sentence).toContain(words);
});

test('all faults are told at once', () => {
  expect(faultsIn({ queues: [{ name: 'Q', hours: 'None' }], numbers: [{ number: '+18005550123', flow: 'None' }], agents: [{ username: 'x' }] })).toHaveLength(3);
});

test('a key that nobody knows is a fault with a guess, wherever it stands', () => {
  const value = { quees: [], agents: [{ username: 'ana', acwSeconds: 3, routingProfil: 'R' }], policy: { offerSecond: 3 } };
  const read = instanceSchema.safeParse(value);
  const faults = read.success ? [] : faultsOf(read.error, instanceSchema, value, ['instance']);
  expect(faults.map(({ path }) => path).sort()).toEqual(['instance.agents[0].acwSeconds', 'instance.agents[0].routingProfil', 'instance.policy.offerSecond', 'instance.quees']);
  expect(faults.find(({ path }) => path === 'instance.quees')?.sentence).toContain('Did you mean "queues"?');
});

test.each([
  [{ queues: [{ name: 'Q', maxContacts: -1 }] }, 'instance.queues[0].maxContacts'],
  [{ queues: [{ name: 'Q', outboundCallerId: '555' }] }, 'instance.queues[0].outboundCallerId'],
  [{ callback: { retries: 1.5 } }, 'instance.callback.retries'],
  [{ callback: { initialDelaySeconds: 259_201 } }, 'instance.callback.initialDelaySeconds'],
  [{ hours: [{ name: 'H', open: [{ days: ['Monday'], from: '9', to: '17:00' }] }] }, 'instance.hours[0].open[0].from'],
  [{ hours: [{ name: 'H', overrides: [{ name: 'O', from: '2024-02-30' }] }] }, 'instance.hours[0].overrides[0].from'],
  [{ hours: [{ name: 'H', inherits: ['A', 'B', 'C', 'D'] }] }, 'instance.hours[0].inherits'],
  [{ hours: [{ name: 'H', overrides: Array.from({ length: 51 }, () => ({ name: 'O', from: '2024-02-01' })) }] }, 'instance.hours[0].overrides'],
  [{ queues: [{ name: 'Q', outboundWhisper: { say: 'Hello' } }] }, 'instance.queues[0].outboundWhisper.seconds'],
  [[], 'instance'],
])('a value that cannot be meant is a fault at its place: %j', (value, path) => {
  const read = instanceSchema.safeParse(value);
  const faults = read.success ? [] : faultsOf(read.error, instanceSchema, value, ['instance']);
  expect(faults.map((fault) => fault.path)).toEqual([path]);
});

test('what a queue does beyond Amazon is read in hours and seconds, and filed under its queue', () => {
  const extras = { machine: 'retry', retryRules: { busy: { attempts: 3, gapSeconds: 120 } }, callingWindow: [{ day: 'Saturday', from: '10:00', to: '24:00' }], duplicates: 'merge', rejectCoolDownSeconds: 60 } as const;
  const instance = built({ ...story, queues: [{ name: 'CallbackQueue', extras: { ...extras, callingWindow: [...extras.callingWindow] } }] }, built(story));
  expect(instance.extras).toEqual({
    [idFromName('queue', 'CallbackQueue')]: {
      machine: 'retry', retryRules: { busy: { attemptsMax: 3, gapMs: 120_000 } }, duplicates: 'merge', rejectCoolDownMs: 60_000,
      callingWindow: [{ day: 'SATURDAY', startMinute: 600, endMinute: 0 }],
    },
  });
});

test('extras that are not said stay as they were, and a window without days is that of every day', () => {
  const before = built({ queues: [{ name: 'CallbackQueue', extras: { duplicates: 'refuse', retryRules: { busy: { attempts: 2 } } } }] }, built(story));
  const { extras } = built({ queues: [{ name: 'CallbackQueue', extras: { retryRules: { blocked: {} }, callingWindow: [{ from: '09:00', to: '21:00' }] } }] }, before);
  const own = extras[built(story).queues[1]?.id ?? fail()];
  expect(own).toMatchObject({ duplicates: 'refuse', retryRules: { busy: { attemptsMax: 2, gapMs: null }, blocked: { attemptsMax: null, gapMs: null } } });
  expect(own?.callingWindow).toHaveLength(7);
});

test('a number may name the queue in which its callers wait', () => {
  const instance = built({ ...story, numbers: [{ number: '+18005550123', queue: 'InboundQueue' }] });
  const flow = instance.flows.find(({ name }) => name === 'Straight to InboundQueue');
  expect(flow?.type).toBe('CONTACT_FLOW');
  expect(instance.numbers[0]?.flowId).toBe(flow?.id);
});

test.each([
  ['a queue that is not there', { numbers: [{ number: '+18005550123', queue: 'Nowhere' }] }, 'numbers[0].queue'],
  ['a flow and a queue', { numbers: [{ number: '+18005550123', queue: 'InboundQueue', flow: 'Main' }] }, 'numbers[0]'],
  ['day and days', { queues: [{ name: 'InboundQueue', extras: { callingWindow: [{ day: 'Monday', days: ['Tuesday'], from: '09:00', to: '21:00' }] } }] }, 'queues[0].extras.callingWindow[0]'],
  ['a window that ends before it begins', { queues: [{ name: 'InboundQueue', extras: { callingWindow: [{ from: '21:00', to: '09:00' }] } }] }, 'queues[0].extras.callingWindow[0]'],
] satisfies readonly (readonly [string, InstanceSpec, string])[])('%s is a fault with its place', (_what, spec, path) => {
  expect(faultsIn(spec, built(story)).map((fault) => fault.path)).toContain(path);
});

function fail(): never {
  throw new Error('there is no such queue');
}

test('a function answers, fails or never answers; one of them', () => {
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function:look-up:live';
  const lambdas = built({ ...story, lambdas: [{ arn, returns: { status: 'open' }, delaySeconds: 0.5 }, { arn: 'b', name: 'B', fails: 'down' }, { arn: 'c', timesOut: true }] }).lambdas;
  expect(lambdas).toEqual([
    { arn, name: 'look-up', delayMs: 500, answer: { kind: 'returns', json: { status: 'open' } } },
    { arn: 'b', name: 'B', delayMs: 0, answer: { kind: 'fails', error: 'down' } },
    { arn: 'c', name: 'c', delayMs: 0, answer: { kind: 'timesOut' } },
  ]);
  expect(faultsIn({ ...story, lambdas: [{ arn: 'a' }, { arn: 'b', fails: 'x', timesOut: true }, { arn: 'c', returns: { text: 'x'.repeat(40_000) } }] }).map(({ path }) => path)).toEqual(['lambdas[0]', 'lambdas[1]', 'lambdas[2].returns']);
});

test('what a section does not say of a function stays as it was', () => {
  const base = built({ ...story, lambdas: [{ arn: 'a', name: 'A', returns: { n: 1 }, delaySeconds: 1 }] });
  expect(built({ lambdas: [{ arn: 'a', delaySeconds: 3 }] }, base).lambdas).toEqual([{ arn: 'a', name: 'A', delayMs: 3000, answer: { kind: 'returns', json: { n: 1 } } }]);
  expect(built({ lambdas: [{ arn: 'a', timesOut: true }] }, base).lambdas).toEqual([{ arn: 'a', name: 'A', delayMs: 1000, answer: { kind: 'timesOut' } }]);
});

test('a module is read as a flow is, and keeps its id', () => {
  const first = built({ ...story, modules: [{ name: 'Ask', file: 'main.json', mapping: { x: 'InboundQueue' } }] });
  expect(first.modules).toMatchObject([{ id: idFromName('module', 'Ask'), name: 'Ask', description: '', mapping: { x: 'InboundQueue' }, content: { start: 'bye' } }]);
  expect(built({ modules: [{ name: 'Ask', file: 'main.json', description: 'Asks.' }] }, first).modules[0]).toMatchObject({ id: first.modules[0]?.id, description: 'Asks.', mapping: { x: 'InboundQueue' } });
  expect(faultsIn({ ...story, modules: [{ name: 'Ask', file: 'gone.json' }, { name: 'Broken', file: 'broken.json' }] }).map(({ path }) => path)).toEqual(['modules[0].file', 'modules[1].file']);
});
