import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoInstance } from '../demo/demo-instance.ts';
import { phoneNumberRules } from '../world/rules.ts';
import type { Expectation } from './expect-schema.ts';
import { prepareScenario } from './prepare.ts';
import { failureText } from './report.ts';
import { runScenario } from './run.ts';

const john = JSON.parse(readFileSync(join(import.meta.dirname, '../../scenarios/spec/01-seed-clock.json'), 'utf8')) as object;
const ground = { base: demoInstance(), readFlow: () => null };

/** What fails of an expectation at the end of the guide's day. */
function failing(expected: Expectation): readonly string[] {
  const prepared = prepareScenario({ ...john, expect: expected }, ground);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.refusal));
  const { scenario, instance, configured } = prepared.value;
  return runScenario(scenario, instance, { phoneNumbers: phoneNumberRules, configured }).failures.map((failure) => failureText(failure, scenario.clock));
}

test('what must have happened is counted, on the fields given', () => {
  expect(failing({ happened: [{ event: 'contact.created' }, { event: 'contact.created', where: { method: 'CALLBACK', callback: { attemptsMax: 3 } }, times: 1 }] })).toEqual([]);
  expect(failing({ happened: [{ event: 'contact.created', where: { method: 'CALLBACK', callback: { attemptsMax: 4 } } }] })).toEqual(['expect.happened[0]: expected contact.created at least once, found 0 times at 12:00:00']);
  expect(failing({ happened: [{ event: 'contact.created', times: 3 }] })).toEqual(['expect.happened[0]: expected contact.created 3 times, found 2 times at 12:00:00']);
});

test('an event may be looked for by agent, queue and contact', () => {
  expect(failing({ happened: [{ event: 'offer.made', agent: 'ana', queue: 'CallbackQueue', contact: '$1', times: 1 }] })).toEqual([]);
  expect(failing({ happened: [{ event: 'offer.made', contact: '$0' }] })).toHaveLength(1);
});

test('promises are told one by one', () => {
  expect(failing({ promises: [{ requests: 1, attempts: 1, legs: 1, closed: 'reached' }] })).toEqual([]);
  expect(failing({ promises: [{ closed: null }] })).toEqual(['expect.promises[0].closed: expected null, found reached at 12:00:00']);
});

test('a customer’s telephone is looked at: whether it rings, who calls, what is heard', () => {
  expect(failing({ customers: { John: { phone: 'idle', callerId: '+18005550199', hears: 'Hello, this is your scheduled callback' } } })).toEqual([]);
  expect(failing({ customers: { John: { phone: 'ringing' } } })).toEqual(['expect.customers.John.phone: expected ringing, found idle at 12:00:00']);
});

test('the states that contacts had with an agent are told in order', () => {
  expect(failing({ agents: { ana: { states: ['INCOMING', 'PENDING', 'CONNECTING', 'CONNECTED', 'ENDED'] } } })).toEqual([]);
  expect(failing({ agents: { ana: { states: ['INCOMING'] } } })).toEqual(['expect.agents.ana.states.length: expected 1, found 5 at 12:00:00']);
});

test('ungrouped figures are those of all queues', () => {
  expect(failing({ ungrouped: { CONTACTS_IN_QUEUE: 0, CONTACTS_SCHEDULED: 0, OLDEST_CONTACT_AGE: 0 } })).toEqual([]);
  expect(failing({ ungrouped: { CONTACTS_IN_QUEUE: 1 } })).toHaveLength(1);
});

test('contact events are told per contact, in order', () => {
  const ends = { eventType: 'DISCONNECTED', time: '11:37:00', disconnectReason: 'CONTACT_FLOW_DISCONNECT' };
  expect(failing({ contactEvents: { $0: [{ eventType: 'INITIATED', time: '11:35:00' }, { eventType: 'QUEUED' }, ends, { eventType: 'COMPLETED' }] } })).toEqual([]);
  expect(failing({ contactEvents: { $0: [{}, {}, { ...ends, time: '11:37:01' }, {}] } })).toEqual(['expect.contactEvents.$0[2].time: expected 11:37:01, found 11:37:00 at 12:00:00']);
});
