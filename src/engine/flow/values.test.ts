import { describe, expect, test } from 'vitest';
import { anAgent, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN, talking } from '../../testing/talking.ts';
import type { Contact } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import { asE164 } from '../core/e164.ts';
import { flagOf, numberOf, textOf, valueOf, type Scope } from './values.ts';

/** What a flow at this contact would see. */
const scopeOf = (driver: CenterDriver, contact: Contact): Scope => ({ center: driver.center, contact });

const contacts = (driver: CenterDriver): readonly Contact[] => [...driver.center.contacts.values()];
const lastOf = (driver: CenterDriver): Contact => must(contacts(driver).at(-1), 'a contact');
/** A caller who waits in InboundQueue, alone. */
const waiting = (rig = baseRig()): CenterDriver => new CenterDriver(rig).customer(JOHN).dials();

describe('a reference names what is known of the contact (spec §6.2)', () => {
  const driver = waiting();
  const contact: Contact = { ...lastOf(driver), attributes: { case: '42', 'with-dash': 'x' }, storedInput: '2065550142', callbackNumber: asE164('+12065550199') };
  const scope = scopeOf(driver, contact);

  test.each([
    ['$.Attributes.case', '42'],
    ["$.Attributes['with-dash']", 'x'],
    ['$.Attributes.absent', ''],
    ['$.Attributes.constructor', ''],
    ['$.External.answer', ''],
    ['$.StoredCustomerInput', '2065550142'],
    ['$.CallbackNumber', '+12065550199'],
    ['$.CustomerEndpoint.Address', JOHN],
    ['$.CustomerEndpoint.Type', 'TELEPHONE_NUMBER'],
    ['$.CustomerEndpoint.Name', ''],
    ['$.SystemEndpoint.Address', '+18005550199'],
    ['$.SystemEndpoint.Type', 'TELEPHONE_NUMBER'],
    ['$.SystemEndpoint.Name', ''],
    ['$.Channel', 'VOICE'],
    ['$.ContactId', contact.id],
    ['$.InitialContactId', contact.id],
    ['$.PreviousContactId', ''],
    ['$.InitiationMethod', 'INBOUND'],
    ['$.LanguageCode', 'en-US'],
    ['$.TextToSpeechVoiceId', 'Joanna'],
    ["$.SegmentAttributes['connect:Subtype']", 'connect:Telephony'],
    ['$.SegmentAttributes.other', ''],
    ['$.Queue.Name', 'InboundQueue'],
    ['$.Queue.OutboundCallerId.Address', '+18005550199'],
    ['$.Queue.Color', ''],
    ['$.Agent.UserName', ''],
    ['$.Weather', ''],
  ])('%s is “%s”', (reference, value) => {
    expect(valueOf(reference, scope)).toBe(value);
  });

  test('instance and queue by ARN', () => {
    expect(valueOf('$.InstanceARN', scope)).toMatch(/^arn:aws:connect:.*:instance\//);
    expect(valueOf('$.Queue.ARN', scope)).toBe(valueOf('$.InstanceARN', scope) + `/queue/${ids.queue('InboundQueue')}`);
  });

  test('nothing where the contact has nothing of it', () => {
    const bare = scopeOf(driver, { ...contact, callbackNumber: null, systemNumber: null, queue: null, targetQueueId: null });
    const references = ['$.CallbackNumber', '$.SystemEndpoint.Address', '$.Queue.Name', '$.Queue.ARN', '$.Metrics.Queue.Size'];
    expect(references.map((reference) => valueOf(reference, bare))).toEqual(references.map(() => ''));
    const anonymous = scopeOf(waiting(baseRig({ queues: [aQueue('InboundQueue', { outboundCallerId: null }), aQueue('CallbackQueue')] })), contact);
    expect(valueOf('$.Queue.OutboundCallerId.Address', anonymous)).toBe('');
  });
});

describe('a callback', () => {
  const driver = waiting().customer(JOHN).requestsCallback();
  const [caller, leg] = contacts(driver);
  const scope = scopeOf(driver, must(leg, 'the callback'));

  test('names the contact that it came from and the first of all', () => {
    expect(['$.InitialContactId', '$.PreviousContactId', '$.InitiationMethod'].map((reference) => valueOf(reference, scope))).toEqual([caller?.id, caller?.id, 'CALLBACK']);
  });

  test('in its delay is of the queue that it is meant for', () => {
    expect(valueOf('$.Queue.Name', scope)).toBe('CallbackQueue');
  });

  test('of a queue that was taken out of the instance has no queue to name', () => {
    driver.send({ type: 'instance.configure', instance: baseRig({ queues: [aQueue('InboundQueue')] }) });
    expect(valueOf('$.Queue.Name', scope)).toBe('');
  });
});

describe('with an agent', () => {
  const rig = baseRig({ agents: [anAgent('ana', { firstName: 'Ana', lastName: 'Silva' }), anAgent('ben')] });
  const driver = talking(rig);
  const scope = scopeOf(driver, lastOf(driver));

  test('a reference names the agent', () => {
    expect(['UserName', 'FirstName', 'LastName', 'Shoe'].map((key) => valueOf(`$.Agent.${key}`, scope))).toEqual(['ana', 'Ana', 'Silva', '']);
    expect(valueOf('$.Agent.ARN', scope)).toBe(`${valueOf('$.InstanceARN', scope)}/agent/${ids.agent('ana')}`);
  });

  test('who was taken out of the instance, it names nobody', () => {
    driver.send({ type: 'instance.configure', instance: { ...rig, agents: [anAgent('ben')] } });
    expect(valueOf('$.Agent.UserName', scope)).toBe('');
  });
});

describe('$.Metrics (spec §3.7)', () => {
  test('of a queue that is there no more has no name', () => {
    const driver = waiting();
    const contact: Contact = { ...lastOf(driver), queue: null, targetQueueId: ids.queue('Gone') };
    expect(valueOf('$.Metrics.Queue.Name', scopeOf(driver, contact))).toBe('');
  });

  test('tells no figure where there is no activity at all, and its name all the same', () => {
    const driver = waiting();
    const meant: Contact = { ...lastOf(driver), queue: null, targetQueueId: ids.queue('CallbackQueue') };
    const told = () => ['Queue.Size', 'Queue.OldestContactAge', 'Queue.EstimatedWaitTime', 'Agents.Online.Count', 'Queue.Name'].map((key) => valueOf(`$.Metrics.${key}`, scopeOf(driver, meant)));
    driver.agent('ana').sets('Offline');
    expect(told()).toEqual(['', '', '', '', 'CallbackQueue']);
    driver.agent('ben').sets('Break');
    expect(told()).toEqual(['0', '0', '', '1', 'CallbackQueue']);
  });

  /** Two wait; ana wraps up, ben is on a break, cleo missed, dan talks. */
  const rig = baseRig({ agents: ['ana', 'ben', 'cleo', 'dan'].map((name) => anAgent(name)) });
  const driver = new CenterDriver(rig);
  const caller = (index: number): string => `+1206555010${index}`;
  driver.agent('ana').sets('Available').customer(caller(1)).dials().agent('ana').accepts();
  driver.wait(60).agent('ana').ends();
  driver.agent('dan').sets('Available').customer(caller(2)).dials().agent('dan').accepts();
  driver.agent('ben').sets('Break').agent('cleo').sets('Available');
  driver.customer(caller(3)).dials().wait(20);
  driver.customer(caller(4)).dials().wait(10);
  const scope = scopeOf(driver, lastOf(driver));

  test.each([
    ['Queue.Size', '2'],
    ['Queue.OldestContactAge', '30'],
    ['Queue.Name', 'InboundQueue'],
    ['Agents.Online.Count', '4'],
    ['Agents.Available.Count', '0'],
    ['Agents.Staffed.Count', '3'],
    ['Agents.AfterContactWork.Count', '1'],
    ['Agents.Busy.Count', '1'],
    ['Agents.Missed.Count', '1'],
    ['Agents.NonProductive.Count', '1'],
    ['Contact.PositionInQueue', '2'],
    ['Queue.Color', ''],
  ])('%s is %s', (key, value) => {
    expect(valueOf(`$.Metrics.${key}`, scope)).toBe(value);
  });

  test('the queue by its ARN', () => {
    expect(valueOf('$.Metrics.Queue.ARN', scope)).toBe(valueOf('$.Queue.ARN', scope));
  });

  test('the estimate comes from those who were handled: one minute each, three agents, third in line', () => {
    expect(valueOf('$.Metrics.Queue.EstimatedWaitTime', scope)).toBe('60');
    const nobodyYet = waiting();
    expect(valueOf('$.Metrics.Queue.EstimatedWaitTime', scopeOf(nobodyYet, lastOf(nobodyYet)))).toBe('');
  });

  test('who waits nowhere has no position', () => {
    const [first] = contacts(driver);
    expect(valueOf('$.Metrics.Contact.PositionInQueue', scopeOf(driver, must(first, 'the first')))).toBe('');
    const gone = waiting();
    const contact = { ...lastOf(gone), queue: null, targetQueueId: ids.queue('Nowhere') };
    expect(valueOf('$.Metrics.Contact.PositionInQueue', scopeOf(gone, contact))).toBe('');
  });
});

describe('a parameter', () => {
  const driver = waiting();
  const scope = scopeOf(driver, { ...lastOf(driver), attributes: { n: ' 7 ', word: 'seven' } });

  test('is text with its references filled in, and no text where it is none (spec §6.1)', () => {
    expect([textOf('Hello', scope), textOf(7, scope), textOf(true, scope), textOf(null, scope), textOf(undefined, scope), textOf({}, scope), textOf([], scope)]).toEqual(['Hello', '7', 'true', '', '', '', '']);
    expect(textOf('Dear $.Attributes.word, this is $.Queue.Name.', scope)).toBe('Dear seven, this is InboundQueue.');
  });

  test('is a number when it is one, written as text or not', () => {
    expect([numberOf('30', scope), numberOf(30, scope), numberOf('$.Attributes.n', scope), numberOf('$.Attributes.word', scope), numberOf('', scope), numberOf('$.Attributes.absent', scope), numberOf('1e999', scope)])
      .toEqual([30, 30, 7, null, null, null, null]);
  });

  test('is a flag when it says True in one of its spellings', () => {
    expect([true, 'True', 'true', 'TRUE', false, 'False', 1, undefined].map((value) => flagOf(value))).toEqual([true, true, true, false, false, false, false, false]);
  });
});

test('a prompt may speak of the wait', () => {
  const driver = talking();
  driver.wait(60).agent('ana').ends();
  expect(textOf('About $.Metrics.Queue.EstimatedWaitTime seconds.', scopeOf(driver, lastOf(driver)))).toMatch(/^About \d+ seconds\.$/);
});
