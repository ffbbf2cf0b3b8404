import { describe, expect, test } from 'vitest';
import { anAgent, baseRig, ids, plainNumbers } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN } from '../../testing/talking.ts';
import type { Contact } from '../contact/model.ts';
import { must } from '../core/assert.ts';
import { epochMs, seconds } from '../core/time.ts';
import { createEngine } from '../engine.ts';
import { noExtras } from '../tenant/extras.ts';
import type { Instance, OpenSlice, ZoneTable } from '../tenant/model.ts';
import { defaultPolicy } from '../tenant/policy.ts';
import { postponedUntil, untilWindow, windowClosing } from './window.ts';

const callbackQueue = ids.queue('CallbackQueue');
const wednesday = (from: number, to: number): OpenSlice => ({ day: 'WEDNESDAY', startMinute: from * 60, endMinute: to * 60 });
const morningAndAfternoon = [wednesday(9, 12), wednesday(14, 18)];
/** The customer’s clock is two hours before that of the center. */
const west: ZoneTable = { zone: 'West', changes: [{ fromMs: 0, offsetMs: -7_200_000 }] };
const utc: ZoneTable = { zone: 'UTC', changes: [] };

function center(callingWindow: readonly OpenSlice[] | null, zone: ZoneTable | null = utc, changes: Partial<Instance> = {}): CenterDriver {
  const instance = baseRig({ extras: { [callbackQueue]: { ...noExtras, callingWindow } }, ...changes });
  const driver = new CenterDriver(instance);
  driver.engine = createEngine({ seed: 1, startsAtMs: at('11:30:00'), instance, phoneNumbers: { ...plainNumbers, zoneOf: () => zone } });
  return driver;
}
const ask = (driver: CenterDriver, delaySeconds: number, retries = 0): CenterDriver =>
  driver.send({ type: 'callback.request', number: JOHN as never, queueId: callbackQueue, initialDelayMs: seconds(delaySeconds), retries, retryDelayMs: seconds(3600), attributes: {} });
const legs = (driver: CenterDriver): readonly Contact[] => [...driver.center.contacts.values()];
const leg = (driver: CenterDriver): Contact => must(legs(driver)[0], 'the callback');
const postponed = (driver: CenterDriver) => driver.events.flatMap((event) => (event.type === 'contact.postponed' ? [[event.untilMs, event.why]] : []));

describe('when a customer may be called (ours)', () => {
  const until = (driver: CenterDriver, time: string) => postponedUntil(driver.center, callbackQueue, JOHN as never, at(time));

  test('is by their own clock: a time outside the window is put off to its next opening', () => {
    const here = center(morningAndAfternoon);
    expect(['08:59:59', '09:00:00', '11:59:59', '12:00:00', '13:59:59', '14:00:00'].map((time) => until(here, time))).toEqual([at('09:00:00'), null, null, at('14:00:00'), at('14:00:00'), null]);
    const there = center(morningAndAfternoon, west);
    expect(['10:59:59', '11:00:00', '14:00:00'].map((time) => until(there, time))).toEqual([at('11:00:00'), null, at('16:00:00')]);
  });

  test('is any time without a window, without a zone, or in a window that never opens', () => {
    for (const driver of [center(null), center(morningAndAfternoon, null), center([])]) expect([until(driver, '03:00:00'), until(driver, '12:30:00')]).toEqual([null, null]);
  });

  test('lengthens a delay that would end outside, and leaves any other as it is', () => {
    const driver = center(morningAndAfternoon);
    const delay = (count: number) => untilWindow(driver.center, callbackQueue, JOHN as never, seconds(count));
    expect([delay(60), delay(1799), delay(1800), delay(3600)]).toEqual([60_000, 1_799_000, 9_000_000, 9_000_000]);
  });

  test('ends for who waits when the window closes next', () => {
    const driver = ask(center(morningAndAfternoon), 0);
    expect(windowClosing(driver.center, leg(driver))).toBe(at('12:00:00'));
    for (const free of [ask(center(null), 0), ask(center(morningAndAfternoon, null), 0)]) expect([windowClosing(free.center, leg(free)), free.engine.nextDueAtMs()]).toEqual([null, epochMs(at('11:30:00') + 7 * 86_400_000)]);
  });
});

describe('a callback whose window closes', () => {
  test('while it waits comes back when it opens', () => {
    const driver = ask(center(morningAndAfternoon), 0).to('12:00:00');
    expect([leg(driver).stage, postponed(driver)]).toEqual([{ name: 'scheduled', untilMs: at('14:00:00') }, [[at('14:00:00'), 'callingWindow']]]);
    expect(driver.events.findLast((event) => event.type === 'contact.dequeued')).toMatchObject({ why: 'postponed' });
    driver.to('14:00:00');
    expect(leg(driver)).toMatchObject({ stage: { name: 'queued' }, queue: { enqueuedAtMs: at('14:00:00') } });
  });

  test('while it rings goes on ringing, and is put off when nobody takes it', () => {
    const driver = ask(center(morningAndAfternoon), 0).to('11:59:50').agent('ana').sets('Available').to('12:00:05');
    expect([leg(driver).stage.name, driver.agent('ana').state()]).toEqual(['queued', 'INCOMING']);
    driver.to('12:00:10');
    expect([leg(driver).stage, driver.agent('ana').state()]).toEqual([{ name: 'scheduled', untilMs: at('14:00:00') }, 'MISSED']);
  });

  test('while the agent hears the whisper is put off, and the agent is free', () => {
    const rig = baseRig();
    const driver = center(morningAndAfternoon, utc, { agents: [anAgent('ana')], defaultFlows: { AGENT_WHISPER: ids.flow('agent whisper') }, flows: rig.flows });
    ask(driver, 0).to('11:59:55').agent('ana').sets('Available').agent('ana').accepts().to('12:00:05');
    expect([leg(driver).stage, leg(driver).agent, driver.agent('ana').state(), driver.agent('ana').activity()]).toEqual([{ name: 'scheduled', untilMs: at('14:00:00') }, null, null, 'Available']);
    expect(driver.events.filter(({ type }) => type === 'contact.dialing')).toEqual([]);
  });

  test('asked for while it is open and due while it is closed waits from the start, its retries as well', () => {
    const driver = center(morningAndAfternoon, utc, { agents: [anAgent('ana', { callbackAutoAccept: true })], policy: { ...defaultPolicy, afterFailedAttempt: 'free' } });
    ask(driver.customer(JOHN).behaves({ does: 'noAnswer' }), 0, 1).agent('ana').sets('Available').to('13:00:00');
    expect(legs(driver).map(({ callback, stage }) => [callback?.attempt, stage])).toEqual([[1, { name: 'ended' }], [2, { name: 'scheduled', untilMs: at('14:00:00') }]]);
  });
});
