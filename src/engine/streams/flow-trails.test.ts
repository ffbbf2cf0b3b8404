import { describe, expect, test } from 'vitest';
import { aFlow, aQueue, baseRig, ids } from '../../testing/builders.ts';
import { CenterDriver } from '../../testing/center-driver.ts';
import { must } from '../core/assert.ts';
import type { ContactId } from '../core/ids.ts';
import { epochMs } from '../core/time.ts';
import type { CenterEvent, Commit } from '../event.ts';
import { branchTaken, FlowTrails, TRAILS_MAX, VISITS_MAX, type SavedTrails } from './flow-trails.ts';

const JOHN = '+12065550142';
const MIA = '+12065550143';
const menu = aFlow('menu', 'CONTACT_FLOW', [
  {
    Identifier: 'ask', Type: 'GetParticipantInput', Parameters: { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    Transitions: {
      NextAction: 'bye', Conditions: [{ NextAction: 'number', Condition: { Operator: 'Equals', Operands: ['1'] } }],
      Errors: [{ ErrorType: 'InputTimeLimitExceeded', NextAction: 'bye' }, { ErrorType: 'NoMatchingCondition', NextAction: 'ask' }, { ErrorType: 'NoMatchingError', NextAction: 'bye' }],
    },
  },
  {
    Identifier: 'number', Type: 'GetParticipantInput', Parameters: { Text: 'Your number.', StoreInput: 'True', InputTimeLimitSeconds: '5', InputValidation: { CustomValidation: { MaximumLength: '4' } } },
    Transitions: { NextAction: 'age', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] },
  },
  {
    Identifier: 'age', Type: 'Compare', Parameters: { ComparisonValue: '$.StoredCustomerInput' },
    Transitions: { Conditions: [{ NextAction: 'bye', Condition: { Operator: 'NumberGreaterThan', Operands: ['1000'] } }], Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'ask' }] },
  },
  { Identifier: 'bye', Type: 'DisconnectParticipant' },
]);

/** John dials the menu; the clock stands at 11:30:00. */
function inMenu(flow = menu): CenterDriver {
  const rig = baseRig();
  const center = new CenterDriver({ ...rig, flows: [...rig.flows, flow], numbers: rig.numbers.map((number) => ({ ...number, flowId: flow.id })), queues: [aQueue('InboundQueue'), aQueue('CallbackQueue')] });
  return center.customer(JOHN).dials();
}

function folded(center: CenterDriver): FlowTrails {
  const trails = new FlowTrails();
  for (const commit of center.commits) trails.apply(commit);
  return trails;
}

/** The way of the one contact that is in the menu. */
function trailOf(center: CenterDriver) {
  const trails = folded(center);
  const [newest] = trails.trailsThrough(menu.id);
  return newest === undefined ? null : trails.trailOf(newest.contactId);
}

const visitsOf = (center: CenterDriver) => trailOf(center)?.visits ?? [];

describe('a trail', () => {
  test('stands where the contact is, since when, and what it waits for', () => {
    expect(visitsOf(inMenu())).toEqual([
      { flowId: menu.id, flowType: 'CONTACT_FLOW', actionId: 'ask', enteredAtMs: inMenu().center.nowMs, leftAtMs: null, leftBy: null, waits: 'input', input: null, fault: null, ended: null },
    ]);
  });

  test('tells each way out by the name the file has for it, and the key that was pressed', () => {
    const center = inMenu().wait(2).customer(JOHN).presses('1').wait(1).customer(JOHN).presses('4711');
    expect(visitsOf(center).map(({ actionId, leftBy, input, ended }) => [actionId, leftBy, input, ended])).toEqual([
      ['ask', 'Equals 1', '1', null],
      ['number', 'NextAction', '4711', null],
      ['age', 'NumberGreaterThan 1000', null, null],
      ['bye', null, null, 'disconnected'],
    ]);
    expect(visitsOf(center).map(({ enteredAtMs, leftAtMs }) => (leftAtMs ?? Number.NaN) - enteredAtMs)).toEqual([2000, 1000, 0, 0]);
  });

  test('shows keys while they are being pressed', () => {
    const center = inMenu().customer(JOHN).presses('1').customer(JOHN).presses('47');
    expect(visitsOf(center).at(-1)).toMatchObject({ actionId: 'number', input: '47', leftAtMs: null });
  });

  test('tells errors by their own names', () => {
    const center = inMenu().customer(JOHN).presses('9').wait(30);
    expect(visitsOf(center).map(({ leftBy }) => leftBy)).toEqual(['NoMatchingCondition', 'InputTimeLimitExceeded', null]);
  });

  test('keeps no value that was merely compared', () => {
    const center = inMenu().customer(JOHN).presses('1').customer(JOHN).presses('0001');
    expect(visitsOf(center).find(({ actionId }) => actionId === 'age')).toMatchObject({ leftBy: 'NoMatchingCondition', input: null });
  });

  test('keeps no value that was compared and found equal either', () => {
    const equal = aFlow('menu', 'CONTACT_FLOW', [
      {
        Identifier: 'age', Type: 'Compare', Parameters: { ComparisonValue: '4711' },
        Transitions: { Conditions: [{ NextAction: 'bye', Condition: { Operator: 'Equals', Operands: ['4711'] } }], Errors: [{ ErrorType: 'NoMatchingCondition', NextAction: 'bye' }] },
      },
      { Identifier: 'bye', Type: 'DisconnectParticipant' },
    ]);
    expect(visitsOf(inMenu(equal))[0]).toMatchObject({ actionId: 'age', leftBy: 'Equals 4711', input: null });
  });

  test('ends with the contact, also where the caller hangs up in the middle', () => {
    const center = inMenu().wait(1).customer(JOHN).hangsUp();
    expect(trailOf(center)).toMatchObject({ endedAtMs: center.center.nowMs, visits: [{ actionId: 'ask', leftAtMs: center.center.nowMs, leftBy: null }] });
  });

  test('of a caller who goes round and round keeps the latest visits and counts the others', () => {
    const center = inMenu();
    for (let round = 0; round < VISITS_MAX; round += 1) center.customer(JOHN).presses('9');
    const trail = trailOf(center);
    expect([trail?.visits.length, trail?.visitsDropped]).toEqual([VISITS_MAX, 1]);
    expect(folded(center).countsOf(menu.id).get('ask')).toEqual({ visits: VISITS_MAX + 1, branches: { NoMatchingCondition: VISITS_MAX } });
  });

  test('goes on from what was saved as if it had never been put away', () => {
    const center = inMenu().wait(2).customer(JOHN).presses('1');
    const saved = JSON.parse(JSON.stringify(folded(center))) as SavedTrails;
    const before = center.commits.length;
    center.wait(1).customer(JOHN).presses('4711');
    const again = new FlowTrails(saved);
    for (const commit of center.commits.slice(before)) again.apply(commit);
    expect(JSON.stringify(again)).toBe(JSON.stringify(folded(center)));
    expect(again.countsOf(menu.id)).toEqual(folded(center).countsOf(menu.id));
  });

  test('in brief says where the contact is', () => {
    const center = inMenu().customer(JOHN).presses('1');
    expect(folded(center).trailsThrough(menu.id)).toMatchObject([{ customerNumber: JOHN, method: 'INBOUND', endedAtMs: null, last: { actionId: 'number' } }]);
  });

  test('is listed for the flows that it touches only, newest first', () => {
    const center = inMenu().wait(1).customer(MIA).dials();
    const trails = folded(center);
    expect(trails.trailsThrough(menu.id).map(({ customerNumber }) => customerNumber)).toEqual([MIA, JOHN]);
    expect(trails.trailsThrough(ids.flow('main'))).toEqual([]);
  });

  test('tells branches by the names of the flow as it was saved last', () => {
    const renamed = aFlow('menu', 'CONTACT_FLOW', [
      { Identifier: 'ask', Type: 'GetParticipantInput', Parameters: { Text: 'Press 2.', StoreInput: 'False', InputTimeLimitSeconds: '5' }, Transitions: { NextAction: 'bye', Conditions: [{ NextAction: 'bye', Condition: { Operator: 'Equals', Operands: ['2'] } }], Errors: [] } },
      { Identifier: 'bye', Type: 'DisconnectParticipant' },
    ]);
    const center = inMenu().send({ type: 'flow.save', flow: renamed }).customer(JOHN).presses('2');
    expect(visitsOf(center)[0]).toMatchObject({ actionId: 'ask', leftBy: 'Equals 2', input: '2' });
  });

  test('of a contact long ago gives way to newer ones, and what it does then is not counted', () => {
    const center = inMenu();
    const trails = folded(center);
    const first = trails.trailsThrough(menu.id)[0]?.contactId as ContactId;
    const created = must(center.events.find((event) => event.type === 'contact.created'), 'a contact');
    for (let at = 1; at < TRAILS_MAX; at += 1) trails.apply(commitOf({ ...created, contactId: `other-${at}` as ContactId }));
    expect(trails.trailOf(first)).not.toBeNull();
    trails.apply(commitOf({ ...created, contactId: 'one-too-many' as ContactId }));
    expect(trails.trailOf(first)).toBeNull();
    trails.apply(commitOf({ type: 'flow.entered', contactId: first, flowId: menu.id, actionId: 'bye', branch: 'NextAction' }));
    trails.apply(commitOf({ type: 'contact.ended', contactId: first, reason: 'CUSTOMER_DISCONNECT', cause: 'customerHungUp' }));
    expect([trails.trailOf(first), trails.countsOf(menu.id).get('bye')]).toEqual([null, undefined]);
  });

  test('goes on in another flow where one takes the place of the other', () => {
    const rig = baseRig();
    const hall = aFlow('hall', 'CONTACT_FLOW', [
      { Identifier: 'over', Type: 'TransferToFlow', Parameters: { ContactFlowId: 'menu' }, Transitions: { NextAction: 'bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] } },
      { Identifier: 'bye', Type: 'DisconnectParticipant' },
    ]);
    const center = new CenterDriver({ ...rig, flows: [...rig.flows, menu, hall], numbers: rig.numbers.map((number) => ({ ...number, flowId: hall.id })) }).customer(JOHN).dials();
    expect(visitsOf(center).map(({ actionId, ended, leftAtMs }) => [actionId, ended, leftAtMs])).toEqual([['over', 'transferred', center.center.nowMs], ['ask', null, null]]);
  });

  test('says how a flow ended once, though a queue without a flow ends at once too', () => {
    const center = new CenterDriver(baseRig()).customer(JOHN).dials();
    const trails = folded(center);
    const [contact] = trails.trailsThrough(ids.flow('main'));
    expect(center.events.filter(({ type }) => type === 'flow.ended').length).toBeGreaterThan(1);
    expect(contact?.last).toMatchObject({ actionId: 'go', ended: 'transferred' });
  });

  test('forgets keys that the caller took back, and tells what could not be done', () => {
    const center = inMenu().customer(JOHN).presses('1').customer(JOHN).presses('47*');
    expect(visitsOf(center).at(-1)).toMatchObject({ actionId: 'number', input: null });
    const lost = aFlow('menu', 'CONTACT_FLOW', [{ Identifier: 'other', Type: 'DisconnectParticipant' }]);
    center.send({ type: 'flow.save', flow: lost }).wait(10);
    expect(visitsOf(center).at(-1)).toMatchObject({ actionId: 'number', ended: 'faulted', fault: expect.stringContaining('was changed while it ran') });
  });

  test('told without the flows themselves names branches as the log does', () => {
    const trails = new FlowTrails();
    const center = inMenu().customer(JOHN).presses('1');
    for (const commit of center.commits.slice(1)) trails.apply(commit);
    const [contact] = trails.trailsThrough(menu.id);
    expect(trails.trailOf(contact?.contactId as ContactId)?.visits[0]).toMatchObject({ actionId: 'ask', leftBy: '1', input: null });
  });

  test('of a contact that has met no flow is empty', () => {
    const trails = new FlowTrails();
    const created = must(inMenu().events.find((event) => event.type === 'contact.created'), 'a contact');
    trails.apply(commitOf(created));
    trails.apply(commitOf({ type: 'flow.ended', contactId: created.contactId, flowType: 'CUSTOMER_QUEUE', how: 'ended' }));
    expect(trails.trailOf(created.contactId)).toMatchObject({ visits: [], endedAtMs: null });
  });
});

describe('the branch that was taken', () => {
  const action = must(menu.content.actions['age'], 'the comparison');
  const both = { ...action, next: 'bye', errors: [...action.errors, { errorType: 'NoMatchingError', next: 'bye' }] };

  const keys = { ...must(menu.content.actions['ask'], 'the menu'), next: 'bye' };
  const digits = (['1', '2'] as const).map((operand) => ({ ...must(keys.conditions[0], 'a condition'), operands: [operand], next: 'bye' }));

  test.each([
    ['a condition, for the value that met it', both, '4711', 'bye', 'NumberGreaterThan 1000'],
    ['the one of the key, where others lead there too', { ...keys, conditions: digits }, '2', 'bye', 'Equals 2'],
    ['the error of that name, where a condition leads there too', both, 'NoMatchingError', 'bye', 'NoMatchingError'],
    ['an error, by its own name', both, 'NoMatchingCondition', 'ask', 'NoMatchingCondition'],
    ['the catch-all, for an error that has no branch of its own', { ...both, conditions: [] }, 'QueueAtCapacity', 'bye', 'NoMatchingError'],
    ['the ordinary way on, where nothing else leads there', { ...both, conditions: [], errors: [] }, 'NoMatchingCondition', 'bye', 'NextAction'],
    ['what the log says, where no branch leads there any more', both, '1', 'elsewhere', '1'],
  ])('is %s', (_what, from, said, to, branch) => {
    expect(branchTaken(from, said, to)).toBe(branch);
  });
});

const commitOf = (event: CenterEvent): Commit => ({ seq: 1, atMs: epochMs(0), cause: { kind: 'genesis' }, events: [event] });

test('nothing is kept before the first commit', () => {
  expect(new FlowTrails().toJSON()).toEqual({ trails: [], counts: [], flows: [] });
});

test('what was never visited is absent from the counts', () => {
  const counts = folded(inMenu().customer(JOHN).presses('1')).countsOf(menu.id);
  expect(Object.fromEntries(counts)).toEqual({ ask: { visits: 1, branches: { 'Equals 1': 1 } }, number: { visits: 1, branches: {} } });
  expect(folded(inMenu()).countsOf(ids.flow('main')).size).toBe(0);
});
