import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoInstance } from '../demo/demo-instance.ts';
import { phoneNumberRules } from '../world/rules.ts';
import { prepareScenario } from './prepare.ts';
import type { PreparedScenario } from './prepare.ts';
import { failureText } from './report.ts';
import type { ScenarioResult } from './result.ts';
import { runScenario } from './run.ts';
import type { RunOptions } from './run.ts';

const folder = join(import.meta.dirname, '../../scenarios');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).toSorted();
const john = readFile('john.json');
const ground = { base: demoInstance(), readFlow: () => null };

type FileJson = { readonly steps: readonly object[]; readonly expect: object };

function readFile(name: string): FileJson {
  return JSON.parse(readFileSync(join(folder, name), 'utf8')) as FileJson;
}

function prepare(json: unknown) {
  const prepared = prepareScenario(json, ground);
  if (!prepared.ok) throw new Error(prepared.refusal.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'));
  return prepared.value;
}

function runPrepared({ scenario, instance, configured }: PreparedScenario, options: Partial<RunOptions> = {}): ScenarioResult {
  return runScenario(scenario, instance, { phoneNumbers: phoneNumberRules, configured, ...options });
}

const run = (json: unknown): ScenarioResult => runPrepared(prepare(json));

function failuresOf(json: unknown): readonly string[] {
  const prepared = prepare(json);
  return runPrepared(prepared).failures.map((failure) => failureText(failure, prepared.scenario.clock));
}

/** John's day with other steps after the first two (he calls, he asks), and nothing expected at its end. */
const johnThen = (...steps: readonly object[]) => ({ ...john, steps: [john.steps[0], john.steps[2], ...steps], expect: {} });

describe.each(files)('the story %s', (name) => {
  test('holds', () => {
    expect(failuresOf(readFile(name))).toEqual([]);
  });

  test('comes out the same on every run, and when the host restarts at any instant', () => {
    const prepared = prepare(readFile(name));
    const once = JSON.stringify(run(readFile(name)));
    expect(JSON.stringify(runPrepared(prepared))).toBe(once);
    expect(JSON.stringify(runPrepared(prepared, { restartAt: 'every step' }))).toBe(once);
    expect(JSON.stringify(runPrepared(prepared, { restartAt: 'every instant' }))).toBe(once);
  });
});

test.each(['john.json', 'nobody-answers.json'])('%s comes out the same when the host restarts once, before any one step', (name) => {
  const prepared = prepare(readFile(name));
  const once = JSON.stringify(runPrepared(prepared));
  for (const { index } of prepared.scenario.steps) expect(JSON.stringify(runPrepared(prepared, { restartAt: index }))).toBe(once);
});

test('the first story of the documentation holds', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/scenarios.md'), 'utf8');
  const [, story = ''] = /```json\n(\{[^`]*"startsAt"[^`]*)```/.exec(text) ?? [];
  expect(failuresOf(JSON.parse(story))).toEqual([]);
});

test('John’s day gives the two records of the guide, field by field', () => {
  const [inbound, callback, ...more] = run(john).records;
  expect(more).toEqual([]);
  expect(inbound).toMatchObject({
    InitiationMethod: 'INBOUND',
    PreviousContactId: null,
    NextContactId: callback?.ContactId,
    InitiationTimestamp: '2024-01-10T11:35:00Z',
    ConnectedToSystemTimestamp: '2024-01-10T11:35:00Z',
    Queue: { Name: 'InboundQueue', EnqueueTimestamp: '2024-01-10T11:35:00Z', DequeueTimestamp: '2024-01-10T11:37:00Z', Duration: 120 },
    Agent: null,
    DisconnectTimestamp: '2024-01-10T11:37:00Z',
    DisconnectReason: 'CONTACT_FLOW_DISCONNECT',
    AgentConnectionAttempts: 0,
  });
  expect(callback).toMatchObject({
    InitiationMethod: 'CALLBACK',
    PreviousContactId: inbound?.ContactId,
    InitialContactId: inbound?.ContactId,
    NextContactId: null,
    InitiationTimestamp: '2024-01-10T11:37:00Z',
    ConnectedToSystemTimestamp: '2024-01-10T11:39:10Z',
    Queue: { Name: 'CallbackQueue', EnqueueTimestamp: '2024-01-10T11:38:39Z', DequeueTimestamp: '2024-01-10T11:39:00Z', Duration: 120 },
    Agent: { ConnectedToAgentTimestamp: '2024-01-10T11:39:25Z', AgentInteractionDuration: 335 },
    DisconnectTimestamp: '2024-01-10T11:45:00Z',
    DisconnectReason: 'CUSTOMER_DISCONNECT',
    AgentConnectionAttempts: 1,
  });
});

test('when nobody answers there are three dials a gap apart, each a record of its own', () => {
  const { records, events } = run(readFile('nobody-answers.json'));
  expect(events.filter(({ type }) => type === 'callback.attempted')).toHaveLength(3);
  expect(records.slice(1).map(({ Queue, Ringback, DisconnectTimestamp }) => [Queue?.EnqueueTimestamp, Queue?.Duration, Ringback.DialedTimestamp, DisconnectTimestamp])).toEqual([
    ['2024-01-10T11:38:39Z', 120, '2024-01-10T11:39:10Z', '2024-01-10T11:40:10Z'],
    ['2024-01-10T11:50:10Z', 5, '2024-01-10T11:50:25Z', '2024-01-10T11:51:25Z'],
    ['2024-01-10T12:01:25Z', 5, '2024-01-10T12:01:40Z', '2024-01-10T12:02:40Z'],
  ]);
});

test('a failure says where, what was expected, what was found and when', () => {
  const json = johnThen({ at: '11:38:50', expect: { queues: { CallbackQueue: { CONTACTS_IN_QUEUE: 0 } } } });
  expect(failuresOf(json)).toEqual(['steps[2].expect.queues.CallbackQueue.CONTACTS_IN_QUEUE: expected 0, found 1 at 11:38:50']);
});

test('an event that must never happen is told with its time', () => {
  const json = { ...johnThen(), expect: { never: [{ event: 'callback.requested', queue: 'CallbackQueue' }] } };
  expect(failuresOf(json)).toEqual(['expect.never[0]: expected never, found callback.requested at 11:37:00 at 11:37:00']);
});

test('a service level of any threshold may be expected', () => {
  const json = { ...johnThen(), expect: { historical: { InboundQueue: { SERVICE_LEVEL_121: 100, SERVICE_LEVEL_119: 0 } } } };
  expect(failuresOf(json)).toEqual([]);
});

test('agents transfer to an agent, a queue or a telephone, change over, and leave', () => {
  const story = (transfersTo: string, ...more: readonly object[]) => johnThen(
    { at: '11:39:00', agent: 'ana', sets: 'Available' },
    { at: '11:44:00', agent: 'ana', transfersTo },
    ...more,
  );
  expect(failuresOf(story('nobody'))).toEqual(['steps[3]: expected ana transfers to nobody, found there is no agent and no queue named nobody at 11:44:00']);
  expect(failuresOf(story('InboundQueue', { at: '11:44:10', agent: 'ana', leaves: true }))).toEqual([]);
  // The story's profile has no queue to call out from.
  expect(failuresOf(story('+12065550143'))).toEqual(['steps[3]: expected ana transfers to +12065550143, found refused: NO_SUCH_QUEUE at 11:44:00']);
  expect(failuresOf(story('InboundQueue', { at: '11:44:10', agent: 'ana', drops: true }))).toEqual([]);
  expect(failuresOf(story('InboundQueue', { at: '11:44:10', agent: 'ana', swaps: true, refused: 'NOT_NOW' }, { at: '11:44:20', agent: 'ana', conferences: true, refused: 'NOT_NOW' }))).toEqual([]);
});

test('a refused step fails, unless the refusal is expected', () => {
  const late = { at: '11:38:00', agent: 'ana', accepts: true };
  expect(failuresOf(johnThen(late))).toEqual(['steps[2]: expected ana accepts, found ana is offered nothing at 11:38:00']);
  expect(failuresOf(johnThen({ ...late, refused: true }))).toEqual([]);
});

test('an expected refusal that does not come is a failure', () => {
  expect(failuresOf(johnThen({ at: '11:38:00', agent: 'ana', sets: 'Available', refused: true }))).toEqual(['steps[2].refused: expected true, found it was done at 11:38:00']);
});

test('a supervisor stops a callback that waits: it is never offered', () => {
  const json = {
    ...johnThen({ at: '11:38:50', supervisor: true, stopsContact: 'John' }, { at: '11:39:00', agent: 'ana', sets: 'Available' }),
    expect: { records: [{}, { DisconnectReason: 'OTHER', DisconnectTimestamp: '11:38:50' }], never: [{ event: 'offer.made' }] },
  };
  expect(failuresOf(json)).toEqual([]);
});

test('an agent in conversation holds, resumes, mutes and sends digits, and sets what comes next', () => {
  const json = {
    ...johnThen(
      { at: '11:39:00', agent: 'ana', sets: 'Available' },
      { at: '11:40:00', agent: 'ana', holds: true },
      { at: '11:40:10', expect: { agents: { ana: { contactState: 'On hold' } } } },
      { at: '11:40:30', agent: 'ana', resumes: true },
      { at: '11:40:40', agent: 'ana', mutes: true },
      { at: '11:40:50', agent: 'ana', sendsDigits: '12#' },
      { at: '11:41:00', agent: 'ana', setsNext: 'Offline' },
      { at: '11:42:00', agent: 'ana', hangsUp: true },
      { at: '11:42:30', agent: 'ana', clears: true },
      { at: '11:42:31', expect: { agents: { ana: { status: 'Offline', contacts: [] } } } },
    ),
    expect: {
      records: [{}, { DisconnectReason: 'AGENT_DISCONNECT', Agent: { CustomerHoldDuration: 30, NumberOfHolds: 1, AfterContactWorkDuration: 30 } }],
      counts: { 'contact.muted': 1, 'contact.digitsSent': 1 },
    },
  };
  expect(failuresOf(json)).toEqual([]);
});

test('a supervisor changes a status and a priority, and the instance is configured anew while it runs', () => {
  const json = johnThen(
    { at: '11:38:00', supervisor: 'sam', changesPriority: { contact: '$1', priority: 1 } },
    { at: '11:38:10', supervisor: 'sam', changesStatus: { agent: 'ana', to: 'Offline' } },
    { at: '11:38:20', environment: true, configure: { queues: [{ name: 'Another queue' }] } },
    { at: '11:38:30', environment: 'restartHost' },
    { at: '11:38:50', expect: { queues: { CallbackQueue: { CONTACTS_IN_QUEUE: 1 } }, counts: { 'contact.routingChanged': 1, 'instance.configured': 2 } } },
  );
  expect(failuresOf(json)).toEqual([]);
});

test('a fault of the instance is told with its place in the file', () => {
  const json = { ...john, instance: { queues: [{ name: 'InboundQueue', hours: 'Never' }] } };
  const prepared = prepareScenario(json, ground);
  expect(prepared.ok ? [] : prepared.refusal.map(({ path }) => path)).toEqual(['instance.queues[0].hours']);
});

test('a callback that nobody takes is gone seven days after it was asked for, to the second', () => {
  const inQueue = (count: number) => ({ queues: { CallbackQueue: { CONTACTS_IN_QUEUE: count } } });
  const json = {
    ...johnThen({ at: '2024-01-17T11:36:59Z', expect: inQueue(1) }, { at: '2024-01-17T11:37:00Z', expect: inQueue(0) }),
    agents: {},
    until: '+168:10:00',
    expect: { records: [{}, { DisconnectReason: 'OTHER', Ringback: { Cause: 'expired' } }] },
  };
  expect(failuresOf(json)).toEqual([]);
});

test('an unknown agent, queue or status is a fault with the nearest name', () => {
  const json = johnThen({ at: '11:38:00', agent: 'anna', sets: 'Availabel' }, { at: '11:38:50', expect: { queues: { CallbackQueues: {} } } });
  const prepared = prepareScenario(json, ground);
  expect(prepared.ok ? [] : prepared.refusal.map(({ path, sentence }) => `${path}: ${sentence}`)).toEqual([
    'steps[2].agent: There is no agent "anna". Did you mean "ana"?',
    'steps[2].sets: There is no status "Availabel". Did you mean "Available"?',
    'steps[3].expect.queues.CallbackQueues: There is no queue "CallbackQueues". Did you mean "CallbackQueue"?',
  ]);
});
