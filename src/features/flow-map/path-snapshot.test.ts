import { describe, expect, test } from 'vitest';
import type { FlowTrailAnswer, FlowTrailSummary, FlowVisitAnswer } from '../../protocol/http-flow-trails.ts';
import { demoMap, t } from '../../testing/demo-map.ts';
import { coverageOf } from './coverage.ts';
import { actionNotes, marksOf } from './marks.ts';
import { branchKey, contactWords, keysShown, newestOf, pathSnapshot } from './path-snapshot.ts';

const { map, findings } = demoMap();
const startMs = Date.UTC(2024, 0, 10, 11, 30);
const visit = (ActionId: string, from: number, to: number | null, more: Partial<FlowVisitAnswer> = {}): FlowVisitAnswer => ({
  FlowId: 'f', FlowType: 'CUSTOMER_QUEUE', ActionId, EnteredTimestamp: startMs / 1000 + from, LeftTimestamp: to === null ? null : startMs / 1000 + to, LeftBy: to === null ? null : 'NextAction',
  Waits: null, Input: null, Fault: null, Ended: null, ...more,
});
const trail = (Visits: readonly FlowVisitAnswer[], EndedTimestamp: number | null = null): FlowTrailAnswer => ({ ContactId: 'c', StartedTimestamp: startMs / 1000, EndedTimestamp, Visits: [...Visits], VisitsDropped: 0 });
const way = [
  visit('set-queue', 0, 0, { FlowId: 'menu', FlowType: 'CONTACT_FLOW' }),
  visit('wait', 3, 33, { LeftBy: 'Equals MessagesInterrupted' }),
  visit('offer', 33, 36, { LeftBy: 'Equals 1', Input: '1' }),
  visit('which-number', 36, null, { Waits: 'input' }),
];
const asked = { flowId: 'f', map, flowNames: new Map([['menu', 'Main menu']]), moduleNames: new Map([['ask', 'Ask language']]), cursor: null, zone: 'UTC' };

describe('a contact on the map', () => {
  const path = pathSnapshot(trail(way), asked, t);

  test('is where it is, and has passed and taken what it has', () => {
    expect([path.hereId, [...path.passed.keys()], [...path.taken]]).toEqual(['which-number', ['wait', 'offer', 'which-number'], [branchKey('wait', 'Equals MessagesInterrupted'), branchKey('offer', 'Equals 1')]]);
  });

  test('tells each step: when, what was keyed, for how long, how it was left', () => {
    expect(path.steps.map(({ at, title, notes }) => [at, title, notes.join(' · ')])).toEqual([
      ['11:30:00', 'set-queue', ''],
      ['11:30:03', '1. Loop prompts', 'for 0:30 · left: at each interruption'],
      ['11:30:33', '2. Get customer input', 'keyed 1 · for 0:03 · left: key 1'],
      ['11:30:36', '4. Get customer input', 'asked for a key'],
    ]);
    expect(path.steps.map(({ hereSinceMs }) => hereSinceMs)).toEqual([null, null, null, startMs + 36_000]);
    expect(path.steps[0]?.elsewhere).toEqual({ flowId: 'menu', name: 'Main menu' });
    expect(pathSnapshot(trail([visit('say', 0, 1, { FlowId: 'ask' })]), asked, t).steps[0]?.elsewhere).toEqual({ flowId: null, name: 'Ask language' });
    expect(path.lastAt.get('offer')).toBe('11:30:33 · 0:03 · keyed 1');
  });

  test('is replayed up to the step that is looked at, no further', () => {
    const earlier = pathSnapshot(trail(way), { ...asked, cursor: 1 }, t);
    expect([earlier.hereId, [...earlier.passed.keys()], earlier.taken.size]).toEqual(['wait', ['wait'], 0]);
    expect([pathSnapshot(trail(way), { ...asked, cursor: 99 }, t).cursor, pathSnapshot(trail([]), asked, t).cursor]).toEqual([3, -1]);
  });

  test('that is over is nowhere any more, and its clock stands', () => {
    const over = pathSnapshot(trail([...way.slice(0, 3), visit('which-number', 36, 38, { LeftBy: null, Ended: 'disconnected' })], startMs / 1000 + 38), asked, t);
    expect(over.hereId).toBeNull();
    expect(over.steps.at(-1)?.notes).toEqual(['for 0:02', 'hung up']);
  });

  test('shows a long entry by its end only: it is somebody’s number', () => {
    expect([keysShown('1'), keysShown('4711'), keysShown('2065550142')]).toEqual(['1', '4711', '••••••••42']);
    expect(pathSnapshot(trail([visit('enter-number', 0, 5, { Input: 'Timeout' })]), asked, t).steps[0]?.notes[0]).toBe('no entry in time');
  });
});

test('the map follows whoever is in the flow, else whoever still lasts, else the newest', () => {
  const one = (ContactId: string, ActionId: string | null, EndedTimestamp: number | null): FlowTrailSummary =>
    ({ ContactId, InitiationMethod: 'INBOUND', CustomerNumber: '+12065550142', CustomerName: null, StartedTimestamp: startMs / 1000, EndedTimestamp, ActionId });
  expect(newestOf([one('3', null, 9), one('2', null, null), one('1', 'wait', null)])).toBe('1');
  expect(newestOf([one('3', null, 9), one('2', null, null)])).toBe('2');
  expect([newestOf([one('3', null, 9)]), newestOf([])]).toEqual(['3', null]);
  expect(contactWords(one('1', null, null), 'UTC', t)).toBe('+1 ••• ••• ••42 · inbound · 11:30:00 · now');
});

describe('coverage', () => {
  const coverage = coverageOf(findings.Steps, [
    { ActionId: 'offer', Visits: 3, Branches: [{ Branch: 'Equals 1', Visits: 1 }, { Branch: 'NoMatchingError', Visits: 1 }] },
    { ActionId: 'gone', Visits: 9, Branches: [{ Branch: 'NextAction', Visits: 9 }] },
  ]);

  test('counts what the flow has now, action by action and branch by branch', () => {
    expect([coverage.actionsVisited, coverage.actions, coverage.branchesVisited, coverage.branches]).toEqual([1, 20, 2, 51]);
  });

  test('and the contact’s way are marks on an action and its ways out', () => {
    const offer = map.byId.get('offer');
    if (offer === undefined) throw new Error('no such action');
    const marks = marksOf(offer, pathSnapshot(trail(way), asked, t), coverage);
    expect(marks).toMatchObject({ contact: 'passed', visits: 3 });
    expect(marks.rows.map(({ isTaken, visits }) => [isTaken, visits])).toEqual([[false, 0], [true, 1], [false, 0], [false, 1]]);
    expect(actionNotes(offer, marks, t)).toBe('Passed by the contact, 11:30:33 · 0:03 · keyed 1, visited 3 times');
  });
});
