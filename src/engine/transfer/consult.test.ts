import { describe, expect, test } from 'vitest';
import { ids } from '../../testing/builders.ts';
import type { CenterDriver } from '../../testing/center-driver.ts';
import { causesOf, consulting, contactsOf, JOHN, lineOf, secondOf, slotsOf, talking, toBen } from '../../testing/talking.ts';

describe('three at work', () => {
  test('change over: whom the agent does not talk with is on hold', () => {
    const center = consulting();
    center.to('11:43:00').agent('ana').swaps().restart();
    expect([slotsOf(center), center.agent('ana').contact().consult?.talk]).toEqual([['CONNECTED', 'CONNECTED_ONHOLD'], 'customer']);
    center.to('11:44:00').agent('ana').swaps().restart();
    expect([slotsOf(center), center.agent('ana').contact().consult?.talk]).toEqual([['CONNECTED_ONHOLD', 'CONNECTED'], 'third']);
    center.to('11:45:00').agent('ana').conferences().restart();
    expect([slotsOf(center), center.agent('ana').contact().consult?.talk]).toEqual([['CONNECTED', 'CONNECTED'], 'all']);
    expect(center.agent('ana').conferences().agent('ana').state()).toBe('CONNECTED');
    center.to('11:46:00').agent('ana').leaves();
    center.to('11:47:00').agent('ben').ends();
    expect(center.records()).toMatchObject([
      { Agent: { CustomerHoldDuration: 120, NumberOfHolds: 2, LongestHoldDuration: 60, AgentInteractionDuration: 240 } },
      { DisconnectReason: 'AGENT_DISCONNECT', Agent: { CustomerHoldDuration: 60, NumberOfHolds: 1, AgentInteractionDuration: 240 }, Ringback: { Cause: 'agentHungUp' } },
    ]);
  });

  test('the second agent, put on hold, is taken off it when the first one leaves', () => {
    const center = consulting();
    center.agent('ana').swaps().agent('ana').leaves();
    expect([slotsOf(center), secondOf(center).stage]).toEqual([['ENDED', 'CONNECTED'], { name: 'connected', heldSinceMs: null }]);
  });

  test.each([
    ['talks with the second agent', (center: CenterDriver) => center],
    ['talks with the customer', (center: CenterDriver) => center.agent('ana').swaps()],
    ['is in a conference', (center: CenterDriver) => center.agent('ana').conferences()],
  ])('the customer hangs up while the agent %s: all is over, and both agents wrap up', (_what, first) => {
    const center = first(consulting()).restart().customer(JOHN).hangsUp().restart();
    expect(contactsOf(center).map(({ cause, disconnectReason }) => [cause, disconnectReason])).toEqual([['customerHungUp', 'CUSTOMER_DISCONNECT'], ['customerLeftTransfer', 'CUSTOMER_DISCONNECT']]);
    expect(slotsOf(center)).toEqual(['ENDED', 'ENDED']);
    center.agent('ana').clears().agent('ben').clears();
    expect(center.records().map(({ Ringback }) => Ringback.Complete)).toEqual([true, true]);
  });

  test('the customer hangs up while it rings at the second agent: the offer is withdrawn', () => {
    const center = talking();
    center.agent('ana').transfersTo(toBen).customer(JOHN).hangsUp();
    expect([causesOf(center), slotsOf(center)]).toEqual([['customerHungUp', 'customerLeftTransfer'], ['ENDED', null]]);
  });

  test('the second agent leaves: the first goes on with the customer', () => {
    const center = consulting();
    center.agent('ana').conferences().agent('ben').ends().restart();
    expect([causesOf(center), slotsOf(center)]).toEqual([[null, 'agentHungUp'], ['CONNECTED', 'ENDED']]);
    center.agent('ana').holds().agent('ana').resumes();
    expect(center.agent('ana').contact().consult).toBeNull();
  });

  test('the first agent hangs up: for everybody', () => {
    const center = consulting();
    center.agent('ana').conferences().agent('ana').ends();
    expect([causesOf(center), slotsOf(center), lineOf(center).state]).toEqual([['agentHungUp', 'endedForAll'], ['ENDED', 'ENDED'], 'ended']);
  });

  test('the first agent gives the second up, before or after they talk', () => {
    const before = talking();
    before.agent('ana').transfersTo(toBen).agent('ana').drops().restart();
    expect([causesOf(before), slotsOf(before)]).toEqual([[null, 'consultCanceled'], ['CONNECTED_ONHOLD', null]]);
    const after = consulting();
    after.agent('ana').drops().restart();
    expect([causesOf(after), slotsOf(after)]).toEqual([[null, 'consultDropped'], ['CONNECTED_ONHOLD', 'ENDED']]);
    after.agent('ana').resumes();
    expect(after.agent('ana').state()).toBe('CONNECTED');
  });

  test('a supervisor stops the first contact and the second with it, but not the second by itself', () => {
    const first = consulting();
    first.send({ type: 'contact.stop', contactId: first.agent('ana').contact().id });
    expect(causesOf(first)).toEqual(['stopped', 'stopped']);
    const other = consulting();
    expect(other.ask({ type: 'contact.stop', contactId: secondOf(other).id })).toEqual({ code: 'NOT_STOPPABLE', method: 'TRANSFER' });
    expect(causesOf(other)).toEqual([null, null]);
  });

  test('whoever was left with the customer may pass them on again', () => {
    const center = consulting();
    center.agent('ana').leaves().agent('ana').clears();
    center.agent('ben').transfersTo({ kind: 'agent', agentId: ids.agent('ana') }).agent('ana').accepts();
    center.agent('ben').leaves();
    expect(lineOf(center).contactId).toBe(contactsOf(center)[2]?.id);
    expect(contactsOf(center).map(({ initialContactId }) => initialContactId)).toEqual([null, contactsOf(center)[0]?.id, contactsOf(center)[0]?.id]);
  });
});
