import { describe, expect, test } from 'vitest';
import { anAgent, baseRig } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import type { OfferId } from '../core/ids.ts';
import { seconds } from '../core/time.ts';
import { defaultPolicy } from '../tenant/policy.ts';

const JOHN = '+12065550142';

/** John's callback rings at ana; its life ends this many seconds after its creation. */
function ringing(lifeSeconds: number): { readonly center: CenterDriver; readonly offerId: OfferId } {
  const center = new CenterDriver(baseRig({ policy: { ...defaultPolicy, callbackLifeMs: seconds(lifeSeconds) } }));
  center.to('11:35:00').customer(JOHN).dials();
  center.to('11:37:00').customer(JOHN).requestsCallback();
  center.to('11:39:00').agent('ana').sets('Available');
  return { center, offerId: [...center.center.offers.keys()][0] as OfferId };
}

describe('at one instant', () => {
  test('an offer is taken in its last millisecond and gone in the next', () => {
    const last = ringing(9999);
    expect(last.center.wait(19.999).ask({ type: 'offer.accept', offerId: last.offerId })).toBeNull();
    const late = ringing(9999);
    expect(late.center.wait(20).ask({ type: 'offer.accept', offerId: late.offerId })).toEqual({ code: 'OFFER_GONE', how: 'unknown' });
    expect(late.center.agent('ana').state()).toBe('MISSED');
  });

  test('an offer that rings no time at all is taken by who accepts without a click, and missed by everybody else', () => {
    const states = (callbackAutoAccept: boolean): unknown => {
      const center = new CenterDriver(baseRig({ agents: [anAgent('ana', { callbackAutoAccept })], policy: { ...defaultPolicy, offerMs: seconds(0) } }));
      center.to('11:35:00').customer(JOHN).dials();
      center.to('11:37:00').customer(JOHN).requestsCallback();
      return center.to('11:39:00').agent('ana').sets('Available').wait(0).agent('ana').state();
    };
    expect([states(true), states(false)]).toEqual(['PENDING', 'MISSED']);
  });

  test('a callback whose life and ringing end together expires, and its agent has missed nothing', () => {
    // Created at 11:37:00, offered at 11:39:00: both end at 11:39:20.
    const { center } = ringing(140);
    center.to('11:39:20');
    expect(center.records()[1]?.Ringback.Cause).toBe('expired');
    expect([center.agent('ana').state(), center.center.offers.size, center.engine.nextDueAtMs()]).toEqual([null, 0, null]);
  });

  test('a callback accepted in the last millisecond of its life lives on', () => {
    const { center } = ringing(130);
    center.to('11:39:09').wait(0.999).agent('ana').accepts();
    center.to('11:39:30');
    expect(center.records()).toHaveLength(1);
  });

  test('an agent who becomes available when the life ends comes too late', () => {
    const center = new CenterDriver(baseRig({ policy: { ...defaultPolicy, callbackLifeMs: seconds(600) } }));
    center.to('11:35:00').customer(JOHN).dials();
    center.to('11:37:00').customer(JOHN).requestsCallback();
    center.to('11:47:00').agent('ana').sets('Available');
    expect([center.agent('ana').state(), center.records()[1]?.Ringback.Cause]).toEqual([null, 'expired']);
  });
});
