import type { Instance } from '../engine/index.ts';
import { didYouMean, pathText } from './faults.ts';
import type { ScenarioFault } from './faults.ts';
import type { Expectation } from './expect-schema.ts';
import type { Scenario, TimedStep } from './parse.ts';

/** Every person, queue and status that a scenario mentions must be there; those that are not are told, with the nearest name. */
export function nameFaults(scenario: Scenario, instance: Instance): readonly ScenarioFault[] {
  const known: Known = {
    customer: (scenario.file.customers ?? []).map(({ name }) => name),
    agent: instance.agents.map(({ username }) => username),
    queue: instance.queues.map(({ name }) => name),
    status: instance.statuses.map(({ name }) => name),
  };
  const inFileOrder = scenario.steps.toSorted((a, b) => a.index - b.index);
  return [
    ...Object.keys(scenario.file.agents ?? {}).flatMap((username) => unknown(known, 'agent', username, ['agents', username])),
    ...inFileOrder.flatMap((timed) => stepFaults(timed, known)),
    ...expectationFaults(scenario.file.expect ?? {}, ['expect'], known),
  ];
}

type Kind = 'customer' | 'agent' | 'queue' | 'status';
type Known = Readonly<Record<Kind, readonly string[]>>;
type Path = readonly (string | number)[];

function stepFaults(timed: TimedStep, known: Known): readonly ScenarioFault[] {
  const path: Path = ['steps', timed.index];
  switch (timed.kind) {
    // A wrong number may be dialed: that is a story too.
    case 'customer': return unknown(known, 'customer', timed.step.customer, [...path, 'customer']);
    case 'agent': return [
      ...unknown(known, 'agent', timed.step.agent, [...path, 'agent']),
      ...unknown(known, 'status', timed.step.sets, [...path, 'sets']),
      ...unknown(known, 'status', timed.step.setsNext, [...path, 'setsNext']),
    ];
    case 'supervisor': return [
      ...unknown(known, 'agent', timed.step.changesStatus?.agent, [...path, 'changesStatus', 'agent']),
      ...unknown(known, 'status', timed.step.changesStatus?.to, [...path, 'changesStatus', 'to']),
      ...unknown(known, 'queue', timed.step.moves?.to, [...path, 'moves', 'to']),
      ...unknown(known, 'agent', timed.step.reassigns?.to, [...path, 'reassigns', 'to']),
      ...contactFaults(timed.step.stopsContact, [...path, 'stopsContact'], known),
      ...contactFaults(timed.step.cancels, [...path, 'cancels'], known),
      ...contactFaults(timed.step.moves?.contact, [...path, 'moves', 'contact'], known),
      ...contactFaults(timed.step.reassigns?.contact, [...path, 'reassigns', 'contact'], known),
      ...contactFaults(timed.step.reschedules?.contact, [...path, 'reschedules', 'contact'], known),
      ...contactFaults(timed.step.changesPriority?.contact, [...path, 'changesPriority', 'contact'], known),
    ];
    case 'environment': return unknown(known, 'queue', timed.step.callbackRequest?.queue, [...path, 'callbackRequest', 'queue']);
    case 'expect': return expectationFaults(timed.step.expect, [...path, 'expect'], known);
  }
}

function expectationFaults(expected: Expectation, path: Path, known: Known): readonly ScenarioFault[] {
  return [
    ...Object.keys(expected.queues ?? {}).flatMap((name) => unknown(known, 'queue', name, [...path, 'queues', name])),
    ...Object.keys(expected.historical ?? {}).flatMap((name) => unknown(known, 'queue', name, [...path, 'historical', name])),
    ...Object.keys(expected.agents ?? {}).flatMap((name) => unknown(known, 'agent', name, [...path, 'agents', name])),
    ...Object.keys(expected.customers ?? {}).flatMap((name) => unknown(known, 'customer', name, [...path, 'customers', name])),
    ...(['never', 'happened'] as const).flatMap((list) => (expected[list] ?? []).flatMap((pattern, index) => [
      ...unknown(known, 'agent', pattern.agent, [...path, list, index, 'agent']),
      ...unknown(known, 'queue', pattern.queue, [...path, list, index, 'queue']),
    ])),
  ];
}

function contactFaults(reference: string | undefined, path: Path, known: Known): readonly ScenarioFault[] {
  return reference === undefined || /^\$\d+$/.test(reference) ? [] : unknown(known, 'customer', reference, path);
}

function unknown(known: Known, kind: Kind, name: string | undefined, path: Path): readonly ScenarioFault[] {
  if (name === undefined || known[kind].includes(name)) return [];
  const near = didYouMean(name, known[kind]);
  return [{ path: pathText(path), sentence: `There is no ${kind} "${name}".${near || ` Known: ${known[kind].join(', ') || 'none'}.`}` }];
}
