import { expect, test } from 'vitest';
import { canRun, exportFlow, parseFlow, resolveReferences } from '../engine/index.ts';
import { instanceSchema } from '../scenario/instance-schema.ts';
import { isDialable, parseNumber } from '../world/phone-numbers.ts';
import { readDemoFlow } from './demo-flows.ts';
import { demoInstance } from './demo-instance.ts';
import { demoSpec } from './demo-spec.ts';

const demo = demoInstance();

test('the demo is the same every time', () => {
  expect(demoInstance()).toEqual(demo);
});

test('the demo is described as a scenario could describe it', () => {
  expect(instanceSchema.safeParse(demoSpec).error?.issues).toBeUndefined();
});

test('the demo survives the journal: JSON brings it back unchanged', () => {
  expect(JSON.parse(JSON.stringify(demo))).toEqual(demo);
});

test.each(demo.flows.map((flow) => [flow.name, flow] as const))('the flow “%s” has no fault and names only what the demo has', (_name, flow) => {
  const parsed = parseFlow(exportFlow(flow.content));
  expect(parsed.ok ? parsed.value.faults : parsed.refusal).toEqual([]);
  expect(parsed.ok && parsed.value.type).toBe(flow.type);
  expect(resolveReferences(flow.content, flow.mapping, demo).unresolved).toEqual([]);
});

test('the callback is offered every 30 seconds and made with the numbers of the example', () => {
  for (const file of ['offer-callback.json', 'flows/offer-callback-international.json']) {
    const parsed = parseFlow(readDemoFlow(file) ?? '');
    const actions = parsed.ok && canRun(parsed.value.faults) ? parsed.value.content.actions : {};
    expect(actions['wait']?.parameters['InterruptFrequencySeconds']).toBe('30');
    expect(actions['request-callback']?.parameters).toEqual({ QueueId: 'CallbackQueue', InitialCallDelaySeconds: '99', MaximumConnectionAttempts: '2', RetryDelaySeconds: '600' });
  }
});

test('the whispers take ten and fifteen seconds', () => {
  const lengths = demo.prompts.map(({ name, durationMs }) => [name, durationMs]);
  expect(lengths).toContainEqual(['Agent whisper', 10_000]);
  expect(lengths).toContainEqual(['Outbound whisper', 15_000]);
});

test('every customer of the demo has a number that can be called back', () => {
  for (const { number } of demo.customers) {
    expect(parseNumber(number, 'E164', demo.country)).toMatchObject({ ok: true, e164: number });
    expect(isDialable(number, demo.dialableCountries)).toBe(true);
  }
});

test('a file that the demo does not have is none', () => {
  expect(readDemoFlow('nothing.json')).toBeNull();
  expect(readDemoFlow('constructor')).toBeNull();
});
