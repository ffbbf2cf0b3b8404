import { describe, expect, test } from 'vitest';
import { aQueue, baseRig, ids, plainNumbers } from '../../testing/builders.ts';
import { at, CenterDriver } from '../../testing/center-driver.ts';
import { JOHN, talking, toBen } from '../../testing/talking.ts';
import { must } from '../core/assert.ts';
import { asE164 } from '../core/e164.ts';
import type { AgentId, ContactId } from '../core/ids.ts';
import { seconds } from '../core/time.ts';
import { resumeEngine } from '../engine.ts';
import { MetricsFold, type LegBasis } from './fold.ts';
import type { LegRow } from './leg-row.ts';
import { Names } from './names.ts';
import { NumberTable } from './number-table.ts';
import { TimeIndex } from './time-index.ts';

const MARY = '+12065550143';
const ana = ids.agent('ana');
const inbound = ids.queue('InboundQueue');
const callbackQueue = ids.queue('CallbackQueue');
const rows = (center: CenterDriver, basis: LegBasis = 'initiated', queueIds?: readonly string[]): readonly LegRow[] => [...center.center.metrics.legs(basis, 0, Infinity, queueIds)];
const ends = (center: CenterDriver): readonly string[] => [...center.center.metrics.offers(0, Infinity)].map(({ end }) => end);
const spans = (center: CenterDriver, from: string, to: string, agentId: AgentId = ana): readonly unknown[] =>
  center.center.metrics.standings(agentId, at(from), at(to)).map(({ standing, ms }) => [standing.type, standing.engagement, ms / 1000]);
const request = (center: CenterDriver, initialDelay = 0): ContactId => {
  center.send({ type: 'callback.request', number: asE164(JOHN), queueId: callbackQueue, initialDelayMs: seconds(initialDelay), retries: 0, retryDelayMs: seconds(60), attributes: {} });
  return must([...center.center.openContacts].at(-1), 'the callback');
};
const copyOf = <Thing>(thing: Thing): Thing => JSON.parse(JSON.stringify(thing)) as Thing;

describe('the row of a leg', () => {
  test('has the queue it waits in; that of who was dialed is the one whose number they saw', () => {
    const center = new CenterDriver().customer(JOHN).dials().agent('ben').sets('Available').agent('ben').rejects().agent('ana').sets('Break').agent('ana').dials(MARY);
    expect(rows(center)).toMatchObject([{ method: 'INBOUND', queueId: inbound, isCallback: false, initialDelayMs: null }, { method: 'OUTBOUND', queueId: inbound, enqueuedAtMs: null }]);
  });

  test('has no queue for who hung up before there was one', () => {
    const center = new CenterDriver(baseRig({ queues: [aQueue('InboundQueue', { maxContacts: 0 })] })).customer(JOHN).dials();
    expect(rows(center)).toMatchObject([{ queueId: null, enqueuedAtMs: null, leftFromQueue: false, disconnectedAtMs: at('11:30:00') }]);
  });

  test('has the queue that a callback is meant for from its beginning, and the one it is moved to while it waits', () => {
    const center = new CenterDriver();
    const contactId = request(center, 60);
    expect(rows(center)).toMatchObject([{ queueId: callbackQueue, isCallback: true, initialDelayMs: 60_000, enqueuedAtMs: null }]);
    center.send({ type: 'callback.move', contactId, queueId: inbound });
    expect(rows(center)).toMatchObject([{ queueId: inbound, enqueuedAtMs: null }]);
  });

  test('says when an ended one left its queue, and nothing of that as long as it is open', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().agent('ana').accepts().wait(5);
    expect(rows(center)).toMatchObject([{ enqueuedAtMs: at('11:30:00'), dequeuedAtMs: null }]);
    center.customer(JOHN).hangsUp();
    expect(rows(center)).toMatchObject([{ dequeuedAtMs: center.center.contacts.at(1)?.queue?.dequeuedAtMs }]);
  });

  test('tells nothing of an agent, nor of lines, until the two are joined', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).behaves({ does: 'answers', afterMs: seconds(2), hangsUpAfterMs: null });
    request(center);
    const nothing = { agentId: null, offeredAtMs: null, acceptedAtMs: null, dialedAtMs: null, systemAtMs: null, connectedAtMs: null };
    center.wait(3).agent('ana').accepts();
    expect(rows(center)).toMatchObject([nothing]);
    // It rings for two seconds, and the customer hears the whisper for fifteen.
    for (const pause of [1, 10]) expect(rows(center.wait(pause))).toMatchObject([nothing]);
    expect([center.center.contacts.at(1)?.agent?.agentId, center.center.contacts.at(1)?.dialedAtMs]).toEqual([ana, at('11:30:03')]);
    center.wait(6);
    expect(rows(center)).toMatchObject([{ agentId: ana, offeredAtMs: at('11:30:00'), acceptedAtMs: at('11:30:03'), dialedAtMs: at('11:30:03'), systemAtMs: at('11:30:05'), connectedAtMs: at('11:30:20'), disconnectedAtMs: null }]);
    expect(rows(new CenterDriver().customer(MARY).dials())).toMatchObject([{ ...nothing, enqueuedAtMs: at('11:30:00') }]);
  });

  test('tells who left from the queue from who was taken out of it', () => {
    const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().agent('ana').accepts().customer(MARY).dials().wait(5).customer(MARY).hangsUp().customer(JOHN).hangsUp();
    expect(rows(center).map(({ leftFromQueue }) => leftFromQueue)).toEqual([false, true]);
  });

  test('of who was put off waits in no queue, and is nobody’s: not even that of who had accepted it', () => {
    const center = new CenterDriver();
    const contactId = request(center);
    center.wait(30).send({ type: 'callback.reschedule', contactId, atMs: at('12:00:00') });
    expect(rows(center)).toMatchObject([{ queueId: callbackQueue, enqueuedAtMs: null, dequeuedAtMs: null, agentId: null, offeredAtMs: null, acceptedAtMs: null, leftFromQueue: false }]);
    expect(rows(center, 'enqueued')).toEqual([]);
    center.to('12:00:00');
    expect(rows(center, 'enqueued')).toMatchObject([{ enqueuedAtMs: at('12:00:00') }]);
  });
});

describe('legs of a window', () => {
  test('are those of the queues asked for, or of all', () => {
    const center = new CenterDriver().customer(MARY).dials();
    request(center);
    const queues = (queueIds?: readonly string[]) => rows(center, 'initiated', queueIds).map(({ queueId }) => queueId);
    expect([queues(), queues([inbound]), queues([callbackQueue, 'unknown']), queues(['unknown']), queues([])]).toEqual([[inbound, callbackQueue], [inbound], [callbackQueue], [], []]);
  });

  test.each<[string, string, readonly number[]]>([
    ['11:30:00', '11:31:00', [1, 2]], ['11:30:00', '11:30:30', [1]], ['11:30:01', '11:31:01', [2, 3]], ['11:31:00', '11:31:00', []], ['11:31:00', '12:00:00', [3]], ['11:31:01', '12:00:00', []], ['11:00:00', '11:30:00', []],
  ])('from %s to %s are those that began in it, its first instant counted and its last not', (from, to, expected) => {
    const center = new CenterDriver();
    for (let n = 0; n < 3; n++) request(center.to(`11:3${n >> 1}:${n === 1 ? '30' : '00'}`));
    const begun = [...center.center.contacts.values()].map(({ id }) => id);
    expect([...center.center.metrics.legs('initiated', at(from), at(to))].map(({ root }) => begun.indexOf(root) + 1)).toEqual(expected);
  });

  test('count one that was moved by its last enqueue alone', () => {
    const center = new CenterDriver();
    const contactId = request(center);
    center.wait(40).send({ type: 'callback.move', contactId, queueId: inbound });
    expect(rows(center, 'enqueued')).toMatchObject([{ queueId: inbound, enqueuedAtMs: at('11:30:40') }]);
    expect(rows(center)).toMatchObject([{ initiatedAtMs: at('11:30:00') }]);
  });
});

test('an offer ends in one of five ways: taken, rejected, run out, abandoned as the customer hangs up, or withdrawn as it ends otherwise', () => {
  const center = new CenterDriver().agent('ana').sets('Available').customer(JOHN).dials().agent('ana').rejects().agent('ana').clears();
  center.wait(20).agent('ana').clears().agent('ana').accepts();
  expect(ends(center)).toEqual(['rejected', 'expired', 'accepted']);
  center.agent('ben').sets('Available').customer(MARY).dials().customer(MARY).hangsUp();
  expect(ends(center)).toEqual(['rejected', 'expired', 'accepted', 'abandoned']);
  center.customer(MARY).dials().send({ type: 'contact.stop', contactId: center.agent('ben').contact().id });
  expect(ends(center).slice(4)).toEqual(['withdrawn']);
});

test('an offer to a colleague is abandoned when the customer whom it is about hangs up', () => {
  const center = talking().agent('ana').transfersTo(toBen).customer(JOHN).hangsUp();
  expect(ends(center)).toEqual(['accepted', 'abandoned']);
});

describe('the standing of an agent', () => {
  test('is known from the beginning, and as it was between two changes', () => {
    const center = new CenterDriver().to('11:40:00').agent('ana').sets('Available').to('11:50:00').agent('ana').sets('Break').to('12:00:00');
    expect(spans(center, '11:30:00', '12:00:00')).toEqual([['OFFLINE', 'idle', 600], ['ROUTABLE', 'idle', 600], ['CUSTOM', 'idle', 600]]);
    expect([spans(center, '11:41:00', '11:42:00'), spans(center, '11:40:00', '11:50:00'), spans(center, '11:39:00', '11:41:00')])
      .toEqual([[['ROUTABLE', 'idle', 60]], [['ROUTABLE', 'idle', 600]], [['OFFLINE', 'idle', 60], ['ROUTABLE', 'idle', 60]]]);
    expect(spans(center, '11:00:00', '11:30:00')).toEqual([]);
  });

  test('of a new agent begins when they are configured', () => {
    const center = new CenterDriver(baseRig({ agents: [] })).to('11:40:00');
    expect(spans(center, '11:30:00', '12:00:00')).toEqual([]);
    center.send({ type: 'instance.configure', instance: baseRig() }).to('11:45:00').agent('ana').sets('Available');
    expect(spans(center, '11:30:00', '11:46:00')).toEqual([['OFFLINE', 'idle', 300], ['ROUTABLE', 'idle', 60]]);
  });

  test('is one span as long as it stays the same, whatever the status is called', () => {
    const center = new CenterDriver().agent('ana').sets('Break').to('11:40:00').agent('ana').sets('Lunch').to('11:50:00');
    expect(spans(center, '11:30:00', '11:50:00')).toEqual([['CUSTOM', 'idle', 1200]]);
  });

  test('changes with the type of the status they are in', () => {
    const rig = baseRig();
    const center = new CenterDriver(rig).agent('ana').sets('Break').to('11:40:00');
    center.send({ type: 'instance.configure', instance: { ...rig, statuses: rig.statuses.map((status) => (status.name === 'Break' ? { ...status, type: 'ROUTABLE' } : status)) } });
    expect(spans(center, '11:30:00', '11:50:00')).toEqual([['CUSTOM', 'idle', 600], ['ROUTABLE', 'idle', 600]]);
  });
});

describe('a fold that is kept', () => {
  /** One talked and hung up, one offer ran out, and one rings. */
  function busy(): CenterDriver {
    const center = new CenterDriver().customer(MARY).dials().agent('ana').sets('Available').agent('ana').accepts().wait(30).customer(MARY).hangsUp();
    center.agent('ana').clears().customer(JOHN).dials().wait(20).agent('ana').clears();
    expect(ends(center)).toEqual(['accepted', 'expired']);
    return center;
  }

  test('is the same again when it is taken up', () => {
    const { metrics, contacts } = busy().center;
    const kept = copyOf(metrics.toJSON());
    expect(kept).toMatchObject({ openOffers: [{}], offers: [{}, {}], offerRows: [[0, 0, 0, 0], [0, 0, 0, 2]], queues: [inbound], agents: [ana], methods: ['INBOUND'] });
    expect(kept.by).toMatchObject({ enqueued: [{}, {}], connected: [{}], disconnected: [{}] });
    expect(copyOf(new MetricsFold(contacts, kept).toJSON())).toEqual(kept);
  });

  test('goes on as it would have', () => {
    const center = busy();
    const resumed = resumeEngine(copyOf(center.engine.snapshot()), [], plainNumbers);
    center.wait(50);
    resumed.advanceTo(center.center.nowMs);
    expect(ends(center)).toEqual(['accepted', 'expired', 'expired']);
    expect(copyOf(resumed.center.metrics.toJSON())).toEqual(copyOf(center.center.metrics.toJSON()));
    expect(resumed.center.metrics.standings(ana, at('11:30:00'), at('11:31:00'))).toEqual(center.center.metrics.standings(ana, at('11:30:00'), at('11:31:00')));
  });
});

describe('what a fold is made of is the same again from its plain values', () => {
  test('names with their numbers', () => {
    const names = Names.fromJSON<string>(['b', 'a', 'b']);
    expect([names.toJSON(), names.numberOf('a'), names.numberOf('b'), names.numberOf('c'), names.nameOf(2), names.nameOf(3)])
      .toEqual([['b', 'a'], 1, 0, 2, 'c', null]);
  });

  test('a table with its rows, short ones filled up', () => {
    const table = NumberTable.fromJSON(3, [[1, 2, 3], [4]]);
    expect([table.length, table.toJSON(), table.get(1, 0), table.get(1, 2)]).toEqual([2, [[1, 2, 3], [4, 0, 0]], 4, 0]);
    expect(table.push()).toBe(2);
  });

  test('items with their instants', () => {
    const index = TimeIndex.fromJSON([[1, 10], [1, 11], [5, 12]]);
    expect([index.toJSON(), index.length, [...index.within(1, 5)], index.placeOf(2)]).toEqual([[[1, 10], [1, 11], [5, 12]], 3, [10, 11], 2]);
  });
});
