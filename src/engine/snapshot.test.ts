import { expect, test } from 'vitest';
import { CenterDriver } from '../testing/center-driver.ts';
import { aFlow, baseRig, plainNumbers } from '../testing/builders.ts';
import { seconds } from './core/time.ts';
import { resumeEngine } from './engine.ts';
import type { Commit } from './event.ts';
import { differenceOf } from './sim/same.ts';
import type { Snapshot } from './snapshot.ts';

/** A minute of everything: one rings, one is whispered to, one waits, one is in its delay, one talks. */
function busyCenter(look: (center: CenterDriver) => void): CenterDriver {
  const center = new CenterDriver();
  const customers = ['+12065550142', '+12065550143', '+12065550144', '+12065550145'].map((number) => center.customer(number));
  for (const customer of customers) customer.behaves({ does: 'answers', afterMs: seconds(4), hangsUpAfterMs: null });
  customers[0]?.dials();
  customers[1]?.dials();
  look(center);
  center.wait(60);
  customers[0]?.requestsCallback();
  look(center);
  center.agent('ana').sets('Available');
  look(center);
  customers[2]?.dials();
  center.wait(30);
  look(center);
  center.wait(69);
  look(center);
  customers[2]?.requestsCallback();
  customers[3]?.dials();
  center.wait(400);
  look(center);
  return center;
}

test('an engine resumed from a snapshot and what came after it is the one that ran on', () => {
  const kept: Snapshot[] = [];
  const center = busyCenter(({ engine }) => kept.push(JSON.parse(JSON.stringify(engine.snapshot())) as Snapshot));
  const journal = JSON.parse(JSON.stringify(center.commits)) as Commit[];
  const differences = kept.map((snapshot) => {
    const resumed = resumeEngine(snapshot, journal.slice(snapshot.seq), plainNumbers);
    resumed.advanceTo(center.center.nowMs);
    return differenceOf(center.center, resumed.center);
  });
  expect(differences).toEqual(kept.map(() => null));
  expect(new Set(kept.map(({ seq }) => seq)).size).toBe(kept.length);
});

test('a snapshot stays as it was while the center goes on', () => {
  const kept: { readonly snapshot: Snapshot; readonly text: string }[] = [];
  busyCenter(({ engine }) => {
    const snapshot = engine.snapshot();
    kept.push({ snapshot, text: JSON.stringify(snapshot) });
  });
  for (const { snapshot, text } of kept) expect(JSON.stringify(snapshot)).toBe(text);
});

test('a tail that does not follow upon its snapshot is refused', () => {
  const [first, ...rest] = ((): readonly Snapshot[] => {
    const kept: Snapshot[] = [];
    busyCenter(({ engine }) => kept.push(engine.snapshot()));
    return kept;
  })();
  const center = busyCenter(() => undefined);
  expect(rest.length).toBeGreaterThan(0);
  expect(() => first && resumeEngine(first, center.commits.slice(first.seq + 1), plainNumbers)).toThrow('follows commit');
});

test('a flow goes on from a snapshot where it stood', () => {
  const music = aFlow('music', 'CUSTOMER_QUEUE', [
    { Identifier: 'loop', Type: 'MessageParticipantIteratively', Parameters: { Messages: [{ Text: 'La la la.' }], InterruptFrequencySeconds: '30' }, Transitions: { Conditions: [{ NextAction: 'say', Condition: { Operator: 'Equals', Operands: ['MessagesInterrupted'] } }] } },
    { Identifier: 'say', Type: 'MessageParticipant', Parameters: { Text: 'Please wait.' }, Transitions: { NextAction: 'on' } },
    { Identifier: 'on', Type: 'EndFlowExecution' },
  ]);
  const center = new CenterDriver(baseRig({ flows: [...baseRig().flows, music], defaultFlows: { CUSTOMER_QUEUE: music.id } }));
  center.customer('+12065550142').dials();
  const snapshot = JSON.parse(JSON.stringify(center.engine.snapshot())) as Snapshot;
  // One is in the music, and the flow before it took no time: the guard against endless loops knows that, too.
  expect([snapshot.flowRuns.length, snapshot.restless.length]).toEqual([1, 1]);
  const resumed = resumeEngine(snapshot, [], plainNumbers);
  expect(differenceOf(center.center, resumed.center)).toBeNull();
  center.wait(95);
  expect(resumed.advanceTo(center.center.nowMs)).toEqual(center.commits.slice(snapshot.seq));
});

test('a snapshot in which any table were lost would give another center', () => {
  const kept: Snapshot[] = [];
  const center = busyCenter(({ engine }) => kept.push(engine.snapshot())).customer('+12065550146').dials();
  const { genesis, instance, metrics, timers, ...tables } = center.engine.snapshot();
  const whole: Snapshot = { genesis, instance, metrics, timers, ...tables };
  const filled = Object.entries(tables).filter(([, table]) => Array.isArray(table) && table.length > 0).map(([name]) => name);
  expect(['contacts', 'openContacts', 'agents', 'lines', 'customers', 'callbacks', 'openPromises', 'waiting', 'recentCommands'].filter((name) => !filled.includes(name))).toEqual([]);
  const different = filled.filter((name) => differenceOf(center.center, resumeEngine({ ...whole, [name]: [] }, [], plainNumbers).center) !== null);
  expect([differenceOf(center.center, resumeEngine(whole, [], plainNumbers).center), different]).toEqual([null, filled]);
});
