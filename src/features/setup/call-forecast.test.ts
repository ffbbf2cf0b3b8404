import { expect, test } from 'vitest';
import { setupBench } from '../../app/setup-bench.ts';
import { demoInstance } from '../../demo/demo-instance.ts';
import { createText } from '../../text/create-text.ts';
import { callForecast } from './call-forecast.ts';
import { freshDraft } from './draft.ts';

const { t } = createText();
const fresh = { ...freshDraft(demoInstance(), t), agentWhisperOn: false, customerWhisperOn: false };
const forecast = (change: object, chance = 0) => callForecast({ ...fresh, ...change }, chance, setupBench.speechMs, t);

test("the guide's numbers mean three calls, each a minute of ringing and ten minutes after the one before", () => {
  expect(forecast({})).toMatchObject({ calls: 3, times: ['11:38:39', '11:49:39', '12:00:39'], more: 0, reach: '0', inVain: '3.0' });
});

test('more calls than can be shown are counted, and the retries that cause them named', () => {
  expect(forecast({ retries: '20' })).toMatchObject({ calls: 21, retries: 20, more: 17 });
});

test('a message to the agent comes before each call', () => {
  const says = 'x'.repeat(150);
  expect(forecast({ agentWhisperOn: true, agentWhisper: says })?.times).toEqual(['11:38:49', '11:49:59', '12:01:09']);
});

test('half of all calls answered reach seven of eight customers with three calls', () => {
  expect(forecast({}, 50)?.reach).toBe('87.5');
});

test.each([{ retries: '' }, { gap: 'ten' }, { initialDelay: '1.5' }])('nothing is foretold while a number is not one: %o', (change) => {
  expect(forecast(change)).toBeNull();
});
