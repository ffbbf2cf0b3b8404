import { expect, test } from 'vitest';
import { metricValues, type MetricWish } from '../metrics/metric-data.ts';
import type { MetricName } from '../metrics/definitions.ts';
import { contactRecords } from '../record/assemble.ts';
import { stampOf } from '../record/stamp.ts';
import { epochMs } from '../core/time.ts';
import { Chance } from './chance.ts';
import { plainly } from './deed.ts';
import { Exploration } from './explore.ts';
import { recountMetrics, type RecountScope } from './metrics-recount.ts';
import { swarmOptions } from './options.ts';

const THRESHOLDS = [20, 60, 300];
/** All but those that an agent dialed: their records name no queue, whatever they count for (decision #25). */
const BUT_DIALED = ['INBOUND', 'CALLBACK', 'TRANSFER', 'QUEUE_TRANSFER', 'DISCONNECT', 'API'];

/** The name of a recounted figure as what is asked of the fold. */
function wishOf(name: string): MetricWish {
  const [metric = '', threshold = '0'] = name.split(':');
  return { name: metric as MetricName, threshold: Number(threshold), filters: [] };
}

test.each(Array.from({ length: 25 }, (_, seed) => [seed + 1]))('figures of any window, queue, agent and method equal a recount from records (center %i)', (seed) => {
  const { engine: { center } } = new Exploration(seed, swarmOptions(seed, 50)).run();
  const records = contactRecords(center);
  const byRecords = center.config.instance.policy.dialedContactsCountFor === 'recordsQueue';
  const chance = new Chance(seed, 'windows');
  const begin = Math.trunc((records[0] ? Date.parse(records[0].InitiationTimestamp) : 0) / 1000);
  const span = Math.max(1, Math.floor(center.nowMs / 1000) - begin);
  for (let round = 0; round < 30; round++) {
    const from = begin + chance.int(0, span);
    const to = round === 0 ? begin + span + 1 : from + chance.int(1, span);
    const start = round === 0 ? begin : from;
    const queue = round > 1 && chance.flip(0.5) ? chance.pick([...center.config.queues.values()]) : null;
    const agent = chance.flip(0.2) ? chance.pick([...center.config.agents.values()]) : null;
    const method = chance.flip(0.3) ? chance.pick(['INBOUND', 'CALLBACK']) : null;
    const scope: RecountScope = {
      from: stampOf(epochMs(start * 1000)), to: stampOf(epochMs(to * 1000)),
      ...(queue === null ? {} : { queue: queue.id }), ...(method === null ? {} : { method }),
    };
    const counted = recountMetrics(records, agent === null ? scope : { ...scope, agent: agent.id }, THRESHOLDS, center.config.instance.policy);
    // A record names an agent only when they were connected; who accepted in vain is in the rows alone.
    const names = Object.keys(counted).filter((name) => agent === null || /HANDLED|HANDLE|INTERACTION|HOLD|WORK|ANSWER/.test(name));
    // A callback that was never queued belongs to the queue it was meant for, which its record does not name.
    const ofQueue = names.filter((name) => queue === null || !/RESOLUTION|FLOW|RETRY/.test(name));
    const values = metricValues(center, {
      scope: { ...(queue === null ? {} : { queueIds: [queue.id] }), ...(agent === null ? {} : { agentIds: [agent.id] }), ...(method === null ? (queue === null || byRecords ? {} : { methods: BUT_DIALED }) : { methods: [method] }) },
      metrics: ofQueue.map(wishOf),
    }, start * 1000, to * 1000);
    expect(Object.fromEntries(ofQueue.map((name, at) => [name, values[at]]))).toEqual(Object.fromEntries(ofQueue.map((name) => [name, counted[name]])));
  }
});

test('offers that were not answered are counted as the events tell them, and those answered make the rate', () => {
  const run = new Exploration(3, swarmOptions(3, 80)).run();
  const { center } = run.engine;
  const told = (types: readonly string[]): number => run.commits.flatMap(({ events }) => events).filter(({ type }) => types.includes(type)).length;
  const [missed, blameless, rate] = metricValues(center, {
    scope: {}, metrics: (['AGENT_NON_RESPONSE', 'AGENT_NON_RESPONSE_WITHOUT_CUSTOMER_ABANDONS', 'AGENT_ANSWER_RATE'] as const).map((name) => wishOf(name)),
  }, -Infinity, Infinity);
  const accepted = told(['offer.accepted']);
  expect(accepted).toBeGreaterThan(0);
  expect(missed).toBe(told(['offer.rejected', 'offer.expired', 'offer.withdrawn']));
  expect(blameless).toBe(told(['offer.rejected', 'offer.expired']));
  expect(rate).toBe((accepted / (accepted + (missed ?? 0))) * 100);
});

test('a fold of the journal is the fold that grew with the center', () => {
  const run = new Exploration(5, swarmOptions(5, 60)).run();
  const grown = run.engine.center;
  run.play(plainly(grown.nowMs, { do: 'restart' }));
  const restored = run.engine.center;
  expect(restored).not.toBe(grown);
  expect(JSON.stringify(restored.metrics)).toBe(JSON.stringify(grown.metrics));
  expect(JSON.stringify(restored.tally)).toBe(JSON.stringify(grown.tally));
  expect(run.commits.length).toBeGreaterThan(100);
});
