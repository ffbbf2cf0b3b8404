import { expect, test } from 'vitest';
import type { Contact } from '../../engine/index.ts';
import { asE164, must, seconds } from '../../engine/index.ts';
import { aFlow, anAgent, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import { legOf } from './source.ts';

const leg = (driver: CenterDriver): Contact => must([...driver.center.contacts.values()][0], 'the callback');
const shown = (driver: CenterDriver) => legOf(driver.center, leg(driver)).callerId;
const ask = (driver: CenterDriver): CenterDriver =>
  driver.send({ type: 'callback.request', number: asE164(JOHN), queueId: ids.queue('CallbackQueue'), initialDelayMs: seconds(0), retries: 0, retryDelayMs: seconds(1), attributes: {} });

test('an agent is shown the number that the customer sees: the queue’s until the outbound whisper names another (spec §1.7)', () => {
  const whisper = aFlow('names one', 'OUTBOUND_WHISPER', [
    { Identifier: 'phone', Type: 'CompleteOutboundCall', Parameters: { CallerId: { Number: '+18005550177' } }, Transitions: { NextAction: 'end' } },
    { Identifier: 'end', Type: 'EndFlowExecution' },
  ]);
  const rig = baseRig({ agents: [anAgent('ana')], queues: [aQueue('InboundQueue'), aQueue('CallbackQueue', { outboundCallerId: asE164('+18005550101'), outboundWhisperFlowId: whisper.id })], defaultFlows: { AGENT_WHISPER: ids.flow('agent whisper') } });
  const driver = ask(new CenterDriver({ ...rig, flows: [...rig.flows, whisper] })).agent('ana').sets('Available').agent('ana').accepts();
  expect(shown(driver)).toBe('+18005550101');
  driver.wait(10);
  expect([leg(driver).stage.name, shown(driver)]).toEqual(['dialing', '+18005550177']);
});

test('a callback given to one agent is of their queue, and shows the number with which that queue calls', () => {
  const driver = ask(new CenterDriver(baseRig({ queues: [aQueue('InboundQueue', { outboundCallerId: asE164('+18005550101') }), aQueue('CallbackQueue', { outboundCallerId: null })] })));
  expect([legOf(driver.center, leg(driver)).queueName, shown(driver)]).toEqual(['CallbackQueue', null]);
  driver.send({ type: 'callback.reassign', contactId: leg(driver).id, agentId: ids.agent('ben') });
  expect([legOf(driver.center, leg(driver)).queueName, shown(driver)]).toEqual(['ben', '+18005550101']);
});

test('who called us is shown no number of ours', () => {
  expect(shown(new CenterDriver().customer(JOHN).dials())).toBeNull();
});
