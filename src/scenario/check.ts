import { contactRecords, historicalFigures } from '../engine/index.ts';
import type { Center, CenterEvent, Commit, ContactRecord } from '../engine/index.ts';
import { mismatches, mismatchPath } from './compare.ts';
import type { CompareWorld } from './compare.ts';
import { contactNamed } from './steps.ts';
import type { EventPattern, Expectation } from './expect-schema.ts';
import type { Failure } from './result.ts';
import { phonesOf, promisesOf, ungroupedFigures } from './sample-more.ts';
import { sampleOf } from './sample.ts';
import type { CustomerSpec } from './schema.ts';
import { contactEventsOf, statesOf } from './streams.ts';
import { clockOf, stampOf } from './times.ts';
import type { StoryClock } from './times.ts';

/** All that an expectation is held against. */
export interface Evidence {
  readonly center: Center;
  readonly commits: readonly Commit[];
  readonly clock: StoryClock;
  readonly customers: readonly CustomerSpec[];
}

/** What does not hold now; `path` is the place of the expectation in the file. */
export function checkExpectation(expected: Expectation, evidence: Evidence, path: string): readonly Failure[] {
  const { center, clock } = evidence;
  const records = contactRecords(center);
  const world = worldOf(center, clock);
  const found = foundFor(expected, evidence, records);
  const { never = [], happened: wanted = [], ...values } = expected;
  const at = stampOf(center.nowMs);
  return [
    ...mismatches(values, found, world).map((each) => ({ path: mismatchPath(path, each.path), at, expected: each.expected, found: each.found })),
    ...wanted.flatMap(({ times, ...pattern }, index) => {
      const count = happened(pattern, evidence).length;
      return (times === undefined ? count > 0 : count === times) ? [] : [{ path: `${path}.happened[${index}]`, at, expected: `${pattern.event} ${times === undefined ? 'at least once' : `${times} times`}`, found: `${count} times` }];
    }),
    ...never.flatMap((pattern, index) => happened(pattern, evidence).map((each) => ({
      path: `${path}.never[${index}]`, at: stampOf(each.atMs), expected: 'never', found: `${pattern.event} at ${clockOf(each.atMs, clock)}`,
    }))),
  ];
}

function worldOf(center: Center, clock: StoryClock): CompareWorld {
  return { clock, contactIds: [...center.contacts.keys()] };
}

/** Historical figures of every queue from the start of the story until now, this instant included. */
export function historicalOf({ center, clock }: Pick<Evidence, 'center' | 'clock'>): Readonly<Record<string, Readonly<Record<string, number | null>>>> {
  return Object.fromEntries(center.config.instance.queues.map((queue) => [queue.name, historicalFigures(center, queue.id, clock.startsAtMs, center.nowMs + 1)]));
}

function foundFor(expected: Expectation, evidence: Evidence, records: readonly ContactRecord[]): unknown {
  const { center, commits, customers } = evidence;
  const sample = sampleOf(center, null);
  return {
    queues: sample.metrics,
    agents: Object.fromEntries(Object.entries(sample.agents).map(([username, agent]) =>
      [username, expected.agents?.[username]?.states === undefined ? agent : { ...agent, states: statesOf(center, commits, username) }])),
    ungrouped: expected.ungrouped === undefined ? null : ungroupedFigures(center),
    customers: expected.customers === undefined ? null : phonesOf(center, customers),
    contactEvents: expected.contactEvents === undefined ? null : contactEventsOf(center, commits),
    promises: expected.promises === undefined ? null : promisesOf(center),
    records,
    historical: expected.historical === undefined ? null : withServiceLevels(historicalOf(evidence), expected.historical, records),
    counts: Object.fromEntries(Object.keys(expected.counts ?? {}).map((type) => [type, eventsOf(commits).filter(({ event }) => event.type === type).length])),
  };
}

/** Service levels of any threshold: the engine works out Amazon's presets, an expectation may ask for another (spec §3.4). */
function withServiceLevels(figures: ReturnType<typeof historicalOf>, asked: NonNullable<Expectation['historical']>, records: readonly ContactRecord[]): ReturnType<typeof historicalOf> {
  const levelOf = (queue: string, metric: string): readonly [string, number | null][] => {
    const seconds = /^SERVICE_LEVEL_(\d+)$/.exec(metric)?.[1];
    if (seconds === undefined || figures[queue]?.[metric] !== undefined) return [];
    const waits = records.flatMap(({ Queue }) => (Queue?.Name === queue ? [Queue.Duration ?? 0] : []));
    return [[metric, waits.length === 0 ? null : (waits.filter((wait) => wait < Number(seconds)).length / waits.length) * 100]];
  };
  return Object.fromEntries(Object.entries(figures).map(([queue, known]) =>
    [queue, { ...known, ...Object.fromEntries(Object.keys(asked[queue] ?? {}).flatMap((metric) => levelOf(queue, metric))) }]));
}

function happened(pattern: EventPattern, { center, commits, clock, customers }: Evidence): readonly { readonly atMs: number }[] {
  const agentId = pattern.agent === undefined ? undefined : center.config.agentsByUsername.get(pattern.agent)?.id ?? null;
  const queueId = pattern.queue === undefined ? undefined : center.config.instance.queues.find(({ name }) => name === pattern.queue)?.id ?? null;
  const contact = pattern.contact === undefined ? undefined : contactNamed(pattern.contact, center, customers);
  const contactId = contact === undefined ? undefined : contact.ok ? contact.value : null;
  const wanted = { agentId, queueId, contactId, ...pattern.where };
  return eventsOf(commits).filter(({ event }) => event.type === pattern.event && mismatches(wanted, event, worldOf(center, clock)).length === 0);
}

function eventsOf(commits: readonly Commit[]): readonly { readonly atMs: number; readonly event: CenterEvent }[] {
  return commits.flatMap(({ atMs, events }) => events.map((event) => ({ atMs, event })));
}
