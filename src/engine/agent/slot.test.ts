import { describe, expect, test } from 'vitest';
import { anAgent, baseRig, ids } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN, talking } from '../../testing/talking.ts';
import { asE164 } from '../core/e164.ts';
import { seconds } from '../core/time.ts';

const MARY = '+12065550143';
const ana = ids.agent('ana');
const callbackQueue = ids.queue('CallbackQueue');
const completed = (center: CenterDriver): number => center.events.filter(({ type }) => type === 'contact.completed').length;
const isComplete = (center: CenterDriver, index = 0): boolean | undefined => center.records()[index]?.Ringback.Complete;
const request = (center: CenterDriver, number = JOHN, retries = 0): CenterDriver =>
  center.send({ type: 'callback.request', number: asE164(number), queueId: callbackQueue, initialDelayMs: seconds(0), retries, retryDelayMs: seconds(60), attributes: {} });

describe('a limit of after-contact work', () => {
  const limited = (): CenterDriver => talking({ agents: [anAgent('ana', { afterContactWorkMs: seconds(60) })] }, 'Offline').customer(JOHN).hangsUp().wait(10).agent('ana').clears();

  test('is forgotten when the agent clears before it', () => {
    expect(limited().engine.nextDueAtMs()).toBeNull();
  });

  test('does not end the next contact', () => {
    const center = limited().customer(MARY).dials().agent('ana').accepts().wait(120);
    expect(center.agent('ana').state()).toBe('CONNECTED');
  });
});

describe('clearing', () => {
  test('after work completes the record, once', () => {
    const center = talking({}, 'Offline').customer(JOHN).hangsUp();
    expect(isComplete(center)).toBe(false);
    center.agent('ana').clears();
    expect([isComplete(center), completed(center)]).toEqual([true, 1]);
  });

  test('a missed offer completes nothing of who still waits', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().wait(20).agent('ana').sets('Break');
    expect([completed(center), center.agent('ana').state()]).toEqual([0, null]);
    expect([...center.center.contacts.values()][0]).toMatchObject({ stage: { name: 'queued' }, completedAtMs: null });
  });

  test('a missed offer leaves the work of the agent who took it instead', () => {
    const center = new CenterDriver().agent('ana').sets('Available').wait(1).agent('ben').sets('Available').customer(JOHN).dials().wait(20);
    center.agent('ben').accepts().wait(30).customer(JOHN).hangsUp().agent('ana').clears();
    expect([isComplete(center), completed(center)]).toEqual([false, 0]);
    center.wait(5).agent('ben').clears();
    expect(center.records()[0]).toMatchObject({ Agent: { Username: 'ben', AfterContactWorkDuration: 5 }, Ringback: { Complete: true } });
  });

  test('a missed offer leaves the record of who has hung up meanwhile as it was', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().wait(20).customer(JOHN).hangsUp();
    expect(completed(center)).toBe(1);
    center.agent('ana').clears();
    expect([completed(center), center.center.agents.get(ana)?.slot]).toEqual([1, null]);
  });

  test('a failed attempt completes its record, and was no work', () => {
    const center = request(new CenterDriver(), JOHN, 1);
    center.customer(JOHN).behaves({ does: 'busy', afterMs: seconds(1) }).agent('ana').sets('Available').agent('ana').accepts().wait(30);
    const before = completed(center);
    center.agent('ana').clears();
    expect([before, completed(center)]).toEqual([0, 1]);
    expect([...center.center.contacts.values()][0]?.agent).toMatchObject({ workStartedAtMs: null, workEndedAtMs: null });
  });
});

describe('the place among the idle (spec §5.3)', () => {
  /** Ana is idle since before ben. */
  const both = (): CenterDriver => new CenterDriver().agent('ana').sets('Available').wait(1).agent('ben').sets('Available');
  const next = (center: CenterDriver): readonly (string | null)[] => {
    center.customer(MARY).dials();
    return [center.agent('ana').state(), center.agent('ben').state()];
  };

  test('is kept by who lost the offer of a callback that was canceled', () => {
    const center = request(both());
    expect(center.agent('ana').state()).toBe('INCOMING');
    const contactId = center.agent('ana').contact().id;
    center.wait(1).send({ type: 'callback.cancel', contactId });
    expect(next(center)).toEqual(['CONNECTING', null]);
  });

  test('is lost by a contact that was taken, also where calls of one’s own do not count', () => {
    const rig = baseRig();
    const center = new CenterDriver({ ...rig, routingProfiles: rig.routingProfiles.map((profile) => ({ ...profile, agentAvailabilityTimer: 'TIME_SINCE_LAST_INBOUND' as const })) });
    center.agent('ana').sets('Available').wait(1).agent('ben').sets('Available').customer(JOHN).dials().agent('ana').accepts().wait(5).customer(JOHN).hangsUp().agent('ana').clears();
    expect(next(center)).toEqual([null, 'CONNECTING']);
  });

  test('begins with the status, and is kept by who asks for the status they have', () => {
    const center = both().wait(10);
    const since = center.center.agents.get(ana)?.statusSinceMs;
    const commits = center.commits.length;
    center.agent('ana').sets('Available');
    expect([center.commits.length, center.center.agents.get(ana)?.statusSinceMs, since]).toEqual([commits, at('11:30:00'), at('11:30:00')]);
    expect(next(center)).toEqual(['CONNECTING', null]);
  });
});

test('a customer whom the instance knows is dialed by name', () => {
  const center = new CenterDriver(baseRig({ customers: [{ number: asE164(MARY), name: 'Mary', reason: null }] })).agent('ana').dials(MARY);
  expect(center.agent('ana').contact().attributes).toEqual({ name: 'Mary' });
  expect(center.events.find(({ type }) => type === 'agent.slotSet')).toMatchObject({ state: 'CONNECTING', offerId: null, cause: null, untilMs: null });
});
