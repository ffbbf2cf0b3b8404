import { expect, test } from 'vitest';
import { aWhisper, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { asE164 } from '../core/e164.ts';
import { durationMs, seconds } from '../core/time.ts';

const JOHN = '+12065550142';

test('the whisper to the customer has its own two minutes, however long the one to the agent was', () => {
  const rig = baseRig();
  const prompts = rig.prompts.map((prompt) => ({ ...prompt, durationMs: seconds(90) }));
  const toCustomer = aWhisper('outbound whisper', 'CUSTOMER_WHISPER');
  const center = new CenterDriver({ ...rig, prompts, flows: [...rig.flows.filter(({ id }) => id !== toCustomer.id), toCustomer], defaultFlows: { AGENT_WHISPER: ids.flow('agent whisper'), CUSTOMER_WHISPER: toCustomer.id } });
  center.to('11:35:00').agent('ana').sets('Available');
  center.customer(JOHN).dials();
  center.agent('ana').accepts();
  center.to('11:37:59');
  expect(center.agent('ana').state()).toBe('CONNECTING');
  expect(center.to('11:38:00').agent('ana').state()).toBe('CONNECTED');
});

test.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('a phone that is told to wait %s milliseconds is refused, and nothing changes', (ms) => {
  const center = new CenterDriver();
  const number = asE164(JOHN);
  const whenCalled = [{ does: 'busy', afterMs: durationMs(ms) }] as const;
  expect(center.ask({ type: 'customer.behave', number, whenCalled, talksForMs: null })).toEqual({ code: 'INVALID_VALUE', field: 'whenCalled' });
  expect(center.ask({ type: 'customer.behave', number, whenCalled: [{ does: 'manual' }], talksForMs: durationMs(ms) })).toEqual({ code: 'INVALID_VALUE', field: 'whenCalled' });
  expect(center.center.customers.get(number)).toBeUndefined();
});

test.each([
  ['initialDelay', { initialDelayMs: -1 }],
  ['initialDelay', { initialDelayMs: 259_200_001 }],
  ['retryDelay', { retryDelayMs: Number.NaN }],
  ['retries', { retries: 1.5 }],
] as const)('a callback asked for with a bad %s is refused', (field, bad) => {
  const center = new CenterDriver();
  const good = { initialDelayMs: seconds(1), retryDelayMs: seconds(60), retries: 1 };
  const command = { type: 'callback.request', number: asE164(JOHN), queueId: ids.queue('CallbackQueue'), attributes: {}, ...good, ...bad };
  expect(center.ask(command as Parameters<CenterDriver['ask']>[0])).toEqual({ code: 'INVALID_VALUE', field });
});
